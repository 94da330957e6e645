import { type EdgeDirection, edgeStyles } from '../../../core/diagram/diagram.ts';
import { Segmented } from '../../widgets/Segmented.tsx';
import { DataField } from './DataField.tsx';
import type { FieldsOf } from './fields.ts';
import { styleNames } from './partNames.ts';
import { WordsField } from './WordsField.tsx';

const directionChoices = [
  { value: 'forward', label: 'One way' },
  { value: 'both', label: 'Both ways' },
  { value: 'none', label: 'No arrow' },
] as const satisfies readonly { value: EdgeDirection; label: string }[];

/** What can be changed of a line. */
export function EdgeFields({ part, set }: FieldsOf<'edge'>) {
  const { id, label, style, direction = 'forward', data } = part.record;
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
      <DataField label="Data that flows" data={data} set={set} />
    </>
  );
}
