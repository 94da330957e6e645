import { useRef } from 'react';
import { Popover } from 'react-aria-components';
import type { Page } from '../../core/diagram/page.ts';
import { useServices } from '../app/services.ts';
import type { MenuRequest } from '../canvas/gestures.ts';
import { EntryMenu } from '../widgets/EntryMenu.tsx';
import { menuItems } from './menuItems.ts';

interface SketchMenuProps {
  readonly request: MenuRequest;
  readonly page: Page;
  readonly selection: ReadonlySet<string>;
  readonly onClose: () => void;
  readonly onGroup: () => void;
  readonly onDuplicate: (ids: readonly string[]) => void;
}

/** What can be done to what was clicked, or to the empty ground. */
export function SketchMenu({
  request: { id, at, inWindow },
  page,
  selection,
  onClose,
  onGroup,
  onDuplicate,
}: SketchMenuProps) {
  const services = useServices();
  const { sketch } = services;
  const anchor = useRef<HTMLSpanElement>(null);
  const ids = id === undefined ? [] : selection.has(id) ? [...selection] : [id];
  const onCopy: Parameters<typeof menuItems>[0]['onCopy'] = (as, named) =>
    void import('../export/copyShown.ts').then(({ copyShown }) => copyShown(services, as, named));
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: inWindow.x, top: inWindow.y }} />
      <Popover
        className="popover"
        aria-label="What can be done"
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={2}
        onOpenChange={(open) => {
          if (!open) onClose();
        }}
      >
        <EntryMenu
          label={ids.length === 0 ? 'Sketch' : 'Selected parts'}
          autoFocus="first"
          parts={menuItems({ sketch, page, ids, at, onGroup, onDuplicate, onCopy }).map((entries) => ({ entries }))}
          onChosen={onClose}
        />
      </Popover>
    </>
  );
}
