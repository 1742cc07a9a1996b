import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#domain/record';
import { NO_FILTER } from '#session/filter';
import { filterMatch } from '../../../src/views/filter-match.ts';
import { ChartProjection } from '../../../src/views/link-chart/chart-projection.ts';
import { legendOf } from '../../../src/views/link-chart/legend-count.ts';
import type { ProjectionOptions } from '../../../src/views/link-chart/shown-items.ts';
import { placed, smallCase } from './small-case.ts';

const options: ProjectionOptions = {
  theme: 'light',
  locale: 'en',
  words: (key, params) => (params?.['shown'] === undefined ? key : `${params['shown']} ${key}`),
  filter: null,
  filterMode: 'hide',
};
const change = (before: CaseRecord | null, after: CaseRecord | null) => ({ id: (before ?? after)!.id, before, after });

describe('a chart read out of the case', () => {
  it('shows what is placed, links whose both ends are there, and one line for two links between the same', () => {
    const view = new ChartProjection().project(smallCase(), 'chart', options)!;
    expect(view.nodes.map((n) => n.data.id).sort()).toEqual(['dara', 'guest', 'phone', 'vuthy']);
    expect(view.links.map((l) => l.id).sort()).toEqual(['l1', 'l2', 'l3', 'l4']);
    expect(view.lines).toHaveLength(3);
  });
  it('never shows the name of a protected person', () => {
    const view = new ChartProjection().project(smallCase(), 'chart', options)!;
    expect(JSON.stringify(view.nodes)).not.toContain('A Real Name');
    expect(view.nodes.find((n) => n.data.id === 'guest')!.data.label).toBe('P-01');
  });
  it('hands over the very same objects for what an edit did not touch', () => {
    const state = smallCase();
    const projection = new ChartProjection();
    const before = projection.project(state, 'chart', options)!;
    const vuthy = state.entity('vuthy')!;
    state.apply([change(vuthy, { ...vuthy, label: 'CHAN V.' })]);
    const after = projection.project(state, 'chart', options)!;
    const changed = after.nodes.filter((n, i) => n !== before.nodes[i]).map((n) => n.data.id);
    expect(changed).toEqual(['vuthy']);
    expect(after.edges.every((e) => before.edges.includes(e))).toBe(true);
  });
  it('keeps the picture of an item that only moved', () => {
    const state = smallCase();
    const projection = new ChartProjection();
    const before = projection.project(state, 'chart', options)!.nodes.find((n) => n.data.id === 'vuthy')!;
    state.apply([change(state.get('chart.vuthy')!, placed('vuthy', 300, 40))]);
    const after = projection.project(state, 'chart', options)!.nodes.find((n) => n.data.id === 'vuthy')!;
    expect(after.x).toBe(300);
    expect(after.data).toBe(before.data);
  });
  it('leaves out what is hidden by hand, with its links, and counts it', () => {
    const state = smallCase();
    state.apply([change(state.get('chart.vuthy')!, placed('vuthy', 200, 0, { hidden: true }))]);
    const view = new ChartProjection().project(state, 'chart', options)!;
    expect(view.hidden).toEqual(['vuthy']);
    expect(view.links.map((l) => l.id)).toEqual(['l3']);
  });
  it('is nothing when the chart is gone', () => {
    expect(new ChartProjection().project(smallCase(), 'other', options)).toBeUndefined();
  });
});

describe('a filter on the chart', () => {
  const state = smallCase();
  const project = (f: Partial<typeof NO_FILTER>, filterMode: 'hide' | 'grey' = 'hide') =>
    new ChartProjection().project(state, 'chart', {
      ...options,
      filterMode,
      filter: filterMatch({ ...NO_FILTER, ...f }, state),
    })!;

  it('hides entities of other types with their links, and says how many', () => {
    const view = project({ entityTypes: ['person'] });
    expect(view.nodes.map((n) => n.data.id).sort()).toEqual(['dara', 'guest', 'vuthy']);
    expect(view.links.map((l) => l.id).sort()).toEqual(['l1', 'l2', 'l4']);
    // The phone, and the link that led to it.
    expect(view.filtered).toBe(2);
  });
  it('greys instead of hiding when asked to', () => {
    const view = project({ strengths: ['confirmed'] }, 'grey');
    expect(view.nodes).toHaveLength(4);
    expect(view.edges.filter((e) => e.greyed).map((e) => e.data.links)).toEqual([['l4']]);
    expect(view.filtered).toBe(2);
  });
  it('draws a line of what passes only', () => {
    expect(project({ linkTypes: ['called'] }).lines.map((l) => l.links)).toEqual([['l2']]);
  });
  it('looks at tags, neighbours and dates', () => {
    expect(project({ tags: ['Crew'] }).nodes.map((n) => n.data.id)).toEqual(['vuthy']);
    expect(project({ minDegree: 3 }).nodes.map((n) => n.data.id)).toEqual(['dara']);
    expect(project({ from: '2026-05-01', to: '2026-05-31', undated: false }).links.map((l) => l.id)).toEqual(['l3']);
    expect(project({ from: '2026-06', undated: false }).links).toEqual([]);
  });
  it('does not find a protected person by the real name', () => {
    expect(project({ attribute: { field: 'label', contains: 'real' } }).nodes).toEqual([]);
    expect(project({ attribute: { field: 'label', contains: 'p-01' } }).nodes.map((n) => n.data.id)).toEqual(['guest']);
  });
});

describe('figures on the chart', () => {
  const figure = (use: 'label' | 'badge' | 'colour', more: object, values: readonly object[]): CaseRecord =>
    ({
      id: `chart!${use}`,
      kind: 'applied-measure',
      chart: 'chart',
      use,
      measure: 'degree',
      parameters: [],
      scope: 'case',
      revision: 1,
      ...more,
      values,
    }) as CaseRecord;

  it('stand under the names and at the symbols, and go again', () => {
    const state = smallCase();
    const projection = new ChartProjection();
    const label = figure('label', {}, [{ entity: 'dara', value: '3' }]);
    const badge = figure('badge', { shows: 'rank' }, [{ entity: 'dara', value: '1' }]);
    const plain = projection.project(state, 'chart', options)!.nodes.find((n) => n.id === 'dara')!.data;
    state.apply([
      { id: label.id, before: null, after: label },
      { id: badge.id, before: null, after: badge },
    ]);
    const view = projection.project(state, 'chart', options)!;
    const dara = view.nodes.find((n) => n.id === 'dara')!.data;
    expect(dara.label).toBe(`${plain.label}\n3`);
    expect(dara.fullLabel).toBe(`${plain.fullLabel} 3`);
    expect(decodeURIComponent(dara.image)).toContain('>1</text>');
    expect(legendOf(view, state)).toMatchObject({ labelled: 1, ranked: 1, doubtfulMembers: 0 });
    state.apply([
      { id: label.id, before: label, after: null },
      { id: badge.id, before: badge, after: null },
    ]);
    expect(projection.project(state, 'chart', options)!.nodes.find((n) => n.id === 'dara')!.data).toEqual(plain);
  });
  it('draw a broken ring round a member whose group is doubtful, and round nobody else', () => {
    const state = smallCase();
    const groups = figure('colour', { measure: 'louvain', stability: { runs: 50, below: '0.8' } }, [
      { entity: 'dara', value: '1' },
      { entity: 'vuthy', value: '1', doubtful: true },
      // No colour, and so no group that could be doubted here.
      { entity: 'guest', value: '10', doubtful: true },
    ]);
    state.apply([{ id: groups.id, before: null, after: groups }]);
    const view = new ChartProjection().project(state, 'chart', options)!;
    const ringed = view.nodes.filter((n) => n.data.image.includes(encodeURIComponent('stroke-dasharray="2 3"')));
    expect(ringed.map((n) => n.id)).toEqual(['vuthy']);
    expect(legendOf(view, state).doubtfulMembers).toBe(1);
  });
});

describe('the legend', () => {
  it('counts exactly what is on the chart, protected persons apart', () => {
    const state = smallCase();
    const legend = legendOf(new ChartProjection().project(state, 'chart', options)!, state);
    expect(legend.types.map((t) => [t.key, t.count])).toEqual([
      ['person', 2],
      ['protected', 1],
      ['phone-number', 1],
    ]);
    expect(legend.strengths).toEqual([
      { strength: 'confirmed', count: 1 },
      { strength: 'unconfirmed', count: 1 },
      { strength: 'tentative', count: 1 },
    ]);
    expect(legend.pinned).toBe(1);
    expect(legend.unsourced).toBe(4);
  });
});
