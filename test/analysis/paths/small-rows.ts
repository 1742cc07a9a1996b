import type { PathRows } from '#analysis/paths/index';
import type { RowTimes } from '#analysis/paths/times';

/** From, to, weight, whether it has one arrow. */
export type Line = readonly [number, number, number?, boolean?];

export function rowsOf(lines: readonly Line[]): PathRows {
  const count = lines.length;
  return {
    count,
    source: Int32Array.from(lines, (l) => l[0]),
    target: Int32Array.from(lines, (l) => l[1]),
    weight: Float64Array.from(lines, (l) => l[2] ?? 1),
    arrow: Uint8Array.from(lines, (l) => (l[3] ? 1 : 0)),
    layer: new Int32Array(count),
    proof: new Uint8Array(count),
    begin: new Float64Array(count).fill(Number.NaN),
    end: new Float64Array(count).fill(Number.NaN),
  };
}

/** When a line was: at one moment from `begin` to `end`, or, with a third pair, going on, surely between those two. */
export interface When {
  readonly begin: number;
  readonly end: number;
  readonly sure?: readonly [number, number] | 'no';
  readonly event?: number;
}

export function timesOf(all: readonly When[]): RowTimes {
  const sure = (w: When, i: 0 | 1) => (Array.isArray(w.sure) ? (w.sure[i] as number) : Number.NaN);
  return {
    begin: Float64Array.from(all, (w) => w.begin),
    end: Float64Array.from(all, (w) => w.end),
    lasted: Uint8Array.from(all, (w) => (w.sure === undefined ? 0 : 1)),
    sureBegin: Float64Array.from(all, (w) => sure(w, 0)),
    sureEnd: Float64Array.from(all, (w) => sure(w, 1)),
    event: Int32Array.from(all, (w) => w.event ?? -1),
  };
}
