import { ChevronDown } from 'lucide-react';
import { Button, MenuTrigger, Popover } from 'react-aria-components';
import { useFiles, useWindow } from '../app/services.ts';
import { EntryMenu } from '../widgets/EntryMenu.tsx';
import './FileMenu.css';
import { shortName } from './fileName.ts';
import { useDocumentName } from './useFileEvents.ts';

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
          <EntryMenu
            label="File"
            parts={[
              {
                entries: [
                  { id: 'from-need', label: 'New sketch from the need', run: actions.newFromNeed },
                  { id: 'empty', label: 'New empty sketch', run: actions.newEmpty },
                ],
              },
              {
                entries: [
                  { id: 'open', label: 'Open…', shortcut: 'open', run: actions.open },
                  ...(kept > 0
                    ? [{ id: 'recovered', label: `Not saved (${kept})…`, run: () => openDialog('recovered') }]
                    : []),
                ],
              },
              {
                title: 'Lately',
                entries: others.map((other) => ({
                  id: other.token,
                  label: other.missing ? `${shortName(other.name)} (not there any more)` : shortName(other.name),
                  run: () => actions.openRecent(other),
                })),
              },
              {
                entries: [
                  { id: 'save', label: 'Save', shortcut: 'save', run: () => actions.save() },
                  { id: 'save-as', label: 'Save as…', shortcut: 'saveAs', run: actions.saveAs },
                  ...(file ? [{ id: 'reload', label: 'Read the file again', run: () => actions.reload() }] : []),
                ],
              },
            ]}
          />
        </Popover>
      </MenuTrigger>
      <span className="file-menu__name" title={where} data-testid="document-name">
        {name}
      </span>
      {unsaved ? <span className="file-menu__mark" title="Not saved" role="img" aria-label="Not saved" /> : null}
    </div>
  );
}
