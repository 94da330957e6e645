import { useServices } from '../../app/services.ts';
import { SelectField } from '../../widgets/SelectField.tsx';
import type { SetFields } from './fields.ts';

interface DataFieldProps {
  readonly label: string;
  readonly data: string | undefined;
  readonly set: SetFields;
}

/** Which kind of data it is, of those of the catalogue. */
export function DataField({ label, data, set }: DataFieldProps) {
  const { catalog } = useServices();
  const kinds = catalog.dataKinds.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField
      label={label}
      choices={[{ value: '', label: 'Not said' }, ...kinds]}
      value={data ?? ''}
      onChange={(value) => set({ data: value === '' ? null : value })}
    />
  );
}
