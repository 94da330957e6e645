import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import './Fold.css';

interface FoldProps {
  readonly title: string;
  /** What it says in short, beside the title, while it is folded too. */
  readonly note?: ReactNode;
  readonly open?: boolean;
  readonly children: () => ReactNode;
}

/** A section of the inspector that opens on demand; what is in it is made only then. */
export function Fold({ title, note, open = false, children }: FoldProps) {
  const [expanded, setExpanded] = useState(open);
  return (
    <Disclosure className="fold" isExpanded={expanded} onExpandedChange={setExpanded}>
      <Heading level={3} className="fold__heading">
        <Button slot="trigger" className="fold__trigger">
          <ChevronRight size={14} aria-hidden className="fold__chevron" />
          <span className="fold__title">{title}</span>
          {note === undefined ? null : <span className="fold__note">{note}</span>}
        </Button>
      </Heading>
      <DisclosurePanel>{expanded ? children() : null}</DisclosurePanel>
    </Disclosure>
  );
}
