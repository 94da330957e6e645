import { DialogFrame } from '../widgets/DialogFrame.tsx';
import { Toggle } from '../widgets/Toggle.tsx';
import { commandKey } from './commandKey.ts';
import { useServices, useWindow } from './services.ts';
import { isSingleOnly, keysOf, type ShortcutPlace, shortcutIds, shortcuts } from './shortcuts.ts';
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

interface RowProps {
  readonly keys: readonly string[];
  readonly says: string;
  /** They do nothing at present. */
  readonly isOff?: boolean;
}

function Row({ keys, says, isOff = false }: RowProps) {
  return (
    <div data-off={isOff || undefined}>
      <dt>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>
        {says}
        {isOff ? <span className="visually-hidden"> (switched off)</span> : null}
      </dd>
    </div>
  );
}

/** Everything that a key or the mouse does. */
export default function ShortcutSheet() {
  const { platform } = useServices();
  const openDialog = useWindow((state) => state.openDialog);
  const singleKeys = useWindow((state) => state.singleKeys);
  const setSingleKeys = useWindow((state) => state.setSingleKeys);
  return (
    <DialogFrame title="Keyboard and mouse" className="shortcut-sheet" onClose={() => openDialog(undefined)}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: in a small window it is scrolled by keyboard. */}
      <section className="shortcut-sheet__body" aria-label="Keys" tabIndex={0}>
        <div className="shortcut-sheet__choice">
          <Toggle
            label="Keys of one character"
            detail="Switch them off if you dictate, or press keys by accident. On the part that has the focus, C, E and R go on working."
            isSelected={singleKeys}
            onChange={setSingleKeys}
          />
        </div>
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
                    <Row
                      key={id}
                      keys={keysOf(id)}
                      says={shortcuts[id].says}
                      isOff={!singleKeys && isSingleOnly(id) && shortcuts[id].at !== 'picture'}
                    />
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
