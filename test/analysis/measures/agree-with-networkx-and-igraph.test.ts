import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LinkMeasureId, MeasureId, ParameterValues } from '#analysis/measures/index';
import { arrowed, run, runOnLinks } from './plain.ts';

interface Figure {
  readonly parameters: ParameterValues;
  readonly weighted: boolean;
  readonly source: string;
  readonly tolerance: number;
}
interface OfNodes extends Figure {
  readonly of: 'nodes';
  readonly measure: MeasureId;
  readonly values: readonly (number | null)[];
}
interface OfLinks extends Figure {
  readonly of: 'links';
  readonly measure: LinkMeasureId;
  readonly values: readonly (readonly [number, number, number])[];
}
interface Drawn {
  readonly name: string;
  readonly nodes: number;
  readonly directed: boolean;
  readonly lines: readonly (readonly [number, number, number])[];
  readonly figures: readonly (OfNodes | OfLinks)[];
}

const file = join(import.meta.dirname, '../../data/oracles/node-measures.json');
const { graphs } = JSON.parse(readFileSync(file, 'utf8')) as { readonly graphs: readonly Drawn[] };

const close = (got: number, want: number, tolerance: number) =>
  Math.abs(got - want) <= tolerance * Math.max(1, Math.abs(want));

const title = (f: Figure & { readonly measure: string }) =>
  `${f.measure} ${JSON.stringify(f.parameters)}${f.weighted ? ' weighted' : ''} as ${f.source}`;

describe.each(graphs.map((g) => [g.name, g] as const))('%s', (_, g) => {
  const network = (weighted: boolean) => arrowed({ n: g.nodes, directed: g.directed, rows: g.lines }, weighted);

  it.each(g.figures.map((f) => [title(f), f] as const))('%s', (_title, f) => {
    const graph = network(f.weighted);
    if (f.of === 'links') {
      const { values } = runOnLinks(graph, f.measure, f.parameters);
      const key = (u: number, v: number) => (g.directed || u < v ? `${u}-${v}` : `${v}-${u}`);
      const found = new Map([...values].map((x, e) => [key(graph.source[e]!, graph.target[e]!), x] as const));
      expect(found.size).toBe(f.values.length);
      for (const [u, v, want] of f.values)
        expect(close(found.get(key(u, v))!, want, f.tolerance), `${u}-${v}: ${found.get(key(u, v))}, ${want}`).toBe(
          true,
        );
      return;
    }
    const { values } = run(graph, f.measure, f.parameters);
    expect(values.length).toBe(f.values.length);
    f.values.forEach((want, i) => {
      const got = values[i]!;
      expect(want === null ? Number.isNaN(got) : close(got, want, f.tolerance), `${i}: ${got}, ${want}`).toBe(true);
    });
  });
});

it('the figures are of graphs of every kind, and of every measure of position that the programs know', () => {
  expect(graphs.some((g) => g.directed && g.lines.some(([u, v]) => u === v))).toBe(true);
  const known = new Set(graphs.flatMap((g) => g.figures.map((f) => f.measure)));
  for (const id of ['katz', 'hubs', 'authorities', 'current-flow-betweenness', 'cut-points', 'bridges'] as const)
    expect(known.has(id)).toBe(true);
});
