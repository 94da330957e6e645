import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components';
import type { ShortcutId } from '../app/shortcuts.ts';
import './EntryMenu.css';
import { Keys } from './Keys.tsx';

/** A line of a menu. */
export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  /** What does the same by key. */
  readonly shortcut?: ShortcutId | undefined;
  readonly run: () => unknown;
}

/** Lines that belong together. */
export interface MenuPart {
  readonly title?: string;
  readonly entries: readonly MenuEntry[];
}

interface EntryMenuProps {
  readonly label: string;
  /** Those without a line are left out. */
  readonly parts: readonly MenuPart[];
  readonly autoFocus?: 'first';
  /** Called before a line does what it says. */
  readonly onChosen?: () => void;
}

/** A menu whose lines each do something, in parts with a line between them. */
export function EntryMenu({ label, parts, autoFocus, onChosen }: EntryMenuProps) {
  return (
    <Menu className="list-box entry-menu" aria-label={label} {...(autoFocus && { autoFocus })}>
      {parts
        .filter(({ entries }) => entries.length > 0)
        .map(({ title, entries }) => (
          <MenuSection
            key={entries[0]?.id ?? ''}
            className="entry-menu__part"
            {...(title === undefined && { 'aria-label': entries.map((entry) => entry.label).join(', ') })}
          >
            {title === undefined ? null : <Header className="section-label entry-menu__title">{title}</Header>}
            {entries.map((entry) => (
              <MenuItem
                key={entry.id}
                id={entry.id}
                className="list-box__item entry-menu__item"
                textValue={entry.label}
                onAction={() => {
                  onChosen?.();
                  void entry.run();
                }}
              >
                <span>{entry.label}</span>
                <Keys shortcut={entry.shortcut} />
              </MenuItem>
            ))}
          </MenuSection>
        ))}
    </Menu>
  );
}
