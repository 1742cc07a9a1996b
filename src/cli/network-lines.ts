import { type Grouping, type LinkRows, type Network, packRows } from '#analysis/graph/network';

/** What a file of links says of its lines: ends as node numbers, weights if it has any. */
export interface Lines {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: Float64Array | undefined;
  readonly directed: boolean;
  /** Number of the layer each belongs to; missing = all the same. */
  readonly layer?: Int32Array | undefined;
}

/** A network from the lines of a file, these kept beside it one by one; what only a case knows of a line (dates, proof, sources) is unknown. */
export function networkOfLines(nodeCount: number, lines: Lines): Network {
  const { source, target, directed } = lines;
  const count = source.length;
  const unknown = () => new Float64Array(count).fill(Number.NaN);
  const stated = {
    count,
    source,
    target,
    arrow: new Uint8Array(count).fill(directed ? 1 : 0),
    weight: lines.weight ?? new Float64Array(count).fill(1),
  };
  const { graph, edge } = packRows(nodeCount, stated, { directed, weighted: lines.weight !== undefined });
  const rows: LinkRows = {
    ...stated,
    layer: lines.layer ?? new Int32Array(count),
    proof: new Uint8Array(count),
    begin: unknown(),
    end: unknown(),
    sureBegin: unknown(),
    sureEnd: unknown(),
    lasted: new Uint8Array(count),
    sourceOffsets: new Int32Array(count + 1),
    sources: new Int32Array(),
    edge,
  };
  return { ...graph, rows };
}

/** Numbers for words, in order of first appearance; an empty word is none (−1). */
export function codesOf(words: readonly (string | undefined)[]): Grouping {
  const codes = new Map<string, number>();
  const of = Int32Array.from(words, (word) => {
    if (word === undefined || word.trim() === '') return -1;
    const code = codes.get(word) ?? codes.size;
    codes.set(word, code);
    return code;
  });
  return { of, count: codes.size };
}

/** Every column of a file of nodes as a grouping, by its name. */
export function groupingsOf(
  nodes: readonly (Readonly<Record<string, string>> | undefined)[],
): ReadonlyMap<string, Grouping> {
  const names = new Set(nodes.flatMap((node) => (node ? Object.keys(node) : [])));
  return new Map([...names].map((name) => [name, codesOf(nodes.map((node) => node?.[name]))]));
}
