/** Named limits, checked before the work they bound; all adjustable. What exceeds one is reported, never cut. */
export interface ImportLimits {
  /** Columns of the table. A wider table is refused as a whole: its header cannot be trusted. */
  readonly columns: number;
  /** Characters in one cell. */
  readonly cell: number;
  /** Characters in one record; bounds what an unclosed quote can hold in memory. */
  readonly record: number;
  /** Rows that may become records; rows beyond are rejected as `row.over-limit`. */
  readonly rows: number;
  /** Characters of a rejected row kept for its report. */
  readonly rejectedText: number;
  /** Characters of all rejected rows together; beyond it rows are listed by number and reason alone. */
  readonly rejectedTextTotal: number;
}

export const defaultLimits: ImportLimits = {
  columns: 1_000,
  cell: 100_000,
  record: 4_000_000,
  rows: 1_000_000,
  rejectedText: 500,
  rejectedTextTotal: 8_000_000,
};
