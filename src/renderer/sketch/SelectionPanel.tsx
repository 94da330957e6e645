import { ArrowLeftRight, ArrowRight, Lock, LockOpen, Minus, Pin, PinOff, Trash2 } from 'lucide-react';
import { Button, Input, Label, TextArea, TextField } from 'react-aria-components';
import type { Fields } from '../../core/diagram/command.ts';
import {
  type EdgeDirection,
  type EdgeStyle,
  edgeStyles,
  type GroupKind,
  groupKinds,
  type Tone,
  tones,
} from '../../core/diagram/diagram.ts';
import { findPart, type Page, type Part } from '../../core/diagram/page.ts';
import { iconOf } from '../../core/scene/mapPlan.ts';
import { useServices, useWindow } from '../app/services.ts';
import { keyOf } from '../app/shortcuts.ts';
import { LifecycleBadge } from '../inspector/LifecycleBadge.tsx';
import { EntryIcon } from '../widgets/EntryIcon.tsx';
import { IconButton } from '../widgets/IconButton.tsx';
import { Segmented } from '../widgets/Segmented.tsx';
import { SelectField } from '../widgets/SelectField.tsx';
import { Comments } from './Comments.tsx';
import { countedParts } from './countedParts.ts';
import { ProblemList } from './ProblemList.tsx';
import { useProblems } from './useProblems.ts';

const toneNames: Readonly<Record<Tone, string>> = {
  plain: 'Plain',
  blue: 'Blue',
  green: 'Green',
  amber: 'Amber',
  rose: 'Rose',
};
const styleNames: Readonly<Record<EdgeStyle, string>> = { flow: 'Flow', support: 'Support', relation: 'Relation' };
const directionChoices = [
  { value: 'forward', label: 'One way' },
  { value: 'both', label: 'Both ways' },
  { value: 'none', label: 'No arrow' },
] as const satisfies readonly { value: EdgeDirection; label: string }[];
const groupNames: Readonly<Record<GroupKind, string>> = {
  cloud: 'Cloud',
  account: 'Account',
  region: 'Region',
  zone: 'Availability Zone',
  vpc: 'VPC',
  subnet: 'Private subnet',
  'public-subnet': 'Public subnet',
  'scaling-group': 'Auto Scaling group',
  'on-premises': 'On-premises',
  layer: 'Layer of the stack',
  custom: 'Boundary',
};
const kindNames = {
  service: 'Service',
  actor: 'Person or application',
  data: 'Data',
  queue: 'Queue',
  note: 'Note',
  text: 'Text',
  image: 'Picture',
} as const;

interface Editing {
  readonly page: Page;
  readonly ids: readonly string[];
  readonly set: (fields: Fields, gesture?: string) => void;
}

function ToneField({ parts, set }: { readonly parts: readonly Part[] } & Pick<Editing, 'set'>) {
  const shown = new Set(parts.map(({ record }) => record.tone ?? 'plain'));
  return (
    <fieldset className="field">
      <legend className="field__label">Colour</legend>
      <div className="tones">
        {tones.map((tone) => (
          <Button
            key={tone}
            className={`tone tone--${tone}`}
            aria-label={toneNames[tone]}
            aria-pressed={shown.size === 1 && shown.has(tone)}
            onPress={() => set({ tone: tone === 'plain' ? null : tone })}
          />
        ))}
      </div>
    </fieldset>
  );
}

function WordsField({
  label,
  value,
  onChange,
  long,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  long?: boolean;
}) {
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label className="field__label">{label}</Label>
      {long ? <TextArea className="field__input" rows={4} /> : <Input className="field__input" />}
    </TextField>
  );
}

/** Which services of the catalogue it stands for, which needs it serves, and why it is there. */
function NodeReasons({
  part,
  onResult,
}: {
  readonly part: Extract<Part, { type: 'node' }>;
  readonly onResult: () => void;
}) {
  const { index } = useServices();
  const reveal = useWindow((state) => state.revealEntry);
  const { entry: id, covers, why } = part.record;
  const entry = id === undefined ? undefined : index.entries.get(id);
  if (!entry) return null;
  return (
    <section className="inspector__section">
      <h3 className="section-label">Stands for</h3>
      <Button
        className="stands-for"
        onPress={() => {
          reveal(entry.id);
          onResult();
        }}
      >
        <EntryIcon icon={iconOf(entry)} size={28} />
        <span>{entry.name}</span>
        {entry.lifecycle.status === 'active' ? null : <LifecycleBadge status={entry.lifecycle.status} />}
      </Button>
      {covers && covers.length > 0 ? (
        <>
          <h3 className="section-label">
            {part.record.role === 'supporting' ? 'Stands beside' : 'Does what you asked for'}
          </h3>
          <ul className="covers">
            {covers.map((task) => (
              <li key={task}>{index.tasks.get(task)?.name ?? task}</li>
            ))}
          </ul>
        </>
      ) : null}
      {why ? (
        <>
          <h3 className="section-label">Why it is here</h3>
          <p>{why}</p>
        </>
      ) : null}
    </section>
  );
}

function NodeFields({
  part,
  page,
  set,
  onResult,
}: { readonly part: Extract<Part, { type: 'node' }>; readonly onResult: () => void } & Omit<Editing, 'ids'>) {
  const { catalog } = useServices();
  const { id, kind, label, detail, data } = part.record;
  const remark = kind === 'note' || kind === 'text';
  const kinds = [
    { value: '', label: 'Not said' },
    ...catalog.dataKinds.map((each) => ({ value: each.id, label: each.name })),
  ];
  return (
    <>
      <WordsField
        label={remark ? 'Words' : 'Name'}
        long={remark}
        value={label}
        onChange={(value) => set({ label: value }, `label ${id}`)}
      />
      {remark ? null : (
        <WordsField
          label="Second line"
          value={detail ?? ''}
          onChange={(value) => set({ detail: value === '' ? null : value }, `detail ${id}`)}
        />
      )}
      {kind === 'data' || kind === 'queue' || page.nodes[id]?.entry !== undefined ? (
        <SelectField
          label="Data it holds"
          choices={kinds}
          value={data ?? ''}
          onChange={(value) => set({ data: value === '' ? null : value })}
        />
      ) : null}
      <NodeReasons part={part} onResult={onResult} />
    </>
  );
}

function GroupFields({ part, set }: { readonly part: Extract<Part, { type: 'group' }> } & Pick<Editing, 'set'>) {
  const { id, kind, label } = part.record;
  return (
    <>
      <WordsField label="Name" value={label} onChange={(value) => set({ label: value }, `label ${id}`)} />
      <SelectField
        label="Kind"
        choices={groupKinds.map((value) => ({ value, label: groupNames[value] }))}
        value={kind}
        onChange={(value) => set({ kind: groupKinds.find((each) => each === value) ?? kind })}
      />
    </>
  );
}

function EdgeFields({ part, set }: { readonly part: Extract<Part, { type: 'edge' }> } & Pick<Editing, 'set'>) {
  const { catalog } = useServices();
  const { id, label, style, direction = 'forward', data } = part.record;
  const kinds = [
    { value: '', label: 'Not said' },
    ...catalog.dataKinds.map((each) => ({ value: each.id, label: each.name })),
  ];
  return (
    <>
      <WordsField
        label="Words on the line"
        value={label ?? ''}
        onChange={(value) => set({ label: value === '' ? null : value }, `label ${id}`)}
      />
      <Segmented
        label="Kind of line"
        choices={edgeStyles.map((value) => ({ value, label: styleNames[value] }))}
        value={style}
        onChange={(value) => set({ style: value })}
      />
      <Segmented
        label="Arrows"
        choices={directionChoices}
        value={direction}
        onChange={(value) => set({ direction: value === 'forward' ? null : value })}
      />
      <SelectField
        label="Data that flows"
        choices={kinds}
        value={data ?? ''}
        onChange={(value) => set({ data: value === '' ? null : value })}
      />
    </>
  );
}

const glyphs = { forward: ArrowRight, both: ArrowLeftRight, none: Minus } as const;

/** What is selected, and everything about it that can be changed. */
export function SelectionPanel({
  page,
  selection,
  onResult,
}: {
  readonly page: Page;
  readonly selection: ReadonlySet<string>;
  readonly onResult: () => void;
}) {
  const { sketch } = useServices();
  const ids = [...selection];
  const parts = ids.flatMap((id) => findPart(page, id) ?? []);
  const [only] = parts;
  const problems = useProblems(page).filter(({ parts: on }) => on.some((id) => selection.has(id)));
  const set = (fields: Fields, gesture?: string) => {
    sketch.getState().perform({ type: 'set', page: page.id, ids, fields }, gesture);
  };
  if (!only) return null;
  const single = parts.length === 1;
  const locked = parts.every(({ record }) => record.locked === true);
  const placed = parts.every(({ type }) => type !== 'edge');
  const pinned = parts.every((part) => part.type !== 'edge' && part.record.pinned === true);
  const Glyph = only.type === 'edge' ? glyphs[only.record.direction ?? 'forward'] : undefined;
  const title =
    parts.length > 1
      ? countedParts(parts)
      : only.type === 'node'
        ? kindNames[only.record.kind]
        : only.type === 'group'
          ? groupNames[only.record.kind]
          : `${styleNames[only.record.style]} from ${nameOf(page, only.record.from)} to ${nameOf(page, only.record.to)}`;
  return (
    <div className="inspector selection">
      <header className="inspector__header">
        <h2>
          {Glyph ? <Glyph size={16} aria-hidden /> : null} {title}
        </h2>
        <span className="selection__actions">
          {placed ? (
            <IconButton
              className="icon-button--small"
              label={pinned ? 'Let tidying up move it' : 'Pin: tidying up leaves it where it is'}
              onPress={() => set({ pinned: pinned ? null : true })}
            >
              {pinned ? <PinOff size={14} aria-hidden /> : <Pin size={14} aria-hidden />}
            </IconButton>
          ) : null}
          <IconButton
            className="icon-button--small"
            label={locked ? 'Unlock' : 'Lock'}
            onPress={() => set({ locked: locked ? null : true })}
          >
            {locked ? <LockOpen size={14} aria-hidden /> : <Lock size={14} aria-hidden />}
          </IconButton>
          <IconButton
            className="icon-button--small"
            label="Delete"
            keys={keyOf('remove')}
            onPress={() => sketch.getState().edit({ type: 'remove', ids })}
          >
            <Trash2 size={14} aria-hidden />
          </IconButton>
        </span>
      </header>
      <div className="selection__fields">
        {problems.length > 0 ? (
          <ProblemList
            label="Checks of what is selected"
            className="problems--beside"
            problems={problems}
            page={page}
          />
        ) : null}
        {single && only.type === 'node' ? (
          <NodeFields key={only.record.id} part={only} page={page} set={set} onResult={onResult} />
        ) : null}
        {single && only.type === 'group' ? <GroupFields key={only.record.id} part={only} set={set} /> : null}
        {single && only.type === 'edge' ? <EdgeFields key={only.record.id} part={only} set={set} /> : null}
        <ToneField parts={parts} set={set} />
        {single ? (
          <Comments key={`comments ${only.record.id}`} comments={only.record.comments ?? []} set={set} />
        ) : null}
      </div>
    </div>
  );
}

const nameOf = (page: Page, id: string): string => page.nodes[id]?.label ?? page.groups[id]?.label ?? id;
