import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  readonly children: ReactNode;
  /** What stands in for the children. */
  readonly fallback: (error: unknown, retry: () => void) => ReactNode;
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
    const { children, fallback } = this.props;
    return this.state.failed ? fallback(this.state.error, this.retry) : children;
  }
}
