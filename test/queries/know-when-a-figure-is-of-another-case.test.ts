import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { figureContent, measureContent } from '#queries/figures';
import { networkContent } from '#queries/whole-network';
import { blueKestrel } from '../../scripts/samples/blue-kestrel.ts';

const top = fileURLToPath(new URL('../../', import.meta.url));

let state: CaseState;
beforeAll(async () => {
  state = (await blueKestrel(join(top, 'sample-cases/blue-kestrel'))).state;
}, 60_000);

const graph = { scope: { kind: 'case' }, direction: 'ignore', weights: 'none' } as const;

/** The case as it would be with some records otherwise. */
function changed(edit: { entity?: (e: Entity) => Entity; link?: (l: Link) => Link }): CaseState {
  const entities = new Map([...state.allOf('entity')].map((e) => [e.id, edit.entity?.(e) ?? e]));
  const links = [...state.allOf('link')].map((l) => edit.link?.(l) ?? l);
  return {
    allOf: (kind: string) => (kind === 'entity' ? entities.values() : links.values()),
    entity: (id: Entity['id']) => entities.get(id),
    properties: state.properties,
    countOf: (kind: string) => (kind === 'entity' ? entities.size : links.length),
  } as unknown as CaseState;
}

test('a measure by an attribute is of another case when the attribute changes, and of the same when another does', () => {
  const by = { by: 'status' };
  const before = measureContent(state, graph, 'participation', by);
  const someone = [...state.allOf('entity')].find((e) => e.type === 'person')!.id;
  const restated = changed({ entity: (e) => (e.id === someone ? { ...e, status: 'suspect', label: 'other' } : e) });
  const other = changed({ entity: (e) => (e.id === someone ? { ...e, status: 'witness', label: 'other' } : e) });
  const renamed = changed({ entity: (e) => (e.id === someone ? { ...e, label: 'other' } : e) });
  const of = (now: CaseState) => measureContent(now, graph, 'participation', by);
  expect(of(changed({}))).toBe(before);
  expect(of(renamed)).toBe(before);
  expect(of(restated)).not.toBe(of(other));
  expect(figureContent(restated, graph), 'the graph itself is the same').toBe(figureContent(other, graph));
});

test('a measure within each group alone is of another case when somebody changes group', () => {
  const someone = [...state.allOf('entity')].find((e) => e.type === 'person')!.id;
  const stood = (status: 'suspect' | 'witness') =>
    changed({ entity: (e) => (e.id === someone ? { ...e, status } : e) });
  const of = (now: CaseState, within?: 'status') => measureContent(now, graph, 'degree', {}, within);
  expect(of(stood('suspect'), 'status')).not.toBe(of(stood('witness'), 'status'));
  expect(of(stood('suspect'))).toBe(of(stood('witness')));
});

test('a measure of kinds of links is of another case when a type changes; one that reads no types is not', () => {
  const first = [...state.allOf('link')][0]!.id;
  const retyped = changed({ link: (l) => (l.id === first ? { ...l, type: 'retyped' as Link['type'] } : l) });
  expect(measureContent(retyped, graph, 'layers-present', {})).not.toBe(
    measureContent(state, graph, 'layers-present', {}),
  );
  expect(measureContent(retyped, graph, 'betweenness', {})).toBe(measureContent(state, graph, 'betweenness', {}));
  expect(measureContent(state, graph, 'betweenness', {})).toBe(figureContent(state, graph));
});

test('figures of the whole network are of another case when an attribute they sort by changes, or the time of a link', () => {
  const of = (now: CaseState, figure = 'group-assortativity', by = 'status') =>
    networkContent(now, { ...graph, figures: [{ figure, parameters: { by } }] });
  const someone = [...state.allOf('entity')].find((e) => e.type === 'person')!.id;
  const [first] = [...state.allOf('link')];
  const restated = changed({ entity: (e) => (e.id === someone ? { ...e, status: 'changed' as never } : e) });
  const redated = changed({
    link: (l) => (l.id === first!.id ? { ...l, span: { from: { text: '1999' } } as never } : l),
  });
  const renamed = changed({ entity: (e) => (e.id === someone ? { ...e, label: 'other' } : e) });
  expect(of(changed({}))).toBe(of(state));
  expect(of(renamed)).toBe(of(state));
  expect(of(restated)).not.toBe(of(state));
  expect(of(restated, 'density')).toBe(of(state, 'density'));
  expect(of(redated, 'density')).not.toBe(of(state, 'density'));
});
