import { Input, Label, TextArea, TextField } from 'react-aria-components';

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** It has several lines. */
  readonly long?: boolean;
}

/** Words that a part shows. */
export function WordsField({ label, value, onChange, long }: WordsFieldProps) {
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label className="field__label">{label}</Label>
      {long ? <TextArea className="field__input" rows={4} /> : <Input className="field__input" />}
    </TextField>
  );
}
