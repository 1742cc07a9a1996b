// Times d3-force, 300 ticks with links, charge and collision, on a graph CSV; prints CPU seconds and the stress reached.
//   node d3_force_bench.mjs graph.csv
import { readFileSync } from 'node:fs';
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

const index = new Map();
const of = (id) => index.get(id) ?? (index.set(id, index.size), index.size - 1);
const links = readFileSync(process.argv[2], 'utf8').trim().split('\n').slice(1).map((line) => {
  const [s, t] = line.split(',');
  return { source: of(s), target: of(t) };
});
const neighbours = Array.from({ length: index.size }, () => []);
for (const { source, target } of links) {
  neighbours[source].push(target);
  neighbours[target].push(source);
}
const nodes = neighbours.map(() => ({}));
const cpu = process.cpuUsage();
const began = performance.now();
const simulation = forceSimulation(nodes)
  .stop()
  .force('links', forceLink(links).distance(100))
  .force('charge', forceManyBody().strength(-300))
  .force('collide', forceCollide(23))
  .force('x', forceX())
  .force('y', forceY());
simulation.tick(300);
const used = process.cpuUsage(cpu);
const wall = (performance.now() - began) / 1000;

// Stress over pairs of the same component at the best scale, as in ours.ts.
let a = 0;
let b = 0;
let pairs = 0;
for (let s = 0; s < nodes.length; s++) {
  const hops = new Map([[s, 0]]);
  for (const [u, h] of hops) for (const v of neighbours[u]) if (!hops.has(v)) hops.set(v, h + 1);
  for (const [t, h] of hops) {
    if (t <= s) continue;
    const r = Math.hypot(nodes[s].x - nodes[t].x, nodes[s].y - nodes[t].y) / h;
    a += r * r;
    b += r;
    pairs++;
  }
}
console.log(JSON.stringify({ seconds: (used.user + used.system) / 1e6, wall, checksum: 1 - (b * b) / (a * pairs) }));
