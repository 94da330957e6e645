import { Button } from 'react-aria-components';
import { useOpenExternal } from '../inspector/Sources.tsx';
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
      [`${commandKey} 2`, 'Draft architecture'],
      [`${commandKey} 3`, 'Comparison'],
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
      ['Alt ← → ↑ ↓', 'Move the node of a draft (Shift: ten times as far)'],
    ],
  },
  {
    title: 'With the mouse',
    keys: [
      ['Wheel', `Pan (with ${commandKey}: zoom)`],
      ['Double click', 'Zoom to a node'],
      ['Drag', 'Pan, or move a node of a draft'],
    ],
  },
];

export default function ShortcutSheet() {
  const openDialog = useWindow((state) => state.openDialog);
  const open = useOpenExternal();
  return (
    <DialogFrame title="Keyboard and mouse" className="shortcut-sheet" onClose={() => openDialog(undefined)}>
      <div className="shortcut-sheet__columns">
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
      </div>
      <p className="shortcut-sheet__foot">
        Panning and zooming by{' '}
        <Button className="link" onPress={() => open('https://reactflow.dev')}>
          React Flow
        </Button>
      </p>
    </DialogFrame>
  );
}
