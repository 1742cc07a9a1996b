import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  components,
  neighboursOf,
  reach,
  readingOrder,
  shortestPath,
  withNeighbours,
} from '../../../src/views/link-chart/walks.ts';
import { smallCase } from './small-case.ts';

const rows = readFileSync(new URL('../../data/algorithm_oracles/krackhardt_kite.csv', import.meta.url), 'utf8')
  .trim()
  .split(/\r?\n/)
  .slice(1)
  .map((line) => line.split(','));
const ties = rows.map(([from, to]) => ({ from: from!, to: to! }));
const kite = neighboursOf(new Set(ties.flatMap((l) => [l.from, l.to])), ties);
const degreeOf = (id: string) => kite.get(id)!.size;

describe("on Krackhardt's kite", () => {
  const ids = [...kite.keys()];
  const most = ids.reduce((a, b) => (degreeOf(b) > degreeOf(a) ? b : a));
  const end = ids.find((id) => degreeOf(id) === 1)!;

  it('the shortest path from the tail to the most linked is four links long, each of them there', () => {
    const path = shortestPath(end, most, kite)!;
    expect(path).toHaveLength(5);
    for (let i = 1; i < path.length; i++) expect(kite.get(path[i - 1]!)!.has(path[i]!)).toBe(true);
  });
  it('the same path is found each time', () => {
    expect(shortestPath(end, most, kite)).toEqual(shortestPath(end, most, kite));
  });
  it('the list begins with the most linked and names each item once', () => {
    const order = readingOrder(kite);
    expect(order[0]).toBe(most);
    expect([...order].sort()).toEqual([...ids].sort());
  });
  it('all of it hangs together', () => {
    expect(components([end], kite)).toHaveLength(10);
  });
  it('an item has its own neighbours and no others', () => {
    expect(withNeighbours([end], kite)).toEqual([end, ...kite.get(end)!]);
  });
});

describe('in a case', () => {
  it('says that there is no path between two pieces', () => {
    const apart = neighboursOf(['a', 'b', 'c'], [{ from: 'a', to: 'b' }]);
    expect(shortestPath('a', 'c', apart)).toBeUndefined();
    expect(readingOrder(apart)).toEqual(['a', 'b', 'c']);
  });
  it('a link to itself is no neighbour', () => {
    expect(neighboursOf(['a'], [{ from: 'a', to: 'a' }]).get('a')!.size).toBe(0);
  });
  it('reaches neighbours step by step, also those on no chart, and remembers from whom', () => {
    const state = smallCase();
    expect(reach(state, ['phone'], 1)).toEqual([{ id: 'dara', steps: 1, from: 'phone' }]);
    expect(reach(state, ['phone'], 2).map((r) => `${r.id} ${r.steps}`)).toEqual(['dara 1', 'away 2', 'vuthy 2']);
    expect(reach(state, ['phone'], 9).map((r) => r.id)).toEqual(['dara', 'away', 'vuthy', 'guest']);
  });
  it('follows links of one type only when asked to', () => {
    expect(reach(smallCase(), ['dara'], 3, new Set(['paid'])).map((r) => r.id)).toEqual(['away']);
  });
});
