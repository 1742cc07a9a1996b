import type { CaseState } from '#domain/change/case-state';
import { placementId } from '#domain/chart/placement';
import type { Entity } from '#domain/entity/entity';
import { number, t } from '#i18n/index';
import {
  type AssociationMatrix,
  type MatrixOrder,
  type OrderedEntities,
  readingMatrix,
  readingOrder,
  type Taken,
} from '#queries/association-matrix';
import type { Work } from '#queries/in-breaths';
import type { FilterMatch } from './filter-match.ts';
import { type Of, ofNow, ofWords } from './matrix-look.ts';

export interface ReadMatrix {
  /** Whose rows these are: the case's where the chart that was asked for is gone. */
  readonly of: Of;
  readonly matrix: AssociationMatrix;
  readonly ordered: OrderedEntities;
  /** Whether the filter of the case leaves anything out at all. */
  readonly filtered: boolean;
  /** Entities there would be without the filter. */
  readonly all: number;
}

/** Reads the matrix of a case in its order, of what the filter lets through (`null`: of everything). */
export function* readingShown(
  state: CaseState,
  asked: Of,
  match: FilterMatch | null,
  order: MatrixOrder,
): Work<ReadMatrix> {
  const of = ofNow(state, asked);
  const here = (e: Entity): boolean => {
    if (of.kind === 'selection') return of.ids.has(e.id);
    if (of.kind === 'case') return true;
    const placement = state.find('placement', placementId(of.chart, e.id));
    return placement !== undefined && !placement.hidden;
  };
  let all = 0;
  const taken: Taken = {
    entity(e) {
      if (!here(e)) return false;
      all++;
      return match?.entity(e) ?? true;
    },
    link: (l) => match?.link(l) ?? true,
  };
  const matrix = yield* readingMatrix(state, taken);
  const ordered = yield* readingOrder(state, matrix, order);
  return { of, matrix, ordered, filtered: match !== null, all };
}

/** Of whom it is, how many there are of how many there could be, and what an empty cell says: with a filter, less. */
export function countsText(state: CaseState, { of, matrix, filtered, all }: Omit<ReadMatrix, 'ordered'>): string {
  const n = matrix.entities.length;
  const counts = {
    of: ofWords(state, of),
    entities: number(n),
    pairs: number(matrix.pairs),
    possible: number((n * (n - 1)) / 2),
  };
  return filtered
    ? t('association-matrix.counts.filtered', { ...counts, all: number(all) })
    : t('association-matrix.counts', counts);
}
