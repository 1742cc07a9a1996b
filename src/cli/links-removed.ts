import type { BadInput } from './cli-command.ts';
import { said } from './command-words.ts';
import { asInFile, type NetworkInput } from './network-input.ts';

/** Ways to read `a>b` as two ends: an id may have the sign in it, so every place is tried. */
function endsIn(item: string): [string, string][] {
  return [...item.matchAll(/>/g)].map(({ index }) => [item.slice(0, index).trim(), item.slice(index + 1).trim()]);
}

/**
 * Lines of the network that `--remove-links` names: `a>b` all that link the two (along the arrow alone where arrows are followed), a number the
 * row of that number, from 1, the header apart. Items are parted by commas; a pair whose ids have commas in them may stand alone.
 */
export function linksRemoved(input: NetworkInput, given: string | undefined): number[] | BadInput {
  if (given === undefined || given === '') return [];
  const { graph, ids, rowsInFile, rowsOf } = input;
  const { count } = graph.rows!;
  const [source, target] = asInFile(input, graph.rows!.source, graph.rows!.target);
  const lineOf = new Map(rowsOf.map(([row], line) => [row, line]));
  const numbers = new Map(ids.map((id, i) => [id.trim(), i]));
  const pairIn = (item: string) => endsIn(item).find((ends) => ends.every((id) => numbers.has(id)));
  const items = pairIn(given) ? [given] : given.split(',').map((item) => item.trim());
  const removed = new Set<number>();
  for (const item of items) {
    if (/^\d+$/.test(item)) {
      const row = Number(item);
      if (row < 1 || row > rowsInFile) return { bad: said('command-line.no-row', { row: item, count: rowsInFile }) };
      if (rowsOf.some((rows) => rows.length > 1)) return { bad: said('command-line.no-rows-of-pairs', {}) };
      const line = lineOf.get(row);
      if (line === undefined) return { bad: said('command-line.row-left-out', { row }) };
      removed.add(line);
      continue;
    }
    const named = pairIn(item) ?? endsIn(item)[0];
    if (!named) return { bad: said('command-line.no-pair', { given: item.slice(0, 80) }) };
    const [from, to] = named;
    const [u, v] = [numbers.get(from), numbers.get(to)];
    let met = false;
    for (let r = 0; r < count; r++) {
      const along = source[r] === u && target[r] === v;
      if (!along && (graph.directed || source[r] !== v || target[r] !== u)) continue;
      met = true;
      removed.add(r);
    }
    if (!met) return { bad: said('command-line.no-link', { from, to }) };
  }
  return [...removed].sort((a, b) => a - b);
}
