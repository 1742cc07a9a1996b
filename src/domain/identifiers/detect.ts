import { ibanHolds, ibanLength } from './iban.ts';
import { examine, type IdentifierKind, phoneRulesLoaded } from './index.ts';
import { matchKey } from './matching.ts';
import { readMmsi } from './mmsi.ts';
import { vinHolds } from './vin.ts';

/** `certain`: named, or proved by check digits and form together. `likely`: proved by one of them. `possible`: has the form; look before use. */
export type Certainty = 'certain' | 'likely' | 'possible';

export interface Detected {
  readonly kind: IdentifierKind;
  /** As it stands in the text, and where (UTF-16 code units). */
  readonly text: string;
  readonly at: number;
  readonly normal: string;
  readonly certainty: Certainty;
}

interface Candidate extends Detected {
  readonly length: number;
}

/** A word before the number that names it ("IMEI:", "passport no."). Read in the 24 characters before it. */
const names: Readonly<Partial<Record<IdentifierKind, RegExp>>> = {
  imei: /\bimei(?:sv)?\b[^a-z\d]*(?:no|nr|number)?[^a-z\d]*$/i,
  imsi: /\bimsi\b[^a-z\d]*$/i,
  iccid: /\b(?:iccid|sim(?: card)?)\b[^a-z\d]*(?:no|nr|number)?[^a-z\d]*$/i,
  imo: /\bimo\b[^a-z\d]*(?:no|nr|number)?[^a-z\d]*$/i,
  mmsi: /\bmmsi\b[^a-z\d]*(?:no|nr|number)?[^a-z\d]*$/i,
  passport: /\b(?:passport|travel document)\b[^a-z\d]*(?:no|nr|number)?[^a-z\d]*$/i,
  plate: /\b(?:plate|plates|registration|licence plate|license plate)\b[^a-z\d]*(?:no|nr|number)?[^a-z\d]*$/i,
  vin: /\b(?:vin|chassis)\b[^a-z\d]*(?:no|nr|number)?[^a-z\d]*$/i,
  phone: /\b(?:tel|phone|mobile|telephone|call(?:ed)?|number)\b\.?[^a-z\d+(]*$/i,
};

function named(kind: IdentifierKind, text: string, at: number): boolean {
  return names[kind]?.test(text.slice(Math.max(0, at - 24), at)) ?? false;
}

const proved = (kind: IdentifierKind, text: string) => examine(kind, text).findings.every((f) => f.level === 'ok');

/** Runs of figures with gaps; what each may be. */
function judgeDigits(whole: string, run: string, at: number, region: string | undefined): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (kind: IdentifierKind, certainty: Certainty) =>
    found.push({ kind, text: run, at, length: run.length, normal: examine(kind, run, region).normal, certainty });
  const digits = run.replace(/\D/g, '');
  const n = digits.length;
  const gaps = n !== run.length;
  if (n === 15 || n === 16 || n === 14) {
    if (named('imei', whole, at)) add('imei', proved('imei', run) ? 'certain' : 'likely');
    else if (named('imsi', whole, at)) add('imsi', 'certain');
    else if (n === 15 && examine('imei', run).findings.some((f) => f.code === 'finding.imei.ok')) add('imei', 'likely');
    else if (n === 15 && examine('imsi', run).findings.some((f) => f.code === 'finding.imsi.country'))
      add('imsi', 'possible');
  }
  if (n >= 18 && n <= 20 && digits.startsWith('89'))
    add('iccid', named('iccid', whole, at) || proved('iccid', run) ? 'certain' : 'likely');
  if (n === 7 && !gaps) {
    if (named('imo', whole, at)) add('imo', proved('imo', run) ? 'certain' : 'likely');
    else if (proved('imo', run)) add('imo', 'possible');
  }
  if (n === 9 && !gaps) {
    if (named('mmsi', whole, at)) add('mmsi', 'certain');
    else if (readMmsi(digits)?.station === 'ship' && readMmsi(digits)?.country) add('mmsi', 'possible');
  }
  if (n >= 7 && n <= 15 && phoneRulesLoaded()) {
    const seen = examine('phone', run, region);
    const good = seen.findings.some((f) => f.code === 'finding.phone.ok' || f.code === 'finding.phone.fiction');
    const full = run.startsWith('+') || digits.startsWith('00');
    if (good && full) add('phone', 'certain');
    else if (good && !seen.findings.some((f) => f.code === 'finding.phone.plus-missing'))
      add('phone', named('phone', whole, at) ? 'certain' : 'likely');
    else if (good) add('phone', named('phone', whole, at) ? 'likely' : 'possible');
    else if (run.startsWith('+')) add('phone', 'possible');
  } else if (n >= 7 && n <= 15 && run.startsWith('+')) add('phone', 'likely');
  return found;
}

/** Runs of capital letters and figures. */
function judgeWords(whole: string, run: string, at: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const add = (kind: IdentifierKind, text: string, certainty: Certainty) =>
    found.push({ kind, text, at, length: text.length, normal: examine(kind, text).normal, certainty });
  const bare = run.replace(/[\s-]/g, '');
  const length = ibanLength(bare.slice(0, 2)) ?? 0;
  if (/^[A-Z]{2}\d{2}/.test(bare) && length > 0 && bare.length >= length && ibanHolds(bare.slice(0, length))) {
    let end = 0;
    for (let counted = 0; counted < length; end++) if (!/[\s-]/.test(run[end] ?? '')) counted++;
    add('iban', run.slice(0, end), 'certain');
  }
  const first = run.split(/\s/)[0] ?? '';
  if (/^[A-HJ-NPR-Z0-9]{17}$/.test(first) && /[A-Z]/.test(first) && /\d/.test(first)) {
    if (named('vin', whole, at)) add('vin', first, 'certain');
    else if (vinHolds(first)) add('vin', first, 'likely');
  }
  if (named('passport', whole, at) && /\d/.test(first) && first.length >= 5 && first.length <= 12)
    add('passport', first, 'likely');
  if (named('plate', whole, at) && /\d/.test(run))
    add('plate', /\d/.test(first) && first.length > 3 ? first : run.slice(0, 12).trim(), 'likely');
  return found;
}

const rank: Readonly<Record<Certainty, number>> = { certain: 0, likely: 1, possible: 2 };

/**
 * Identifiers in free text or in one cell, in the order they stand. Where two readings overlap the surer one is kept, then the longer;
 * of equals both are given, for the analyst to choose. Texts are read in pieces of at most 100,000 characters.
 */
export function detect(text: string, region?: string): readonly Detected[] {
  const found: Candidate[] = [];
  for (let from = 0; from < text.length; from += 100_000) {
    const piece = text.slice(from, from + 100_000);
    for (const m of piece.matchAll(/[A-Z][A-Z0-9<]{29,43}\s{0,4}[A-Z0-9<]{30,44}(?:\s{0,4}[A-Z0-9<]{30})?/g)) {
      if (m[0].includes('<<') && examine('mrz', m[0]).findings.every((f) => f.code !== 'finding.mrz.length')) {
        const certainty = proved('mrz', m[0]) ? 'certain' : 'likely';
        found.push({
          kind: 'mrz',
          text: m[0],
          at: from + m.index,
          length: m[0].length,
          normal: examine('mrz', m[0]).normal,
          certainty,
        });
      }
    }
    for (const m of piece.matchAll(
      /(?<![\p{L}\p{N}])(?:\+|\(\+?)?\p{Nd}[\p{Nd}\s().\-–]{4,26}\p{Nd}(?![\p{L}\p{N}])/gu,
    )) {
      for (const c of split(m[0])) {
        for (const d of judgeDigits(piece, c.text, m.index + c.at, region)) found.push({ ...d, at: d.at + from });
      }
    }
    for (const m of piece.matchAll(/(?<![\p{L}\p{N}])[A-Z0-9][A-Z0-9 -]{3,45}[A-Z0-9](?![\p{L}\p{N}])/gu)) {
      for (const d of judgeWords(piece, m[0], m.index)) found.push({ ...d, at: d.at + from });
    }
  }
  found.sort((a, b) => rank[a.certainty] - rank[b.certainty] || b.length - a.length || a.at - b.at);
  const kept: Candidate[] = [];
  for (const c of found) {
    const beaten = kept.some(
      (k) =>
        c.at < k.at + k.length &&
        k.at < c.at + c.length &&
        (rank[k.certainty] < rank[c.certainty] || k.length > c.length),
    );
    const twice = kept.some((k) => k.kind === c.kind && k.at === c.at);
    if (!beaten && !twice) kept.push(c);
  }
  kept.sort((a, b) => a.at - b.at);
  return kept.map(({ length: _, ...d }) => d);
}

/** A line break, or two blanks, ends a number; so does a date's own punctuation: `02.03.2026 12:52` is none. */
function split(run: string): readonly { readonly text: string; readonly at: number }[] {
  if (/^\d{1,4}[.\-/]\d{1,2}[.\-/]\d{1,4}\b/.test(run)) return [];
  const parts: { text: string; at: number }[] = [];
  for (const m of run.matchAll(/[^\n\r\t]+/g)) {
    const lead = m[0].length - m[0].trimStart().length;
    const text = m[0].trim();
    if (text !== '') parts.push({ text, at: m.index + lead });
  }
  return parts;
}

/** Words in a column's heading that name what is below; longest first, so that `plate country` names nothing. */
const headings: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['imei', /^imei(?:sv)?(?: (?:no|nr|number|[ab12]))?$/],
  ['imsi', /^imsi(?: (?:no|number|[ab12]))?$/],
  ['iccid', /^(?:iccid|sim(?: card)?(?: (?:no|number|serial))?)$/],
  ['imo', /^imo(?: (?:no|nr|number))?$/],
  ['mmsi', /^mmsi(?: (?:no|nr|number))?$/],
  ['call-sign', /^call ?sign$/],
  ['iban', /^iban$/],
  ['vin', /^(?:vin|chassis(?: (?:no|number))?)$/],
  ['plate', /^(?:licen[cs]e |number )?plates?(?: (?:no|number))?$/],
  ['passport', /^passport(?: (?:no|nr|number))?$/],
  ['mrz', /^mrz$/],
  ['phone', /^(?:tel|telephone|phone|mobile|msisdn|cell ?phone)(?: (?:no|nr|number))?$/],
];

/**
 * What a column of cells most likely holds: the kind its heading names, unless most cells cannot be of that kind; else the kind detected as the
 * whole of most cells. `share`: of the stated cells. A merely `possible` reading counts half, so that a column of bare figures does not
 * pass for ships by accident.
 */
export function kindOfColumn(
  cells: readonly string[],
  region?: string,
  heading = '',
): { readonly kind: IdentifierKind; readonly share: number } | undefined {
  const stated = cells.filter((c) => c.trim() !== '' && c.length <= 120);
  if (stated.length === 0) return undefined;
  const head = matchKey(heading)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
  const byName = head.length > 40 ? undefined : headings.find(([, name]) => name.test(head))?.[0];
  if (byName) {
    const fitting = stated.filter((c) => examine(byName, c, region).findings.every((f) => f.level === 'ok')).length;
    if (fitting * 2 > stated.length) return { kind: byName, share: fitting / stated.length };
  }
  const votes = new Map<IdentifierKind, number>();
  for (const cell of stated) {
    const whole = matchKey(cell).length;
    for (const d of detect(cell, region)) {
      if (matchKey(d.text).length * 10 < whole * 8) continue;
      votes.set(d.kind, (votes.get(d.kind) ?? 0) + (d.certainty === 'possible' ? 0.5 : 1));
    }
  }
  const [best] = [...votes].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] * 2 <= stated.length) return undefined;
  return { kind: best[0], share: best[1] / stated.length };
}
