import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkMeasures, measures, reasonAt } from '#analysis/measures/index';
import { trials } from '../random-graphs.ts';
import { networkOf, type Raw, run, runOnLinks } from './plain.ts';

/** Weights as far apart as numbers go, and all equal. */
const wild: fc.Arbitrary<Raw> = fc.integer({ min: 1, max: 7 }).chain((n) =>
  fc.record({
    n: fc.constant(n),
    directed: fc.boolean(),
    rows: fc.array(
      fc.tuple(
        fc.integer({ min: 0, max: n - 1 }),
        fc.integer({ min: 0, max: n - 1 }),
        fc.constantFrom(1e-300, 1e-9, 1, 1e9, 1e300),
      ),
      { maxLength: 14 },
    ),
  }),
);

it('every value of every measure is a finite number or has its reason', () => {
  fc.assert(
    fc.property(wild, (g) => {
      const network = networkOf(g, true, new Array(g.n).fill(0));
      for (const { id, parameters } of measures) {
        const given = {
          ...(parameters.some((p) => p.name === 'length') && { length: 'inverse' }),
          ...(parameters.some((p) => p.kind === 'grouping') && { by: 'set' }),
          ...(id === 'betweenness-sampled' && { error: 0.1 }),
        };
        const column = run(network, id, given);
        column.values.forEach((x, i) => {
          expect(Number.isFinite(x), `${id}: ${x}`).toBe(reasonAt(column, i) === null);
        });
      }
      for (const { id } of linkMeasures)
        for (const x of runOnLinks(network, id).values) expect(Number.isFinite(x), `${id}: ${x}`).toBe(true);
    }),
    trials(60),
  );
});
