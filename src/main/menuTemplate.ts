import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../platform/port.ts';

/** The menu of the app. `choose` is told which command was chosen; `isMac` adds what a Mac expects. */
export function menuTemplate(choose: (command: MenuCommand) => void, isMac: boolean): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => choose(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('&New sketch', 'new-sketch', 'CmdOrCtrl+N'),
        item('&Open a sketch…', 'open-sketch', 'CmdOrCtrl+O'),
        separator,
        item('&Save', 'save', 'CmdOrCtrl+S'),
        item('Save &as…', 'save-as', 'CmdOrCtrl+Shift+S'),
        separator,
        item('&Clear the need', 'new-need'),
        item('&Review an old decision…', 'open-decision'),
        separator,
        item('&Export…', 'export', 'CmdOrCtrl+E'),
        separator,
        isMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        item('&Find a service…', 'find', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Stack &map', 'map', 'CmdOrCtrl+1'),
        item('&Sketch', 'draft', 'CmdOrCtrl+2'),
        separator,
        item('Light or dark &theme', 'toggle-theme', 'CmdOrCtrl+Shift+L'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
  ];
}
