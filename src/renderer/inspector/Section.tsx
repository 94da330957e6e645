import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** A part of what the inspector says, under its title. */
export function Section({ title, children }: SectionProps) {
  return (
    <section className="inspector__section">
      <h3 className="section-label">{title}</h3>
      {children}
    </section>
  );
}
