import { useCallback, useMemo, useRef } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { placementId } from '#domain/chart/placement';
import type { Entity } from '#domain/entity/entity';
import {
  type AssociationMatrix,
  type MatrixOrder,
  type OrderedEntities,
  readingMatrix,
  readingOrder,
  type Taken,
} from '#queries/association-matrix';
import { useCaseReading } from '#queries/case-context';
import type { Work } from '#queries/in-breaths';
import { type Filter, filter } from '#session/filter';
import { useSignal } from '#session/signal';
import { filterMatch } from '../filter-match.ts';
import type { Of } from './look.ts';

export interface ReadMatrix {
  readonly matrix: AssociationMatrix;
  readonly ordered: OrderedEntities;
  /** Whether the filter of the case leaves anything out at all. */
  readonly filtered: boolean;
  /** Entities there would be without the filter. */
  readonly all: number;
}

/** The matrix of the case as it is now, read piece by piece; undefined until it has been read once. What was read before stands meanwhile. */
export function useMatrix(of: Of, order: MatrixOrder): ReadMatrix | undefined {
  const filtered = useSignal(filter);
  const read = useCallback((state: CaseState) => reading(state, of, filtered, order), [of, filtered, order]);
  const found = useCaseReading<ReadMatrix | undefined>(read, undefined, Object.is);
  const last = useRef(found);
  return useMemo(() => {
    if (found) last.current = found;
    return last.current;
  }, [found]);
}

function* reading(state: CaseState, of: Of, filtered: Filter, order: MatrixOrder): Work<ReadMatrix> {
  const match = filterMatch(filtered, state);
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
  return { matrix, ordered, filtered: match !== null, all };
}
