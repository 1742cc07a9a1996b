import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { invert, type Step } from '#domain/change/step';
import { placementId } from '#domain/chart/placement';
import type { CaseRecord, Id } from '#domain/record';
import { ChartProjection } from '../../../src/views/link-chart/chart-projection.ts';
import type { ChartView } from '../../../src/views/link-chart/chart-view.ts';

const CHART = 'chart';
const MANY = { entities: 120, links: 760 };
const options = {
  theme: 'light',
  locale: 'en',
  words: (key: string) => key,
  filter: null,
  filterMode: 'hide',
} as const;

const made = (after: CaseRecord): Step => ({ id: after.id, before: null, after });
const person = (id: Id, label: string): CaseRecord => ({ id, kind: 'entity', type: 'person', label });
const placed = (item: Id, x: number): CaseRecord & { kind: 'placement' } => ({
  id: placementId(CHART, item),
  kind: 'placement',
  chart: CHART,
  item,
  x,
  y: 2 * x,
});
const linked = (id: Id, from: Id, to: Id): CaseRecord => ({
  id,
  kind: 'link',
  type: 'associate',
  from,
  to,
  strength: 'confirmed',
  direction: 'none',
});

/** A chart of more lines than are labelled, in no special order. */
function chartOfMany(): CaseState {
  const state = new CaseState();
  state.apply([made({ id: CHART, kind: 'chart', name: 'C', multiplicity: 'each', skin: 'icons' })]);
  const steps: Step[] = [];
  for (let i = 0; i < MANY.entities; i++) {
    steps.push(made(person(`e${i}`, `Person ${i}`)));
    if (i % 10 !== 9) steps.push(made(placed(`e${i}`, i)));
  }
  for (let i = 0; i < MANY.links; i++) {
    steps.push(made(linked(`l${i}`, `e${(i * 31) % MANY.entities}`, `e${(i * 17 + 5) % MANY.entities}`)));
  }
  state.apply(steps);
  return state;
}

/** Everything that leaves a chart when an entity is deleted. */
function without(state: CaseState, id: Id): Step[] {
  const ids = [id, placementId(CHART, id), ...state.linksOf(id)];
  return ids.flatMap((x) => {
    const before = state.get(x);
    return before ? [{ id: x, before, after: null }] : [];
  });
}

const change = (state: CaseState, id: Id, edit: Record<string, unknown>): Step[] => {
  const before = state.get(id);
  return before ? [{ id, before, after: { ...before, ...edit } as CaseRecord }] : [];
};

type Act = readonly [kind: string, a: number, b: number];
const act = fc.tuple(
  fc.constantFrom('add', 'name', 'move', 'pin', 'hide', 'put', 'take', 'delete', 'link', 'unlink', 'doubt', 'relink'),
  fc.nat(MANY.entities - 1),
  fc.nat(MANY.links - 1),
);

let fresh = 0;
function stepsOf(state: CaseState, [kind, a, b]: Act): Step[] {
  const entity = `e${a}`;
  const link = `l${b}`;
  const place = placementId(CHART, entity);
  const standing = state.find('placement', place);
  switch (kind) {
    case 'add':
      fresh++;
      return [made(person(`new${fresh}`, 'New')), made(placed(`new${fresh}`, b))];
    case 'name':
      return change(state, entity, { label: `Renamed ${b}` });
    case 'move':
      return change(state, place, { x: b });
    case 'pin':
      return change(state, place, { pinned: b % 2 === 0 });
    case 'hide':
      return change(state, place, { hidden: b % 2 === 0 });
    case 'put':
      return standing || !state.entity(entity) ? [] : [made(placed(entity, b))];
    case 'take':
      return standing ? [{ id: place, before: standing, after: null }] : [];
    case 'delete':
      return without(state, entity);
    case 'link': {
      const other = `e${b % MANY.entities}`;
      if (!state.entity(entity) || !state.entity(other)) return [];
      fresh++;
      return [made(linked(`more${fresh}`, entity, other))];
    }
    case 'unlink': {
      const before = state.link(link);
      return before ? [{ id: link, before, after: null }] : [];
    }
    case 'relink':
      return state.entity(entity) ? change(state, link, { to: entity }) : [];
    default:
      return change(state, link, { strength: a % 2 ? 'tentative' : 'unconfirmed' });
  }
}

const byId = <T extends { readonly id: Id }>(list: readonly T[]) => [...list].sort((x, y) => (x.id < y.id ? -1 : 1));

/** All that a view says, in an order of its own. */
function told(view: ChartView | undefined) {
  if (!view) return undefined;
  return {
    nodes: byId(view.nodes).map((n) => ({ id: n.id, x: n.x, y: n.y, ink: n.ink, greyed: n.greyed, data: n.data })),
    edges: byId(view.edges).map((e) => ({ id: e.id, from: e.source, to: e.target, links: e.links, data: e.data })),
    entities: byId(view.entities),
    links: byId(view.links),
    lines: byId(view.lines),
    places: byId([...view.places.values()]),
    hidden: [...view.hidden].sort(),
    neighbours: [...view.neighbours].map(([id, others]) => [id, [...others].sort()]).sort(),
    order: view.order.length,
    counts: [view.total, view.pinned, view.filtered],
  };
}

describe('a chart of many', () => {
  test('followed edit by edit shows what it shows when read anew, and so after all is undone', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 1, maxLength: 10 }), (acts) => {
        const state = chartOfMany();
        const following = new ChartProjection();
        following.project(state, CHART, options);
        const anew = () => told(new ChartProjection().project(state, CHART, options));
        const before = anew();
        const done: Step[][] = [];
        for (const one of acts) {
          const steps = stepsOf(state, one);
          state.apply(steps);
          done.push(steps);
          expect(told(following.project(state, CHART, options))).toEqual(anew());
        }
        for (const steps of done.reverse()) state.apply(invert(steps));
        expect(told(following.project(state, CHART, options))).toEqual(before);
      }),
      { numRuns: 8 },
    );
  });

  test('hands over the very same items for all that an edit leaves alone, and the same view for what is not on it', () => {
    const state = chartOfMany();
    const following = new ChartProjection();
    const before = following.project(state, CHART, options)!;
    state.apply(change(state, 'e3', { label: 'Renamed' }));
    const after = following.project(state, CHART, options)!;
    expect(after.nodes.filter((n) => !before.nodes.includes(n)).map((n) => n.id)).toEqual(['e3']);
    expect(after.edges.every((e, i) => e === before.edges[i])).toBe(true);
    state.apply([made({ id: 's', kind: 'source', reference: 'R 1', sourceKind: 'report' } as CaseRecord)]);
    expect(following.project(state, CHART, options)).toBe(after);
  });

  test('is read anew after more steps than are remembered', () => {
    const state = chartOfMany();
    const following = new ChartProjection();
    following.project(state, CHART, options);
    const { version } = state;
    for (let i = 0; i < 40; i++) state.apply(change(state, `e${i}`, { label: `Renamed ${i}` }));
    expect(state.since(version)).toBeUndefined();
    expect(state.since(state.version)).toEqual([]);
    expect(told(following.project(state, CHART, options))).toEqual(
      told(new ChartProjection().project(state, CHART, options)),
    );
  });
});
