import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { i18nInstance, number, t } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import { type CommunityResult, isDoubtful, overlapOf } from '#queries/groups';
import { type FigureRow, measureRows } from './figure-rows.ts';
import type { Asked, GuidedId, MeasureAnswer } from './last-answer.ts';

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

/** Who shares the first rank; nobody where every value is the same, or nothing. */
function leaders(rows: readonly FigureRow[]): readonly FigureRow[] {
  const first = rows.filter((r) => r.rank === 1);
  const valued = rows.filter((r) => r.value !== undefined);
  return (first[0]?.value ?? 0) <= 0 || (first.length === valued.length && first.length > 1) ? [] : first;
}

function ranksOf(rows: readonly FigureRow[]): ReadonlyMap<Id, number> {
  return new Map(rows.flatMap((r) => (r.rank === undefined ? [] : [[r.id, r.rank] as const])));
}

/** Whether the first stays first when only confirmed links count. */
function confirmedCaveat(state: CaseState, rows: readonly FigureRow[], confirmed: MeasureAnswer | undefined): string[] {
  if (!confirmed) return [];
  const first = leaders(rows).map((r) => r.id);
  const among = measureRows(confirmed.result);
  const others = leaders(among).map((r) => r.id);
  if (others.length === 0) return [t('guided.confirmed.nobody')];
  if (first.length === others.length && first.every((id) => others.includes(id))) return [t('guided.confirmed.same')];
  const lost = first.filter((id) => !others.includes(id));
  const names = named(state, others);
  if (lost.length === 0) return [t('guided.confirmed.shared', { names })];
  if (others.every((id) => first.includes(id))) return [t('guided.confirmed.fewer', { names })];
  if (first.length > 1 || others.length > 1)
    return [t('guided.confirmed.several', { names, lost: named(state, lost) })];
  const rank = ranksOf(rows).get(others[0]!);
  return [
    t('guided.confirmed.other', {
      names,
      first: named(state, first),
      rank: rank === undefined ? '–' : number(rank),
      fallen: number(ranksOf(among).get(first[0]!) ?? among.length),
    }),
  ];
}

/** What becomes of the one who is quietly important when only confirmed links count: said of this one, not of who leads. */
function quietCaveat(state: CaseState, id: Id, confirmed: MeasureAnswer | undefined): string[] {
  const row = confirmed && measureRows(confirmed.result).find((r) => r.id === id);
  if (row?.rank === undefined) return [];
  const words = { name: nameOf(state.entity(id)), rank: number(row.rank) };
  return [t((row.value ?? 0) > 0 ? 'guided.quiet.confirmed' : 'guided.quiet.confirmed-none', words)];
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
  if (answer.kind === 'groups') return guided === 'crew' ? over(crew(answer.result)) : undefined;
  if (guided === 'crew' || guided === 'key' || guided === 'sure') return undefined;
  return over(measured(state, guided, answer, columns, groups));
}

function crew({ sizes, rows, stability }: CommunityResult): Said {
  const many = sizes.filter((n) => n > 1);
  const alone = sizes.length - many.length;
  const most = Math.max(...many);
  const alike = many.filter((n) => n === most).length;
  const said = many.length === 1 || alike === 1 ? 'answer' : alike === many.length ? 'answer-same' : 'answer-level';
  const words = { count: many.length, largest: number(most), alike: number(alike) };
  const doubtful = stability && many.length > 0 ? rows.filter((r) => isDoubtful(r)).length : 0;
  return {
    answer: many.length === 0 ? t('guided.crew.none') : t(`guided.crew.${said}`, words),
    caveats: [
      ...(doubtful > 0 ? [t('guided.crew.doubtful', { count: doubtful, of: number(rows.length) })] : []),
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
  if (first.length === 0) return { answer: t('guided.nobody'), caveats: [], named: [] };
  const ids = first.map((r) => r.id);
  const confirmed = columns.find((c) => c.id === answer.id && c.asked.confirmedOnly && !answer.asked.confirmedOnly);
  const value = number(first[0]!.value!, { maximumSignificantDigits: 4 });
  const weak = confirmedCaveat(state, rows, confirmed);
  if (id === 'quiet') {
    const links = columns.find((c) => c.id === 'degree');
    const [quiet, ...alike] = links ? quietBrokers(rows, measureRows(links.result)) : [];
    if (!quiet) return { answer: t('guided.quiet.nobody'), caveats: [t('guided.quiet.caveat')], named: [] };
    return {
      answer: t('guided.quiet.answer', {
        name: nameOf(state.entity(quiet.id)),
        rank: number(quiet.rank),
        linkRank: number(quiet.linkRank),
        count: quiet.links,
      }),
      caveats: [
        ...(alike.length > 0
          ? [
              t('guided.quiet.alike', {
                names: named(
                  state,
                  alike.map((q) => q.id),
                ),
              }),
            ]
          : []),
        t('guided.quiet.caveat'),
        ...quietCaveat(state, quiet.id, confirmed),
      ],
      named: [quiet, ...alike].map((q) => q.id),
    };
  }
  const words = { count: ids.length, names: named(state, ids), value };
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
    caveats: [t('guided.messages.caveat'), ...weak],
    named: ids,
  };
}
