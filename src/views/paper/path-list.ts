import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import { number, t, tDynamic } from '#i18n/index';
import { groundOf, sameGround } from '#queries/paths';
import { scopeOf } from '../answer-scope.ts';
import { answeredAt } from '../last-answer.ts';
import { wholeTable } from '../path-tables.ts';
import { pathsMethod, summaryOf, sureText, waySentence } from '../path-words.ts';
import { tableRequest } from './list-requests.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';

/** The last answer about paths: its sentences, then every step, or who was found, and how. Without one an empty sheet. */
export function pathList(state: CaseState, head: Head, now: Wanted, common: Common): Asked {
  const { atDate: _, ...rest } = now;
  const { paths } = now;
  if (!paths)
    return tableRequest(state, head, rest, common, {
      title: t('view.paths'),
      columns: [],
      rows: [],
      hidden: 0,
      of: 0,
      records: [],
    });
  const { result, ground, asked } = paths;
  const at = answeredAt(asked);
  const wanted: Wanted = { ...rest, ...(at && { atDate: at }) };
  const table = wholeTable(state, result);
  const stale = !sameGround(ground, groundOf(state, scopeOf(state, asked)));
  const sentences = [...summaryOf(state, result), ...result.ways.map((way) => waySentence(state, way))];
  return tableRequest(state, head, wanted, common, {
    title: tDynamic(`paths.${result.asked.question}.question`),
    note: [...sentences, sureText(result), pathsMethod(state, result)].join(' '),
    ...(stale && { notes: [t('paths.stale', { revision: number(result.revision) })] }),
    columns: table.columns,
    rows: table.rows.map((r) => r.cells),
    hidden: 0,
    of: table.rows.length,
    records: [
      ...result.entities.flatMap((id) => state.entity(id) ?? []),
      ...result.links.flatMap((id) => state.link(id) ?? []),
    ],
  });
}
