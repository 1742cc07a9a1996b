import { signal } from './signal.ts';

/** How many entities and links the filter keeps off the view in front; set by that view. */
export const hiddenByFilter = signal<{ readonly hidden: number; readonly of: number }>({ hidden: 0, of: 0 });

/** Of the items in view on the chart in front, how many have their name written; null where no chart is. */
export const namesInView = signal<{ readonly shown: number; readonly of: number } | null>(null);
