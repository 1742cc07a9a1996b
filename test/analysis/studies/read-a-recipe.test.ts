import { expect, test } from 'vitest';
import { readRecipe } from '#analysis/studies/index';

test('what is no recipe, of a newer version, or asks for what is not known, is refused', () => {
  const with_ = (analyses: unknown, version = 1) =>
    readRecipe(JSON.stringify({ format: 'skein-recipe', version, analyses }));
  for (const text of ['', '{', 'null', '[]', '{"format":"other","version":1,"analyses":[]}'])
    expect(readRecipe(text)).toEqual({ unfit: 'no-recipe' });
  expect(with_([])).toEqual({ unfit: 'no-recipe' });
  expect(with_([{ kind: 'measure', id: 'degree' }], 3)).toEqual({ unfit: 'newer' });
  const degree = { kind: 'measure', id: 'degree' };
  expect(with_([degree])).toMatchObject({ analyses: [{ id: 'degree', setup: { scope: 'case', weights: 'none' } }] });
  for (const bad of [
    null,
    7,
    { kind: 'measure', id: 'no-such' },
    { kind: 'other', id: 'degree' },
    { ...degree, setup: { scope: 'everywhere' } },
    { ...degree, setup: { weights: 3 } },
    { ...degree, setup: { currency: 3 } },
    { ...degree, setup: { twoMode: { of: 'person', through: 'person', as: 'shared' } } },
    { ...degree, setup: { twoMode: { of: 'person', through: 'no-such', as: 'shared' } } },
    { ...degree, parameters: { damping: {} } },
    { ...degree, parameters: { damping: 0.5 } },
    { kind: 'measure', id: 'pagerank', parameters: { damping: 3 } },
    { kind: 'how-sure', id: 'components' },
    { kind: 'how-sure', id: 'degree', settings: { resamples: 1 } },
    { kind: 'key-players', id: 'degree' },
    { kind: 'key-players', id: 'reach', parameters: [] },
  ])
    expect(with_([degree, bad])).toEqual({ unfit: 'unknown-analysis', at: 2 });
});
