import { Check, ListChecks, Search } from 'lucide-react';
import { useState } from 'react';
import { Autocomplete, Dialog, ListBox, ListBoxItem, Modal, ModalOverlay } from 'react-aria-components';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { useServices, useWindow } from '../app/services.ts';
import { LifecycleBadge } from '../inspector/LifecycleBadge.tsx';
import { kindWords } from '../inspector/words.ts';
import { toggleTask } from '../state/needEdits.ts';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import '../widgets/DialogFrame.css';
import { SearchInput } from '../widgets/SearchInput.tsx';
import './SearchPalette.css';
import type { Found } from './searchCatalog.ts';
import { useSearchIndex } from './useSearchIndex.ts';

const most = 30;

const keyOf = ({ kind, id }: Found): string => `${kind}:${id}`;

function EntryHit({ id }: { readonly id: string }) {
  const { index } = useServices();
  const entry = index.entries.get(id);
  if (!entry) return null;
  return (
    <>
      <EntryIcon icon={iconOf(entry)} size={24} />
      <span className="hit__text">
        <span className="hit__name">{entry.name}</span>
        <small>{entry.summary}</small>
      </span>
      {entry.lifecycle.status === 'active' ? null : <LifecycleBadge status={entry.lifecycle.status} />}
      <span className="hit__kind">{kindWords[entry.kind]}</span>
    </>
  );
}

function TaskHit({ id }: { readonly id: string }) {
  const { index } = useServices();
  const asked = useWindow((state) => state.need.tasks.some(({ task }) => task === id));
  const task = index.tasks.get(id);
  if (!task) return null;
  return (
    <>
      <span className="hit__glyph">
        {asked ? <Check size={16} aria-hidden /> : <ListChecks size={16} aria-hidden />}
      </span>
      <span className="hit__text">
        <span className="hit__name">{task.name}</span>
        <small>{task.description}</small>
      </span>
      <span className="hit__kind">{asked ? 'Task, asked for' : 'Task'}</span>
    </>
  );
}

/** Finds services and tasks by name: a service is shown on the map, a task is added to the need. */
export function SearchPalette() {
  const { index } = useServices();
  const search = useSearchIndex();
  const [query, setQuery] = useState('');
  const close = useWindow((state) => state.openDialog);
  const reveal = useWindow((state) => state.revealEntry);
  const editNeed = useWindow((state) => state.editNeed);
  const say = useWindow((state) => state.say);
  const hits = query.trim() === '' ? [] : search(query.trim(), 'stack', most);
  const nameOf = ({ kind, id }: Found) => (kind === 'entry' ? index.entries : index.tasks).get(id)?.name ?? id;

  const choose = (key: string) => {
    const hit = hits.find((each) => keyOf(each) === key);
    if (!hit) return;
    close(undefined);
    if (hit.kind === 'entry') {
      reveal(hit.id);
      say(`The result shows ${nameOf(hit)}`);
    } else editNeed((need) => toggleTask(need, hit.id));
  };

  return (
    <ModalOverlay
      className="dialog-overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) close(undefined);
      }}
    >
      <Modal className="dialog-modal palette">
        <Dialog className="dialog" aria-label="Search services and tasks">
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchInput
              label="Search services and tasks"
              placeholder="A service, a capability, or what to do"
              icon={<Search size={18} aria-hidden />}
              onEnter={(key = hits[0] && keyOf(hits[0])) => {
                if (key !== undefined) choose(key);
              }}
            >
              <kbd>Esc</kbd>
            </SearchInput>
            <ListBox
              className="palette__hits"
              aria-label="Found"
              items={hits.map((hit) => ({ ...hit, key: keyOf(hit) }))}
              onAction={(key) => choose(String(key))}
              renderEmptyState={() => (
                <p className="palette__empty">
                  {query.trim() === ''
                    ? 'Type a name such as “Rekognition”, an old one such as “Elastic Inference”, or a task such as “subtitles”.'
                    : `Nothing in the catalogue is called “${query.trim()}”.`}
                </p>
              )}
            >
              {(hit) => (
                <ListBoxItem id={hit.key} textValue={nameOf(hit)} className="hit">
                  {hit.kind === 'entry' ? <EntryHit id={hit.id} /> : <TaskHit id={hit.id} />}
                </ListBoxItem>
              )}
            </ListBox>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
