import type { CaseState } from '#domain/change/case-state';
import type { MeasureUse } from '#domain/chart/applied-measure';
import type { Group } from '#domain/chart/group';
import { placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import { LAST_RANK } from '#drawing/style/rank-badge';
import { t } from '#i18n/index';
import { refusalText } from '#i18n/record-words';
import { DOUBTFUL_BELOW, isDoubtful } from '#queries/groups';
import { newId } from '#queries/ids';
import type { OpenCase, Outcome } from '#queries/open-case';
import { openPane } from '#session/panes';
import { select } from '#session/selection';
import { announce } from '#ui/dialogs/index';
import type { FigureRow } from '../figure-rows.ts';
import { type Answer, appliedGraph, type GroupAnswer } from '../last-answer.ts';

/** Colours, and outlines, that can be told apart. */
const MOST_COLOURS = 9;

function isOn(state: CaseState, chart: Id, id: Id): boolean {
  const p = state.find('placement', placementId(chart, id));
  return Boolean(p && !p.hidden);
}

async function said(open: OpenCase, chart: Id, act: Promise<Outcome>): Promise<void> {
  const outcome = await act;
  const name = open.snapshot().state.find('chart', chart)?.name ?? '';
  announce(refusalText(outcome) ?? t('results.applied', { chart: name }));
}

/** What an answer says of an entity in one use of it on a chart; undefined: nothing. */
function shownOf(use: MeasureUse, answer: Answer, { value, rank }: FigureRow): number | undefined {
  if (use === 'badge') return rank !== undefined && rank <= LAST_RANK ? rank : undefined;
  if (value === undefined || answer.kind === 'measure') return value;
  return use === 'colour' && value >= MOST_COLOURS ? undefined : value + 1;
}

/**
 * Sizes, colours or labels the chart by an answer, or writes ranks at its symbols; groups beyond the ninth stay without a colour. Members that are
 * doubtful are told apart.
 */
export function applyAnswer(
  open: OpenCase,
  chart: Id,
  use: MeasureUse,
  answer: Answer,
  rows: readonly FigureRow[],
): Promise<void> {
  const { state } = open.snapshot();
  const stability = answer.kind === 'groups' && use === 'colour' ? answer.result.stability : undefined;
  const values = rows.flatMap((r) => {
    const value = shownOf(use, answer, r);
    if (value === undefined || !isOn(state, chart, r.id)) return [];
    const doubtful = stability && r.member && isDoubtful(r.member);
    return [{ entity: r.id, value: String(value), ...(doubtful && { doubtful }) }];
  });
  const shows = use === 'badge' ? 'rank' : use === 'label' && answer.kind === 'groups' ? 'group' : undefined;
  const { parameters, scope, revision } = answer.result;
  const graph = appliedGraph(answer.asked);
  return said(
    open,
    chart,
    open.run('apply-measure', {
      applied: {
        chart,
        use,
        measure: answer.id,
        parameters: Object.entries(parameters).map(([name, value]) => ({ name, value: String(value) })),
        scope,
        ...(graph && { graph }),
        revision,
        ...(shows && { shows }),
        ...(stability && { stability: { runs: stability.runs, below: String(DOUBTFUL_BELOW) } }),
        values,
      },
    }),
  );
}

/** Draws a box round each group of three and more, tentative. */
export function outlineGroups(open: OpenCase, chart: Id, answer: GroupAnswer): Promise<void> {
  const { state } = open.snapshot();
  const members = new Map<number, Id[]>();
  for (const r of answer.result.rows) {
    if (r.community < 0 || !isOn(state, chart, r.id)) continue;
    const list = members.get(r.community);
    if (list) list.push(r.id);
    else members.set(r.community, [r.id]);
  }
  const groups = [...members]
    .filter(([, list]) => list.length > 2)
    .slice(0, MOST_COLOURS)
    .map(
      ([k, list]): Group => ({
        id: newId(),
        kind: 'group',
        chart,
        name: t('results.group-name', { number: k + 1 }),
        members: list,
        strength: 'unconfirmed',
        colour: k + 1,
      }),
    );
  return said(open, chart, open.run('group-items', { groups }));
}

/** Brings the chart forward with these selected. */
export function showOnChart(open: OpenCase, chart: Id, ids: readonly Id[]): void {
  select(ids);
  openPane({ view: 'link-chart', chart });
  announce(t('guided.shown', { chart: open.snapshot().state.find('chart', chart)?.name ?? '' }));
}
