/** A way out of the case for a table of text. Message keys `exporter.<id>` and `exporter.<id>.explain`. */
export interface ExporterDefinition {
  readonly id: string;
  /** Of the file, without a dot. */
  readonly extension: string;
  readonly mediaType: string;
  /** First row = header. Carries no names, paths or versions beyond the cells. */
  write(rows: Iterable<readonly string[]>): Blob;
}
