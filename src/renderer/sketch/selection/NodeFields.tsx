import { DataField } from './DataField.tsx';
import type { FieldsOf } from './fields.ts';
import { NodeReasons } from './NodeReasons.tsx';
import { WordsField } from './WordsField.tsx';

/** What can be changed of a node, and why it is there. `onResult`: the result of the need is to be shown. */
export function NodeFields({ part, set, onResult }: FieldsOf<'node'> & { readonly onResult: () => void }) {
  const { id, kind, label, detail, data, entry } = part.record;
  const remark = kind === 'note' || kind === 'text';
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
      {kind === 'data' || kind === 'queue' || entry !== undefined ? (
        <DataField label="Data it holds" data={data} set={set} />
      ) : null}
      <NodeReasons part={part} onResult={onResult} />
    </>
  );
}
