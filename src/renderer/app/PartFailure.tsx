import { Button } from 'react-aria-components';

interface PartFailureProps {
  /** The part of the window, such as "The picture". */
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

/** Stands in for a part of the window that failed, while the rest goes on. */
export function PartFailure({ what, error, onRetry }: PartFailureProps) {
  return (
    <div className="empty-state" role="alert">
      <h2>{what} could not be shown</h2>
      <p>{error instanceof Error ? error.message : String(error)}</p>
      <Button className="button" onPress={onRetry}>
        Try again
      </Button>
    </div>
  );
}
