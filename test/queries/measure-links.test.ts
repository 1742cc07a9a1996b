import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { AnalysisDesk, type GraphRequest } from '#queries/analysis';
import { measureLinks } from '#queries/link-measures';
import { analysisHere } from '../support/analysis-here.ts';

const entity = (id: string): Entity => ({ id, kind: 'entity', type: 'person', label: id });
const link = (id: string, from: string, to: string): Link => ({
  id,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
});
// Two triangles held together by c–d, which two links state, one of them turned round; one loop.
const state = CaseState.of([
  ...['a', 'b', 'c', 'd', 'e', 'f'].map(entity),
  link('ab', 'a', 'b'),
  link('bc', 'b', 'c'),
  link('ca', 'c', 'a'),
  link('cd', 'c', 'd'),
  link('dc', 'd', 'c'),
  link('de', 'd', 'e'),
  link('ef', 'e', 'f'),
  link('fd', 'f', 'd'),
  link('aa', 'a', 'a'),
]);
const request: GraphRequest = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none', revision: 9 };
const desk = new AnalysisDesk(analysisHere, 1);

test('the links behind each value are those of the case, the highest first', async () => {
  const between = await measureLinks(desk, state, { ...request, measure: 'link-betweenness' });
  if (!between.ok) throw new Error(between.code);
  const [first, ...others] = between.figure.rows;
  // All 3 × 3 ways from one triangle to the other.
  expect(first).toEqual({ from: 'c', to: 'd', links: ['cd', 'dc'], value: 9 });
  expect(others.map((r) => [...r.links].join()).sort()).toEqual(['ab', 'bc', 'ca', 'de', 'ef', 'fd']);
  expect(others.map((r) => r.value)).toEqual([4, 4, 4, 4, 1, 1]);
  expect(between.figure).toMatchObject({ nodes: 6, edges: 7, loopsLeftOut: 1, parallelMerged: 1, revision: 9 });
});

test('bridges are told apart, and a measure that is not known is refused', async () => {
  const bridges = await measureLinks(desk, state, { ...request, measure: 'bridges' });
  if (!bridges.ok) throw new Error(bridges.code);
  expect(bridges.figure.rows.filter((r) => r.value! > 0).map((r) => r.links)).toEqual([['cd', 'dc']]);
  expect(await measureLinks(desk, state, { ...request, measure: 'degree' })).toEqual({
    ok: false,
    code: 'unknown-method',
  });
});
