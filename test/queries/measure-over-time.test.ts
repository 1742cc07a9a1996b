import { beforeAll, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import { AnalysisDesk } from '#queries/analysis';
import { finish } from '#queries/in-breaths';
import { measureOverTime, type OverTimeRequest, readingDates } from '#queries/over-time';
import { flowOfTime } from '../../src/views/results/rank-flow.ts';
import { analysisHere, sampleState } from '../support/analysis-here.ts';

let state: CaseState;
const desk = new AnalysisDesk(analysisHere, 1);
const request: OverTimeRequest = {
  scope: { kind: 'case' },
  direction: 'ignore',
  weights: 'none',
  revision: 7,
  measure: 'degree',
  unit: 'month',
};
beforeAll(async () => {
  state = await sampleState();
}, 60_000);

async function asked(over: Partial<OverTimeRequest> = {}) {
  const found = await measureOverTime(desk, state, { ...request, ...over });
  if (!found.ok) throw new Error(found.code);
  return found.figure;
}

test('the sample case by month: a rank for who has a link then, undated links counted, the same numbers of cells for all', async () => {
  const { slices, rows, lines, undated, zone } = await asked();
  expect(zone).toBe(state.properties?.zone);
  expect(slices.length).toBeGreaterThan(1);
  const inScope = [...state.allOf('link')].filter((l) =>
    [l.from, l.to].every((id) => state.entity(id)?.type !== 'event'),
  );
  expect(lines).toBe(inScope.length);
  expect(undated).toBe(inScope.filter((l) => !l.span).length);
  expect(slices.reduce((sum, s) => sum + s.lines, 0)).toBeGreaterThanOrEqual(lines - undated);
  for (const { cells } of rows) {
    expect(cells).toHaveLength(slices.length);
    expect(cells.some((c) => c.value !== undefined)).toBe(true);
  }
  slices.forEach((slice, i) => {
    const there = rows.flatMap((r) => (r.cells[i]!.value === undefined ? [] : [r.cells[i]!]));
    expect(there).toHaveLength(slice.nodes);
    // Where all are equal nobody has a rank.
    if (new Set(there.map((c) => c.value)).size < 2) expect(there.every((c) => c.rank === undefined)).toBe(true);
    else expect(Math.min(...there.map((c) => c.rank!))).toBe(1);
  });
});

test('flows from slice to slice begin with whoever stood highest at any time, and name slices by their beginning', async () => {
  const figure = await asked({ unit: 'week' });
  const flow = flowOfTime(figure);
  expect(flow.cuts.map((c) => c.short)).toEqual([...flow.cuts.map((c) => c.short)].sort());
  for (const { short } of flow.cuts) {
    expect(short).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(new Date(`${short}T12:00:00Z`).getUTCDay(), 'weeks begin on Monday').toBe(1);
  }
  const best = flow.rows.map((r) => Math.min(...r.cells.map((c) => c.rank ?? Infinity)));
  expect(best).toEqual([...best].sort((a, b) => a - b));
});

test('without dates, or of what is no ranking, the question is refused by code', async () => {
  const [first] = state.allOf('entity');
  const scope = { kind: 'selection', entities: new Set([first!.id]) } as const;
  expect(await measureOverTime(desk, state, { ...request, scope })).toMatchObject({ ok: false, code: 'no-dates' });
  const components = await measureOverTime(desk, state, { ...request, measure: 'components' });
  expect(components).toMatchObject({ ok: false, code: 'not-a-ranking' });
});

test('what slices rest on is another when a link is dated otherwise or the zone is another, not when a name is', () => {
  const of = (span: string, zone: string, label = 'a') =>
    finish(
      readingDates(
        CaseState.of([
          { id: 'case', kind: 'case', caseId: 'k', title: 'K', zone, stages: [] },
          { id: 'a', kind: 'entity', type: 'person', label },
          { id: 'b', kind: 'entity', type: 'person', label: 'b' },
          {
            id: 'l',
            kind: 'link',
            type: 'associate',
            from: 'a',
            to: 'b',
            direction: 'none',
            strength: 'confirmed',
            span: { earliest: span, latest: span },
          },
        ]),
        { kind: 'case' },
      ),
    );
  const before = of('2026-03-04', 'UTC');
  expect(of('2026-03-04', 'UTC', 'other')).toBe(before);
  expect(of('2026-04-04', 'UTC')).not.toBe(before);
  expect(of('2026-03-04', 'Asia/Phnom_Penh')).not.toBe(before);
});
