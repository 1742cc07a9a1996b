import { expect, test } from 'vitest';
import type { CaseRecord } from '#domain/record';
import { isMessageKey } from '#i18n/index';
import { whyNotMerged } from '../../../src/views/inspector/merge-acts.tsx';

const person: CaseRecord = { id: 'p', kind: 'entity', type: 'person', label: 'P' };
const boat: CaseRecord = { id: 'b', kind: 'entity', type: 'vessel', label: 'B' };
const link: CaseRecord = {
  id: 'l',
  kind: 'link',
  type: 'uses',
  from: 'p',
  to: 'b',
  direction: 'forward',
  strength: 'confirmed',
};

test('two entities of different types say that their types differ, anything else what to select', () => {
  expect(whyNotMerged([person, boat])).toBe('refused.merge-types-differ');
  expect(whyNotMerged([person, boat, link])).toBe('inspector.merge.two');
  expect(whyNotMerged([person, link])).toBe('inspector.merge.two');
  expect([whyNotMerged([person, boat]), whyNotMerged([link])].every(isMessageKey)).toBe(true);
});
