import type { Id } from '#domain/record';
import { layoutCatalogue } from '#queries/analysis';
import type { OpenCase } from '#queries/open-case';

/** So far back the log is read; what was put on the chart before is not called new any more. */
const LOOKED_BACK = 500;

const layouts: ReadonlySet<unknown> = new Set(layoutCatalogue.map((l) => l.id));

/**
 * Items that were put on a chart after it, or part of it, was last laid out, in that order; none where the log tells of no layout.
 * Lining items up by hand is not a layout, and neither is what a large import does for itself.
 */
export async function sinceArranged(
  open: Pick<OpenCase, 'snapshot' | 'headers' | 'payload' | 'change'>,
  chart: Id,
): Promise<readonly Id[]> {
  const last = open.snapshot().head.seq;
  const headers = await open.headers(Math.max(1, last - LOOKED_BACK + 1), last);
  const later: number[] = [];
  for (const header of [...headers].reverse()) {
    if (header.undoes !== undefined) continue;
    if (header.command === 'arrange-chart') {
      const payload = (await open.payload(header.seq)) as {
        readonly chart?: unknown;
        readonly layout?: unknown;
      } | null;
      if (payload?.chart === chart && layouts.has(payload.layout)) return placedBy(open, chart, later.reverse());
    } else if (header.packs.length === 0) later.push(header.seq);
  }
  return [];
}

async function placedBy(open: Pick<OpenCase, 'change'>, chart: Id, seqs: readonly number[]): Promise<readonly Id[]> {
  const items = new Set<Id>();
  for (const seq of seqs)
    for (const { before, after } of (await open.change(seq)).steps)
      if (before === null && after?.kind === 'placement' && after.chart === chart) items.add(after.item);
  return [...items];
}
