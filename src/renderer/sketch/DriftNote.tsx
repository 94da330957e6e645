import { RefreshCw } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Page } from '../../core/diagram/page.ts';
import { useDrift } from './useDrift.ts';

/** Lines shown at most: the rest is of the same kind. */
const mostShown = 8;

/** What has come of the need since the draft was made; with a selection, in short, and only what concerns the parts of it. */
export function DriftNote({ page, selection }: { readonly page: Page; readonly selection?: ReadonlySet<string> }) {
  const { drifts, update } = useDrift(page);
  if (drifts.length === 0) return null;
  const shown = drifts.filter(({ id, type }) => type !== 'edge' && (selection?.has(id) ?? true)).slice(0, mostShown);
  return (
    <section className="inspector__section drift">
      <h3 className="section-label">The need has changed since this was drafted</h3>
      {shown.length > 0 ? (
        <ul className="plain-list">
          {shown.map(({ id, kind, text }) => (
            <li key={`${kind} ${id}`}>{text}</li>
          ))}
        </ul>
      ) : null}
      <Button className={`button ${selection ? 'button--small' : 'button--primary'}`} onPress={update}>
        <RefreshCw size={14} aria-hidden />
        Update the draft
      </Button>
      {selection ? null : <p className="muted">What you placed, named or drew yourself stays as it is.</p>}
    </section>
  );
}
