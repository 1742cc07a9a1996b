import type { CaseState } from '#domain/change/case-state';
import { number, t } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import { csvOf, saveFile } from '#queries/exports';
import { caseLine } from '../case-line.ts';
import { firstStale, type WhatIfAnswers } from '../last-what-if.ts';
import { curveName, FIGURES, setTexts, thingText, waysOf, whatIfMethod } from '../what-if-words.ts';

const whole = (x: number) => (Number.isNaN(x) ? '' : String(x));

/** All answers of this room as one table file, digits unrounded, with the method and the caveat at its end. */
export function saveAnswers(state: CaseState, answers: WhatIfAnswers, revision: number): void {
  saveFile(`what-if-${revision}.csv`, csvOf(answersTable(state, answers)));
}

/** The lines of that file. */
export function answersTable(state: CaseState, answers: WhatIfAnswers): string[][] {
  const { compared, curves, sets } = answers;
  const name = (id: string) => nameOf(state.entity(id));
  const lines: string[][] = [];
  if (compared) {
    const { before, after, brokers } = compared.answer;
    lines.push([t('what-if.removed'), ...compared.without.map((id) => thingText(state, id))], []);
    lines.push([t('what-if.compare.figure'), t('what-if.compare.before'), t('what-if.compare.after')]);
    for (const f of FIGURES) lines.push([t(`what-if.compare.${f}`), whole(before[f]), whole(after[f])]);
    lines.push(
      [],
      [
        t('results.column.entity'),
        t('what-if.rank.before'),
        t('what-if.rank.after'),
        t('what-if.brokers.before'),
        t('what-if.brokers.after'),
      ],
    );
    for (const b of brokers)
      lines.push([name(b.id), String(b.rankBefore), String(b.rankAfter), whole(b.before), whole(b.after)]);
    lines.push(
      [],
      [t('what-if.flows.from'), t('what-if.flows.to'), t('what-if.flows.before'), t('what-if.flows.after')],
    );
    for (const w of waysOf(compared.answer)) lines.push([name(w.from), name(w.to), w.before, w.after]);
    lines.push([]);
  }
  for (const side of ['arrests', 'watch'] as const) {
    const set = sets?.answer[side];
    if (set && 'members' in set)
      lines.push([
        t(`what-if.sets.${side}`, { count: set.members.length }),
        ...set.members.map(name),
        whole(set.value),
        ...setTexts(side, set),
      ]);
  }
  if (curves)
    lines.push(
      [],
      [
        t('what-if.curves.order'),
        t('what-if.curves.area'),
        ...Array.from({ length: curves.answer.nodes + 1 }, (_, q) => t('what-if.curves.after', { count: q })),
      ],
    );
  for (const c of curves?.answer.curves ?? [])
    lines.push([curveName(curves!.answer, c), whole(c.area), ...c.largest.map(whole)]);
  const old = firstStale(state, answers);
  return [
    ...lines,
    [],
    ...(old ? [[t('paper.results.stale', { revision: number(old.answer.revision) })]] : []),
    [t('what-if.replacement')],
    [whatIfMethod(answers)],
    caseLine(state),
  ];
}
