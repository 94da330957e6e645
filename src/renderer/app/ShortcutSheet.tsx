import { DialogFrame } from '../widgets/DialogFrame.tsx';
import { commandKey } from './commandKey.ts';
import { useWindow } from './services.ts';
import './ShortcutSheet.css';

const shortcuts: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Anywhere',
    keys: [
      [`${commandKey} K`, 'Search services and tasks'],
      [`${commandKey} E`, 'Export the picture'],
      [`${commandKey} 1`, 'Stack map'],
      [`${commandKey} 2`, 'Sketch'],
      [`${commandKey} 3`, 'Comparison'],
      ['1 to 9', 'In the guide: answer (0: don’t know, Backspace: back)'],
      ['F6', 'Next part of the window (Shift: the one before)'],
      [`${commandKey} [`, 'Show or hide the need'],
      [`${commandKey} ]`, 'Show or hide the result'],
      ['.', 'Show what fits'],
      ['0', 'Show everything'],
      ['+ −', 'Zoom'],
      ['?', 'This sheet'],
    ],
  },
  {
    title: 'On the picture',
    keys: [
      ['← → ↑ ↓', 'Go from node to node'],
      ['Enter', 'Select the node'],
      ['Esc', 'Select nothing'],
      [`${commandKey} ← → ↑ ↓`, 'Go along an arrow: right and down with it, left and up against it'],
      ['Alt ← → ↑ ↓', 'Move what is selected by 1 px (Shift: by 10)'],
      ['C', 'Connect: arrow keys choose the other end, Enter connects'],
      ['E', 'Select one arrow of the node after the other'],
    ],
  },
  {
    title: 'In a sketch',
    keys: [
      ['/', 'Add a part'],
      ['F2', 'Rename (Enter, too)'],
      ['Del', 'Remove what is selected'],
      [`${commandKey} Z`, 'Undo (Shift: redo)'],
      [`${commandKey} C X V`, 'Copy, cut, paste'],
      [`${commandKey} D`, 'Duplicate'],
      [`${commandKey} G`, 'Put a boundary around'],
      [`${commandKey} A`, 'Select all'],
      ['T', 'Tidy up'],
    ],
  },
  {
    title: 'With the mouse',
    keys: [
      ['Wheel', `Pan (with ${commandKey}: zoom)`],
      ['Double click', 'Zoom to a node'],
      ['Drag', 'Move a part; on the ground: pan the map, select by box in a sketch'],
      ['Drag from a border', 'Connect a part of a sketch'],
      ['Space and drag', 'Pan (the middle button, too)'],
    ],
  },
];

export default function ShortcutSheet() {
  const openDialog = useWindow((state) => state.openDialog);
  return (
    <DialogFrame title="Keyboard and mouse" className="shortcut-sheet" onClose={() => openDialog(undefined)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in a small window it is scrolled by keyboard. */}
      <section className="shortcut-sheet__columns" aria-label="Keys" tabIndex={0}>
        {shortcuts.map(({ title, keys }) => (
          <section key={title}>
            <h3 className="section-label">{title}</h3>
            <dl>
              {keys.map(([key, meaning]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </section>
    </DialogFrame>
  );
}
