import { beforeAll, describe, expect, test } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import { AnalysisDesk } from '#queries/analysis';
import { type NetworkRequest, networkFigures, networkLayers, networkOverTime } from '#queries/whole-network';
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
