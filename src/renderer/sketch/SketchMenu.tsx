import { useRef } from 'react';
import { Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { Page } from '../../core/diagram/page.ts';
import { useServices } from '../app/services.ts';
import type { MenuRequest } from '../canvas/gestures.ts';
import { menuItems } from './menuItems.ts';

interface SketchMenuProps {
  readonly request: MenuRequest;
  readonly page: Page;
  readonly selection: ReadonlySet<string>;
  readonly onClose: () => void;
  readonly onGroup: () => void;
}

/** What can be done to what was clicked, or to the empty ground. */
export function SketchMenu({ request: { id, at, inWindow }, page, selection, onClose, onGroup }: SketchMenuProps) {
  const { sketch } = useServices();
  const anchor = useRef<HTMLSpanElement>(null);
  const ids = id === undefined ? [] : selection.has(id) ? [...selection] : [id];
  const sections = menuItems({ sketch, page, ids, at, onGroup });
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
        <Menu
          className="list-box sketch-menu"
          aria-label={ids.length === 0 ? 'Sketch' : 'Selected parts'}
          autoFocus="first"
          onAction={(key) => {
            onClose();
            sections
              .flat()
              .find((item) => item.id === key)
              ?.run();
          }}
        >
          {sections.map((section) => (
            <MenuSection
              key={section[0]?.id ?? ''}
              className="sketch-menu__section"
              aria-label={section[0]?.label ?? ''}
            >
              {section.map(({ id: item, label, keys }) => (
                <MenuItem key={item} id={item} className="list-box__item sketch-menu__item" textValue={label}>
                  <span>{label}</span>
                  {keys ? <kbd>{keys}</kbd> : null}
                </MenuItem>
              ))}
            </MenuSection>
          ))}
        </Menu>
      </Popover>
    </>
  );
}
