import { expect, it } from 'vitest';
import { linksOf, planned, textFile } from './reading.ts';

const rows = '2026-03-01,2026-03-05\n';
const table = (begin: string, end: string) => textFile(`from,to,${begin},${end}\nAnn,Bo,${rows}`);

async function spanOf(begin: string, end: string, extent?: 'lasted' | 'within' | 'unsaid') {
  const plan = await planned(table(begin, end), ({ extent: guessed, ...mapping }) => {
    expect(mapping.columns.map((c) => c.role)).toEqual(['from', 'to', 'date', 'until-date']);
    const said = extent === undefined ? guessed : extent === 'unsaid' ? undefined : extent;
    return said === undefined ? mapping : { ...mapping, extent: said };
  });
  return linksOf(plan)[0]?.span;
}

it('takes a begin and an end for the time it lasted, and the earliest and latest for a moment nobody knows', async () => {
  expect(await spanOf('start date', 'end date')).toEqual({
    earliest: '2026-03-01',
    latest: '2026-03-05',
    extent: 'lasted',
  });
  expect(await spanOf('earliest date', 'latest date')).toMatchObject({ extent: 'within' });
});

it('says nothing where the columns say nothing, and what the analyst says in the end', async () => {
  expect(await spanOf('first seen', 'last seen')).toEqual({ earliest: '2026-03-01', latest: '2026-03-05' });
  expect(await spanOf('start date', 'end date', 'within')).toMatchObject({ extent: 'within' });
  expect(await spanOf('start date', 'end date', 'unsaid')).toEqual({ earliest: '2026-03-01', latest: '2026-03-05' });
});
