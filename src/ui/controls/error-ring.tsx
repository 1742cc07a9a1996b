import { Component, type ErrorInfo, type ReactNode } from 'react';

export interface ErrorRingProps {
  readonly children: ReactNode;
  /** What stands in place of what broke. `again` draws the children anew. */
  readonly fallback: (error: unknown, again: () => void) => ReactNode;
  /** A change of this value draws the children anew, e.g. the pane's view. */
  readonly resetKey?: string | number;
  readonly onError?: (error: unknown, info: ErrorInfo) => void;
}

interface State {
  readonly failed: boolean;
  readonly error: unknown;
  readonly resetKey: string | number | undefined;
}

/** Catches what a part of the screen throws while drawing, so that the rest goes on. */
export class ErrorRing extends Component<ErrorRingProps, State> {
  override state: State = { failed: false, error: undefined, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { failed: true, error };
  }

  static getDerivedStateFromProps(props: ErrorRingProps, state: State): Partial<State> | null {
    return props.resetKey === state.resetKey ? null : { failed: false, error: undefined, resetKey: props.resetKey };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.props.onError?.(error, info);
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return this.props.fallback(this.state.error, () => this.setState({ failed: false, error: undefined }));
  }
}
