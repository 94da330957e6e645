import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';

interface NeedSectionProps {
  readonly title: string;
  /** How much of it is set. */
  readonly count: number;
  readonly total?: number;
  /** What it does to the answer, in a word or two. */
  readonly note?: string;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A part of the need that can be folded away. */
export function NeedSection({ title, count, total, note, open = false, children }: NeedSectionProps) {
  const [expanded, setExpanded] = useState(open);
  return (
    <Disclosure className="need-section" isExpanded={expanded} onExpandedChange={setExpanded}>
      <Heading level={2} className="need-section__heading">
        <Button slot="trigger" className="need-section__trigger">
          <ChevronRight size={14} aria-hidden />
          <span className="need-section__title">{title}</span>
          <span className="need-section__note">{note}</span>
          {count > 0 ? <span className="count count--on">{count} set</span> : null}
          {total === undefined ? null : <span className="count">{total}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>{expanded ? <div className="need-section__body">{children}</div> : null}</DisclosurePanel>
    </Disclosure>
  );
}
