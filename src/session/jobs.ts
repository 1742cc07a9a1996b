import { signal } from './signal.ts';

/** Work that runs somewhere, as the status line shows it. `of` is 0 while the amount is not known. */
export interface Job {
  readonly id: number;
  /** A whole phrase, already translated: "Laying out 1,204 entities". */
  readonly label: string;
  readonly done: number;
  readonly of: number;
  readonly cancel?: () => void;
}

export const jobs = signal<readonly Job[]>([]);

let next = 1;

/** Shows a job until `end`; progress is real work done, never a timer. */
export function startJob(label: string, cancel?: () => void) {
  const id = next++;
  jobs.set((all) => [...all, { id, label, done: 0, of: 0, ...(cancel && { cancel }) }]);
  return {
    progress(done: number, of: number, stage?: string): void {
      jobs.set((all) =>
        all.map((j) => (j.id === id ? { ...j, done, of, ...(stage !== undefined && { label: stage }) } : j)),
      );
    },
    end(): void {
      jobs.set((all) => all.filter((j) => j.id !== id));
    },
  };
}
