import { expect, it } from 'vitest';
import { CaseInHand } from './case-in-hand.ts';

it('keeps the values of what is on the chart, and of nothing else', () => {
  const c = new CaseInHand();
  c.entity('dara');
  c.entity('chan');
  c.run('remove-from-chart', { chart: 'c1', items: ['chan'] });
  c.run('apply-measure', {
    applied: {
      chart: 'c1',
      use: 'size',
      measure: 'degree',
      parameters: [],
      scope: 'case',
      revision: 3,
      values: [
        { entity: 'dara', value: '2' },
        { entity: 'chan', value: '1' },
        { entity: 'nobody', value: '9' },
      ],
    },
  });
  expect(c.state.find('applied-measure', 'c1!size')!.values).toEqual([{ entity: 'dara', value: '2' }]);
});
