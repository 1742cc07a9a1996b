import { type Grouping, type LinkRows, type Network, packRows } from '#analysis/graph/network';

/** Lines without the edges they become. */
export type Lines = Omit<LinkRows, 'edge'>;

/** What a file of links says of its rows: ends as node numbers; what no column tells is left out. */
export interface StatedLines {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight?: Float64Array | undefined;
  readonly directed: boolean;
  readonly layer?: Grouping | undefined;
  readonly proof?: Uint8Array | undefined;
  readonly times?: Pick<LinkRows, 'begin' | 'end' | 'sureBegin' | 'sureEnd' | 'lasted'> | undefined;
  /** Numbers of the sources of each row. */
  readonly sources?: readonly (readonly number[])[] | undefined;
}

/** The rows as lines; of what is not told every line is confirmed, undated, without a source, of one layer and of weight 1. */
export function linesOf(stated: StatedLines): Lines {
  const { source, target } = stated;
  const count = source.length;
  const unknown = () => new Float64Array(count).fill(Number.NaN);
  const sourceOffsets = new Int32Array(count + 1);
  stated.sources?.forEach((own, r) => {
    sourceOffsets[r + 1] = sourceOffsets[r]! + own.length;
  });
  return {
    count,
    source,
    target,
    arrow: new Uint8Array(count).fill(stated.directed ? 1 : 0),
    weight: stated.weight ?? new Float64Array(count).fill(1),
    layer: stated.layer?.of ?? new Int32Array(count),
    proof: stated.proof ?? new Uint8Array(count),
    begin: stated.times?.begin ?? unknown(),
    end: stated.times?.end ?? unknown(),
    sureBegin: stated.times?.sureBegin ?? unknown(),
    sureEnd: stated.times?.sureEnd ?? unknown(),
    lasted: stated.times?.lasted ?? new Uint8Array(count),
    sourceOffsets,
    sources: Int32Array.from(stated.sources?.flat() ?? []),
  };
}

/** A network from lines, these kept beside it one by one. */
export function networkOfLines(
  nodeCount: number,
  lines: Lines,
  how: { readonly directed: boolean; readonly weighted: boolean },
): Network {
  const { graph, edge } = packRows(nodeCount, lines, how);
  return { ...graph, rows: { ...lines, edge } };
}

/** Numbers for words, in order of first appearance; an empty word is none (−1). */
export function codesOf(words: readonly (string | undefined)[]): Grouping & { readonly words: readonly string[] } {
  const codes = new Map<string, number>();
  const of = Int32Array.from(words, (word) => {
    if (word === undefined || word.trim() === '') return -1;
    const code = codes.get(word) ?? codes.size;
    codes.set(word, code);
    return code;
  });
  return { of, count: codes.size, words: [...codes.keys()] };
}

/** Every column of a file of nodes as a grouping, by its name. */
export function groupingsOf(
  nodes: readonly (Readonly<Record<string, string>> | undefined)[],
): ReadonlyMap<string, Grouping> {
  const names = new Set(nodes.flatMap((node) => (node ? Object.keys(node) : [])));
  return new Map(
    [...names].map((name) => {
      const { of, count } = codesOf(nodes.map((node) => node?.[name]));
      return [name, { of, count }];
    }),
  );
}
