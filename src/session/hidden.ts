import { signal } from './signal.ts';

/** How many entities and links the filter keeps off the view in front; set by that view. */
export const hiddenByFilter = signal<{ readonly hidden: number; readonly of: number }>({ hidden: 0, of: 0 });
