import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import { groupingText } from '#i18n/record-words';
import type { MeasureResult } from '#queries/analysis';
import type { WithinGroupsResult } from '#queries/within-groups';
import type { GridColumn } from '#ui/grid/index';
import { groupWord } from '../figure-facts.ts';
import { headWidth } from './entity-columns.tsx';

/** The group beside each value that was worked out within it; nothing beside others. */
export function withinColumns<R extends { readonly id: Id }>(
  state: CaseState,
  result: MeasureResult | WithinGroupsResult,
): readonly GridColumn<R>[] {
  if (!('within' in result)) return [];
  const words = new Map(result.rows.map(({ id }, at) => [id, groupWord(state, result, at)]));
  const title = t('figure-facts.within.column', { grouping: groupingText(result.within) });
  return [{ id: 'within', title, about: title, width: headWidth(title, 150), text: ({ id }) => words.get(id) ?? '' }];
}
