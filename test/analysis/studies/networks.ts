import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';
import { type LinkRows, type Network, PROOF, packRows } from '#analysis/graph/network';
import { seededRandom } from '#analysis/graph/seeded-random';

export interface Line {
  readonly from: number;
  readonly to: number;
  readonly proof?: keyof typeof PROOF;
  readonly sources?: readonly number[];
  readonly weight?: number;
  readonly arrow?: boolean;
  readonly layer?: number;
  /** ms; a line lasts from the first to the second. */
  readonly time?: readonly [number, number];
}

export function networkOf(
  nodeCount: number,
  lines: readonly Line[],
  how: { readonly directed?: boolean; readonly weighted?: boolean } = {},
): Network {
  const offsets = [0];
  const sources: number[] = [];
  for (const { sources: own = [] } of lines) {
    sources.push(...own);
    offsets.push(sources.length);
  }
  const begin = Float64Array.from(lines, (l) => l.time?.[0] ?? Number.NaN);
  const end = Float64Array.from(lines, (l) => l.time?.[1] ?? Number.NaN);
  const ends = {
    count: lines.length,
    source: Int32Array.from(lines, (l) => l.from),
    target: Int32Array.from(lines, (l) => l.to),
    arrow: Uint8Array.from(lines, (l) => (l.arrow ? 1 : 0)),
    weight: Float64Array.from(lines, (l) => l.weight ?? 1),
  };
  const { graph, edge } = packRows(nodeCount, ends, {
    directed: how.directed ?? false,
    weighted: how.weighted ?? false,
  });
  const rows: LinkRows = {
    ...ends,
    layer: Int32Array.from(lines, (l) => l.layer ?? 0),
    proof: Uint8Array.from(lines, (l) => PROOF[l.proof ?? 'confirmed']),
    begin,
    end,
    sureBegin: begin,
    sureEnd: end,
    lasted: new Uint8Array(lines.length).fill(1),
    sourceOffsets: Int32Array.from(offsets),
    sources: Int32Array.from(sources),
    edge,
  };
  return { ...graph, rows };
}

/** A network of chance: lines of all strengths, each from one or two of `sources` sources. */
export function randomNetwork(nodes: number, lines: number, seed: number, sources = 5): Network {
  const random = seededRandom(seed);
  const pick = (n: number) => Math.floor(random() * n);
  const proofs = ['confirmed', 'unconfirmed', 'tentative'] as const;
  return networkOf(
    nodes,
    Array.from({ length: nodes < 1 ? 0 : lines }, () => ({
      from: pick(nodes),
      to: pick(nodes),
      proof: proofs[pick(3)]!,
      sources: random() < 0.3 ? [pick(sources), pick(sources)] : [pick(sources)],
    })),
  );
}

const key = fileURLToPath(new URL('../../../sample-cases/blue-kestrel/key/', import.meta.url));

function csv(name: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(readFileSync(`${key}${name}`, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

/**
 * The answer key of Blue Kestrel: persons and organisations, protected witnesses and cleared persons left out, as in the note of its measures. Sources are
 * read from the column `basis`: a report by its number, a table by its name.
 */
export function blueKestrel(): {
  readonly network: Network;
  readonly ids: readonly string[];
  readonly sources: readonly string[];
} {
  const ids = csv('entities.csv')
    .filter((e) => e.type === 'person' || e.type === 'organisation')
    .filter((e) => e.status !== 'protected' && e.status !== 'cleared')
    .map((e) => e.id!);
  const sources: string[] = [];
  const numberOf = (name: string) => {
    const at = sources.indexOf(name);
    return at >= 0 ? at : sources.push(name) - 1;
  };
  const lines = csv('links.csv').flatMap((l): Line[] => {
    const [from, to] = [ids.indexOf(l.from!), ids.indexOf(l.to!)];
    if (from < 0 || to < 0) return [];
    const names = l.basis!.match(/KR\/2026\/\d+|calls\/|\w+\.csv/g) ?? [];
    return [
      {
        from,
        to,
        proof: l.strength!.toLowerCase() as 'confirmed' | 'unconfirmed',
        sources: [...new Set(names.map(numberOf))],
      },
    ];
  });
  return { network: networkOf(ids.length, lines), ids, sources };
}
