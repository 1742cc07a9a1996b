import type { CaseState } from '#domain/change/case-state';
import { IN_SEVERAL, type MeasureUse } from '#domain/chart/applied-measure';
import type { Group } from '#domain/chart/group';
import { placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import { LAST_RANK } from '#drawing/style/rank-badge';
import { t } from '#i18n/index';
import { refusalText } from '#i18n/record-words';
import { type CommunityRow, DOUBTFUL_BELOW, groupsOf, isDoubtful, membersOf } from '#queries/groups';
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

async function said(open: OpenCase, chart: Id, act: Promise<Outcome>, more: readonly string[] = []): Promise<void> {
  const outcome = await act;
  const name = open.snapshot().state.find('chart', chart)?.name ?? '';
  announce(refusalText(outcome) ?? [...more, t('results.applied', { chart: name })].join(' '));
}

interface Shown {
  readonly id: Id;
  readonly value: number;
  readonly doubtful?: true;
}

/** What a measure says of an entity in one use of it on a chart; undefined: nothing. */
function figureShown(use: MeasureUse, { id, value, rank }: FigureRow): Shown | undefined {
  const shown = use === 'badge' ? (rank !== undefined && rank <= LAST_RANK ? rank : undefined) : value;
  return shown === undefined ? undefined : { id, value: shown };
}

/** The number of the one group of an entity, 0 where it is in several; undefined: none. One beyond the last colour is kept, for the legend to say so. */
function groupShown(row: CommunityRow, told: boolean): Shown | undefined {
  const groups = groupsOf(row);
  const [first] = groups;
  if (first === undefined) return undefined;
  if (groups.length > 1) return { id: row.id, value: IN_SEVERAL };
  return { id: row.id, value: first + 1, ...(told && isDoubtful(row) && { doubtful: true }) };
}

/**
 * Sizes, colours or labels the chart by an answer, or writes ranks at its symbols; groups beyond the ninth stay without a colour. Members that are
 * doubtful are told apart, and who is in several groups is shown as that, in none of their colours.
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
  const shown =
    answer.kind === 'groups'
      ? answer.result.rows.map((r) => groupShown(r, stability !== undefined))
      : rows.map((r) => figureShown(use, r));
  const values = shown.flatMap((s) => {
    if (s === undefined || !isOn(state, chart, s.id)) return [];
    return [{ entity: s.id, value: String(s.value), ...(s.doubtful && { doubtful: s.doubtful }) }];
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
    answer.kind === 'groups' ? saidOfGroups(use, answer, values) : [],
  );
}

/** What a chart does not show of groups: who is in several, and those beyond the last colour. */
function saidOfGroups(
  use: MeasureUse,
  { result }: GroupAnswer,
  values: readonly { readonly value: string }[],
): string[] {
  const several = values.filter(({ value }) => value === String(IN_SEVERAL)).length;
  return [
    ...(several > 0 ? [t('results.applied.several', { count: several })] : []),
    ...(use === 'colour' && result.sizes.length > MOST_COLOURS ? [t('results.group-more')] : []),
  ];
}

/** Draws a box round each group of three and more, tentative; boxes of groups that overlap have members in common. */
export function outlineGroups(open: OpenCase, chart: Id, answer: GroupAnswer): Promise<void> {
  const { state } = open.snapshot();
  const groups = membersOf(answer.result)
    .map((rows, k) => [k, rows.flatMap(({ id }) => (isOn(state, chart, id) ? [id] : []))] as const)
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
