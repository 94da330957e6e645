import { TriangleAlert } from 'lucide-react';
import './StartFailure.css';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

interface StartFailureProps {
  readonly error: unknown;
  /** Forgets what was remembered and starts anew. Absent where that would not help. */
  readonly onForget?: () => void;
}

/** What is shown when the window itself has failed: what happened, and two ways on. */
export function StartFailure({ error, onForget }: StartFailureProps) {
  return (
    <main className="start-failure" role="alert">
      <TriangleAlert size={28} aria-hidden />
      <h1>Lodestack ran into an error</h1>
      <p>Nothing that you saved is lost. Loading the window again usually helps; your need is remembered.</p>
      <pre>{messageOf(error)}</pre>
      <div className="start-failure__ways">
        <button type="button" className="button button--primary" onClick={() => location.reload()}>
          Load again
        </button>
        {onForget ? (
          <button type="button" className="button" onClick={onForget}>
            Start with an empty need
          </button>
        ) : null}
      </div>
    </main>
  );
}
