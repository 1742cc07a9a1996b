import { type PackedGraph, packingGraph } from './packed-graph.ts';
import { finish, type Work } from './work.ts';

/**
 * One code per node for an attribute that sorts nodes: nationality, agency, route stage, community. The words behind the codes stay with whoever
 * packed the graph.
 */
export interface Grouping {
  /** 0 … count − 1; −1 where nothing is stated. */
  readonly of: Int32Array;
  readonly count: number;
}

/** How far a line is borne out, as `LinkRows.proof` counts it; the smaller the better. */
export const PROOF = { confirmed: 0, unconfirmed: 1, tentative: 2 } as const;

/**
 * The lines of a case between the nodes of a graph, one row a line, before parallel ones are merged. Columns of equal length, except the two that
 * list the sources.
 */
export interface LinkRows {
  readonly count: number;
  /** Ends, turned so that an arrow runs from `source` to `target`. */
  readonly source: Int32Array;
  readonly target: Int32Array;
  /** 1 = one arrow, from `source` to `target`; 0 = none, or one at both ends. */
  readonly arrow: Uint8Array;
  /** Tie strength that the line adds to its edge; 1 where the graph is unweighted. */
  readonly weight: Float64Array;
  /** Number of the link type, in order of first appearance. */
  readonly layer: Int32Array;
  /** One of `PROOF`. */
  readonly proof: Uint8Array;
  /** First and last instant the line may stand for (ms since 1970 UTC, half-open), infinite where an end is open, NaN where undated or not asked for. */
  readonly begin: Float64Array;
  readonly end: Float64Array;
  /** During which it surely went on; NaN where nobody can say. */
  readonly sureBegin: Float64Array;
  readonly sureEnd: Float64Array;
  /** 1 = lasted from `begin` to `end`; 0 = happened some time between them. */
  readonly lasted: Uint8Array;
  /** Numbers of the sources of row `r`: `sources[sourceOffsets[r]] … sources[sourceOffsets[r + 1] - 1]`; none where nothing is stated. */
  readonly sourceOffsets: Int32Array;
  readonly sources: Int32Array;
  /** Edge of the graph that the line became part of, the one along the arrow where two arcs were made; −1 for a loop. */
  readonly edge: Int32Array;
}

/** What the analysis is given: a simple graph, with the lines it was made from and the attributes of its nodes where they were asked for. */
export interface Network extends PackedGraph {
  readonly rows?: LinkRows;
  /** By name: an attribute's field, `type`, `role`, `stage`, `community` … */
  readonly groupings?: ReadonlyMap<string, Grouping>;
}

/** Rows as edges of a graph: one arc along an arrow, two where there is none and the graph is directed. */
export function packRows(
  nodeCount: number,
  rows: Pick<LinkRows, 'count' | 'source' | 'target' | 'arrow' | 'weight'>,
  how: { readonly directed: boolean; readonly weighted: boolean },
  keep?: Uint8Array,
): { readonly graph: PackedGraph; readonly edge: Int32Array } {
  return finish(packingRows(nodeCount, rows, how, keep));
}

/** Rows taken at a time, so that whoever drives the work can breathe between two of them. */
const PIECE = 4096;

/** `packRows` piece by piece; reports rows. */
export function* packingRows(
  nodeCount: number,
  rows: Pick<LinkRows, 'count' | 'source' | 'target' | 'arrow' | 'weight'>,
  how: { readonly directed: boolean; readonly weighted: boolean },
  keep?: Uint8Array,
): Work<{ readonly graph: PackedGraph; readonly edge: Int32Array }> {
  const source: number[] = [];
  const target: number[] = [];
  const weight: number[] = [];
  let loops = 0;
  let parallel = 0;
  const edgeOf = new Map<number, number>();
  const edge = new Int32Array(rows.count).fill(-1);
  const arc = (u: number, v: number, w: number): { readonly at: number; readonly merged: boolean } => {
    const key = how.directed || u < v ? u * nodeCount + v : v * nodeCount + u;
    const found = edgeOf.get(key);
    source.push(u);
    target.push(v);
    weight.push(w);
    if (found !== undefined) return { at: found, merged: true };
    edgeOf.set(key, edgeOf.size);
    return { at: edgeOf.size - 1, merged: false };
  };
  for (let r = 0; r < rows.count; r++) {
    if (r % PIECE === PIECE - 1) yield { done: r + 1, of: rows.count, stage: 'rows' };
    if (keep && !keep[r]) continue;
    const u = rows.source[r]!;
    const v = rows.target[r]!;
    if (u === v) {
      loops++;
      continue;
    }
    const along = arc(u, v, rows.weight[r]!);
    edge[r] = along.at;
    let merged = along.merged;
    if (how.directed && !rows.arrow[r]) merged = arc(v, u, rows.weight[r]!).merged && merged;
    if (merged) parallel++;
  }
  const graph = yield* packingGraph({
    nodeCount,
    source,
    target,
    weight: how.weighted ? weight : undefined,
    directed: how.directed,
  });
  return { graph: { ...graph, loopRows: loops, parallelRows: parallel }, edge };
}

/** The same nodes with the lines that are kept (one byte a row, 1 = kept), packed as the network was. Throws without rows. */
export function subNetwork(network: Network, keep: Uint8Array | ((row: number) => boolean)): Network {
  const { rows, groupings } = network;
  if (!rows) throw new RangeError('a network without rows cannot be cut');
  let bytes: Uint8Array;
  if (typeof keep === 'function') {
    bytes = new Uint8Array(rows.count);
    for (let r = 0; r < rows.count; r++) bytes[r] = keep(r) ? 1 : 0;
  } else bytes = keep;
  const kept: number[] = [];
  for (let r = 0; r < rows.count; r++) if (bytes[r]) kept.push(r);
  const { graph, edge } = packRows(
    network.nodeCount,
    rows,
    { directed: network.directed, weighted: network.weight !== null },
    bytes,
  );
  return { ...graph, ...(groupings && { groupings }), rows: pickRows({ ...rows, edge }, kept) };
}

/** Some of the lines, by row; ends and edges keep their numbers. */
export function pickRows(rows: LinkRows, kept: readonly number[]): LinkRows {
  const sourceOffsets = new Int32Array(kept.length + 1);
  const sources: number[] = [];
  kept.forEach((r, k) => {
    for (let a = rows.sourceOffsets[r]!; a < rows.sourceOffsets[r + 1]!; a++) sources.push(rows.sources[a]!);
    sourceOffsets[k + 1] = sources.length;
  });
  const ints = (column: Int32Array) => Int32Array.from(kept, (r) => column[r]!);
  const bytes = (column: Uint8Array) => Uint8Array.from(kept, (r) => column[r]!);
  const floats = (column: Float64Array) => Float64Array.from(kept, (r) => column[r]!);
  return {
    count: kept.length,
    source: ints(rows.source),
    target: ints(rows.target),
    arrow: bytes(rows.arrow),
    weight: floats(rows.weight),
    layer: ints(rows.layer),
    proof: bytes(rows.proof),
    begin: floats(rows.begin),
    end: floats(rows.end),
    sureBegin: floats(rows.sureBegin),
    sureEnd: floats(rows.sureEnd),
    lasted: bytes(rows.lasted),
    sourceOffsets,
    sources: Int32Array.from(sources),
    edge: ints(rows.edge),
  };
}
