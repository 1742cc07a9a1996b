import type { EntityTypeId } from '#domain/entity-types/index';

const FIRST = [
  'Ar',
  'Be',
  'Ca',
  'Do',
  'El',
  'Fa',
  'Ga',
  'Ha',
  'Il',
  'Jo',
  'Ka',
  'Lu',
  'Ma',
  'Ne',
  'Or',
  'Pe',
  'Ro',
  'Sa',
  'Te',
  'Vi',
];
const LAST = ['dan', 'lia', 'mir', 'nor', 'ra', 'ris', 'sha', 'tan', 'vo', 'wen'];
const FAMILY = [
  'Abra',
  'Belt',
  'Corv',
  'Drem',
  'Essi',
  'Farn',
  'Gost',
  'Hale',
  'Ibra',
  'Jost',
  'Kest',
  'Lorv',
  'Mend',
  'Narr',
  'Ostr',
  'Pell',
  'Quin',
  'Rusk',
  'Sarn',
  'Tolm',
];
const ENDING = ['a', 'ak', 'an', 'ell', 'en', 'ic', 'in', 'o', 'ov', 'u'];

const digits = (n: number, length: number): string => String(n).padStart(length, '0');

/**
 * Name of the n-th invented entity, a different one for each n below 40,000. Numbers are such as nobody can have: +999 is no
 * country's, nor is ZZ.
 */
export function inventedName(type: EntityTypeId, n: number): string {
  // A step without a common factor walks through all combinations before one comes again.
  const k = (n * 12_347) % 40_000;
  switch (type) {
    case 'phone-number':
      return `+999 ${digits(k % 100, 2)} ${digits(100_000 + n * 17, 6)}`;
    case 'account':
      return `ZZ00 ${digits(k, 5).slice(0, 4)} ${digits(n, 5)}`;
    case 'vehicle':
      return `${'ABCDEFGHJK'[k % 10]}${'LMNPRSTVWX'[n % 10]}-${digits(n, 4)}`;
    case 'location':
      return `${1 + (k % 180)} ${FAMILY[n % 20]}${ENDING[Math.floor(n / 20) % 10]} Street ${n}`;
    case 'organisation':
      return `${FAMILY[k % 20]}${ENDING[Math.floor(k / 20) % 10]} Trading ${n}`;
    default:
      return `${FIRST[k % 20]}${LAST[Math.floor(k / 20) % 10]} ${FAMILY[Math.floor(k / 200) % 20]}${ENDING[Math.floor(k / 4000) % 10]}`;
  }
}
