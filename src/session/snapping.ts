import { signal } from './signal.ts';

/** Whether what is moved by hand on a chart comes to rest on the grid. */
export const snapping = signal(false);
