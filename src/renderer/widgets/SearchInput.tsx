import type { ReactNode } from 'react';
import { Input, TextField } from 'react-aria-components';
import './SearchInput.css';

interface SearchInputProps {
  readonly label: string;
  readonly placeholder: string;
  readonly icon: ReactNode;
  /** Enter was pressed before the list could mark its first hit: that hit is meant. */
  readonly onEnterFirst: () => void;
  /** What stands behind the field. */
  readonly children?: ReactNode;
}

/** The field at the head of an overlay, over the list that it searches; it has the focus when the overlay opens. */
export function SearchInput({ label, placeholder, icon, onEnterFirst, children }: SearchInputProps) {
  return (
    <TextField className="search-input" aria-label={label} autoFocus>
      {icon}
      <Input
        className="search-input__field"
        role="combobox"
        aria-expanded
        placeholder={placeholder}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          // Else the same key would also press the button that gets the focus back when the overlay closes.
          event.preventDefault();
          if (!event.currentTarget.getAttribute('aria-activedescendant')) onEnterFirst();
        }}
      />
      {children}
    </TextField>
  );
}
