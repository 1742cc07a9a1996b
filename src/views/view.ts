import type { ComponentType } from 'react';
import type { Id } from '#domain/record';
import type { IconName } from '#ui/icon/index';

/** What the workspace gives a view. The open case comes from `useOpenCase`, the selection from the session. */
export interface ViewProps {
  /** The chart it shows; always given where `perChart` is set. */
  readonly chart?: Id;
  /** Whether its pane has the focus: then its shortcuts act. */
  readonly focused: boolean;
}

/** Words: `view.<id>` (name of the tab), `view.<id>.about` (one line, what it is for). */
export interface ViewDefinition {
  readonly id: string;
  readonly icon: IconName;
  /** One tab per chart instead of one per case. */
  readonly perChart: boolean;
  /** False keeps it out of menus: it opens only when something leads there. */
  readonly listed?: false;
  /** Loaded when first opened. */
  readonly load: () => Promise<{ readonly default: ComponentType<ViewProps> }>;
}

/** The explorer (left) and the inspector (right). */
export interface SideDefinition {
  readonly id: 'explorer' | 'inspector';
  /** What the folded rail shows: each a button that unfolds the side and moves to the part with this element id. */
  readonly rail: readonly { readonly icon: IconName; readonly part: string }[];
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}
