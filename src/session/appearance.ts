import { signal } from './signal.ts';

/** `system` follows the computer. */
export type Theme = 'light' | 'dark' | 'system';
/** `roomy` gives rows and controls 28 px instead of 24. */
export type Density = 'dense' | 'roomy';

export const theme = signal<Theme>('system');
export const density = signal<Density>('dense');
