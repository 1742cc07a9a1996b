import type { Step } from '#domain/change/step';
import type { Id } from '#domain/record';
import type { ReportProgress } from '../import-file.ts';
import type { ImportPlan, PlannedPlace } from './plan-import.ts';

/** Steps handed over at once. */
export const BATCH = 500;

/**
 * Hands the steps of a plan to the store's staging, batch by batch, in order. What was handed over stays invisible until the
 * store's last transaction; when this throws (cancelled, store full), nothing of it may be made visible.
 */
export async function writePlan(
  plan: ImportPlan,
  sink: (steps: readonly Step[]) => Promise<void> | void,
  signal: AbortSignal,
  progress?: ReportProgress,
  places?: ReadonlyMap<Id, PlannedPlace>,
): Promise<void> {
  let batch: Step[] = [];
  let done = 0;
  let breathed = performance.now();
  const flush = async (): Promise<void> => {
    if (batch.length === 0) return;
    await sink(batch);
    done += batch.length;
    batch = [];
    progress?.({ done, of: plan.counts.steps, stage: 'write' });
    if (performance.now() - breathed > 40) {
      await new Promise((resolve) => setTimeout(resolve));
      breathed = performance.now();
    }
    signal.throwIfAborted();
  };
  signal.throwIfAborted();
  for (const step of plan.steps(places)) {
    batch.push(step);
    if (batch.length >= BATCH) await flush();
  }
  await flush();
}
