import { expect, it } from 'vitest';
import { countUnsourced, isUnsourced } from '#domain/source/unsourced';
import { CaseInHand } from '../commands/case-in-hand.ts';

it('counts links and events without a statement or row, and no person, phone or place', () => {
  const c = new CaseInHand();
  c.entity('dara');
  c.entity('met', { type: 'event' });
  c.entity('seen', { type: 'event', basis: [{ source: 's1', rows: '4' }] });
  c.link('l1', 'dara', 'met');
  c.run('link-entities', {
    link: {
      id: 'l2',
      kind: 'link',
      type: 'associate',
      from: 'dara',
      to: 'seen',
      direction: 'none',
      strength: 'tentative',
    },
    statements: [],
  });
  const { state } = c;
  expect(['dara', 'met', 'seen', 'l1', 'l2'].filter((id) => isUnsourced(state, state.get(id)!))).toEqual(['met', 'l2']);
  expect(countUnsourced(state, [...state.allOf('entity'), ...state.allOf('link')])).toBe(2);
  c.run('state-basis', {
    statements: [{ id: 'st2', kind: 'statement', about: { record: 'l2' }, source: 's1', says: 'no' }],
  });
  expect(countUnsourced(state, state.allOf('link'))).toBe(0);
  c.run('delete-records', { ids: ['st2'] });
  expect(countUnsourced(state, state.allOf('link'))).toBe(1);
});
