// Times us beside our peers: `npm run bench -- [--json] [--only id,id] [--turns 3]`. See test/bench/README.md.
import { parseArgs } from 'node:util';
import { rowModules } from '../test/bench/rows.mjs';

const { values } = parseArgs({
  options: { json: { type: 'boolean' }, only: { type: 'string' }, turns: { type: 'string', default: '3' } },
});
const turns = Number(values.turns);
if (!Number.isInteger(turns) || turns < 1) {
  process.stderr.write('bench: --turns takes a whole number from 1\n');
  process.exit(2);
}
const only = values.only?.split(',');
const wanted = (id) => !only || only.includes(id);

const rows = [];
const figure = (x) => (x === null || x === undefined ? '–' : x < 0.1 ? x.toFixed(4) : x.toFixed(2));
const print = (cells) => {
  const widths = [26, 24, 10, 12, 10, 8];
  if (!values.json) process.stdout.write(`${cells.map((c, i) => String(c).padEnd(widths[i] ?? 0)).join(' ')}\n`);
};
print(['row', 'graph', 'ours s', 'peer', 'peer s', 'ratio', '']);
for (const module of rowModules) {
  for await (const row of module.rows({ turns, wanted })) {
    rows.push(row);
    const peer_s = row.peer && row.peer_s === null ? 'missing' : figure(row.peer_s);
    print([row.id, row.graph, figure(row.ours_s), row.peer ?? '', peer_s, figure(row.ratio), row.note ?? '']);
  }
}
if (values.json) {
  const told = rows.map(({ id, graph, ours_s, peer, peer_s, ratio }) => ({ id, graph, ours_s, peer, peer_s, ratio }));
  process.stdout.write(`${JSON.stringify({ rows: told })}\n`);
}
