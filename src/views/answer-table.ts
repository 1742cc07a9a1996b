import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, t, tDynamic } from '#i18n/index';
import { groupingText, nameOf } from '#i18n/record-words';
import type { HowSure, WeakestLink } from '#queries/how-sure';
import type { OverTime } from '#queries/over-time';
import { linksIn } from './answer-scope.ts';
import { named } from './answer-sentence.ts';
import { groupWord } from './figure-facts.ts';
import { changeText, type FigureColumn, type FigureTable, figureText, rankChange } from './figure-table.ts';
import { decimalsOf, figureWriter } from './figure-words.ts';
import { shareOfResamples } from './first-place.ts';
import { groupsText, shareText } from './groups-words.ts';
import type { GroupAnswer } from './last-answer.ts';
import { sliceText } from './slice-words.ts';
import { sourceName } from './source-names.ts';

/** A column of an answer off the screen. */
export interface AnswerColumn {
  readonly title: string;
  /** Figures stand at the right. */
  readonly figure?: true;
  /** As it is printed, as on the screen. */
  readonly text: (id: Id) => string;
  /** As it stands in a file: unrounded. Missing: as printed. */
  readonly plain?: (id: Id) => string;
  /** Where it stands, if not in both. */
  readonly only?: 'file' | 'paper';
}

/** What stands on the screen as a table, for files and for paper. */
export interface AnswerTable {
  readonly columns: readonly AnswerColumn[];
  readonly ids: readonly Id[];
}

/** Places gained or lost, with letters that are in every font of a sheet; arrows are not. */
const signed = (change: number | undefined): string =>
  change === undefined ? '' : change === 0 ? t('results.change.same') : number(change, { signDisplay: 'always' });

const raw = (value: number | undefined): string => String(value ?? '');

/** Rank, entity and its kind: what every table of an answer begins with. */
function leading(state: CaseState, rank: (id: Id) => number | undefined): AnswerColumn[] {
  return [
    { title: t('results.column.rank'), figure: true, text: (id) => raw(rank(id)) },
    { title: t('results.column.entity'), text: (id) => nameOf(state.entity(id)) },
    { title: t('results.column.type'), text: (id) => tDynamic(`entity-type.${state.entity(id)?.type ?? 'unknown'}`) },
  ];
}

/** The group within which each value of a figure was worked out; nothing where it was over all. */
function groupsWithin(state: CaseState, { answer }: FigureColumn): AnswerColumn[] {
  const { result } = answer;
  if (!('within' in result)) return [];
  const words = new Map(result.rows.map(({ id }, at) => [id, groupWord(state, result, at)]));
  const title = t('figure-facts.within.column', { grouping: groupingText(result.within) });
  return [{ title, text: (id) => words.get(id) ?? '' }];
}

/** Groups that stand beside a ranking: which, and in how many runs with it. */
function groupsBeside({ groupsOf }: FigureTable, groups: GroupAnswer | undefined): AnswerColumn[] {
  if (!groupsOf || !groups) return [];
  const runs = groups.result.stability?.runs ?? 0;
  const members = new Map(groups.result.rows.map((r) => [r.id, r]));
  const share = (id: Id) => {
    const member = members.get(id);
    return member ? shareText(t, member, runs) : '';
  };
  return [
    {
      title: t('results.column.group'),
      text: (id) => groupsText(t, groupsOf.get(id) ?? []),
      plain: (id) => groupsText(t, groupsOf.get(id) ?? [], Number.POSITIVE_INFINITY),
    },
    ...(runs > 0 ? [{ title: t('groups.column.share'), text: share }] : []),
  ];
}

/** Figures side by side: values, ranks, changes of rank, groups, links. */
export function rankingTable(state: CaseState, table: FigureTable, groups?: GroupAnswer): AnswerTable {
  const [main, ...others] = table.columns;
  const value = (c: FigureColumn): AnswerColumn => ({
    title: c.title,
    figure: true,
    text: (id) => figureText(c, id),
    plain: (id) => raw(c.rows.get(id)?.value),
  });
  const links = linksIn(state, main.answer.scope, main.answer.asked.twoMode);
  return {
    ids: table.ids,
    columns: [
      ...leading(state, (id) => main.rows.get(id)?.rank),
      value(main),
      ...groupsWithin(state, main),
      ...others.flatMap((c): AnswerColumn[] => [
        value(c),
        {
          title: t('results.column.rank-of', { measure: c.title }),
          figure: true,
          text: (id) => raw(c.rows.get(id)?.rank),
        },
        ...(c.comparable
          ? [
              {
                title: t('results.column.change'),
                figure: true as const,
                text: (id: Id) => signed(rankChange(table, c, id)),
                plain: (id: Id) => changeText(rankChange(table, c, id)),
              },
            ]
          : []),
        ...groupsWithin(state, c),
      ]),
      ...groupsBeside(table, groups),
      { title: t('results.column.links'), figure: true, text: (id) => String(links(id)) },
    ],
  };
}

/** Rank intervals as numbers, chances of the first places, and the source that moves each most. */
export function intervalTable(state: CaseState, figure: HowSure): AnswerTable {
  const of = new Map(figure.rows.map((r) => [r.id, r]));
  const write = figureWriter(decimalsOf(figure.rows.flatMap((r) => (r.value === undefined ? [] : [r.value]))));
  const ranked = (id: Id) => (of.get(id)?.rank === undefined ? undefined : of.get(id));
  const place = (key: 'low' | 'high' | 'median'): AnswerColumn => ({
    title: t(`results.sure.${key}`),
    figure: true,
    text: (id) => (ranked(id) ? number(ranked(id)![key]) : ''),
    plain: (id) => raw(ranked(id)?.[key]),
  });
  const share = (key: 'lead' | 'top3' | 'top5' | 'top10'): AnswerColumn => ({
    title: t(`results.sure.${key}`),
    figure: true,
    text: (id) => shareOfResamples(of.get(id)?.[key] ?? 0),
    plain: (id) => raw(of.get(id)?.[key]),
  });
  const source = (id: Id) => of.get(id)?.source;
  const reference = (id: Id) => sourceName(state, source(id)?.id ?? '');
  return {
    ids: figure.rows.map((r) => r.id),
    columns: [
      ...leading(state, (id) => of.get(id)?.rank),
      place('low'),
      place('high'),
      place('median'),
      share('lead'),
      share('top3'),
      share('top5'),
      share('top10'),
      { title: t('results.sure.decides'), text: reference },
      {
        title: t('results.sure.source'),
        figure: true,
        text: (id) => (source(id) ? number(source(id)!.rank) : ''),
        plain: (id) => raw(source(id)?.rank),
      },
      {
        title: tDynamic(`measure.${figure.measure}.name`),
        figure: true,
        text: (id) => {
          const { value, reason } = of.get(id) ?? {};
          return value === undefined
            ? t('results.undefined', { reason: tDynamic(`measure.reason.${reason}`) })
            : write(value);
        },
        plain: (id) => raw(of.get(id)?.value),
      },
    ],
  };
}

/** The ranking over all links and over those that are better borne out, side by side. */
export function cutTable(state: CaseState, { cuts, rows }: WeakestLink): AnswerTable {
  const of = new Map(rows.map((r) => [r.id, r.cells]));
  return {
    ids: rows.map((r) => r.id),
    columns: [
      ...leading(state, (id) => of.get(id)?.[0]?.rank),
      ...cuts.slice(1).map((cut, i): AnswerColumn => {
        const rank = (id: Id) => of.get(id)?.[i + 1]?.rank;
        return {
          title: tDynamic(`sure.cut.${cut.id}`),
          figure: true,
          text: (id) => {
            const [before, now] = [of.get(id)?.[0]?.rank, rank(id)];
            if (now === undefined) return tDynamic(`measure.reason.${of.get(id)?.[i + 1]?.reason ?? 'no-links'}`);
            return before === undefined || before === now
              ? number(now)
              : t('results.cuts.rank', { rank: number(now), change: signed(before - now) });
          },
          plain: (id) => raw(rank(id)),
        };
      }),
    ],
  };
}

/** What is told of each set of links that a ranking was made over: how many, who leads, how far it agrees. In a file all are named; on paper, as on the screen, the first few. */
export function cutsTold(
  state: CaseState,
  { cuts, top }: WeakestLink,
  where: 'file' | 'paper',
): { readonly heads: string[]; readonly rows: string[][] } {
  const names = (ids: readonly Id[], most?: number) =>
    where === 'paper' ? named(state, ids, most) : ids.map((id) => nameOf(state.entity(id))).join(', ');
  return {
    heads: [
      t('results.cuts.links'),
      t('results.cuts.lines'),
      t('results.cuts.leader'),
      t('results.cuts.kendall'),
      t('results.cuts.enters', { top: number(top) }),
    ],
    rows: cuts.map((cut) => [
      tDynamic(`sure.cut.${cut.id}`),
      number(cut.lines),
      names(cut.leaders),
      cut.kendall !== undefined
        ? number(cut.kendall, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
        : cut.reason
          ? tDynamic(`sure.reason.${cut.reason}`)
          : '',
      names(cut.enters, top),
    ]),
  };
}

/** A ranking slice by slice: in a file value and rank of each slice, on paper the ranks, and between which values they stand. */
export function timeTable(state: CaseState, { rows, slices, unit, zone }: OverTime, table: FigureTable): AnswerTable {
  const of = new Map(rows.map((r) => [r.id, r.cells]));
  const known = (id: Id) => (of.get(id) ?? []).flatMap((c) => (c.value === undefined ? [] : [c.value]));
  const write = figureWriter(decimalsOf(table.ids.flatMap(known), 4));
  const [main] = table.columns;
  return {
    ids: table.ids,
    columns: [
      ...leading(state, (id) => main.rows.get(id)?.rank),
      {
        title: t('over-time.column.whole', { measure: main.title }),
        figure: true,
        text: (id) => figureText(main, id),
        plain: (id) => raw(main.rows.get(id)?.value),
      },
      {
        title: t('over-time.column', { count: slices.length }),
        only: 'paper',
        text: (id) => {
          const values = known(id);
          if (values.length === 0) return t('over-time.nowhere');
          const [low, high] = [Math.min(...values), Math.max(...values)];
          return t('over-time.range', { low: write(low), high: write(high), count: values.length });
        },
      },
      ...slices.flatMap(({ from }, i): AnswerColumn[] => {
        const slice = sliceText(from, unit, zone);
        const cell = (id: Id) => of.get(id)?.[i];
        return [
          {
            title: t('over-time.column.value-in', { measure: main.title, slice }),
            only: 'file',
            text: (id) => raw(cell(id)?.value),
          },
          {
            title: t('over-time.column.rank-in', { slice }),
            figure: true,
            text: (id) => (cell(id)?.rank === undefined ? '–' : number(cell(id)!.rank!)),
            plain: (id) => raw(cell(id)?.rank),
          },
        ];
      }),
    ],
  };
}
