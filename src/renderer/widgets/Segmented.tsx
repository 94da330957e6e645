import { type KeyboardEvent, useRef } from 'react';
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

const steps: Readonly<Record<string, 1 | -1>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * One of a few, side by side: the radio group of ARIA's authoring practices, one stop of the tab key in which an arrow key goes to the
 * next choice and chooses it. In a toolbar, whose arrow keys pass through it, Enter and Space choose.
 */
export function Segmented<Value extends string>({ label, choices, value, onChange, className }: SegmentedProps<Value>) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const place = (choices.findIndex((choice) => choice.value === value) + step + choices.length) % choices.length;
    const next = choices[place];
    if (!next) return;
    group.current?.querySelectorAll('button')[place]?.focus();
    onChange(next.value);
  };
  return (
    <div ref={group} role="radiogroup" aria-label={label} className={`segmented ${className ?? ''}`}>
      {choices.map((choice) => {
        const chosen = choice.value === value;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a native radio cannot hold its words, nor stand in a toolbar.
          <button
            key={choice.value}
            type="button"
            role="radio"
            aria-checked={chosen}
            tabIndex={chosen ? 0 : -1}
            data-selected={chosen || undefined}
            className="segmented__choice"
            onClick={() => {
              if (!chosen) onChange(choice.value);
            }}
            onKeyDown={onKeyDown}
          >
            {choice.label}
          </button>
        );
      })}
    </div>
  );
}
