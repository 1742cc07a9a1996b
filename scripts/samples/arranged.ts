import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Id } from '#domain/record';
import type { LogWriter } from './log-writer.ts';

/** Puts entities on a chart of a sample, laid out by force: one act for the placing, one for the arrangement. */
export function arranged(log: LogWriter, chart: Id, ids: readonly Id[]): void {
  const start = (i: number) => ({ x: 30 * Math.sqrt(i) * Math.cos(i * 2.4), y: 30 * Math.sqrt(i) * Math.sin(i * 2.4) });
  const nodes = ids.map((id, i) => ({ id, ...start(i) }));
  const here = new Set(ids);
  const pairs = new Map<string, { source: string; target: string }>();
  for (const id of ids)
    for (const l of log.state.linksOf(id)) {
      const { from, to } = log.state.link(l)!;
      if (here.has(from) && here.has(to) && from !== to)
        pairs.set(from < to ? `${from} ${to}` : `${to} ${from}`, { source: from, target: to });
    }
  log.run('place-items', {
    chart,
    items: nodes.map((n) => ({ id: n.id, x: Math.round(n.x), y: Math.round(n.y) })),
  });
  const links = [...pairs.values()];
  const simulation = forceSimulation(nodes)
    .force(
      'link',
      forceLink<(typeof nodes)[number], (typeof links)[number]>(links)
        .id((n) => n.id)
        .distance(125)
        .strength(0.25),
    )
    .force('charge', forceManyBody().strength(-1100).distanceMax(900))
    .force('collide', forceCollide(52))
    .force('x', forceX(0).strength(0.045))
    .force('y', forceY(0).strength(0.075))
    .stop();
  simulation.tick(500);
  log.run('arrange-chart', {
    chart,
    layout: 'force',
    items: nodes.map((n) => ({ id: n.id, x: Math.round(n.x), y: Math.round(n.y) })),
  });
}
