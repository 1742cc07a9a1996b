import { describe, expect, it } from 'vitest';
import { type LinkRows, type Network, packRows } from '#analysis/graph/network';
import { finish } from '#analysis/graph/work';
import { figuresOverTime, layersOf, readyFigures } from '#analysis/whole-network/index';

type Line = readonly [source: number, target: number, layer: number, begin: number, end: number];

function network(nodeCount: number, lines: readonly Line[]): Network {
  const column = (k: number) => lines.map((l) => l[k]!);
  const ends = {
    count: lines.length,
    source: Int32Array.from(column(0)),
    target: Int32Array.from(column(1)),
    arrow: new Uint8Array(lines.length),
    weight: new Float64Array(lines.length).fill(1),
  };
  const { graph, edge } = packRows(nodeCount, ends, { directed: false, weighted: false });
  const unknown = new Float64Array(lines.length).fill(Number.NaN);
  const rows: LinkRows = {
    ...ends,
    edge,
    layer: Int32Array.from(column(2)),
    proof: new Uint8Array(lines.length),
    begin: Float64Array.from(column(3)),
    end: Float64Array.from(column(4)),
    sureBegin: unknown,
    sureEnd: unknown,
    lasted: new Uint8Array(lines.length),
    sourceOffsets: new Int32Array(lines.length + 1),
    sources: new Int32Array(0),
  };
  return { ...graph, rows };
}

const CALLS = 0;
const MONEY = 1;
const UNKNOWN = Number.NaN;
const net = network(6, [
  [0, 1, CALLS, 5, 6],
  [1, 2, CALLS, 5, 15],
  [1, 0, MONEY, 12, 13],
  [2, 3, MONEY, 20, 30],
  [3, 4, CALLS, UNKNOWN, UNKNOWN],
  [4, 4, CALLS, 5, 6],
  [2, 0, MONEY, Number.NEGATIVE_INFINITY, 4],
]);

describe('figures over time', () => {
  const ready = readyFigures([
    { figure: 'density', parameters: {} },
    { figure: 'components', parameters: {} },
  ]);
  if ('refused' in ready) throw new Error(ready.refused);
  const bounds = Float64Array.of(0, 10, 20, 30, 40);

  it('are those of the lines that may stand in each slice, among those who have one', () => {
    const { slices, undated } = finish(figuresOverTime(net, ready, { bounds, nodes: 'active' }));
    expect(undated).toBe(1);
    expect(slices.map((s) => [s.from, s.to, s.nodes, s.edges, s.lines])).toEqual([
      [0, 10, 4, 3, 4],
      [10, 20, 3, 2, 2],
      [20, 30, 2, 1, 1],
      [30, 40, 0, 0, 0],
    ]);
    expect(slices.map((s) => s.figures[0]!.value)).toEqual([0.5, 2 / 3, 1, null]);
    expect(slices[3]!.figures[0]!.reason).toBe('too-few-nodes');
    expect(slices.map((s) => s.figures[1]!.value)).toEqual([2, 1, 1, 0]);
  });

  it('or among all of the network in every slice', () => {
    const { slices } = finish(figuresOverTime(net, ready, { bounds, nodes: 'all' }));
    expect(slices.map((s) => s.nodes)).toEqual([6, 6, 6, 6]);
    expect(slices.map((s) => s.figures[0]!.value)).toEqual([3 / 15, 2 / 15, 1 / 15, 0]);
  });

  it('a moment at the border stands in the later slice', () => {
    const moment = network(2, [[0, 1, CALLS, 10, 10]]);
    const { slices } = finish(figuresOverTime(moment, ready, { bounds, nodes: 'active' }));
    expect(slices.map((s) => s.lines)).toEqual([0, 1, 0, 0]);
  });
});

describe('layers', () => {
  it('have their own sizes, and an overlap of the pairs they link', () => {
    const { layers, all, common, overlap } = layersOf(net);
    expect(layers[CALLS]).toEqual({ nodes: 5, links: 3, lines: 3, density: 3 / 15, ownDensity: 3 / 10 });
    expect(layers[MONEY]).toEqual({ nodes: 4, links: 3, lines: 3, density: 3 / 15, ownDensity: 3 / 6 });
    expect(all).toMatchObject({ nodes: 5, links: 5, lines: 6 });
    expect([...common]).toEqual([3, 1, 1, 3]);
    expect([...overlap]).toEqual([1, 1 / 5, 1 / 5, 1]);
  });

  it('without a line have no overlap', () => {
    const { overlap } = layersOf(network(2, [[0, 0, CALLS, 0, 0]]));
    expect([...overlap]).toEqual([Number.NaN]);
  });
});
