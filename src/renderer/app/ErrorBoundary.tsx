import { Component, type ReactNode } from 'react';
import { StartFailure } from './StartFailure.tsx';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What stands in for the children instead of the whole page's failure. */
  readonly fallback?: (error: unknown, retry: () => void) => ReactNode;
}

/** Catches what a component throws, so that one broken part never leaves a white window. */
export class ErrorBoundary extends Component<
  ErrorBoundaryProps,
  { readonly error: unknown; readonly failed: boolean }
> {
  override state = { error: undefined, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  readonly retry = () => this.setState({ error: undefined, failed: false });

  override render() {
    if (!this.state.failed) return this.props.children;
    return this.props.fallback?.(this.state.error, this.retry) ?? <StartFailure error={this.state.error} />;
  }
}
