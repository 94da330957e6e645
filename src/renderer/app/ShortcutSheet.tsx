import { DialogFrame } from '../widgets/DialogFrame.tsx';
import { commandKey } from './commandKey.ts';
import { useServices, useWindow } from './services.ts';
import { keysOf, type ShortcutPlace, shortcutIds, shortcuts } from './shortcuts.ts';
import './ShortcutSheet.css';

/** Where keys work, in the order of the sheet. */
const places: readonly { readonly title: string; readonly at: readonly ShortcutPlace[] }[] = [
  { title: 'Anywhere', at: ['anywhere', 'view'] },
  { title: 'Files', at: ['file', 'desktop'] },
  { title: 'In the guide', at: ['guide'] },
  { title: 'On the picture', at: ['picture', 'copying'] },
  { title: 'In a sketch', at: ['sketch', 'clipboard', 'text'] },
];

const mouse: readonly (readonly [string, string])[] = [
  ['Wheel', `Pan (with ${commandKey}: zoom)`],
  ['Double click', 'Zoom to a part; in a sketch: rename it, or add where nothing is'],
  ['Drag', 'Move a part; beside the parts: pan the map, select by box in a sketch'],
  ['Drag from a border', 'Connect a part of a sketch; a boundary from the handles beside it'],
  ['Space and drag', 'Pan (the middle button, too)'],
];

function Row({ keys, says }: { readonly keys: readonly string[]; readonly says: string }) {
  return (
    <div>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{says}</dd>
    </div>
  );
}

/** Everything that a key or the mouse does. */
export default function ShortcutSheet() {
  const { platform } = useServices();
  const openDialog = useWindow((state) => state.openDialog);
  return (
    <DialogFrame title="Keyboard and mouse" className="shortcut-sheet" onClose={() => openDialog(undefined)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in a small window it is scrolled by keyboard. */}
      <section className="shortcut-sheet__body" aria-label="Keys" tabIndex={0}>
        <div className="shortcut-sheet__columns">
          {places.map(({ title, at }) => {
            const listed = shortcutIds.filter(
              (id) => at.includes(shortcuts[id].at) && (shortcuts[id].at !== 'desktop' || platform.name === 'electron'),
            );
            return (
              <section key={title}>
                <h3 className="section-label">{title}</h3>
                <dl>
                  {listed.map((id) => (
                    <Row key={id} keys={keysOf(id)} says={shortcuts[id].says} />
                  ))}
                </dl>
              </section>
            );
          })}
          <section>
            <h3 className="section-label">With the mouse</h3>
            <dl>
              {mouse.map(([what, says]) => (
                <Row key={what} keys={[what]} says={says} />
              ))}
            </dl>
          </section>
        </div>
      </section>
    </DialogFrame>
  );
}
