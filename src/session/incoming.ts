import { signal } from './signal.ts';

/** Files dropped or chosen, or a table pasted, that wait for the import view of the case now open. */
export interface Incoming {
  readonly files: readonly File[];
  readonly text?: string;
}

export const incoming = signal<Incoming | null>(null);
