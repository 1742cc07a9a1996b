import { beforeAll, describe, expect, test, vi } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { AnalysisDesk } from '#queries/analysis';
import type { GroupingName } from '#queries/groupings';
import {
  everyNetworkFigure,
  type NetworkRequest,
  networkFigures,
  networkLayers,
  networkOverTime,
  USUAL_GROUPING,
} from '#queries/whole-network';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

let state: CaseState;
let request: NetworkRequest;
const desk = new AnalysisDesk(analysisHere, 1);
beforeAll(async () => {
  state = await sampleState();
  request = {
    scope: { kind: 'case' },
    direction: 'ignore',
    weights: 'none',
    revision: 7,
    figures: [
      { figure: 'density', parameters: {} },
      { figure: 'ei-index', parameters: { by: 'type' } },
      { figure: 'reciprocity', parameters: {} },
      { figure: 'core-periphery', parameters: { runs: 3 } },
    ],
  };
}, 60_000);

function got<R>(answer: { readonly ok: true; readonly figure: R } | { readonly ok: false; readonly code: string }): R {
  if (!answer.ok) throw new Error(answer.code);
  return answer.figure;
}

describe('the whole network of a case', () => {
  test('has its figures, each with its parameters; the core by its entities', async () => {
    const { figures, nodes, edges, revision } = got(await networkFigures(desk, state, request));
    expect(revision).toBe(7);
    const [density, ei, reciprocity, core] = figures;
    expect(density!.value).toBeCloseTo(edges / ((nodes * (nodes - 1)) / 2), 12);
    expect(ei!.parameters).toEqual({ by: 'type' });
    expect(ei!.beside!.external! + ei!.beside!.internal!).toBe(edges);
    expect(reciprocity).toMatchObject({ value: null, reason: 'no-directions' });
    expect(core!.parameters).toEqual({ between: 'linked', runs: 3, seed: 1 });
    expect(core!.members!.length).toBe(core!.beside!.core);
    for (const id of core!.members!) expect(state.entity(id)).toBeDefined();
  });

  test('sorts by any grouping that is asked for, groups found over the same graph among them, and says by which', async () => {
    const asked = async (by: GroupingName) =>
      got(await networkFigures(desk, state, { ...request, figures: everyNetworkFigure(by) }));
    const grouped = await asked('community');
    const index = grouped.figures.find((f) => f.figure === 'ei-index')!;
    expect(index.parameters).toEqual({ by: 'community' });
    // Found groups hold most of the links together: far below what chance would give.
    expect(index.value!).toBeLessThan(index.beside!.expected! - 0.3);
    expect(grouped.groupsBy).toMatchObject({ method: 'leiden', answered: false });
    const usual = await asked(USUAL_GROUPING);
    expect(usual.groupsBy).toBeUndefined();
    expect(usual.figures.map((f) => f.figure)).toEqual(everyNetworkFigure().map((f) => f.figure));
  });

  test('goes by the groups that were found already, over time too', async () => {
    const wanted = { ...request, figures: [{ figure: 'ei-index', parameters: { by: 'community' } }] };
    const { groupsBy: groups } = got(await networkFigures(desk, state, wanted));
    const byMonth = { ...wanted, unit: 'month', nodes: 'active' } as const;
    const anew = got(await networkOverTime(desk, state, byMonth));
    const find = vi.spyOn(desk, 'communities');
    const again = got(await networkOverTime(desk, state, { ...byMonth, groups }));
    expect(find).not.toHaveBeenCalled();
    find.mockRestore();
    expect(again.slices).toEqual(anew.slices);
    expect(again.slices.some((s) => s.figures[0]!.value !== null)).toBe(true);
  });

  test('counts no word stated of a protected person', async () => {
    const one = (id: string, role: string, more: Partial<Entity> = {}): Entity => ({
      id,
      kind: 'entity',
      type: 'person',
      label: id,
      attributes: [{ field: 'crew', value: role }],
      ...more,
    });
    const line = (from: string, to: string): Link => ({
      id: `${from}-${to}`,
      kind: 'link',
      type: 'associate',
      from,
      to,
      direction: 'none',
      strength: 'confirmed',
    });
    const links = [line('a', 'b'), line('b', 'c'), line('c', 'd')];
    const figures = everyNetworkFigure('attribute:crew').filter((f) => f.figure === 'ei-index');
    const indexOf = async (d: Partial<Entity>) => {
      const people = [one('a', 'x'), one('b', 'x'), one('c', 'y'), one('d', 'y', d)];
      const own = CaseState.of([...people, ...links]);
      return got(await networkFigures(desk, own, { ...request, figures })).figures[0]!.beside;
    };
    expect(await indexOf({})).toMatchObject({ external: 1, internal: 2 });
    expect(await indexOf({ protection: 'protected' })).toMatchObject({ external: 1, internal: 1 });
  });

  test('is refused by code where a figure is unknown', async () => {
    const figures = [{ figure: 'fame', parameters: {} }];
    expect(await networkFigures(desk, state, { ...request, figures })).toEqual({
      ok: false,
      code: 'unknown-figure',
      detail: 'fame',
    });
  });

  test('by month has as many lines as the case has dated ones, or more, and says how many are undated', async () => {
    const whole = got(await networkOverTime(desk, state, { ...request, unit: 'month', nodes: 'active' }));
    expect(whole.slices.length).toBeGreaterThan(1);
    for (const [i, slice] of whole.slices.entries()) {
      if (i > 0) expect(slice.from).toBe(whole.slices[i - 1]!.to);
      expect(slice.figures.map((f) => f.figure)).toEqual(request.figures.map((f) => f.figure));
    }
    const lines = whole.slices.reduce((sum, s) => sum + s.lines, 0);
    const links = [...state.allOf('link')].length;
    expect(lines).toBeGreaterThan(0);
    expect(whole.undated).toBeLessThan(links);
  });

  test('without a dated link has no slices, and says so', async () => {
    const [first] = state.allOf('entity');
    const lone = { ...request, scope: { kind: 'selection', entities: new Set([first!.id]) } } as const;
    expect(await networkOverTime(desk, state, { ...lone, unit: 'day', nodes: 'all' })).toMatchObject({
      code: 'no-dates',
    });
  });

  test('has a layer for each type of link, which together link what all do', async () => {
    const { layers, all, overlap, common, edges } = got(await networkLayers(desk, state, request));
    expect(layers.length).toBeGreaterThan(1);
    expect(new Set(layers.map((l) => l.linkType)).size).toBe(layers.length);
    expect(all.links).toBe(edges);
    layers.forEach((layer, a) => {
      expect(common[a]![a]).toBe(layer.links);
      expect(layer.links === 0 ? Number.isNaN(overlap[a]![a]) : overlap[a]![a]).toBeTruthy();
      layers.forEach((_, b) => {
        expect(common[a]![b]).toBe(common[b]![a]);
      });
    });
  });
});
