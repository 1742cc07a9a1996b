import { beforeAll, expect, test } from 'vitest';
import type { Entity } from '#domain/entity/entity';
import { findingsOfEntity } from '#domain/entity-types/findings';
import { loadPhoneRules } from '#domain/identifiers/index';
import { en } from '../../../src/i18n/messages/en/index.ts';

beforeAll(loadPhoneRules);

const options = { caseZone: 'Asia/Phnom_Penh', asOf: '2026-11-22' };
const entity = (rest: Partial<Entity>): Entity => ({
  id: 'e1',
  kind: 'entity',
  type: 'person',
  label: 'Sok Vannara',
  ...rest,
});
const codes = (rest: Partial<Entity>) => {
  const found = findingsOfEntity(entity(rest), options);
  for (const f of found) {
    expect(f.level).toBe('warn');
    expect(Object.hasOwn(en, f.code), f.code).toBe(true);
  }
  return found.map((f) => `${f.field ?? ''} ${f.code.replace('finding.', '')}`.trim());
};

test('a plain, complete record draws no warning', () => {
  const attributes = [
    { field: 'birth-date', value: '1984-05-17' },
    { field: 'phone', value: '+44 7700 900142' },
    { field: 'phone', value: '+44 7700 900618' },
    { field: 'column of the file', value: '???' },
  ];
  expect(codes({ nativeLabel: 'សុខ វណ្ណារ៉ា', attributes })).toEqual([]);
});

test('values that cannot be read are named with their field, and stay', () => {
  const attributes = [
    { field: 'birth-date', value: '17/05/1984' },
    { field: 'phone', value: '8.55E+11' },
    { field: 'passport-number', value: 'АB1' },
    { field: 'age', value: 'about 40' },
    { field: 'birth-place', value: 'Dalan' },
    { field: 'birth-place', value: 'Kep Sila' },
  ];
  expect(codes({ attributes })).toEqual([
    'birth-date entity.date-unreadable',
    'phone identifier.scientific',
    'passport-number passport.letters',
    'age entity.number-unreadable',
    'birth-place entity.stated-twice',
  ]);
});

test('the same value spelled twice is no contradiction', () => {
  const attributes = [
    { field: 'birth-place', value: 'DALAN' },
    { field: 'birth-place', value: ' Dalan' },
  ];
  expect(codes({ attributes })).toEqual([]);
});

test('hidden and look-alike letters in any name are told', () => {
  expect(codes({ label: 'Sok\u202EVannara' })).toEqual(['entity.hidden-characters']);
  expect(codes({ aliases: ['Sоk'] })).toEqual(['entity.mixed-scripts']);
  expect(codes({ nativeLabel: 'សុខ\u200Bវណ្ណារ៉ា' })).toEqual([]);
  expect(codes({ label: '\u200B ' })).toContain('entity.no-label');
});

test('no warning repeats any part of a protected name', () => {
  const found = findingsOfEntity(entity({ label: 'Sоk\u202E Vannara', status: 'migrant' }), options);
  expect(found).toHaveLength(2);
  expect(JSON.stringify(found)).not.toMatch(/Vannara|Sоk/);
});

test('a minor is flagged until protected, and only when surely a minor', () => {
  const born = (value: string) => [{ field: 'birth-date', value }];
  expect(codes({ attributes: born('2008-11-23') })).toEqual(['entity.minor']);
  expect(codes({ attributes: born('2008-11-22') })).toEqual([]);
  expect(codes({ attributes: born('2008') })).toEqual([]);
  expect(codes({ attributes: born('2009') })).toEqual(['entity.minor']);
  expect(codes({ attributes: [{ field: 'age', value: '16' }] })).toEqual(['entity.minor']);
  expect(codes({ status: 'migrant', attributes: born('2012') })).toEqual([]);
});

test('being smuggled makes nobody a suspect', () => {
  expect(codes({ status: 'suspect', roles: [{ role: 'migrant' }] })).toEqual(['entity.suspect-migrant']);
});

test('events want a time, and only events a place', () => {
  expect(codes({ type: 'event', label: 'Landing' })).toEqual(['entity.event-without-time']);
  expect(
    codes({ type: 'event', label: 'Landing', place: 'l1', eventKind: 'landing', span: { latest: '2026-03-10' } }),
  ).toEqual([]);
  expect(codes({ place: 'l1' })).toEqual(['entity.place-outside-event']);
  expect(codes({ type: 'event', label: 'Landing', span: { earliest: '2026-03-10', latest: '2026-03-09' } })).toEqual([
    'span.ends-before-it-starts',
  ]);
});

test('coordinates, documents and ships are examined by their own rules', () => {
  const place = (value: string) =>
    codes({ type: 'location', label: 'Kep Sila', attributes: [{ field: 'coordinates', value }] });
  expect(place('10.48, 104.32')).toEqual([]);
  expect(place('104.32, 10.48')).toEqual(['coordinates entity.coordinates-out-of-range']);
  expect(place('near the pier')).toEqual(['coordinates entity.coordinates-unreadable']);
  const dates = (issued: string, expires: string) =>
    codes({
      type: 'travel-document',
      label: 'N1',
      attributes: [
        { field: 'issued', value: issued },
        { field: 'expires', value: expires },
      ],
    });
  expect(dates('2026-03-01', '2025-03-01')).toEqual(['expires entity.expires-before-issued']);
  expect(dates('2026-03-01', '2026')).toEqual([]);
  const ship = [
    { field: 'imo', value: '9074728' },
    { field: 'mmsi', value: '500018362' },
  ];
  expect(codes({ type: 'vessel', label: 'Sea Lotus 8', attributes: ship })).toEqual([
    'imo imo.check-digit',
    'mmsi mmsi.flag-not-listed',
  ]);
});
