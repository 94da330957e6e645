import { groupKinds } from '../../../core/diagram/diagram.ts';
import { SelectField } from '../../widgets/SelectField.tsx';
import type { FieldsOf } from './fields.ts';
import { groupNames } from './partNames.ts';
import { WordsField } from './WordsField.tsx';

/** What can be changed of a boundary. */
export function GroupFields({ part, set }: FieldsOf<'group'>) {
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
