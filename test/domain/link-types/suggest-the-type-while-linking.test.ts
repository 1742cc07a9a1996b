import { expect, test } from 'vitest';
import { type EntityTypeId, entityTypes } from '#domain/entity-types/index';
import { isLinkTypeId, type LinkType, linkType, linkTypes } from '#domain/link-types/index';
import { isUsual, suggestLinkTypes } from '#domain/link-types/suggest';
import { en } from '../../../src/i18n/messages/en/index.ts';

const messages = new Set<string>(Object.keys(en));
const types: readonly LinkType[] = linkTypes;

test('every link type has its words in both directions of reading', () => {
  const ids = types.map((t) => t.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) {
    expect(messages.has(`link-type.${id}`), id).toBe(true);
    expect(messages.has(`link-type.${id}.reverse`), id).toBe(true);
    expect(isLinkTypeId(id)).toBe(true);
  }
  for (const type of linkTypes) expect(linkType(type.id)).toBe(type);
});

test('an undirected type reads the same both ways, a directed one does not', () => {
  const words = new Map<string, string>(Object.entries(en));
  for (const type of types) {
    const same = words.get(`link-type.${type.id}`) === words.get(`link-type.${type.id}.reverse`);
    expect(same, type.id).toBe(!type.directed);
  }
});

test.each<[EntityTypeId, EntityTypeId, string]>([
  ['person', 'person', 'associate'],
  ['person', 'organisation', 'member'],
  ['phone-number', 'phone-number', 'called'],
  ['account', 'account', 'paid'],
  ['person', 'event', 'participated-in'],
  ['phone-number', 'handset', 'uses'],
  ['online-account', 'online-account', 'messaged'],
])('between %s and %s the first guess is %s', (from, to, first) => {
  expect(suggestLinkTypes(from, to)[0]).toEqual({ type: first, reversed: false, usual: true });
});

test('drawn from the event to the person, taking part is read the other way round', () => {
  expect(suggestLinkTypes('event', 'person')[0]).toEqual({ type: 'participated-in', reversed: true, usual: true });
});

test('every type stays possible between any two', () => {
  for (const a of entityTypes) {
    for (const b of entityTypes) {
      const all = suggestLinkTypes(a.id, b.id).map((s) => s.type);
      expect(new Set(all).size).toBe(linkTypes.length);
    }
  }
});

test('a vessel that called a location is unusual, an unknown end never is', () => {
  expect(isUsual('called', 'vessel', 'location')).toBe(false);
  expect(isUsual('called', 'unknown', 'person')).toBe(true);
  expect(isUsual('owns', 'vessel', 'person')).toBe(false);
  expect(isUsual('owns', 'person', 'vessel')).toBe(true);
  expect(isUsual('same-as', 'vessel', 'vessel')).toBe(true);
});
