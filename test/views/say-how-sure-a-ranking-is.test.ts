import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Source } from '#domain/source/source';
import type { HowSure, WeakestLink } from '#queries/how-sure';
import { leadSentences, sourceSentence, sureMethodNote, warningText } from '../../src/views/how-sure-note.ts';

const person = (id: string, label: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label,
  ...more,
});
const bill: Source = { id: 's', kind: 'source', reference: 'bill 7', sourceKind: 'dataset' };
const state = CaseState.of([
  person('a', 'Ann'),
  person('b', 'Ben'),
  person('m', 'Maria Lopez', { status: 'victim', pseudonym: 'M-01' }),
  bill,
]);
const cut = (id: 'all' | 'confirmed', ...leaders: string[]) => ({
  id,
  lines: 3,
  edges: 3,
  linked: 3,
  leaders,
  enters: [],
  leaves: [],
});
const weakest = (part: Pick<WeakestLink, 'cuts' | 'leadsOnlyIn'>) => part as WeakestLink;

test('who leads only over some links is said first, with over which not', () => {
  expect(
    leadSentences(
      state,
      weakest({
        cuts: [cut('all', 'a'), cut('confirmed', 'b')],
        leadsOnlyIn: [
          { id: 'a', cuts: ['all'] },
          { id: 'b', cuts: ['confirmed'] },
        ],
      }),
    ),
  ).toEqual([
    'Ann leads in this ranking only over: All links. Not over: Confirmed links only.',
    'Ben leads in this ranking only over: Confirmed links only. Not over: All links.',
  ]);
});

test('a first place that is shared is no lead, and where all are equal nobody leads', () => {
  expect(
    leadSentences(
      state,
      weakest({
        cuts: [cut('all', 'a', 'b'), cut('confirmed', 'a')],
        leadsOnlyIn: [{ id: 'b', cuts: ['all'] }],
      }),
    ),
  ).toEqual([
    'Ben shares the first place in this ranking only over: All links. Not over: Confirmed links only.',
    'Ann leads in this ranking, or shares the first place, over each of these sets of links.',
  ]);
  expect(
    leadSentences(state, weakest({ cuts: [cut('all', 'a', 'b'), cut('confirmed', 'b', 'a')], leadsOnlyIn: [] })),
  ).toEqual(['Ann and Ben share the first place in this ranking over each of these sets of links.']);
  expect(leadSentences(state, weakest({ cuts: [cut('all'), cut('confirmed')], leadsOnlyIn: [] }))).toEqual([
    'Nobody leads in this ranking over all links: all are equal, or there is nobody.',
  ]);
});

test('those who share the first place over the same links are one sentence, however many they are', () => {
  const ids = ['a', 'b', 'm', 'x', 'y'];
  const said = leadSentences(
    state,
    weakest({
      cuts: [cut('all', ...ids), cut('confirmed')],
      leadsOnlyIn: ids.map((id) => ({ id, cuts: ['all'] as const })),
    }),
  );
  expect(said).toEqual([
    'Ann, Ben, M-01, and 2 more share the first place in this ranking only over: All links. Not over: Confirmed links only.',
  ]);
});

test('a protected person is named by the pseudonym, in warnings and leads', () => {
  const warning = { code: 'target-bias', entity: 'm', links: 4, of: 5, sources: ['s'] } as const;
  expect(warningText(state, warning)).toContain('M-01');
  expect(warningText(state, warning)).not.toContain('Lopez');
  const [said] = leadSentences(
    state,
    weakest({ cuts: [cut('all', 'm'), cut('confirmed', 'a')], leadsOnlyIn: [{ id: 'm', cuts: ['all'] }] }),
  );
  expect(said).toMatch(/^M-01 leads/);
});

const sure = (part: Partial<HowSure>) =>
  ({
    settings: {
      resamples: 400,
      seed: 3,
      confirmed: 0.95,
      unconfirmed: 0.7,
      tentative: 0.4,
      'source-loss': 0,
      missing: 0,
      model: 'triadic',
    },
    percentiles: [5, 95],
    sources: [],
    sourcesUntried: 0,
    leaders: ['a'],
    ...part,
  }) as unknown as HowSure;

test('the source that matters most, and who leads without it; nothing where none changes the order', () => {
  const effect = { source: 's', lines: 4, change: 0.25, leaders: ['b'], enters: [], leaves: [] };
  expect(sourceSentence(state, sure({ sources: [effect] }))).toBe(
    'Losing one source changes this ranking most: bill 7 (1 − τ_b = 0.25; links that rest on it alone: 4). Without it this ranking is led by Ben.',
  );
  expect(sourceSentence(state, sure({ sources: [{ ...effect, leaders: ['a'] }] }))).not.toContain('led by');
  expect(sourceSentence(state, sure({ sources: [{ ...effect, change: 0 }] }))).toBeUndefined();
  expect(sourceSentence(state, sure({}))).toBeUndefined();
});

test('the method prints every assumption, and says that they are assumptions', () => {
  const plain = sureMethodNote(sure({}));
  for (const words of [
    '400 resamples',
    'confirmed 0.95, unconfirmed 0.7, tentative 0.4',
    '5th percentile',
    '95th',
    '±0.05',
    'Seed 3.',
  ])
    expect(plain).toContain(words);
  expect(plain).toContain('assumptions, not measured error rates');
  expect(plain).toContain('No unobserved links are added.');
  const more = sureMethodNote(
    sure({ settings: { ...sure({}).settings, missing: 0.1, model: 'degree', 'source-loss': 0.2 }, sourcesUntried: 2 }),
  );
  expect(more).toContain('0.1 of the recorded pairs, both ends drawn by degree + 1');
  expect(more).toContain('every source is lost whole with probability 0.2');
});
