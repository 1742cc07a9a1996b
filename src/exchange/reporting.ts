import type { Progress } from '#threads/protocol';
import type { Ended } from '#threads/serve';

export type Report = (progress: Progress) => void;

/** Work that reports by calling back, as the steps a worker serves: the newest report is yielded, those between are passed over. */
export async function* reporting<R>(work: (report: Report) => Promise<R>): AsyncGenerator<Progress, Ended<R>, void> {
  let latest: Progress | undefined;
  let wake: () => void = () => {};
  const run = work((progress) => {
    latest = progress;
    wake();
  });
  let ended = false;
  const end = run.then(
    () => {
      ended = true;
      wake();
    },
    () => {
      ended = true;
      wake();
    },
  );
  while (!ended) {
    if (latest) {
      const report = latest;
      latest = undefined;
      yield report;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (ended || latest) resolve();
      });
    }
  }
  await end;
  return { result: await run };
}
