import { describe, expect, it } from 'vitest';
import { doublesOf, offered } from '../../../src/views/known-entities.ts';
import { smallCase } from './small-case.ts';

const state = smallCase();
const ids = (list: readonly { id: string }[]) => list.map((e) => e.id);

describe('while a name is typed', () => {
  it('the case offers whom it knows by name, alias or identifier', () => {
    expect(ids(offered(state, 'dara', 'person'))).toEqual(['dara']);
    expect(ids(offered(state, 'SKIPPER', 'person'))).toEqual(['vuthy']);
    expect(ids(offered(state, '900388', 'person'))).toEqual(['phone']);
  });
  it('the type being made comes first', () => {
    expect(ids(offered(state, 'a', 'phone-number')).at(0)).not.toBe('phone');
    expect(ids(offered(state, '9', 'phone-number')).at(0)).toBe('phone');
  });
  it('a protected person is offered by pseudonym and never by name', () => {
    expect(ids(offered(state, 'A Real', 'person'))).toEqual([]);
    expect(ids(offered(state, 'p-01', 'person'))).toEqual(['guest']);
  });
  it('nothing typed offers nothing', () => {
    expect(offered(state, '  ', 'person')).toEqual([]);
  });
});

describe('a double', () => {
  it('is told by the name however it is written, an alias, or an identifier', () => {
    expect(doublesOf(state, ' sok  DARA', 'person')).toMatchObject([{ entity: { id: 'dara' }, how: 'same' }]);
    expect(doublesOf(state, 'The Skipper', 'person')).toMatchObject([{ entity: { id: 'vuthy' }, how: 'same' }]);
    expect(doublesOf(state, '+85512900388', 'phone-number')).toMatchObject([{ entity: { id: 'phone' } }]);
  });
  it('is suspected where letters of another script look the same', () => {
    expect(doublesOf(state, 'SОK Dara', 'person')).toMatchObject([{ entity: { id: 'dara' }, how: 'alike' }]);
  });
  it('is not told of another type, nor of another name', () => {
    expect(doublesOf(state, 'SOK Dara', 'vessel')).toEqual([]);
    expect(doublesOf(state, 'SOK Dany', 'person')).toEqual([]);
  });
});
