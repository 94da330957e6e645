import type { GuideStep } from '../../core/guide/guide.ts';

/** How many services could still come first, of how many at the start. */
export function WhatIsLeft({ step: { left, total, next } }: { readonly step: GuideStep }) {
  const several = next.kind === 'finished' && next.winners.length > 1;
  const words = several ? `${next.winners.length} services, together` : `${left.length} of ${total} services left`;
  return (
    <div className="guide__left">
      <p role="status">{words}</p>
      <div className="guide__bar" aria-hidden="true">
        <span style={{ width: `${(100 * left.length) / Math.max(1, total)}%` }} />
      </div>
    </div>
  );
}
