import { expect, test } from 'vitest';
import { graphContent } from '#analysis/graph/graph-content';
import type { PackOptions, Scope } from '#analysis/graph/pack-case';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';

const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  ...more,
});
const link = (from: string, to: string, more: Partial<Link> = {}): Link => ({
  id: `${from}-${to}`,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'forward',
  strength: 'confirmed',
  ...more,
});
const entities = ['a', 'b', 'c', 'd'].map((id) => entity(id));
const links = [link('a', 'b', { count: 3 }), link('b', 'c'), link('c', 'd')];

const simple: PackOptions = { direction: 'ignore', weights: 'none' };
const all: Scope = { kind: 'case' };
const content = (e: readonly Entity[], l: readonly Link[], options = simple, scope = all) =>
  graphContent({ entities: e, links: l }, scope, options);

test('names, grades and the order of records make no other graph', () => {
  const now = content(entities, links);
  expect(content([...entities].reverse(), [...links].reverse())).toBe(now);
  expect(
    content(
      entities.map((e) => ({ ...e, label: 'X' })),
      links.map((l) => ({ ...l, strength: 'tentative' })),
    ),
  ).toBe(now);
});

test('a node or a line more or less, or a line led elsewhere, makes another graph', () => {
  const now = content(entities, links);
  const others = [
    content([...entities, entity('e')], links),
    content(entities.slice(0, 3), links),
    content(entities, links.slice(1)),
    content(entities, [...links, link('a', 'c')]),
    content(entities, [...links, link('a', 'b', { id: 'twice' })]),
    content(entities, [link('a', 'd'), ...links.slice(1)]),
    content([entity('x'), ...entities.slice(1)], [link('x', 'b'), ...links.slice(1)]),
  ];
  expect(new Set([now, ...others]).size).toBe(8);
});

test('arrows and counts matter where they are asked for', () => {
  const turned = [link('b', 'a', { count: 3 }), ...links.slice(1)];
  expect(content(entities, turned)).toBe(content(entities, links));
  const arrows: PackOptions = { direction: 'out', weights: 'none' };
  expect(content(entities, turned, arrows)).not.toBe(content(entities, links, arrows));
  const back = [link('b', 'a', { count: 3, direction: 'back' }), ...links.slice(1)];
  expect(content(entities, back, arrows)).toBe(content(entities, links, arrows));
  const both = [link('a', 'b', { count: 3, direction: 'both' }), ...links.slice(1)];
  expect(content(entities, both, arrows)).not.toBe(content(entities, links, arrows));

  const more = [link('a', 'b', { count: 4 }), ...links.slice(1)];
  expect(content(entities, more)).toBe(content(entities, links));
  const counts: PackOptions = { direction: 'ignore', weights: 'count' };
  expect(content(entities, more, counts)).not.toBe(content(entities, links, counts));
});

test('only the scope counts, and events only where they are taken in', () => {
  const scope: Scope = { kind: 'selection', entities: new Set(['a', 'b']) };
  expect(content(entities, links.slice(0, 1), simple, scope)).toBe(content(entities, links, simple, scope));
  const met = entity('met', { type: 'event' });
  const there = link('a', 'met');
  expect(content([...entities, met], [...links, there])).toBe(content(entities, links));
  const taken: Scope = { kind: 'case', events: true };
  expect(content([...entities, met], [...links, there], simple, taken)).not.toBe(
    content(entities, links, simple, taken),
  );
});

test('of two kinds of entities it matters which is of which, events count whatever the scope says, and arrows do not', () => {
  const met = [entity('a'), entity('b'), entity('m', { type: 'event' })];
  const came = [link('a', 'm'), link('b', 'm')];
  const of = (e: readonly Entity[], l = came, direction: PackOptions['direction'] = 'ignore') =>
    graphContent({ entities: e, links: l }, all, {
      direction,
      weights: 'none',
      twoMode: { of: 'person', through: 'event', as: 'shared' },
    });
  const now = of(met);
  expect(of(met, came.slice(1))).not.toBe(now);
  expect(of([met[0]!, entity('b', { type: 'event' }), met[2]!])).not.toBe(now);
  expect(of([met[0]!, entity('b', { type: 'vehicle' }), met[2]!])).not.toBe(now);
  expect(of([...met, entity('v', { type: 'vehicle' })])).toBe(now);
  expect(of(met, [link('m', 'a'), came[1]!], 'out')).toBe(now);
});
