import { expect, it } from 'vitest';
import { CaseInHand } from './case-in-hand.ts';

it('takes off what it is told to, several uses in one step back', () => {
  const c = new CaseInHand();
  c.entity('dara');
  for (const use of ['size', 'label', 'badge'] as const)
    c.run('apply-measure', {
      applied: {
        chart: 'c1',
        use,
        measure: 'degree',
        parameters: [],
        scope: 'case',
        revision: 3,
        ...(use === 'badge' && { shows: 'rank' }),
        values: [{ entity: 'dara', value: '2' }],
      },
    });
  c.run('clear-measure', { chart: 'c1', use: ['label', 'badge'] });
  expect(['size', 'label', 'badge'].map((use) => c.state.get(`c1!${use}`)?.id)).toEqual([
    'c1!size',
    undefined,
    undefined,
  ]);
});

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
