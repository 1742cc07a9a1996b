import { useCallback, useMemo, useRef } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { MatrixOrder } from '#queries/association-matrix';
import { useCaseReading } from '#queries/case-context';
import { filter } from '#session/filter';
import { useSignal } from '#session/signal';
import { filterMatch } from '../filter-match.ts';
import type { Of } from '../matrix-look.ts';
import { type ReadMatrix, readingShown } from '../read-matrix.ts';

/** The matrix of the case as it is now, read piece by piece; undefined until it has been read once. What was read before stands meanwhile. */
export function useMatrix(of: Of, order: MatrixOrder): ReadMatrix | undefined {
  const filtered = useSignal(filter);
  const read = useCallback(
    (state: CaseState) => readingShown(state, of, filterMatch(filtered, state), order),
    [of, filtered, order],
  );
  const found = useCaseReading<ReadMatrix | undefined>(read, undefined, Object.is);
  const last = useRef(found);
  return useMemo(() => {
    if (found) last.current = found;
    return last.current;
  }, [found]);
}
