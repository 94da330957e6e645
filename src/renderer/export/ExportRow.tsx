import type { ReactNode } from 'react';

interface RowProps {
  readonly label: string;
  readonly note?: string;
  readonly children: ReactNode;
}

/** One choice of the export dialog, with its name over it and what it means below. */
export function Row({ label, note, children }: RowProps) {
  return (
    <div className="export-row">
      <span className="section-label" aria-hidden="true">
        {label}
      </span>
      {children}
      {note ? <p className="hint">{note}</p> : null}
    </div>
  );
}
