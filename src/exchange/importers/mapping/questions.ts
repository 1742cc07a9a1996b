import type { ColumnProfile } from '../table/column-profile.ts';
import type { ColumnMapping, ColumnRole, Mapping } from './mapping.ts';

/** What only the analyst can say. `blocking` questions must be answered in the mapping before the import runs. */
export interface ImportQuestion {
  readonly code:
    | 'dates.ambiguous'
    | 'dates.contradict'
    | 'dates.two-digit-year'
    | 'dates.mixed-era'
    | 'dates.impossible'
    | 'numbers.ambiguous'
    | 'numbers.contradict'
    | 'amounts.no-currency'
    | 'identifiers.digits-lost';
  readonly blocking: boolean;
  readonly column: string;
  /** Rows concerned. */
  readonly rows: number;
  readonly examples: readonly string[];
}

const DATES: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['date', 'until-date']);
const NUMBERS: ReadonlySet<ColumnRole> = new Set<ColumnRole>(['amount', 'count', 'weight']);

/** Questions a mapping leaves open, looking at whole columns. Pure: call it again after every answer. */
export function openQuestions(columns: readonly ColumnProfile[], mapping: Mapping): ImportQuestion[] {
  const out: ImportQuestion[] = [];
  const profiles = new Map(columns.map((c) => [c.name, c]));
  for (const c of mapping.columns) {
    const profile = profiles.get(c.header);
    if (!profile || profile.filled === 0) continue;
    const ask = (code: ImportQuestion['code'], blocking: boolean, rows: number): void => {
      out.push({ code, blocking, column: c.header, rows, examples: profile.examples });
    };
    if (DATES.has(c.role) || c.reading !== undefined) askOfDates(c, profile, ask);
    if (NUMBERS.has(c.role)) askOfNumbers(c, profile, ask);
    if ((c.role === 'from' || c.role === 'to' || c.role === 'label') && profile.exponents > 0)
      ask('identifiers.digits-lost', false, profile.exponents);
    if (c.role === 'amount' && mapping.currency === undefined && profile.numbers.withUnit < profile.numbers.count) {
      if (!mapping.columns.some((o) => o.role === 'currency')) ask('amounts.no-currency', true, profile.filled);
    }
  }
  return out;
}

type Ask = (code: ImportQuestion['code'], blocking: boolean, rows: number) => void;

function askOfDates(c: ColumnMapping, { dates }: ColumnProfile, ask: Ask): void {
  if (c.reading?.order === 'text') return;
  const open = c.reading?.order === undefined;
  if (open && dates.dayFirst > 0 && dates.monthFirst > 0)
    ask('dates.contradict', true, Math.min(dates.dayFirst, dates.monthFirst));
  else if (open && dates.ordered > 0) ask('dates.ambiguous', true, dates.ordered);
  if (dates.twoDigits > 0 && c.reading?.century === undefined) ask('dates.two-digit-year', true, dates.twoDigits);
  if (dates.buddhist > 0 && dates.common > 0 && c.reading?.era === undefined)
    ask('dates.mixed-era', false, Math.min(dates.buddhist, dates.common));
  if (dates.impossible > 0) ask('dates.impossible', false, dates.impossible);
}

function askOfNumbers(c: ColumnMapping, { numbers }: ColumnProfile, ask: Ask): void {
  if (c.decimal !== undefined) return;
  if (numbers.point > 0 && numbers.comma > 0) ask('numbers.contradict', true, Math.min(numbers.point, numbers.comma));
  else if (numbers.ambiguous > 0) ask('numbers.ambiguous', true, numbers.ambiguous);
}
