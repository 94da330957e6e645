import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './Segmented.css';

interface Choice<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SegmentedProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly className?: string;
}

/** One of a few, side by side. */
export function Segmented<Value extends string>({ label, choices, value, onChange, className }: SegmentedProps<Value>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className={`segmented ${className ?? ''}`}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = choices.find((choice) => keys.has(choice.value));
        if (chosen) onChange(chosen.value);
      }}
    >
      {choices.map((choice) => (
        <ToggleButton key={choice.value} id={choice.value} className="segmented__choice">
          {choice.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
