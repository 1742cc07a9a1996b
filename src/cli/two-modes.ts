import { type LinkRows, type Network, PROOF, pickRows } from '#analysis/graph/network';
import { packTwoMode, type TwoMode } from '#analysis/graph/two-mode';
import type { Strength } from '#domain/link/link';
import type { BadInput } from './cli-command.ts';
import { said } from './command-words.ts';
import { type Lines, linesOf } from './network-lines.ts';
import { listed } from './network-options.ts';
import { type Options, text } from './options.ts';

/** The two kinds of `--two-mode`, as words of the column `--type`; undefined where none are asked. */
export function twoModeAsked(options: Options): TwoMode | undefined | BadInput {
  const kinds = listed(options, 'two-mode');
  if (!kinds) return undefined;
  const [of, through] = kinds;
  if (kinds.length !== 2 || !of || !through || of === through)
    return { bad: said('command-line.two-kinds', { given: text(options, 'two-mode')!.slice(0, 40) }) };
  const as = text(options, 'as');
  return { of, through, as: as === 'shared' || as === 'newman' ? as : 'both' };
}

/** A network of two kinds, or of one by what it shares of the other. */
export interface TwoModeNetwork {
  /** Of a projection `parallelRows` counts rows, not pairs: who is linked twice with one event was there once. */
  readonly graph: Network;
  /** Number of each node among all. */
  readonly nodes: Int32Array;
  /** Rows that link one of the first kind with one of the second. */
  readonly across: number;
  /** Per line the rows it rests on, the one less well borne out first: one of `both`, two of a projection. */
  readonly rowsOf: readonly (readonly number[])[];
}

const STRENGTHS = Object.keys(PROOF) as readonly Strength[];

/** Packs rows by the kinds of their ends, by the code that packs a case of two modes. */
export function networkOfTwoModes(
  kindOf: (node: number) => string | undefined,
  nodeCount: number,
  rows: Lines,
  mode: TwoMode,
): TwoModeNetwork | BadInput {
  // Words of a file are no types of a case: any two types stand for them.
  const typeOf = (node: number) =>
    kindOf(node) === mode.of ? 'person' : kindOf(node) === mode.through ? 'event' : 'unknown';
  const records = {
    entities: Array.from({ length: nodeCount }, (_, i) => ({ id: String(i), type: typeOf(i) }) as const),
    links: Array.from(
      { length: rows.count },
      (_, r) =>
        ({
          id: String(r),
          kind: 'link',
          type: 'unknown',
          from: String(rows.source[r]!),
          to: String(rows.target[r]!),
          direction: 'none',
          strength: STRENGTHS[rows.proof[r]!]!,
        }) as const,
    ),
    // So that a pair tells the rows it rests on.
    sourcesOf: ({ id }: { readonly id: string }) => [id],
  };
  const made = packTwoMode(records, { kind: 'case' }, { of: 'person', through: 'event', as: mode.as }, { rows: true });
  if ('failure' in made) return { bad: said('command-line.too-many-pairs', {}) };
  const { graph, ids, linkIds, linksLeftOut, sourceIds } = made.packed;
  const { sourceOffsets, sources } = graph.rows!;
  const rowsOf = linkIds.map((weaker, line) => {
    const behind = [...sources.subarray(sourceOffsets[line]!, sourceOffsets[line + 1]!)].map((s) =>
      Number(sourceIds[s]),
    );
    return [Number(weaker), ...behind.filter((r) => r !== Number(weaker))];
  });
  const parallelRows = mode.as === 'both' ? graph.parallelRows : repeated(rows, typeOf);
  return {
    graph: { ...graph, parallelRows, rows: withColumnsOf(rows, rowsOf, graph.rows!) },
    nodes: Int32Array.from(ids, Number),
    across: rows.count - linksLeftOut,
    rowsOf,
  };
}

/** Rows between two kinds that say again what a row before them said. */
function repeated({ source, target, count }: Lines, typeOf: (node: number) => string): number {
  const met = new Set<string>();
  let again = 0;
  for (let r = 0; r < count; r++) {
    const [a, b] = [Math.min(source[r]!, target[r]!), Math.max(source[r]!, target[r]!)];
    const types = [typeOf(a), typeOf(b)];
    if (!types.includes('person') || !types.includes('event')) continue;
    if (met.has(`${a}:${b}`)) again++;
    met.add(`${a}:${b}`);
  }
  return again;
}

/** What the rows behind each line say of it. A pair has the sources of both its rows, the kind of the one less well borne out, and no time of its own. */
function withColumnsOf(rows: Lines, rowsOf: TwoModeNetwork['rowsOf'], own: LinkRows): LinkRows {
  const behind = pickRows(
    { ...rows, edge: new Int32Array(rows.count) },
    rowsOf.map(([weaker]) => weaker!),
  );
  const sourcesOf = (r: number) => [...rows.sources.subarray(rows.sourceOffsets[r]!, rows.sourceOffsets[r + 1]!)];
  const { sourceOffsets, sources } = linesOf({
    source: own.source,
    target: own.target,
    directed: false,
    sources: rowsOf.map((both) => [...new Set(both.flatMap(sourcesOf))]),
  });
  const ofPairs = rowsOf.some((both) => both.length > 1);
  return ofPairs
    ? { ...own, layer: behind.layer, sourceOffsets, sources }
    : { ...behind, source: own.source, target: own.target, weight: own.weight, edge: own.edge, sourceOffsets, sources };
}
