import { beforeAll, expect, test } from 'vitest';
import { detect, kindOfColumn } from '#domain/identifiers/detect';
import { loadPhoneRules } from '#domain/identifiers/index';

beforeAll(loadPhoneRules);

const found = (text: string, region?: string) =>
  detect(text, region).map((d) => `${d.kind} ${d.normal} ${d.certainty}`);

test.each<[string, string[]]>([
  [
    'He rang +44 7700 900142 twice, then 00447700900618.',
    ['phone +447700900142 certain', 'phone +447700900618 certain'],
  ],
  [
    'Handset IMEI: 490154203237518, SIM 456010123456789',
    ['imei 490154203237518 certain', 'imsi 456010123456789 possible'],
  ],
  ['The Sea Lotus 8 (IMO 9074729, MMSI 567123456) left at 17:20', ['imo 9074729 certain', 'mmsi 567123456 certain']],
  ['paid to GB82 WEST 1234 5698 7654 32 HELD BY Voss', ['iban GB82WEST12345698765432 certain']],
  ['passport no. N1234567 of Cambodia', ['passport N1234567 likely']],
  ['van, plate LT 4K-2917, white', ['plate LT4K2917 likely']],
  ['chassis 1M8GDM9AXKP042788', ['vin 1M8GDM9AXKP042788 certain']],
  ['On 02.03.2026 12:52 and 2026-03-04 nothing happened; 14 people paid 4,200 USD.', []],
  ['', []],
])('%s', (text, expected) => {
  expect(found(text)).toEqual(expected);
});

test('a national number is found once the country is known', () => {
  expect(found('call 012 345 678 now', 'KH')).toEqual(['phone +85512345678 certain']);
  expect(found('012 345 678')).toEqual([]);
});

test('a passport’s lines are found as one', () => {
  const zone = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10';
  expect(detect(`read at the gate:\n${zone}\nend`)).toEqual([
    { kind: 'mrz', text: zone, at: 18, normal: zone, certainty: 'certain' },
  ]);
});

test('places in the text are those of the text', () => {
  const text = 'សុខ rang +44 7700 900142.';
  for (const d of detect(text)) expect(text.slice(d.at, d.at + d.text.length)).toBe(d.text);
  expect(detect(text)).toHaveLength(1);
});

test('columns are told apart by their cells', () => {
  expect(kindOfColumn(['+44 7700 900003', '+44 7700 900010', '', 'unknown'])).toMatchObject({ kind: 'phone' });
  expect(kindOfColumn(['490154203237518', '356938035643809'])).toEqual({ kind: 'imei', share: 1 });
  expect(kindOfColumn(['9074729', '9319466', 'n/a'])).toBeUndefined();
  expect(kindOfColumn(['Sok Vannara', 'Chea Bopha'])).toBeUndefined();
  expect(kindOfColumn([])).toBeUndefined();
  expect(kindOfColumn(['', ' '], undefined, 'IMEI')).toBeUndefined();
});

test('a heading names what its cells may be, and is not believed against them', () => {
  expect(kindOfColumn(['9074729', '9319466', ''], undefined, 'IMO No.')).toMatchObject({ kind: 'imo' });
  expect(kindOfColumn(['LT 4K-2917', 'SR 2B-7741'], undefined, 'plate')).toEqual({ kind: 'plate', share: 1 });
  expect(kindOfColumn(['XLT', 'XSA'], undefined, 'plate_country')).toBeUndefined();
  expect(kindOfColumn(['+44 7700 900003', '+44 7700 900010'], undefined, 'IMEI')).toMatchObject({ kind: 'phone' });
});

test('hostile runs of digits, capitals and fillers are answered in time', () => {
  const started = performance.now();
  for (const run of ['1', '1 ', 'A', 'A<', '+', '1-', '(', 'IMEI ', '0 A']) detect(run.repeat(200_000 / run.length));
  expect(performance.now() - started).toBeLessThan(10_000);
});
