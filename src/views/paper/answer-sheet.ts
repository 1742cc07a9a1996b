import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import type { Sheet } from '#drawing/scene/sheet';
import { number, t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import { linksIn, scopeOf } from '../answer-scope.ts';
import { type AnswerTable, cutsTold, cutTable, intervalTable, rankingTable, timeTable } from '../answer-table.ts';
import { viewOf } from '../answer-view.ts';
import { answerWords, questionOf } from '../answer-words.ts';
import { communityRows } from '../figure-rows.ts';
import { figureTable } from '../figure-table.ts';
import { firstPlaceText } from '../first-place.ts';
import { divisionText, otherGroups, qualityText, shareText } from '../groups-words.ts';
import { leadSentences, sourceSentence, sureMethodNote, warningText } from '../how-sure-note.ts';
import {
  type Answer,
  type Asked as AskedThere,
  answeredAt,
  type GroupAnswer,
  limitsOf,
  type MeasureAnswer,
} from '../last-answer.ts';
import { type Look, lookAt, type WholeLook, wholeAsked } from '../last-look.ts';
import { methodNote } from '../method-note.ts';
import { firstOverTime, overTimeMethod, slicesSaid } from '../over-time-words.ts';
import { staleNotes } from '../stale-notes.ts';
import { wholeWords } from '../whole-words.ts';
import { blockTexts } from './block-texts.ts';
import { countedSources, linksCounted } from './counted-sources.ts';
import { tableRequest } from './list-requests.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';
import { type Parts, wideTable } from './wide-table.ts';

/** Figures keep to the date they were asked at, whatever the filter is set to since. */
function asAnswered({ atDate: _, ...rest }: Wanted, answer: Pick<Answer, 'asked'>): Wanted {
  const at = answeredAt(answer.asked);
  return { ...rest, ...(at && { atDate: at }) };
}

/** The last answer of the results room as it stands there: its sentence and caveats, every column, and how each was derived. Without one an empty sheet. */
export function resultList(state: CaseState, head: Head, now: Wanted, common: Common): Asked {
  const { answer } = now;
  const asked: AskedThere = { ...now.asked, ...(answer && { answer }) };
  const { whole } = lookAt(now.look ?? {}, asked);
  if (whole) return wholeSheet(state, head, now, common, whole);
  if (!answer || wholeAsked(asked))
    return tableRequest(state, head, now, common, {
      title: t('view.results'),
      columns: [],
      rows: [],
      hidden: 0,
      of: 0,
      records: [],
    });
  const wanted = asAnswered(now, answer);
  const there: AskedThere = { ...now.asked, answer };
  return answer.kind === 'groups'
    ? groupSheet(state, head, wanted, common, answer, there)
    : rankingSheet(state, head, wanted, common, answer, there);
}

const noteOf = (a: Answer): string => methodNote(a.kind, a.id, a.result, limitsOf(a.asked));

/** A table of an answer as it is printed. */
function tableParts({ columns, ids }: AnswerTable, sheet: Sheet): Parts {
  const here = columns.filter((c) => c.only !== 'file');
  return wideTable(
    here,
    ids.map((id) => here.map((c) => c.text(id))),
    sheet,
  );
}

/** What is printed of a ranking, by how it is looked at: sentences before, tables, and how that was derived. */
interface Shown {
  readonly said: readonly string[];
  readonly parts: Parts;
  readonly method: readonly string[];
}

function shownOf(state: CaseState, answer: MeasureAnswer, there: AskedThere, look: Look, sheet: Sheet): Shown {
  const { columns, groups } = there;
  const view = viewOf(answer, there);
  const table = figureTable(answer, { ...(columns && { columns }), ...(groups && { groups }) });
  const { weakest, intervals } = look.sure ?? {};
  if (view === 'intervals' && intervals)
    return {
      said: [firstPlaceText(state, intervals, answer.asked), sourceSentence(state, intervals)].filter(
        (w) => w !== undefined,
      ),
      parts: tableParts(intervalTable(state, intervals), sheet),
      method: [noteOf(answer), sureMethodNote(intervals)],
    };
  if ((view === 'cuts' || view === 'flow') && weakest) {
    const { heads, rows } = cutsTold(state, weakest, 'paper');
    return {
      said: [...leadSentences(state, weakest), ...(weakest.ungraded ? [t('results.cuts.ungraded')] : [])],
      parts: [
        { kind: 'table', columns: heads.map((title) => ({ title })), rows, together: true },
        ...tableParts(cutTable(state, weakest), sheet),
      ],
      method: [noteOf(answer), `${t('sure.method.agreement')} ${t('sure.cut.about')}`],
    };
  }
  const time = view === 'time' ? look.overTime?.figure : undefined;
  if (time)
    return {
      said: [...firstOverTime(state, time), slicesSaid(time)],
      parts: tableParts(timeTable(state, time, table), sheet),
      method: [noteOf(answer), overTimeMethod(time)],
    };
  // What is still being worked out is not printed, nor the ranking in its place.
  if (view !== 'table' && view !== 'scatter') return { said: [], parts: [], method: [] };
  return {
    said: [],
    parts: tableParts(rankingTable(state, table, groups), sheet),
    method: [answer, ...(columns ?? []), ...(groups ? [groups] : [])].map(noteOf),
  };
}

function rankingSheet(
  state: CaseState,
  head: Head,
  wanted: Wanted,
  common: Common,
  answer: MeasureAnswer,
  there: AskedThere,
): Asked {
  const { scope, said, limits } = answerWords(state, answer, there);
  const look = lookAt(wanted.look ?? {}, there);
  const shown = shownOf(state, answer, there, look, wanted.sheet);
  const links = linksCounted(state, answer.scope, answer.asked.twoMode);
  const warnings = look.sure?.intervals?.warnings.map((w) => warningText(state, w)) ?? [];
  const parts: Parts = [
    { kind: 'words', title: tDynamic(`measure.${answer.id}.name`), text: [scope] },
    ...(said === undefined ? [] : [{ kind: 'words' as const, weight: 600 as const, text: [said] }]),
    { kind: 'words', text: [...shown.said, ...limits] },
    ...shown.parts,
    ...(warnings.length > 0
      ? [
          {
            kind: 'words' as const,
            title: t('results.sure.warnings', { count: warnings.length }),
            text: warnings,
          },
        ]
      : []),
    { kind: 'words', title: t('results.method'), text: shown.method },
    ...countedSources(state, links, wanted.sheet, wanted.atDate),
  ];
  const rows = Math.max(0, ...shown.parts.map((p) => (p.kind === 'table' ? p.rows.length : 0)));
  return {
    request: {
      kind: 'report',
      ...common,
      parts: rows === 0 ? [] : parts.filter((p) => p.kind !== 'words' || p.title !== undefined || p.text.length > 0),
      block: blockTexts(state, head, wanted, {
        title: questionOf(answer, there),
        notes: staleNotes(
          state,
          [answer, ...(there.columns ?? []), ...(there.groups ? [there.groups] : [])],
          viewOf(answer, there),
          look,
        ),
        hidden: 0,
        of: rows,
        records: [...answer.result.rows.flatMap((r) => state.entity(r.id) ?? []), ...links],
      }),
    },
    hidden: 0,
    of: rows,
    facts: [{ of: 'rows', count: rows }],
  };
}

/** An answer about the network as a whole, or a set of key players, as it stood on the screen. */
function wholeSheet(state: CaseState, head: Head, now: Wanted, common: Common, whole: WholeLook): Asked {
  const { scope, said, limits, tables, method, named, stale } = wholeWords(state, whole);
  const wanted = asAnswered(now, whole.of);
  const links = linksCounted(state, scopeOf(state, whole.of.asked), whole.of.asked.twoMode);
  const parts: Parts = [
    {
      kind: 'words',
      ...(whole.name !== undefined && { title: whole.name }),
      text: [scope],
    },
    ...(said === undefined ? [] : [{ kind: 'words' as const, weight: 600 as const, text: [said] }]),
    { kind: 'words', text: limits },
    ...tables.flatMap(({ columns, rows }) => wideTable(columns, rows, now.sheet)),
    { kind: 'words', title: t('results.method'), text: method },
    ...countedSources(state, links, wanted.sheet, wanted.atDate),
  ];
  const rows = Math.max(0, ...tables.map((table) => table.rows.length));
  return {
    request: {
      kind: 'report',
      ...common,
      parts: rows === 0 ? [] : parts,
      block: blockTexts(state, head, wanted, {
        title: whole.question,
        notes: stale,
        hidden: 0,
        of: rows,
        records: [...named.flatMap((id) => state.entity(id) ?? state.link(id) ?? []), ...links],
      }),
    },
    hidden: 0,
    of: rows,
    facts: [{ of: 'rows', count: rows }],
  };
}

function groupSheet(
  state: CaseState,
  head: Head,
  wanted: Wanted,
  common: Common,
  answer: GroupAnswer,
  there: AskedThere,
): Asked {
  const { result } = answer;
  const { scope, said, limits } = answerWords(state, answer, there);
  const rows = communityRows(result);
  const runs = result.stability?.runs ?? 0;
  const links = linksIn(state, answer.scope, answer.asked.twoMode);
  return tableRequest(state, head, wanted, common, {
    title: questionOf(answer, there),
    note: [
      ...(said === undefined ? [] : [said]),
      ...limits,
      `${divisionText(t, result)} · ${scope}.`,
      ...[qualityText(t, result)].filter((q) => q !== undefined),
      ...(result.cutOff ? [tDynamic(`communities.cut-off.${result.cutOff}`)] : []),
      noteOf(answer),
    ].join(' '),
    notes: staleNotes(state, [answer]),
    columns: [
      { title: t('results.column.entity') },
      { title: t('results.column.type') },
      { title: t('groups.column.share') },
      { title: t('groups.column.several') },
      { title: t('results.column.links'), align: 'end' },
    ],
    heads: headsOf(rows),
    rows: rows.map(({ id, value, member }) => [
      nameOf(state.entity(id)),
      tDynamic(`entity-type.${state.entity(id)?.type ?? 'unknown'}`),
      member && runs > 0 ? shareText(t, member, runs) : '',
      otherGroups(t, member, value),
      number(links(id)),
    ]),
    across: true,
    hidden: 0,
    of: rows.length,
    records: [
      ...rows.flatMap((r) => state.entity(r.id) ?? []),
      ...linksCounted(state, answer.scope, answer.asked.twoMode),
    ],
  });
}

/** The name of each group over its members, and over those in none. */
function headsOf(rows: ReturnType<typeof communityRows>): { at: number; title: string }[] {
  return rows.flatMap(({ value, reason }, at) => {
    if (at > 0 && rows[at - 1]!.value === value) return [];
    const title =
      value === undefined ? tDynamic(`measure.reason.${reason}`) : t('results.group-name', { number: value + 1 });
    return [{ at, title }];
  });
}
