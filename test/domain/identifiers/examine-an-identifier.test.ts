import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { examine, type IdentifierKind, identifierKinds, loadPhoneRules } from '#domain/identifiers/index';
import { luhnDigit } from '#domain/identifiers/luhn';
import { mrzDigit, readMrz } from '#domain/identifiers/mrz';
import { en } from '../../../src/i18n/messages/en/index.ts';

const codes = (kind: IdentifierKind, text: string, region?: string) =>
  examine(kind, text, region).findings.map((f) => f.code.replace('finding.', ''));
const normal = (kind: IdentifierKind, text: string, region?: string) => examine(kind, text, region).normal;
const warned = (kind: IdentifierKind, text: string) => examine(kind, text).findings.some((f) => f.level === 'warn');

test('before the numbering plans are loaded a phone says so instead of guessing', () => {
  expect(examine('phone', '+44 7700 900142')).toEqual({
    normal: '+447700900142',
    findings: [{ level: 'warn', code: 'finding.phone.rules-not-loaded' }],
  });
});

describe('phones', () => {
  beforeAll(loadPhoneRules);

  test.each([
    ['+44 7700 900142', undefined, '+447700900142', ['phone.fiction']],
    ['00447700900142', undefined, '+447700900142', ['phone.fiction']],
    ['00447700900142', 'TH', '+447700900142', ['phone.fiction']],
    ['07700 900128', 'GB', '+447700900128', ['phone.fiction', 'phone.region-assumed']],
    ['07700 900128', undefined, '07700900128', ['phone.region-needed']],
    ['012 345 678', 'KH', '+85512345678', ['phone.ok', 'phone.region-assumed']],
    ['Tel: +44 7700 900142 ext. 12', undefined, '+447700900142', ['phone.fiction']],
    ['+44 (0)7700 900142', undefined, '+447700900142', ['phone.fiction']],
    ['081-234-5678', 'TH', '+66812345678', ['phone.ok', 'phone.region-assumed']],
    ['๐๘๑-๒๓๔-๕๖๗๘', 'TH', '+66812345678', ['phone.ok', 'phone.region-assumed']],
    ['12345678', 'KH', '+85512345678', ['phone.ok', 'phone.zero-missing', 'phone.region-assumed']],
    ['855 12 345 678', undefined, '+85512345678', ['phone.ok', 'phone.plus-missing']],
    ['8.55E+11', undefined, '855E11', ['identifier.scientific']],
    ['8,55E+11', 'KH', '855E11', ['identifier.scientific']],
    ['1323', 'TH', '1323', ['phone.short']],
    ['TrueMove', 'TH', 'TRUEMOVE', ['phone.not-a-number']],
    ['+999 1234567', undefined, '+9991234567', ['phone.not-in-plan']],
    ['123456789012345678901', undefined, '123456789012345678901', ['phone.length']],
  ])('%s dialled in %s is %s', (text, region, expected, found) => {
    expect(normal('phone', text, region)).toBe(expected);
    expect(codes('phone', text, region)).toEqual(found);
  });

  test('the normal form of a normal form is itself', () => {
    const spelled = fc
      .tuple(fc.constantFrom('+855', '+66', '0', '00', '', '+44', '(0'), fc.stringMatching(/^[\d -]{4,14}$/))
      .map((p) => p.join(''));
    fc.assert(
      fc.property(spelled, fc.constantFrom(undefined, 'KH', 'TH', 'GB'), (text, region) => {
        const once = normal('phone', text, region);
        expect(normal('phone', once, region)).toBe(once);
      }),
      { numRuns: 400 },
    );
  });
});

test.each([
  ['49-015420-323751-8', '490154203237518', ['imei.ok']],
  ['49015420323751', '490154203237518', ['imei.without-check-digit']],
  ['4901542032375112', '490154203237518', ['imei.software-version']],
  ['490154203237510', '490154203237518', ['imei.spare-digit']],
  ['490154203237517', '490154203237517', ['imei.check-digit']],
  ['000000000000000', '000000000000000', ['imei.empty']],
  ['4.90154E+14', '490154E14', ['identifier.scientific']],
  ['12345', '12345', ['imei.length']],
])('IMEI %s', (text, expected, found) => {
  expect(normal('imei', text)).toBe(expected);
  expect(codes('imei', text)).toEqual(found);
});

test.each([
  ['imo', 'IMO 9074729', '9074729', ['imo.ok']],
  ['imo', '9074728', '9074728', ['imo.check-digit']],
  ['imo', '907472', '907472', ['imo.length']],
  ['iban', 'GB82 WEST 1234 5698 7654 32', 'GB82WEST12345698765432', ['iban.ok']],
  ['iban', 'IBAN de89370400440532013000', 'DE89370400440532013000', ['iban.ok']],
  ['iban', 'GB82 WEST 1234 5698 7654 3', 'GB82WEST1234569876543', ['iban.length', 'iban.check-digits']],
  ['plate', 'กก-1234 กรุงเทพ', 'กก1234กรุงเทพ', []],
  ['plate', 'lt 4k–2917', 'LT4K2917', []],
  ['vin', '1M8GDM9AXKP042788', '1M8GDM9AXKP042788', ['vin.ok']],
  ['vin', 'WVWZZZ1JZXW000001', 'WVWZZZ1JZXW000001', ['vin.without-check-digit']],
  ['passport', 'n 1234567', 'N1234567', []],
  ['passport', 'АB123456', 'АB123456', ['passport.letters']],
  ['iccid', '8944 1100 6870 1234 56', '894411006870123456', ['iccid.without-check-digit']],
  ['imsi', '456010123456789', '456010123456789', ['imsi.country']],
  ['call-sign', 'xu ab7', 'XUAB7', []],
] as const)('%s %s', (kind, text, expected, found) => {
  expect(normal(kind, text)).toBe(expected);
  expect(codes(kind, text)).toEqual(found);
});

test.each([
  ['514123456', 'KH'],
  ['515123456', 'KH'],
  ['567123456', 'TH'],
  ['525123456', 'ID'],
  ['533123456', 'MY'],
  ['574123456', 'VN'],
  ['506123456', 'MM'],
  ['503123456', 'AU'],
])('MMSI %s flies %s', (text, country) => {
  expect(examine('mmsi', text).findings).toEqual([
    { level: 'ok', code: 'finding.mmsi.flag', detail: { country, digits: text.slice(0, 3) } },
  ]);
});

test('an MMSI that is no ship, or of no flag, is told so', () => {
  expect(codes('mmsi', '500018362')).toEqual(['mmsi.flag-not-listed']);
  expect(codes('mmsi', '992351000')).toEqual(['mmsi.navigation-aid', 'mmsi.flag']);
  expect(codes('mmsi', '123456789')).toEqual(['mmsi.first-digit']);
  expect(codes('mmsi', 'MMSI 56712345')).toEqual(['mmsi.length']);
});

describe('machine-readable zone', () => {
  // The specimen of ICAO Doc 9303-4, and of part 5 for cards.
  const passport = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
  const card = 'I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<';
  const smallCard = 'I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nD231458907UTO7408122F1204159<<<<<<<6';

  test('the specimens of the standard hold and are read', () => {
    for (const text of [passport, card, smallCard]) expect(codes('mrz', text), text).toEqual(['mrz.ok']);
    expect(readMrz(passport)).toEqual({
      format: 'TD3',
      type: 'P',
      issuer: 'UTO',
      number: 'L898902C3',
      nationality: 'UTO',
      birth: '740812',
      sex: 'F',
      expiry: '120415',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
    });
    expect(readMrz(card)).toMatchObject({ format: 'TD1', number: 'D23145890', surname: 'ERIKSSON' });
    expect(readMrz('P<UTO')).toBeUndefined();
  });

  test('any one digit altered in number, dates or personal number is found', () => {
    const places = [...passport].flatMap((c, i) => (i > 44 && /\d/.test(c) ? [i] : []));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const altered = passport.slice(0, at) + ((Number(passport[at]) + by) % 10) + passport.slice(at + 1);
        expect(warned('mrz', altered)).toBe(true);
      }),
    );
    expect(mrzDigit('L898902C3')).toBe(6);
  });
});

describe('check digits', () => {
  const digits = (n: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${n - 1}}$`));

  test('any one wrong digit of an IMEI is found, unless it makes the network’s 0', () => {
    fc.assert(
      fc.property(digits(14), fc.nat(14), fc.integer({ min: 1, max: 9 }), (body, at, by) => {
        const right = body + luhnDigit(body);
        expect(codes('imei', right)).toEqual(['imei.ok']);
        const wrong = right.slice(0, at) + ((Number(right[at]) + by) % 10) + right.slice(at + 1);
        expect(codes('imei', wrong)).toEqual([wrong.endsWith('0') ? 'imei.spare-digit' : 'imei.check-digit']);
      }),
    );
  });

  test('a digit for a digit or a letter for a letter, any one slip in an IBAN is found', () => {
    const right = 'GB82WEST12345698765432';
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 21 }),
        fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
        (at, c) => {
          fc.pre(c !== right[at] && /\d/.test(c) === /\d/.test(right[at] ?? ''));
          expect(warned('iban', right.slice(0, at) + c + right.slice(at + 1))).toBe(true);
        },
      ),
    );
  });

  test('a wrong last digit of an IMO number is found', () => {
    for (let d = 0; d < 10; d++) expect(warned('imo', `907472${d}`)).toBe(d !== 9);
  });
});

test('the normal form of a normal form is itself, for every kind and any text', () => {
  const written = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.stringMatching(/^[\dA-Z <+.-]{0,50}$/),
    fc.stringMatching(/^\d{5,20}$/),
  );
  fc.assert(
    fc.property(fc.constantFrom(...identifierKinds.map((k) => k.id)), written, (kind, text) => {
      const once = normal(kind, text);
      expect(normal(kind, once)).toBe(once);
    }),
    { numRuns: 300 },
  );
});

test('a text of a megabyte is answered at once and left alone', () => {
  const long = '9'.repeat(1_000_000);
  expect(examine('imei', long)).toEqual({
    normal: long,
    findings: [{ level: 'warn', code: 'finding.identifier.too-long' }],
  });
});

test('every code the rules can give has its English words', () => {
  const folder = new URL('../../../src/domain/identifiers/', import.meta.url);
  const missing: string[] = [];
  const used = new Set<string>();
  for (const file of readdirSync(folder)) {
    for (const [, code] of readFileSync(new URL(file, folder), 'utf8').matchAll(/'(finding\.[a-z-]+\.[a-z-]+)'/g))
      used.add(code ?? '');
  }
  const stations = [
    'coast',
    'group',
    'aircraft',
    'search-transponder',
    'man-overboard',
    'distress-beacon',
    'tender',
    'navigation-aid',
    'handheld',
  ];
  for (const s of stations) used.add(`finding.mmsi.${s}`);
  for (const s of ['number', 'birth', 'expiry', 'optional', 'composite']) used.add(`finding.mrz.${s}`);
  for (const k of identifierKinds) used.add(`identifier.${k.id}`);
  for (const code of used) if (!Object.hasOwn(en, code)) missing.push(code);
  expect(used.size).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});
