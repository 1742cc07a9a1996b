import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import type { Id } from '#domain/record';
import { number, t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { SheetRequest } from '#queries/drawing';
import { answeredAt } from '../last-answer.ts';
import { firstStale, type WhatIfAnswers } from '../last-what-if.ts';
import {
  areaFigure,
  askedText,
  brokersShown,
  brokersText,
  curveFigure,
  curveLetter,
  curveName,
  FIGURES,
  figureText,
  linesText,
  missingCurves,
  removalsTold,
  saidOf,
  setTexts,
  thingText,
  three,
  waysShown,
} from '../what-if-words.ts';
import { blockTexts } from './block-texts.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';

type Parts = Extract<SheetRequest, { kind: 'report' }>['parts'];

/** What the room of what if worked out: the caveat first, then each answer with what it was asked of, and how. Without one an empty sheet. */
export function whatIfReport(state: CaseState, head: Head, now: Wanted, common: Common): Asked {
  const { atDate: _, ...rest } = now;
  const answers = now.whatIf ?? {};
  const { compared, curves, sets } = answers;
  const all = [compared, sets, curves].flatMap((k) => (k ? [k] : []));
  const at = all[0] && answeredAt({ ...all[0].asked, kind: all[0].asked.scope, chosen: [] });
  const old = firstStale(state, answers);
  const asked = new Set([compared, sets, curves].flatMap((k) => (k ? [askedText(k)] : [])));
  // Said once where all were asked of the same.
  const below = (k: Parameters<typeof askedText>[0]) => (asked.size > 1 ? [askedText(k)] : []);
  const parts: Parts = [
    ...(all.length > 0 ? [{ kind: 'words' as const, weight: 600 as const, text: [t('what-if.replacement')] }] : []),
    ...(compared ? comparedParts(state, compared, below(compared)) : []),
    ...(sets ? setParts(state, sets, below(sets)) : []),
    ...(curves ? curveParts(curves, below(curves)) : []),
    ...(all.length > 0
      ? [
          {
            kind: 'words' as const,
            title: t('results.method'),
            text: [t('what-if.method'), ...(asked.size === 1 ? asked : [])],
          },
        ]
      : []),
  ];
  return {
    request: {
      kind: 'report',
      ...common,
      parts,
      block: blockTexts(
        state,
        head,
        { ...rest, ...(at && { atDate: at }) },
        {
          title: t('what-if.sheet'),
          ...(old && { notes: [t('paper.results.stale', { revision: number(old.answer.revision) })] }),
          hidden: 0,
          of: 0,
          records: namedIn(state, answers),
        },
      ),
    },
    hidden: 0,
    of: 0,
    facts: [{ of: 'rows', count: parts.reduce((n, p) => n + (p.kind === 'table' ? p.rows.length : 0), 0) }],
  };
}

type Compared = NonNullable<WhatIfAnswers['compared']>;

function comparedParts(state: CaseState, compared: Compared, asked: readonly string[]): Parts {
  const { answer, without } = compared;
  const name = (id: Id) => nameOf(state.entity(id));
  const { ways, about } = waysShown(answer);
  const lines = linesText(answer);
  const end = 'end' as const;
  return [
    {
      kind: 'words',
      title: t('what-if.sheet.without', { who: without.map((id) => thingText(state, id)).join(', ') }),
      text: [saidOf(state, compared), ...(lines === '' ? [] : [lines]), ...asked],
    },
    { kind: 'words', title: t('what-if.compare'), text: [], over: true },
    {
      kind: 'table',
      columns: [
        { title: t('what-if.compare.figure') },
        { title: t('what-if.compare.before'), align: end },
        { title: t('what-if.compare.after'), align: end },
      ],
      rows: FIGURES.map((f) => [t(`what-if.compare.${f}`), figureText(answer.before[f]), figureText(answer.after[f])]),
    },
    { kind: 'words', title: t('what-if.brokers'), text: [brokersText(state, answer)], over: true },
    {
      kind: 'table',
      columns: [
        { title: t('results.column.entity') },
        { title: t('what-if.rank.before'), align: end },
        { title: t('what-if.rank.after'), align: end },
        { title: t('what-if.brokers.before'), align: end },
        { title: t('what-if.brokers.after-whole'), align: end },
      ],
      rows: brokersShown(answer).map((b) => [
        name(b.id),
        number(b.rankBefore),
        number(b.rankAfter),
        three(b.before),
        three(b.after),
      ]),
    },
    { kind: 'words', title: t('what-if.flows'), text: [about], over: true },
    {
      kind: 'table',
      columns: [
        { title: t('what-if.flows.from') },
        { title: t('what-if.flows.to') },
        { title: t('what-if.flows.before'), align: end },
        { title: t('what-if.flows.after'), align: end },
      ],
      rows:
        ways.length === 0
          ? [[t('what-if.flows.none'), '', '', '']]
          : ways.map((w) => [name(w.from), name(w.to), w.before, w.after]),
    },
  ];
}

type Sets = NonNullable<WhatIfAnswers['sets']>;

/** The two sets beside each other, as they are on the screen. */
function setParts(state: CaseState, { answer, spared }: Sets, asked: readonly string[]): Parts {
  const sides = ['arrests', 'watch'] as const;
  const cells = sides.map((side) => {
    const set = answer[side];
    return 'refused' in set
      ? [t('what-if.sets.refused', { reason: tDynamic(`key-players.refused.${set.refused}`) })]
      : [...set.members.map((id, i) => `${number(i + 1)}. ${nameOf(state.entity(id))}`), ...setTexts(side, set)];
  });
  const rows = Math.max(...cells.map((c) => c.length));
  return [
    {
      kind: 'words',
      title: t('what-if.sets'),
      text: [
        t('what-if.sets.about'),
        ...(spared > 0 ? [t('what-if.sets.protected', { count: spared })] : []),
        ...asked,
      ],
      over: true,
    },
    {
      kind: 'table',
      columns: sides.map((side) => ({ title: t(`what-if.sets.${side}`, { count: answer.size }) })),
      rows: Array.from({ length: rows }, (_, i) => cells.map((c) => c[i] ?? '')),
      together: true,
    },
  ];
}

type Curves = NonNullable<WhatIfAnswers['curves']>;

function curveParts({ answer }: Curves, asked: readonly string[]): Parts {
  const told = removalsTold(answer);
  const end = 'end' as const;
  return [
    {
      kind: 'words',
      title: t('what-if.curves'),
      text: [
        t('what-if.curves.about'),
        ...(answer.curves.some((c) => c.low) ? [t('what-if.curves.band')] : []),
        ...missingCurves(answer),
        ...asked,
      ],
      over: true,
    },
    {
      kind: 'curves',
      across: t('what-if.curves.removed'),
      up: t('what-if.curves.share'),
      most: answer.nodes,
      curves: answer.curves.map((c, k) => ({
        name: curveName(answer, c),
        letter: curveLetter(k),
        values: c.largest,
        ...(c.low && c.high && { low: c.low, high: c.high }),
      })),
    },
    {
      kind: 'table',
      columns: [
        { title: t('what-if.curves.order') },
        ...told.map((count) => ({ title: t('what-if.curves.after', { count }), align: end })),
        { title: t('what-if.curves.area'), align: end },
      ],
      rows: answer.curves.map((c, k) => [
        `${curveLetter(k)} · ${curveName(answer, c)}`,
        ...told.map((q) => curveFigure(c.largest[q]!)),
        areaFigure(c.area),
      ]),
    },
  ];
}

/** Whoever the sheet names, and the links that are thought away: their sources are named. */
function namedIn(state: CaseState, { compared, sets }: WhatIfAnswers) {
  const ids = new Set<Id>(compared?.without);
  if (compared) {
    for (const b of brokersShown(compared.answer)) ids.add(b.id);
    for (const w of waysShown(compared.answer).ways) ids.add(w.from).add(w.to);
  }
  for (const set of sets ? [sets.answer.arrests, sets.answer.watch] : [])
    if ('members' in set) for (const id of set.members) ids.add(id);
  return [...ids].flatMap((id) => state.entity(id) ?? state.link(id) ?? []);
}
