import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Step } from '#domain/change/step';
import { placementId } from '#domain/chart/placement';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';
import type { FilterMatch } from '../../../src/views/filter-match.ts';
import { ChartProjection } from '../../../src/views/link-chart/chart-projection.ts';
import type { ChartView } from '../../../src/views/link-chart/chart-view.ts';
import type { ProjectionOptions } from '../../../src/views/link-chart/shown-items.ts';

const MANY = { entities: 90, links: 1100 };
const made = (after: CaseRecord): Step => ({ id: after.id, before: null, after });

/** More lines than are labelled; some pairs have several links, of several months, and some items and links stand hidden. */
function chartOfMonths(): CaseState {
  const state = new CaseState();
  const steps: Step[] = [made({ id: 'chart', kind: 'chart', name: 'C', multiplicity: 'direction', skin: 'icons' })];
  const put = (item: string, x: number, hidden = false) =>
    made({
      id: placementId('chart', item),
      kind: 'placement',
      chart: 'chart',
      item,
      x,
      y: 2 * x,
      ...(hidden && { hidden }),
    });
  for (let i = 0; i < MANY.entities; i++) {
    steps.push(made({ id: `e${i}`, kind: 'entity', type: i % 3 ? 'person' : 'phone-number', label: `E ${i}` }));
    if (i % 11 !== 10) steps.push(put(`e${i}`, i, i % 29 === 7));
  }
  for (let i = 0; i < MANY.links; i++) {
    const to = i % 9 === 0 ? (i * 31 + 1) % MANY.entities : (i * 17 + 5 + Math.floor(i / 90)) % MANY.entities;
    steps.push(
      made({
        id: `l${i}`,
        kind: 'link',
        type: 'associate',
        from: `e${(i * 31) % MANY.entities}`,
        to: `e${to}`,
        strength: i % 5 ? 'confirmed' : 'tentative',
        direction: 'none',
        ...(i % 7 && { span: { earliest: `2025-${String(1 + (i % 12)).padStart(2, '0')}` } }),
      }),
    );
    if (i % 53 === 0) steps.push(put(`l${i}`, 0, true));
  }
  state.apply(steps);
  return state;
}

const monthOf = (l: Link) => l.span?.earliest ?? '';
const since = (month: string, persons: boolean): FilterMatch => ({
  entity: (e) => !persons || e.type === 'person',
  link: (l) => monthOf(l) === '' || monthOf(l) >= month,
});

const options = (filter: FilterMatch | null, filterMode: 'hide' | 'grey'): ProjectionOptions => ({
  theme: 'light',
  locale: 'en',
  words: (key) => key,
  filter,
  filterMode,
});

/** All that is drawn or counted, as plain data. */
const told = (v: ChartView) => ({
  nodes: v.nodes.map((n) => [n.id, n.x, n.greyed]),
  edges: v.edges.map((e) => [e.id, e.source, e.target, e.greyed, e.parallel, e.strength, e.links.join()]),
  links: v.links.map((l) => l.id),
  lines: v.lines.map((l) => l.id),
  entities: v.entities.map((e) => e.id),
  places: [...v.places.keys()],
  hidden: v.hidden,
  filtered: v.filtered,
  total: v.total,
});

const act = fc.oneof(
  fc.record({
    month: fc.constantFrom(undefined, '2025-02', '2025-06', '2025-07', '2025-12', '2026'),
    persons: fc.boolean(),
    mode: fc.constantFrom('hide' as const, 'grey' as const),
  }),
  fc.record({ edit: fc.nat(MANY.links - 1) }),
);

test('a filter moved to and fro, and edits between, leave what a first look at the case shows', () => {
  fc.assert(
    fc.property(fc.array(act, { minLength: 2, maxLength: 7 }), (acts) => {
      const state = chartOfMonths();
      const projection = new ChartProjection();
      projection.project(state, 'chart', options(null, 'hide'));
      let now = options(null, 'hide');
      for (const a of acts) {
        if ('edit' in a) {
          const before = state.link(`l${a.edit}`)!;
          const strength = before.strength === 'confirmed' ? 'unconfirmed' : 'confirmed';
          state.apply([{ id: before.id, before, after: { ...before, strength } }]);
        } else now = options(a.month === undefined ? null : since(a.month, a.persons), a.mode);
        const moved = told(projection.project(state, 'chart', now)!);
        const fresh = told(new ChartProjection().project(state, 'chart', now)!);
        // An edit put into the last reading stands where its line stood: only the order may differ.
        expect({
          ...moved,
          edges: moved.edges.toSorted(),
          links: moved.links.toSorted(),
          lines: moved.lines.toSorted(),
        }).toEqual({
          ...fresh,
          edges: fresh.edges.toSorted(),
          links: fresh.links.toSorted(),
          lines: fresh.lines.toSorted(),
        });
      }
    }),
    { numRuns: 10 },
  );
});

test('a filter that is taken off hands over the very same items and lines as before', () => {
  const state = chartOfMonths();
  const projection = new ChartProjection();
  const before = projection.project(state, 'chart', options(null, 'hide'))!;
  const during = projection.project(state, 'chart', options(since('2025-06', false), 'hide'))!;
  expect(during.edges.length).toBeLessThan(before.edges.length);
  expect(during.nodes).toBe(before.nodes);
  const after = projection.project(state, 'chart', options(null, 'hide'))!;
  expect(after.nodes).toBe(before.nodes);
  expect(after.edges).toHaveLength(before.edges.length);
  expect(after.edges.every((e, i) => e === before.edges[i])).toBe(true);
});
