import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import { borneOutBy } from '#domain/source/borne-out-by';

test('whoever says so bears it out, once; whoever denies it does not', () => {
  const link: Link = {
    id: 'l',
    kind: 'link',
    type: 'associate',
    from: 'a',
    to: 'b',
    direction: 'none',
    strength: 'confirmed',
    basis: [
      { source: 'bill', rows: '3-4' },
      { source: 'report', rows: '1' },
    ],
  };
  const statement = (id: string, source: string, says: 'yes' | 'no') =>
    ({ id, kind: 'statement', about: { record: 'l' }, source, says }) as const;
  const state = CaseState.of([
    link,
    statement('1', 'report', 'yes'),
    statement('2', 'denial', 'no'),
    statement('3', 'witness', 'yes'),
  ]);
  expect([...borneOutBy(state, link)].sort()).toEqual(['bill', 'report', 'witness']);
});
