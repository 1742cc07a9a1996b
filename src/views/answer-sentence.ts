import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { i18nInstance, number, t } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import { isDoubtful, overlapOf } from '#queries/groups';
import type { Standing } from './answer-scope.ts';
import { type FigureRow, measureRows } from './figure-rows.ts';
import type { Answer, Asked, GroupAnswer, GuidedId, MeasureAnswer } from './last-answer.ts';
import { onLinks } from './setup-words.ts';

/** The answer to a guided question in words: never stronger than its figures, with what limits it. */
export interface Said {
  readonly answer: string;
  readonly caveats: readonly string[];
  /** Whom it names: to be shown on the chart. */
  readonly named: readonly Id[];
}

/** More names than that are counted, not listed. */
const MOST_NAMED = 3;
/** So far from the top a quiet one may stand. */
const QUIET_WITHIN = 10;

/** Names as words: the first few, and how many more. */
export function named(state: CaseState, ids: readonly Id[], most = MOST_NAMED): string {
  const names = ids.slice(0, most).map((id) => nameOf(state.entity(id)));
  const more = ids.length - names.length;
  if (more > 0) names.push(t('guided.more', { count: more }));
  return new Intl.ListFormat(i18nInstance.language, { type: 'conjunction' }).format(names);
}

/** That links are missing or not confirmed, and how many: as the case stands now where the answer is of an earlier state. */
export function missingText({ stale, weak, of }: Standing, about: 'ranking' | 'whole' = 'ranking'): string {
  const said = about === 'whole' ? 'results.network.missing' : 'results.missing';
  return t(stale ? `${said}-now` : said, { count: of, weak: number(weak), of: number(of) });
}

/** Who shares the first rank; nobody where every value is the same, or nothing. */
function leaders(rows: readonly FigureRow[]): readonly FigureRow[] {
  const first = rows.filter((r) => r.rank === 1);
  const valued = rows.filter((r) => r.value !== undefined);
  return (first[0]?.value ?? 0) <= 0 || (first.length === valued.length && first.length > 1) ? [] : first;
}

function ranksOf(rows: readonly FigureRow[]): ReadonlyMap<Id, number> {
  return new Map(rows.flatMap((r) => (r.rank === undefined ? [] : [[r.id, r.rank] as const])));
}

/** Whose links a figure beside the answer counts, where the answer counts the others: part of message keys. */
type Otherwise = 'confirmed' | 'all';

/** The same measure over the links the answer does not count alone: confirmed ones, or all of them. */
interface Beside {
  readonly over: Otherwise;
  readonly answer: MeasureAnswer;
}

function besideOf(answer: Answer, columns: readonly MeasureAnswer[], id: string): Beside | undefined {
  const found = columns.find(
    (c) => c.id === id && Boolean(c.asked.confirmedOnly) !== Boolean(answer.asked.confirmedOnly),
  );
  return found && { over: found.asked.confirmedOnly ? 'confirmed' : 'all', answer: found };
}

/** Whether the first stays first when only confirmed links count, or all where the answer counts those alone. */
function leadCaveat(state: CaseState, rows: readonly FigureRow[], beside: Beside | undefined): string[] {
  if (!beside) return [];
  const { over } = beside;
  const first = leaders(rows).map((r) => r.id);
  const among = measureRows(beside.answer.result);
  const others = leaders(among).map((r) => r.id);
  if (others.length === 0) return [t(`guided.${over}.nobody`)];
  if (first.length === others.length && first.every((id) => others.includes(id))) return [t(`guided.${over}.same`)];
  const lost = first.filter((id) => !others.includes(id));
  const names = named(state, others);
  if (lost.length === 0) return [t(`guided.${over}.shared`, { names })];
  if (others.every((id) => first.includes(id))) return [t(`guided.${over}.fewer`, { names })];
  if (first.length > 1 || others.length > 1) return [t(`guided.${over}.several`, { names, lost: named(state, lost) })];
  const rank = ranksOf(rows).get(others[0]!);
  return [
    t(`guided.${over}.other`, {
      names,
      first: named(state, first),
      rank: rank === undefined ? '–' : number(rank),
      fallen: number(ranksOf(among).get(first[0]!) ?? among.length),
    }),
  ];
}

/** What becomes of those who are quietly important when other links count, and who is it then. */
function quietCaveat(
  state: CaseState,
  ids: readonly Id[],
  beside: Beside | undefined,
  links: MeasureAnswer | undefined,
): string[] {
  if (!beside || !links) return [];
  const { over } = beside;
  const among = measureRows(beside.answer.result);
  const own = among.find((r) => r.id === ids[0]);
  const others = quietBrokers(among, measureRows(links.result)).map((q) => q.id);
  const same = others.length === ids.length && others.every((id) => ids.includes(id));
  return [
    others.length === 0
      ? t(`guided.quiet.${over}.nobody`)
      : same
        ? t(`guided.quiet.${over}.same`)
        : t(`guided.quiet.${over}.other`, { names: named(state, others) }),
    ...(own?.rank === undefined
      ? []
      : [
          t(`guided.quiet.${over}${(own.value ?? 0) > 0 ? '' : '-none'}`, {
            name: nameOf(state.entity(own.id)),
            rank: number(own.rank),
          }),
        ]),
  ];
}

/** Somebody who stands further ahead by what runs through than by number of links. */
interface Quiet {
  readonly id: Id;
  readonly rank: number;
  readonly linkRank: number;
  readonly links: number;
}

/**
 * Stands between others with few links: among the first by betweenness, whoever stands furthest ahead of the own rank by number of links, with all who
 * stand as far ahead; nobody where none does.
 */
export function quietBrokers(between: readonly FigureRow[], links: readonly FigureRow[]): readonly Quiet[] {
  const linkRanks = ranksOf(links);
  const linkCounts = new Map(links.map((r) => [r.id, r.value ?? 0]));
  const ahead = between.flatMap(({ id, rank, value = 0 }): Quiet[] => {
    const linkRank = linkRanks.get(id);
    if (rank === undefined || rank > QUIET_WITHIN || value <= 0 || linkRank === undefined || linkRank <= rank)
      return [];
    return [{ id, rank, linkRank, links: linkCounts.get(id) ?? 0 }];
  });
  const most = Math.max(...ahead.map((q) => q.linkRank - q.rank));
  return ahead.filter((q) => q.linkRank - q.rank === most);
}

/** Groups, other than the own, that somebody is linked with directly. */
export function groupsTouched(state: CaseState, id: Id, groupOf: ReadonlyMap<Id, number>): number {
  const own = groupOf.get(id);
  const seen = new Set<number>();
  for (const linkId of state.linksOf(id)) {
    const link = state.link(linkId);
    if (!link) continue;
    const group = groupOf.get(link.from === id ? link.to : link.from);
    if (group !== undefined && group !== own) seen.add(group);
  }
  return seen.size;
}

/** The sentence for what was asked in plain words; undefined where no such question was asked, or its figures are not there. */
export function answerSentence(state: CaseState, asked: Asked): Said | undefined {
  const { guided, answer, columns = [], groups } = asked;
  if (!guided || !answer) return undefined;
  const over = (said: Said): Said =>
    answer.asked.confirmedOnly ? { ...said, caveats: [t('guided.confirmed.only'), ...said.caveats] } : said;
  if (answer.kind === 'groups') return guided === 'crew' ? over(crew(answer)) : undefined;
  if (guided === 'crew' || guided === 'key' || guided === 'sure') return undefined;
  return over(measured(state, guided, answer, columns, groups));
}

/** How many could as well belong elsewhere; none where nobody tried. */
const doubtfulIn = ({ result: { rows, stability } }: GroupAnswer) =>
  stability ? rows.filter((r) => isDoubtful(r)).length : 0;

/** … in words; nothing where there are none. */
function doubtText(count: number, { result: { rows } }: GroupAnswer): string[] {
  return count > 0 ? [t('guided.crew.doubtful', { count, of: number(rows.length) })] : [];
}

function crew(groups: GroupAnswer): Said {
  const { sizes, rows } = groups.result;
  const many = sizes.filter((n) => n > 1);
  const alone = sizes.length - many.length;
  const most = Math.max(...many);
  const alike = many.filter((n) => n === most).length;
  const said = many.length === 1 || alike === 1 ? 'answer' : alike === many.length ? 'answer-same' : 'answer-level';
  const on = onLinks(groups.asked);
  const words = { count: many.length, largest: number(most), alike: number(alike), on };
  const doubtful = many.length > 0 ? doubtfulIn(groups) : 0;
  const doubt = doubtText(doubtful, groups);
  // Where many could as well belong elsewhere, how many groups there are is no answer by itself.
  const inOne = doubtful * 3 >= rows.length;
  return {
    answer: [
      many.length === 0 ? t('guided.crew.none', { on }) : t(`guided.crew.${said}`, words),
      ...(inOne ? doubt : []),
    ].join(' '),
    caveats: [
      ...(inOne ? [] : doubt),
      ...(alone > 0 ? [t('guided.crew.alone', { count: alone })] : []),
      t('guided.crew.caveat'),
    ],
    named: [],
  };
}

function measured(
  state: CaseState,
  id: Exclude<GuidedId, 'crew' | 'key' | 'sure'>,
  answer: MeasureAnswer,
  columns: readonly MeasureAnswer[],
  groups: Asked['groups'],
): Said {
  const rows = measureRows(answer.result);
  const first = leaders(rows);
  const on = onLinks(answer.asked);
  if (answer.result.edges === 0) return { answer: t('guided.no-links', { on }), caveats: [], named: [] };
  if (first.length === 0) return { answer: t('guided.nobody', { on }), caveats: [], named: [] };
  const ids = first.map((r) => r.id);
  const beside = besideOf(answer, columns, answer.id);
  const value = number(first[0]!.value!, { maximumSignificantDigits: 4 });
  const weak = leadCaveat(state, rows, beside);
  if (id === 'quiet') {
    const links = columns.find(
      (c) => c.id === 'degree' && Boolean(c.asked.confirmedOnly) === Boolean(answer.asked.confirmedOnly),
    );
    const quiet = links ? quietBrokers(rows, measureRows(links.result)) : [];
    const [most, ...alike] = quiet.map((q) => q.id);
    const otherwise = quietCaveat(
      state,
      quiet.map((q) => q.id),
      beside,
      besideOf(answer, columns, 'degree')?.answer,
    );
    const limits = [t('guided.quiet.caveat'), ...otherwise];
    if (most === undefined) return { answer: t('guided.quiet.nobody', { on }), caveats: limits, named: [] };
    const { rank, linkRank, links: count } = quiet[0]!;
    return {
      answer: t('guided.quiet.answer', {
        name: nameOf(state.entity(most)),
        rank: number(rank),
        linkRank: number(linkRank),
        count,
        on,
      }),
      caveats: [...(alike.length > 0 ? [t('guided.quiet.alike', { names: named(state, alike) })] : []), ...limits],
      named: [most, ...alike],
    };
  }
  const words = { count: ids.length, names: named(state, ids), value, on };
  if (id === 'missed')
    return {
      answer: t('guided.missed.answer', words),
      caveats: [t('guided.missed.counts'), t('guided.missed.caveat'), ...weak],
      named: ids,
    };
  // Where groups overlap, which of them a link leads into is not one number.
  const groupOf =
    groups && !overlapOf(groups.result)
      ? new Map(groups.result.rows.flatMap((r) => (r.community < 0 ? [] : [[r.id, r.community]])))
      : undefined;
  const touched = groupOf && groupsTouched(state, ids[0]!, groupOf);
  return {
    answer: [
      t('guided.messages.answer', words),
      ...(touched !== undefined && ids.length === 1 ? [t('guided.messages.groups', { count: touched })] : []),
    ].join(' '),
    caveats: [
      t('guided.messages.caveat'),
      ...(groups && touched !== undefined && ids.length === 1 ? doubtText(doubtfulIn(groups), groups) : []),
      ...weak,
    ],
    named: ids,
  };
}
