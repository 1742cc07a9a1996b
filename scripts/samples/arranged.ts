import { packGraph } from '#analysis/graph/packed-graph';
import { fillParameters } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import { layoutById } from '#analysis/layouts/index';
import type { Id } from '#domain/record';
import type { LogWriter } from './log-writer.ts';

/** Room an entity takes with its label, in chart units. */
const RADIUS = 36;
/** Wider than high, as a screen and a landscape sheet are. */
const WIDEN = { x: 1.12, y: 0.86 };

/** Puts entities on a chart of a sample, laid out by stress: one act for the placing, one for the arrangement. */
export function arranged(log: LogWriter, chart: Id, ids: readonly Id[]): void {
  const index = new Map(ids.map((id, i) => [id, i]));
  const source: number[] = [];
  const target: number[] = [];
  for (const id of ids)
    for (const l of log.state.linksOf(id)) {
      const { from, to } = log.state.link(l)!;
      if (from === id && index.has(to)) {
        source.push(index.get(from)!);
        target.push(index.get(to)!);
      }
    }
  const side = Math.ceil(Math.sqrt(ids.length));
  log.run('place-items', {
    chart,
    items: ids.map((id, i) => ({ id, x: (i % side) * 100, y: Math.floor(i / side) * 100 })),
  });
  const layout = layoutById('stress')!;
  const filled = fillParameters(layout.parameters, { spacing: 60 });
  if ('unfit' in filled) throw new Error(`stress: ${filled.unfit}`);
  const positions = finish(
    layout.run(
      packGraph({ nodeCount: ids.length, source, target }),
      {
        positions: new Float64Array(2 * ids.length).fill(Number.NaN),
        radii: new Float64Array(ids.length).fill(RADIUS),
        pinned: new Uint8Array(ids.length),
      },
      filled.values,
    ),
  );
  log.run('arrange-chart', {
    chart,
    layout: 'stress',
    items: ids.map((id, i) => ({
      id,
      x: Math.round(positions[2 * i]! * WIDEN.x),
      y: Math.round(positions[2 * i + 1]! * WIDEN.y),
    })),
  });
}
