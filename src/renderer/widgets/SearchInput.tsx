import type { ReactNode } from 'react';
import { Input, TextField } from 'react-aria-components';
import './SearchInput.css';

interface SearchInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly icon: ReactNode;
  /** Enter went down: the key of the hit that the list has marked; none: it could not mark one yet, and the first is meant. */
  readonly onEnter: (key: string | undefined) => void;
  /** What stands behind the field. */
  readonly children?: ReactNode;
}

/** The field at the head of an overlay, over the list that it searches; it has the focus when the overlay opens. */
export function SearchInput({ label, placeholder, icon, onEnter, children }: SearchInputProps) {
  return (
    <TextField className="search-input" aria-label={label} autoFocus>
      {icon}
      <Input
        className="search-input__field"
        role="combobox"
        aria-expanded
        placeholder={placeholder}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          // Else the same key would also press the button that gets the focus back when the overlay closes.
          event.preventDefault();
          // The list itself would wait until the key is let go: what is typed on meanwhile would still go to this field.
          // Nor does what it tells screen readers of help, which follows half a second after what is seen.
          const list = document.getElementById(event.currentTarget.getAttribute('aria-controls') ?? '');
          onEnter(list?.querySelector<HTMLElement>('[role="option"][data-focused]')?.dataset.key);
        }}
      />
      {children}
    </TextField>
  );
}
