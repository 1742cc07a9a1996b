import { type Examined, type Finding, type IdentifierDefinition, ok, warn } from './finding.ts';
import { matchKey } from './matching.ts';

/** A field of the zone: line, first column and length (from 0), and the column of its check digit where it has one. */
interface Place {
  readonly line: number;
  readonly at: number;
  readonly length: number;
  readonly check?: number;
}

interface Format {
  readonly id: 'TD1' | 'TD2' | 'TD3';
  readonly lines: number;
  readonly width: number;
  readonly number: Place;
  readonly nationality: Place;
  readonly birth: Place;
  readonly sex: Place;
  readonly expiry: Place;
  readonly optional?: Place;
  readonly names: Place;
  /** Stretches of the composite check digit, in order, and where it stands. */
  readonly composite: {
    readonly parts: readonly (readonly [line: number, from: number, to: number])[];
    readonly line: number;
    readonly at: number;
  };
}

/** Layouts of ICAO Doc 9303 parts 4 (TD3, passports), 5 (TD1, cards) and 6 (TD2). */
const formats: readonly Format[] = [
  {
    id: 'TD3',
    lines: 2,
    width: 44,
    number: { line: 1, at: 0, length: 9, check: 9 },
    nationality: { line: 1, at: 10, length: 3 },
    birth: { line: 1, at: 13, length: 6, check: 19 },
    sex: { line: 1, at: 20, length: 1 },
    expiry: { line: 1, at: 21, length: 6, check: 27 },
    optional: { line: 1, at: 28, length: 14, check: 42 },
    names: { line: 0, at: 5, length: 39 },
    composite: {
      parts: [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 43],
      ],
      line: 1,
      at: 43,
    },
  },
  {
    id: 'TD2',
    lines: 2,
    width: 36,
    number: { line: 1, at: 0, length: 9, check: 9 },
    nationality: { line: 1, at: 10, length: 3 },
    birth: { line: 1, at: 13, length: 6, check: 19 },
    sex: { line: 1, at: 20, length: 1 },
    expiry: { line: 1, at: 21, length: 6, check: 27 },
    names: { line: 0, at: 5, length: 31 },
    composite: {
      parts: [
        [1, 0, 10],
        [1, 13, 20],
        [1, 21, 35],
      ],
      line: 1,
      at: 35,
    },
  },
  {
    id: 'TD1',
    lines: 3,
    width: 30,
    number: { line: 0, at: 5, length: 9, check: 14 },
    birth: { line: 1, at: 0, length: 6, check: 6 },
    sex: { line: 1, at: 7, length: 1 },
    expiry: { line: 1, at: 8, length: 6, check: 14 },
    nationality: { line: 1, at: 15, length: 3 },
    names: { line: 2, at: 0, length: 30 },
    composite: {
      parts: [
        [0, 5, 30],
        [1, 0, 7],
        [1, 8, 15],
        [1, 18, 29],
      ],
      line: 1,
      at: 29,
    },
  },
];

/** Weights 7, 3, 1; letters 10 … 35, filler 0; remainder by 10 (Doc 9303-3 §4.9). */
export function mrzDigit(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? '<';
    sum += (c === '<' ? 0 : Number.parseInt(c, 36)) * ([7, 3, 1][i % 3] ?? 0);
  }
  return sum % 10;
}

/** What the zone says. Dates are the six figures as printed, year month day: the century is not stated, and none is invented. */
export interface MrzReading {
  readonly format: 'TD1' | 'TD2' | 'TD3';
  readonly type: string;
  readonly issuer: string;
  readonly number: string;
  readonly nationality: string;
  readonly birth: string;
  readonly sex: string;
  readonly expiry: string;
  readonly surname: string;
  readonly givenNames: string;
}

function layOut(text: string): { readonly format: Format; readonly lines: readonly string[] } | undefined {
  const stream = matchKey(text)
    .toUpperCase()
    .replace(/[\s«‹]/gu, (c) => (/\s/.test(c) ? '' : '<'));
  if (!/^[A-Z0-9<]+$/.test(stream)) return undefined;
  const format = formats.find((f) => f.lines * f.width === stream.length);
  if (!format) return undefined;
  const lines = Array.from({ length: format.lines }, (_, i) => stream.slice(i * format.width, (i + 1) * format.width));
  return { format, lines };
}

const cut = (lines: readonly string[], p: Place) => (lines[p.line] ?? '').slice(p.at, p.at + p.length);
const plain = (text: string) => text.replace(/</g, ' ').trim().replace(/\s+/g, ' ');

/** Reads the lines; nothing when they do not have the length of any format. Says nothing about check digits: see `examine`. */
export function readMrz(text: string): MrzReading | undefined {
  const laid = layOut(text);
  if (!laid) return undefined;
  const { format: f, lines } = laid;
  const first = lines[0] ?? '';
  const names = cut(lines, f.names);
  const gap = names.indexOf('<<');
  return {
    format: f.id,
    type: plain(first.slice(0, 2)),
    issuer: plain(first.slice(2, 5)),
    number: plain(cut(lines, f.number)),
    nationality: plain(cut(lines, f.nationality)),
    birth: cut(lines, f.birth),
    sex: plain(cut(lines, f.sex)),
    expiry: cut(lines, f.expiry),
    surname: plain(gap < 0 ? names : names.slice(0, gap)),
    givenNames: gap < 0 ? '' : plain(names.slice(gap)),
  };
}

/** Machine-readable zone with its check digits. Normal form: the lines, one under another. */
function examine(text: string): Examined {
  const laid = layOut(text);
  if (!laid) return { normal: matchKey(text).toUpperCase(), findings: [warn('finding.mrz.length')] };
  const { format: f, lines } = laid;
  const findings: Finding[] = [];
  const test = (name: string, content: string, stated: string | undefined, mayBeEmpty = false) => {
    // The optional field and its digit may both be left blank; a filler stands for 0.
    if (mayBeEmpty && stated === '<' && /^<*$/.test(content)) return;
    const check = mrzDigit(content);
    if (String(check) !== stated) findings.push(warn(`finding.mrz.${name}`, { stated: stated ?? '', check }));
  };
  const field = (name: string, p: Place, mayBeEmpty = false) => {
    if (p.check !== undefined) test(name, cut(lines, p), lines[p.line]?.[p.check], mayBeEmpty);
  };
  // A TD1 or TD2 number longer than nine runs on into the optional field and has a filler for its digit (Doc 9303-5 note j).
  const numberCheck = f.number.check === undefined ? undefined : lines[f.number.line]?.[f.number.check];
  if (f.id === 'TD3' || numberCheck !== '<') field('number', f.number);
  field('birth', f.birth);
  field('expiry', f.expiry);
  if (f.optional) field('optional', f.optional, true);
  const all = f.composite.parts.map(([line, from, to]) => (lines[line] ?? '').slice(from, to)).join('');
  test('composite', all, lines[f.composite.line]?.[f.composite.at]);
  if (findings.length === 0) findings.push(ok('finding.mrz.ok', { format: f.id }));
  return { normal: lines.join('\n'), findings };
}

export const mrz = { id: 'mrz', examine } as const satisfies IdentifierDefinition;
