import { ChevronDown } from 'lucide-react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { useFiles, useWindow } from '../app/services.ts';
import { keyOf } from '../app/shortcuts.ts';
import './FileMenu.css';
import { shortName } from './fileName.ts';
import { useDocumentName } from './useFileEvents.ts';

interface Entry {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  readonly run: () => unknown;
}

function Entries({ title, entries }: { readonly title?: string; readonly entries: readonly Entry[] }) {
  return (
    <MenuSection className="file-menu__section" {...(title === undefined && { 'aria-label': entries[0]?.label ?? '' })}>
      {title === undefined ? null : <Header className="section-label file-menu__title">{title}</Header>}
      {entries.map(({ id, label, keys, run }) => (
        <MenuItem
          key={id}
          id={id}
          className="list-box__item file-menu__item"
          textValue={label}
          onAction={() => void run()}
        >
          <span>{label}</span>
          {keys ? <kbd>{keys}</kbd> : null}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** The name of the document with a mark where it is not saved, and what can be done with its file. */
export function FileMenu() {
  const { name, unsaved, where } = useDocumentName();
  const file = useFiles((state) => state.file);
  const recent = useFiles((state) => state.recent);
  const kept = useFiles((state) => state.kept.length);
  const actions = useFiles((state) => state);
  const openDialog = useWindow((state) => state.openDialog);
  const others = recent.filter(({ token }) => token !== file?.token).slice(0, 6);
  return (
    <div className="file-menu">
      <MenuTrigger
        onOpenChange={(open) => {
          if (open) void actions.refreshRecent();
        }}
      >
        <Button
          className="button button--small button--quiet file-menu__button"
          aria-label={`File: ${name}${unsaved ? ', not saved' : ''}`}
        >
          File
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom start" offset={4}>
          <Menu className="list-box file-menu__list" aria-label="File">
            <Entries
              entries={[
                { id: 'from-need', label: 'New sketch from the need', run: actions.newFromNeed },
                { id: 'empty', label: 'New empty sketch', run: actions.newEmpty },
              ]}
            />
            <Entries
              entries={[
                { id: 'open', label: 'Open…', keys: keyOf('open'), run: actions.open },
                ...(kept > 0
                  ? [{ id: 'recovered', label: `Not saved (${kept})…`, run: () => openDialog('recovered') }]
                  : []),
              ]}
            />
            {others.length > 0 ? (
              <Entries
                title="Lately"
                entries={others.map((other) => ({
                  id: other.token,
                  label: shortName(other.name),
                  run: () => actions.openRecent(other),
                }))}
              />
            ) : null}
            <Entries
              entries={[
                { id: 'save', label: 'Save', keys: keyOf('save'), run: () => actions.save() },
                { id: 'save-as', label: 'Save as…', keys: keyOf('saveAs'), run: actions.saveAs },
                ...(file ? [{ id: 'reload', label: 'Read the file again', run: actions.reload }] : []),
              ]}
            />
          </Menu>
        </Popover>
      </MenuTrigger>
      <span className="file-menu__name" title={where} data-testid="document-name">
        {name}
      </span>
      {unsaved ? <span className="file-menu__mark" title="Not saved" role="img" aria-label="Not saved" /> : null}
    </div>
  );
}
