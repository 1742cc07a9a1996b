import { type Dialect, RecordSplitter, type TableRecord } from './records.ts';

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

const LOOKED_AT = 200;

/**
 * Delimiter and quote under which the first rows of a file agree best on a number of columns.
 * Title lines above and totals below may disagree; a file of one column gets the comma.
 */
export function sniffDialect(sample: string): Dialect {
  let best: Dialect = { delimiter: ',', quote: '"' };
  let bestScore = 0;
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    for (const quote of ['"', "'"]) {
      const score = agreement(sample, { delimiter, quote });
      if (score > bestScore) {
        best = { delimiter, quote };
        bestScore = score;
      }
    }
  }
  return best;
}

/** Splits the sample; its last record may be cut off and is left out when others exist. */
export function splitSample(sample: string, dialect: Dialect, limit: number): TableRecord[] {
  const splitter = new RecordSplitter(dialect, sample.length + 1);
  const records = splitter.push(sample);
  return (records.length > 0 ? records : splitter.end()).slice(0, limit);
}

function agreement(sample: string, dialect: Dialect): number {
  const records = splitSample(sample, dialect, LOOKED_AT).filter((r) => r.cells.length > 1 || r.cells[0] !== '');
  if (records.length === 0) return 0;
  const widths = new Map<number, number>();
  let faults = 0;
  for (const r of records) {
    if (r.fault) faults++;
    else widths.set(r.cells.length, (widths.get(r.cells.length) ?? 0) + 1);
  }
  let score = 0;
  for (const [width, n] of widths) {
    // A wide table that most rows agree on; wider helps a little, so that `1,5;2,5` splits at the semicolon.
    if (width > 1) score = Math.max(score, (n / records.length) * (1 + Math.log2(width) / 20));
  }
  score -= faults / records.length;
  return dialect.quote === "'" && !quotesCells(records, sample, dialect)
    ? 0
    : score + (dialect.quote === '"' ? 0.001 : 0.002);
}

/** The apostrophe is also a letter: it is the quote only when cells stand between two of them and no cell uses the double one. */
function quotesCells(records: readonly TableRecord[], sample: string, dialect: Dialect): boolean {
  const d = dialect.delimiter;
  const opened = sample.split(`${d}'`).length + sample.split("\n'").length - 2;
  const closed = sample.split(`'${d}`).length + sample.split("'\n").length + sample.split("'\r").length - 3;
  return opened >= records.length / 2 && closed >= records.length / 2 && !sample.includes(`${d}"`);
}
