import type { Reason } from '../../core/decision/decision.ts';
import { Sources } from './Sources.tsx';

/** Reasons with what they rest on; what is our own judgement says so. */
export function ReasonList({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.text} className="reason">
          {reason.text}
          <span className="reason__ground">
            {reason.judgement ? <span className="judgement">Our judgement</span> : null}
            <Sources ids={reason.sources} />
          </span>
        </li>
      ))}
    </ul>
  );
}
