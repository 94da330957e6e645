import { TriangleAlert } from 'lucide-react';
import { Button, ProgressBar } from 'react-aria-components';
import type { LayoutFailure } from '../../core/layout/layout.ts';
import './LayoutStates.css';
import type { LayoutProgress } from './useLayout.ts';

/** While a layout is under way. Says so only when it takes longer than an eye-blink. */
export function LayoutPending({ progress }: { readonly progress: LayoutProgress }) {
  if (progress.status !== 'pending' || !progress.slow) return <div className="layout-pending" aria-hidden="true" />;
  return (
    <div className="layout-pending">
      <ProgressBar aria-label="Laying out the picture" isIndeterminate className="progress">
        <span className="progress__bar" />
      </ProgressBar>
      <p>Laying out the picture …</p>
    </div>
  );
}

/** When a layout failed. */
export function LayoutFailed({ failure, onRetry }: { readonly failure: LayoutFailure; readonly onRetry: () => void }) {
  return (
    <div className="empty-state" role="alert">
      <TriangleAlert size={24} aria-hidden />
      <h2>The picture could not be laid out</h2>
      <p>{failure.message}</p>
      <Button className="button" onPress={onRetry}>
        Try again
      </Button>
    </div>
  );
}
