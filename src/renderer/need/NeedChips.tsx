import { X } from 'lucide-react';
import { useMemo } from 'react';
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components';
import type { CatalogIndex } from '../../core/catalog/lookup.ts';
import type { Need } from '../../core/decision/need.ts';
import { useServices, useWindow } from '../app/services.ts';
import { removeData, removeNamed, toggleTask } from '../state/needEdits.ts';
import './NeedChips.css';
import { wordsOf } from './triggers.ts';

interface Chip {
  readonly id: string;
  readonly label: string;
  /** The words that gave it; empty where it was picked by hand. */
  readonly words: string;
  readonly tone: 'task' | 'data' | 'named';
  /** Weak words alone gave it. */
  readonly guess?: boolean | undefined;
  readonly remove: (need: Need) => Need;
}

function chipsOf(need: Need, index: CatalogIndex): Chip[] {
  const kindName = (id: string) => index.dataKinds.get(id)?.name ?? id;
  return [
    ...need.tasks.map(
      ({ task, triggers, guess }): Chip => ({
        id: `task:${task}`,
        label: index.tasks.get(task)?.name ?? task,
        words: wordsOf(triggers),
        tone: 'task',
        guess,
        remove: (before) => toggleTask(before, task),
      }),
    ),
    ...need.named.map(
      ({ entry, stance, triggers }): Chip => ({
        id: `named:${entry}`,
        label: `${stance === 'replace' ? 'Replace ' : 'Use '}${index.entries.get(entry)?.name ?? entry}`,
        words: wordsOf(triggers),
        tone: 'named',
        remove: (before) => removeNamed(before, entry),
      }),
    ),
    ...need.have.map(
      (kind): Chip => ({
        id: `have:${kind}`,
        label: `Have ${kindName(kind)}`,
        words: '',
        tone: 'data',
        remove: (before) => removeData(before, 'have', kind),
      }),
    ),
    ...need.want.map(
      (kind): Chip => ({
        id: `want:${kind}`,
        label: `Want ${kindName(kind)}`,
        words: '',
        tone: 'data',
        remove: (before) => removeData(before, 'want', kind),
      }),
    ),
  ];
}

/** What was understood, as chips that can be taken away. */
export function NeedChips({ need }: { readonly need: Need }) {
  const { index } = useServices();
  const { tasks, named, have, want } = need;
  // biome-ignore lint/correctness/useExhaustiveDependencies: of the need, chips show these parts.
  const chips = useMemo(() => chipsOf(need, index), [tasks, named, have, want, index]);
  const editNeed = useWindow((state) => state.editNeed);
  if (chips.length === 0) return null;
  return (
    <TagGroup
      className="need-chips"
      selectionMode="none"
      onRemove={(keys) => {
        for (const chip of chips) if (keys.has(chip.id)) editNeed(chip.remove);
      }}
    >
      <Label className="section-label">Understood as</Label>
      <TagList className="need-chips__list" items={chips}>
        {(chip) => (
          <Tag
            id={chip.id}
            textValue={chip.guess ? `${chip.label}, a guess` : chip.label}
            className={`chip chip--${chip.tone}${chip.guess ? ' chip--guess' : ''}`}
          >
            <span className="chip__text">
              {chip.label}
              {chip.guess ? <small className="chip__guess">a guess</small> : null}
              {chip.words ? <small>“{chip.words}”</small> : null}
            </span>
            {/* The name of the chip is added to that of its button. */}
            <Button slot="remove" className="chip__remove" aria-label="Remove">
              <X size={12} aria-hidden />
            </Button>
          </Tag>
        )}
      </TagList>
    </TagGroup>
  );
}
