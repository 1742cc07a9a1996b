import { useEffect, useRef } from 'react';
import { startJob } from '#session/jobs';

/** Runs one worker task as a job of the status line, with true progress and cancel. `mine`: with which it is ended from outside too. */
export function useWork() {
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  return async <R>(
    label: string,
    act: (watch: { signal: AbortSignal; onProgress: (p: { done: number; of: number }) => void }) => Promise<R>,
    mine = new AbortController(),
  ): Promise<R> => {
    stop.current = mine;
    const job = startJob(label, () => mine.abort());
    try {
      return await act({ signal: mine.signal, onProgress: (p) => job.progress(p.done, p.of) });
    } finally {
      job.end();
    }
  };
}
