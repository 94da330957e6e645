import { Check, ChevronRight, Search, X } from 'lucide-react';
import { memo, useDeferredValue, useMemo, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading, Input, SearchField, ToggleButton } from 'react-aria-components';
import type { Task } from '../../core/catalog/vocabulary.ts';
import { useServices, useWindow } from '../app/services.ts';
import { useSearchIndex } from '../search/useSearchIndex.ts';
import { toggleTask } from '../state/needEdits.ts';
import './NeedField.css';
import './TaskPicker.css';

const TaskChip = memo(function TaskChip({ task }: { readonly task: Task }) {
  const asked = useWindow((state) => state.need.tasks.some((needed) => needed.task === task.id));
  const editNeed = useWindow((state) => state.editNeed);
  return (
    <ToggleButton
      className="task-chip"
      isSelected={asked}
      onChange={() => editNeed((need) => toggleTask(need, task.id))}
    >
      {asked ? <Check size={12} aria-hidden /> : null}
      {task.name}
    </ToggleButton>
  );
});

interface TaskGroupProps {
  readonly id: string;
  readonly name: string;
  readonly tasks: readonly Task[];
  readonly forcedOpen: boolean;
}

function TaskGroup({ id, name, tasks, forcedOpen }: TaskGroupProps) {
  const asked = useWindow((state) => tasks.filter(({ id }) => state.need.tasks.some(({ task }) => task === id)).length);
  const [open, setOpen] = useState(false);
  const expanded = forcedOpen || open;
  return (
    <Disclosure id={id} className="task-group" isExpanded={expanded} onExpandedChange={setOpen}>
      <Heading level={3} className="task-group__heading">
        <Button slot="trigger" className="task-group__trigger">
          <ChevronRight size={14} aria-hidden className="task-group__arrow" />
          <span className="task-group__name">{name}</span>
          {asked > 0 ? <span className="count count--on">{asked} picked</span> : null}
          <span className="count">{tasks.length}</span>
        </Button>
      </Heading>
      <DisclosurePanel className="task-group__panel">
        {expanded ? (
          <div className="task-group__tasks">
            {tasks.map((task) => (
              <TaskChip key={task.id} task={task} />
            ))}
          </div>
        ) : null}
      </DisclosurePanel>
    </Disclosure>
  );
}

/** Every task of the catalogue by group, with a search over names and descriptions. */
export const TaskPicker = memo(function TaskPicker() {
  const { catalog } = useServices();
  const search = useSearchIndex();
  const [query, setQuery] = useState('');
  const asked = useDeferredValue(query.trim());
  const found = useMemo(
    () => (asked === '' ? undefined : new Set(search(asked, 'task', 40).map((hit) => hit.id))),
    [asked, search],
  );
  const groups = catalog.taskGroups
    .map((group) => ({
      ...group,
      tasks: catalog.tasks.filter((task) => task.group === group.id && (found === undefined || found.has(task.id))),
    }))
    .filter((group) => group.tasks.length > 0);

  return (
    <div className="task-picker">
      <SearchField className="need-field task-search" aria-label="Search tasks" value={query} onChange={setQuery}>
        <Search size={14} aria-hidden className="task-search__glyph" />
        <Input className="need-field__input" placeholder={`Search ${catalog.tasks.length} tasks`} />
        <Button className="need-field__button" aria-label="Clear the search">
          <X size={12} aria-hidden />
        </Button>
      </SearchField>
      {groups.length === 0 ? (
        <p className="hint">No task is called “{asked}”. Try another word, or describe the need above.</p>
      ) : (
        groups.map((group) => <TaskGroup key={group.id} {...group} forcedOpen={found !== undefined} />)
      )}
    </div>
  );
});
