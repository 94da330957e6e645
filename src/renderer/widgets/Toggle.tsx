import { Switch } from 'react-aria-components';
import './Toggle.css';

interface ToggleProps {
  readonly label: string;
  /** In small letters below the label. */
  readonly detail?: string;
  readonly isSelected: boolean;
  readonly onChange: (on: boolean) => void;
}

/** Something that is on or off, and changes at once. */
export function Toggle({ label, detail, isSelected, onChange }: ToggleProps) {
  return (
    <Switch className="switch" isSelected={isSelected} onChange={onChange}>
      <span className="switch__track">
        <span className="switch__knob" />
      </span>
      <span>
        {label}
        {detail === undefined ? null : <small>{detail}</small>}
      </span>
    </Switch>
  );
}
