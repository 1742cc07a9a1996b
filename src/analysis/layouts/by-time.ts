import type { PackedGraph } from '../graph/packed-graph.ts';
import type { Work } from '../graph/work.ts';
import { onPattern } from './arrange.ts';
import { type LayoutDefinition, type LayoutSubject, type Positions, SPACING } from './layout.ts';
import { GAP } from './overlaps.ts';

const SWEEPS = 8;
/** Columns of a chart at most, so many times the square root of its items: wider than high, as time is read. */
const WIDE = 2;

/** The column of each dated item, 0 first; -1 where it is undated or pinned. */
function columnsOf({ times, pinned }: LayoutSubject, most: number, even: boolean): Int32Array {
  const n = pinned.length;
  const column = new Int32Array(n).fill(-1);
  const dated: number[] = [];
  for (let i = 0; i < n; i++) if (!pinned[i] && Number.isFinite(times?.[i] ?? Number.NaN)) dated.push(i);
  if (dated.length === 0) return column;
  const time = (i: number) => times![i]!;
  dated.sort((a, b) => time(a) - time(b) || a - b);
  const distinct = [...new Set(dated.map(time))];
  const columns = Math.min(most, distinct.length);
  const [first, last] = [distinct[0]!, distinct.at(-1)!];
  const at = new Map<number, number>();
  if (even) for (const [k, t] of distinct.entries()) at.set(t, Math.floor((k * columns) / distinct.length));
  else
    for (const t of distinct) at.set(t, first === last ? 0 : Math.round(((t - first) / (last - first)) * (most - 1)));
  for (const i of dated) column[i] = at.get(time(i))!;
  return column;
}

/** Columns and rows of a board; each square holds one item. */
class Board {
  readonly #taken = new Map<number, number>();
  #key(column: number, row: number): number {
    return (column + 32_768) * 1_048_576 + row + 524_288;
  }
  /** The free row of the column nearest to the wanted one, taken. */
  take(item: number, column: number, wanted: number): number {
    const from = Math.round(wanted);
    for (let k = 0; ; k++) {
      for (const row of k === 0 ? [from] : wanted >= from ? [from + k, from - k] : [from - k, from + k]) {
        const key = this.#key(column, row);
        if (this.#taken.has(key)) continue;
        this.#taken.set(key, item);
        return row;
      }
    }
  }
}

function* run(graph: PackedGraph, subject: LayoutSubject, spacing: number, scale: string): Work<Positions> {
  const n = graph.nodeCount;
  const { radii, pinned } = subject;
  const most = Math.max(12, Math.ceil(WIDE * Math.sqrt(n)));
  const column = columnsOf(subject, most, scale === 'even');
  const dated = Array.from(column.keys()).filter((i) => column[i]! >= 0);
  dated.sort((a, b) => column[a]! - column[b]! || a - b);
  const row = new Float64Array(n).fill(Number.NaN);
  const { offsets, targets } = graph.both;
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    // Each time anew: near the middle of the neighbours, those of the first sweep being the earlier ones alone.
    const wanted = new Float64Array(n);
    for (const i of dated) {
      let sum = 0;
      let count = 0;
      for (let a = offsets[i]!; a < offsets[i + 1]!; a++) {
        const theirs = row[targets[a]!]!;
        if (Number.isNaN(theirs)) continue;
        sum += theirs;
        count++;
      }
      wanted[i] = count === 0 ? 0 : sum / count;
      if (sweep === 0) row[i] = wanted[i]!;
    }
    const board = new Board();
    const order = [...dated].sort((a, b) => column[a]! - column[b]! || wanted[a]! - wanted[b]! || a - b);
    // From the middle of each column outwards, so that no side is pushed further than the other.
    for (let from = 0; from < order.length; ) {
      let to = from;
      while (to < order.length && column[order[to]!] === column[order[from]!]) to++;
      const items = order.slice(from, to);
      const mean = items.reduce((sum, i) => sum + wanted[i]!, 0) / items.length;
      const start = mean - (items.length - 1) / 2;
      items.forEach((i, k) => {
        // Neighbours' middle and an even stack, whichever there is room for.
        row[i] = board.take(i, column[i]!, items.length > 12 ? start + k : wanted[i]!);
      });
      from = to;
    }
    yield { done: sweep + 1, of: SWEEPS, stage: 'rows' };
  }
  const widest = radii.reduce((a, b) => Math.max(a, b), 0);
  const cell = 2 * widest + GAP;
  const positions = new Float64Array(2 * n);
  let [top, bottom] = [0, 0];
  for (const i of dated) {
    positions[2 * i] = column[i]! * (cell + spacing / 4);
    // Columns side by side stand half a row apart: names have room, and lines do not run through the next item.
    positions[2 * i + 1] = (row[i]! + (column[i]! % 2) / 2) * cell;
    top = Math.min(top, positions[2 * i + 1]!);
    bottom = Math.max(bottom, positions[2 * i + 1]!);
  }
  // What has no date stands apart, left of the first day.
  const undated = Array.from(column.keys()).filter((i) => column[i]! < 0 && !pinned[i]);
  const high = Math.max(1, Math.round(Math.max((bottom - top) / cell + 1, Math.sqrt(undated.length))));
  undated.forEach((i, k) => {
    positions[2 * i] = -(spacing + cell) - Math.floor(k / high) * cell;
    positions[2 * i + 1] = (top + bottom) / 2 + ((k % high) - (Math.min(high, undated.length) - 1) / 2) * cell;
  });
  return yield* onPattern(subject, positions);
}

/**
 * From left to right by first date, in proportion to time or in even steps from date to date; above and below near those they are
 * linked with. What has no date stands apart on the left.
 */
export const byTime = {
  id: 'by-time',
  name: 'layout.by-time.name',
  parameters: [SPACING, { name: 'scale', kind: 'choice', options: ['even', 'true'], default: 'even' }],
  needs: 'times',
  run: (graph, subject, parameters) => run(graph, subject, Number(parameters.spacing), String(parameters.scale)),
} as const satisfies LayoutDefinition;
