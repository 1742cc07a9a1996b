import { useEffect, useRef } from 'react';
import { startJob } from '#session/jobs';

/** Runs one worker task as a job of the status line, with true progress and cancel. */
export function useWork() {
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  return async <R>(
    label: string,
    act: (watch: { signal: AbortSignal; onProgress: (p: { done: number; of: number }) => void }) => Promise<R>,
  ): Promise<R> => {
    const mine = new AbortController();
    stop.current = mine;
    const job = startJob(label, () => mine.abort());
    try {
      return await act({ signal: mine.signal, onProgress: (p) => job.progress(p.done, p.of) });
    } finally {
      job.end();
    }
  };
}
