import { describe, expect, it } from 'vitest';
import type { AppliedMeasure } from '#domain/chart/applied-measure';
import { placementId } from '#domain/chart/placement';
import type { CaseRecord } from '#domain/record';
import { scaleWords } from '../../../src/views/applied-words.ts';
import { ChartProjection } from '../../../src/views/link-chart/chart-projection.ts';
import { legendOf } from '../../../src/views/link-chart/legend-count.ts';
import type { ProjectionOptions } from '../../../src/views/link-chart/shown-items.ts';
import { smallCase } from './small-case.ts';

const options: ProjectionOptions = {
  theme: 'light',
  locale: 'en',
  words: (key) => key,
  filter: null,
  filterMode: 'hide',
};

const applied = (use: 'size' | 'colour', values: Readonly<Record<string, string>>): AppliedMeasure => ({
  id: `chart!${use}`,
  kind: 'applied-measure',
  chart: 'chart',
  use,
  measure: use === 'size' ? 'degree' : 'louvain',
  parameters: [],
  scope: 'case',
  revision: 7,
  values: Object.entries(values).map(([entity, value]) => ({ entity, value })),
});

/** The legend of the small chart (Dara, Vuthy, a phone, a guest) with this figure on it. */
function legend(figure: AppliedMeasure, ...more: CaseRecord[]) {
  const state = smallCase();
  for (const after of [figure, ...more]) {
    const before = state.get(after.id) ?? null;
    state.apply([{ id: after.id, before, after }]);
  }
  const view = new ChartProjection().project(state, 'chart', options)!;
  return { view, legend: legendOf(view, state) };
}

describe('the legend of a chart coloured by groups', () => {
  it('counts each group, whose group has no colour of its own, and who is in none', () => {
    const { legend: found, view } = legend(applied('colour', { dara: '1', vuthy: '1', phone: '12' }));
    expect(found.categories).toEqual([{ category: 1, count: 2 }]);
    expect(found.outside).toEqual([
      { why: 'beyond', count: 1 },
      { why: 'none', count: 1 },
    ]);
    expect(view.nodes.find((n) => n.id === 'phone')!.category).toBe(0);
    expect(view.figures.overlapping).toBe(false);
  });

  it('does not count among a group whoever was given its colour by hand', () => {
    const guest = smallCase().find('placement', placementId('chart', 'guest'))!;
    const byHand: CaseRecord = { ...guest, colour: 1 };
    const { legend: found } = legend(applied('colour', { dara: '1', vuthy: '2' }), byHand);
    expect(found.categories).toEqual([
      { category: 1, count: 1 },
      { category: 2, count: 1 },
    ]);
    expect(found.outside).toEqual([
      { why: 'by-hand', count: 1 },
      { why: 'none', count: 1 },
    ]);
  });

  it('knows that groups overlap, so that a colour is that of those in one alone', () => {
    const { view, legend: found } = legend(applied('colour', { dara: '0', vuthy: '1', phone: '2', guest: '1' }));
    expect(view.figures.overlapping).toBe(true);
    expect(found.categories).toEqual([
      { category: 1, count: 2 },
      { category: 2, count: 1 },
      { category: 10, count: 1 },
    ]);
    expect(found.outside).toEqual([]);
  });

  it('says nothing of groups where no figure colours the chart', () => {
    expect(legend(applied('size', { dara: '1' })).legend.outside).toEqual([]);
  });
});

describe('the legend of a chart sized by a figure', () => {
  it('says which values the smallest and the largest circle stand for, and how many have none', () => {
    const { legend: found, view } = legend(applied('size', { dara: '19', vuthy: '12', phone: '0.5' }));
    expect(scaleWords(view.figures.sizeScale, found.unsized > 0)).toEqual([
      'Smallest circle 0.5, largest 12 to 19',
      'Without a figure: the usual size',
    ]);
    expect(found.unsized).toBe(1);
  });

  it('says so where all circles are alike, and nothing without figures', () => {
    const alike = legend(applied('size', { dara: '3', vuthy: '3', phone: '3', guest: '3' }));
    expect(scaleWords(alike.view.figures.sizeScale, alike.legend.unsized > 0)).toEqual(['All circles alike: 3']);
    expect(scaleWords(undefined, true)).toEqual([]);
  });
});
