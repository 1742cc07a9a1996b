import type { CaseState } from '#domain/change/case-state';
import { t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import { csvOf, saveFile } from '#queries/exports';
import { communityRows } from '../figure-rows.ts';
import { otherGroups, shareText } from '../groups-words.ts';
import type { GroupAnswer } from '../last-answer.ts';
import { changeText, type FigureTable, rankChange } from './figure-table.ts';

const typeOf = (state: CaseState, id: string) => tDynamic(`entity-type.${state.entity(id)?.type ?? 'unknown'}`);

/** The table as a file: every column as shown, figures unrounded, and how each was derived. */
export function saveTable(state: CaseState, table: FigureTable, notes: readonly string[]): void {
  const [main, ...others] = table.columns;
  const head = [t('results.column.rank'), t('results.column.entity'), t('results.column.type'), main.title];
  for (const c of others) {
    head.push(c.title, t('results.column.rank-of', { measure: c.title }));
    if (c.comparable) head.push(t('results.column.change'));
  }
  const lines = table.ids.map((id) => {
    const row = main.rows.get(id);
    const line = [String(row?.rank ?? ''), nameOf(state.entity(id)), typeOf(state, id), String(row?.value ?? '')];
    for (const c of others) {
      const r = c.rows.get(id);
      line.push(String(r?.value ?? ''), String(r?.rank ?? ''));
      if (c.comparable) line.push(changeText(rankChange(table, c, id)));
    }
    return line;
  });
  const { revision } = main.answer.result;
  saveFile(`results-${revision}.csv`, csvOf([head, ...lines, [], ...notes.map((n) => [n])]));
}

/** Who is in which group, as a file, and how the groups were found. */
export function saveGroups(state: CaseState, answer: GroupAnswer, note: string): void {
  const runs = answer.result.stability?.runs ?? 0;
  const overlap = answer.result.rows.some((r) => r.groups);
  const head = [
    t('results.column.rank'),
    t('results.column.entity'),
    t('results.column.type'),
    t('results.column.group'),
    ...(runs > 0 ? [t('groups.column.share')] : []),
    ...(overlap ? [t('groups.column.several')] : []),
  ];
  const lines = communityRows(answer.result).map((r) => [
    '',
    nameOf(state.entity(r.id)),
    typeOf(state, r.id),
    r.value === undefined ? '' : String(r.value + 1),
    ...(runs > 0 && r.member ? [shareText(t, r.member, runs)] : []),
    ...(overlap ? [otherGroups(r.member)] : []),
  ]);
  saveFile(`results-${answer.result.revision}.csv`, csvOf([head, ...lines, [], [note]]));
}
