import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalSum, decimalText } from '#drawing/link-summary/decimal-sum';
import { drawnLinks } from '#drawing/link-summary/drawn-links';
import { link, words } from '../words.ts';

describe('links between the same two', () => {
  const calls = link('a', 'b', { count: 12 });
  const payments = link('a', 'b', {
    type: 'paid',
    count: 3,
    amounts: [
      { amount: '4000', currency: 'USD' },
      { amount: '200', currency: 'USD' },
    ],
  });

  it('are one line with what they sum to', () => {
    const [line, ...others] = drawnLinks([payments, calls], 'single', words);
    expect(others).toEqual([]);
    expect(line?.label).toBe('12 calls, 3 payments 4,200 USD');
    expect(line?.count).toBe(15);
    expect(line?.width).toBe(2);
    expect(line?.direction).toBe('forward');
    expect(line?.links).toEqual([calls.id, payments.id]);
  });

  it('carry their label as plain text into a copy, and into another thread', () => {
    const [line] = drawnLinks([payments, calls], 'single', words);
    const other = drawnLinks([calls], 'single', words)[0]!;
    expect({ ...line! }.label).toBe('12 calls, 3 payments 4,200 USD');
    expect(structuredClone(other).label).toBe('12 calls');
    expect(structuredClone(line)).toEqual({ ...line! });
  });

  it('keep the verb of a single link', () => {
    const label = (l: ReturnType<typeof link>) => drawnLinks([l], 'single', words)[0]?.label;
    expect(label(link('a', 'b', { type: 'directs' }))).toBe('directs');
    expect(label(link('a', 'b', { type: 'paid', amounts: [{ amount: '900', currency: 'USD' }] }))).toBe('paid 900 USD');
    expect(label(link('a', 'b', { count: 1 }))).toBe('1 call');
    expect(label(link('a', 'b', { type: 'participated-in', role: 'skipper' }))).toBe('skipper');
    expect(label(link('a', 'b', { type: 'associate', wording: 'shared a cell with' }))).toBe('shared a cell with');
  });

  it('say how often a tie without a noun is stated', () => {
    const three = [1, 2, 3].map(() => link('a', 'b', { type: 'associate', direction: 'none' }));
    expect(drawnLinks(three, 'single', words)[0]?.label).toBe('knows ×3');
  });

  it('by direction are a line each way and one without arrows', () => {
    const there = link('a', 'b', { count: 2 });
    const back = link('b', 'a', { count: 1 });
    const alsoBack = link('a', 'b', { direction: 'back', count: 4 });
    const none = link('b', 'a', { type: 'associate', direction: 'none' });
    const lines = drawnLinks([there, back, alsoBack, none], 'direction', words);
    expect(lines.map((l) => [l.from, l.to, l.direction, l.label])).toEqual([
      ['b', 'a', 'none', 'knows'],
      ['a', 'b', 'forward', '2 calls'],
      ['b', 'a', 'forward', '5 calls'],
    ]);
    const single = drawnLinks([there, back, alsoBack, none], 'single', words);
    expect(single.map((l) => [l.direction, l.label])).toEqual([['both', 'knows, 7 calls']]);
    expect(drawnLinks([there, back, alsoBack, none], 'each', words)).toHaveLength(4);
  });

  it('are drawn no stronger than the weakest they speak of', () => {
    const [line] = drawnLinks([calls, link('a', 'b', { strength: 'tentative' })], 'single', words);
    expect(line?.strength).toBe('tentative');
    expect(line?.mixed).toBe(true);
    expect(drawnLinks([calls, payments], 'single', words)[0]).toMatchObject({ strength: 'confirmed', mixed: false });
  });

  it('never mix currencies, nor lose an amount that is no number', () => {
    const [line] = drawnLinks(
      [
        link('a', 'b', { type: 'paid', amounts: [{ amount: '0.1', currency: 'USD' }] }),
        link('a', 'b', { type: 'paid', amounts: [{ amount: '0.20', currency: 'USD' }] }),
        link('a', 'b', { type: 'paid', amounts: [{ amount: '5000000', currency: 'KHR' }] }),
        link('a', 'b', { type: 'paid', amounts: [{ amount: 'some', currency: 'gold' }] }),
      ],
      'single',
      words,
    );
    expect(line?.label).toBe('4 payments 5,000,000 KHR + 0.30 USD + some gold');
  });

  it('a line back to itself stays', () => {
    expect(drawnLinks([link('a', 'a')], 'direction', words)).toMatchObject([{ from: 'a', to: 'a' }]);
  });

  it('are the same lines whatever the order they come in', () => {
    const many = Array.from({ length: 12 }, (_, i) =>
      link(i % 3 === 0 ? 'a' : 'b', i % 2 === 0 ? 'b' : 'c', { type: i % 2 ? 'called' : 'paid', count: i + 1 }),
    );
    const expected = { single: drawnLinks(many, 'single', words), direction: drawnLinks(many, 'direction', words) };
    fc.assert(
      fc.property(fc.shuffledSubarray(many, { minLength: many.length }), (shuffled) => {
        expect(drawnLinks(shuffled, 'single', words)).toEqual(expected.single);
        expect(drawnLinks(shuffled, 'direction', words)).toEqual(expected.direction);
      }),
      { numRuns: 40 },
    );
  });
});

describe('sums of amounts', () => {
  it('are exact where floats are not', () => {
    expect(decimalSum(['0.1', '0.2'])).toBe('0.3');
    expect(decimalSum(['9007199254740993', '0.01', '-1.1'])).toBe('9007199254740991.91');
    expect(decimalSum(['1.50', '-1.5'])).toBe('0.00');
    expect(decimalText('9007199254740993.10', 'en')).toBe('9,007,199,254,740,993.10');
    expect(() => decimalSum(['1e3'])).toThrow(RangeError);
  });

  it('agree with integer arithmetic', () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), { minLength: 1 }), (cents) => {
        const text = (c: bigint) => {
          const digits = (c < 0n ? -c : c).toString().padStart(3, '0');
          return `${c < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
        };
        expect(decimalSum(cents.map(text))).toBe(text(cents.reduce((a, b) => a + b, 0n)));
      }),
    );
  });
});
