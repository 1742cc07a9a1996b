import { describe, expect, it } from 'vitest';
import type { Link } from '#domain/link/link';
import { drawnLinks } from '#drawing/link-summary/drawn-links';
import { nodeData } from '#drawing/style/node-data';
import { keepSame, placeLinkLabels } from '../../../src/views/link-chart/link-labels.ts';
import { ShownEdge } from '../../../src/views/link-chart/shown.ts';
import { entity, link } from './small-case.ts';

const node = (id: string, x: number, y: number) => ({
  id,
  x,
  y,
  ink: '#000',
  data: nodeData(entity(id, id), { theme: 'light' }),
});
const edge = (l: Link) => new ShownEdge(drawnLinks([l], 'each', () => 'a label of some length')[0]!, false, false);

describe('labels of links', () => {
  it('stay in the middle where there is room', () => {
    const [placed] = placeLinkLabels([node('a', 0, 0), node('b', 400, 0)], [edge(link('l', 'a', 'b'))]);
    expect(placed).toMatchObject({ labelX: 0, labelY: 0 });
  });
  it('slide along the line past an item that stands in the middle', () => {
    const nodes = [node('a', 0, 0), node('b', 0, 600), node('between', 0, 300)];
    const [placed] = placeLinkLabels(nodes, [edge(link('l', 'a', 'b'))]);
    expect(placed!.quiet).toBe(false);
    expect(Math.abs(placed!.labelY!)).toBeGreaterThanOrEqual(20);
    expect(Math.abs(placed!.labelY!)).toBeLessThanOrEqual(120);
  });
  it('go where there is no room at all, and never two upon each other', () => {
    const nodes = [node('a', 0, 0), node('b', 60, 0)];
    expect(placeLinkLabels(nodes, [edge(link('l', 'a', 'b'))])[0]!.quiet).toBe(true);
    const crossing = [node('a', 0, 0), node('b', 300, 300), node('c', 300, 0), node('d', 0, 300)];
    const two = placeLinkLabels(crossing, [edge(link('l1', 'a', 'b')), edge(link('l2', 'c', 'd'))]);
    expect([two[0]!.labelX, two[0]!.labelY]).not.toEqual([two[1]!.labelX, two[1]!.labelY]);
  });
  it('are the very same objects when nothing moved', () => {
    const nodes = [node('a', 0, 0), node('b', 400, 0)];
    const edges = [edge(link('l', 'a', 'b'))];
    const before = placeLinkLabels(nodes, edges);
    expect(keepSame(before, placeLinkLabels(nodes, edges))[0]).toBe(before[0]);
  });
});
