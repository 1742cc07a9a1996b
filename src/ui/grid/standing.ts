import { useRef, useState } from 'react';
import { FILTERS, HEAD, type Place, type Range, rangeOf } from './cells.ts';

/** A cell by its row's id, which stays when rows are sorted, filtered or added. */
interface Spot {
  /** Row id, or one of the two below. */
  readonly row: string;
  readonly column: number;
}

const HEAD_ROW = '\u0000head';
const FILTER_ROW = '\u0000filters';

interface Standing {
  /** Undefined until the table had the keyboard. */
  readonly at: Place | undefined;
  /** What is marked from the other corner to here; undefined in the heading and the filters. */
  readonly range: Range | undefined;
  /** Moves here; the other corner too, unless told another one. */
  readonly stand: (at: Place, corner?: Place) => void;
  /** Moves here; the other corner stays where it is. */
  readonly move: (at: Place) => void;
  /** The other corner as it is, or the place before it was set. */
  readonly corner: Place | undefined;
}

/** Where the keyboard stands in a table, and the other corner of what it marks. */
export function useStanding<Row>(
  rows: readonly Row[],
  rowId: (row: Row) => string,
  places: ReadonlyMap<string, number>,
  columns: number,
): Standing {
  const [active, setActive] = useState<Spot>();
  const [anchor, setAnchor] = useState<Spot>();
  // A row that went away leaves its place to the row that took it.
  const lastRow = useRef(0);
  const placeOf = (spot: Spot | undefined): Place | undefined => {
    if (!spot || columns === 0) return undefined;
    const column = Math.min(spot.column, columns - 1);
    if (spot.row === HEAD_ROW) return { row: HEAD, column };
    if (spot.row === FILTER_ROW) return { row: FILTERS, column };
    return { row: places.get(spot.row) ?? Math.min(lastRow.current, rows.length - 1), column };
  };
  const spotOf = ({ row, column }: Place): Spot => {
    if (row === HEAD) return { row: HEAD_ROW, column };
    if (row === FILTERS) return { row: FILTER_ROW, column };
    return { row: rows[row] === undefined ? '' : rowId(rows[row]), column };
  };
  const at = placeOf(active);
  if (at && at.row >= 0) lastRow.current = at.row;
  const corner = placeOf(anchor) ?? at;
  return {
    at,
    corner,
    range: at && corner && at.row >= 0 ? rangeOf(corner.row < 0 ? at : corner, at) : undefined,
    stand: (to, from = to) => {
      setActive(spotOf(to));
      setAnchor(spotOf(from));
    },
    move: (to) => setActive(spotOf(to)),
  };
}
