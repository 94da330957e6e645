import { Check, ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import './SelectField.css';

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

interface SelectFieldProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly className?: string;
}

/** One of many, in a list that opens. */
export function SelectField({ label, choices, value, onChange, className }: SelectFieldProps) {
  return (
    <Select
      className={`select-field ${className ?? ''}`}
      selectedKey={value}
      onSelectionChange={(key) => onChange(String(key))}
    >
      <Label className="select-field__label">{label}</Label>
      <Button className="select-field__button">
        <SelectValue className="select-field__value">{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover" offset={4}>
        <ListBox className="list-box">
          {choices.map((choice) => (
            <ListBoxItem key={choice.value} id={choice.value} textValue={choice.label} className="list-box__item">
              {({ isSelected }) => (
                <>
                  <span className="list-box__check">{isSelected ? <Check size={14} aria-hidden /> : null}</span>
                  <span>
                    {choice.label}
                    {choice.detail ? <small>{choice.detail}</small> : null}
                  </span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
