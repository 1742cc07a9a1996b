import { expect, it } from 'vitest';
import type { Entity } from '#domain/entity/entity';
import { finish } from '#queries/in-breaths';
import { readingSpelledOut } from '#queries/spelled-out';
import { CaseInHand } from '../domain/commands/case-in-hand.ts';

const person = { label: 'Nguyễn Văn An', nativeLabel: 'សុខ', aliases: ['Brother An', 'X'], status: 'migrant' } as const;

function found(make: (c: CaseInHand) => void, more: Partial<Entity> = {}) {
  const c = new CaseInHand();
  c.entity('m', { ...person, ...more });
  make(c);
  return finish(readingSpelledOut(c.state, c.state.entity('m')!));
}

it('finds the name in texts of other records, whatever its case and accents', () => {
  const { sought, records } = found((c) => {
    c.entity('a', { type: 'account', label: 'Account of NGUYEN VAN AN' });
    c.entity('b', { label: 'Dara', notes: 'travels with brother an' });
    c.entity('c', { label: 'Dara', attributes: [{ field: 'holder', value: 'ផ្ទះសុខនៅ' }] });
  });
  expect(sought).toBe(true);
  expect(records).toEqual(['a', 'b', 'c']);
});

it('finds it in a source, in what a statement quotes, in the wording of a link', () => {
  const text = 'Paid by Nguyễn Văn An, in cash.';
  const { records } = found((c) => {
    c.entity('a');
    c.run('add-source', { source: { id: 's', kind: 'source', reference: 'R-1', sourceKind: 'report', text } });
    c.link('l', 'a', 'm', { wording: 'cousin of Nguyễn Văn An' });
  });
  expect(records).toEqual(['s', 'l']);
});

it('finds it in tags, which are shown even of who is protected', () => {
  const { records } = found((c) => c.entity('d', { label: 'Dara', status: 'victim', tags: ['seen with brother an'] }), {
    tags: ['Nguyen Van An case'],
  });
  expect(records).toEqual(['m', 'd']);
});

it('takes no part of a word for the name, nor a name of one letter, nor what is covered of another who is protected', () => {
  const { records } = found((c) => {
    c.entity('a', { label: 'Brother Andrew' });
    c.entity('b', { label: 'X' });
    c.entity('d', { label: 'Nguyễn Văn An', status: 'victim' });
  });
  expect(records).toEqual([]);
});

it('a name of two signs is a whole one where words are not spaced; a shorter one is not looked for, and that is said', () => {
  const han = { label: '李明', nativeLabel: '李明', aliases: [] };
  expect(found((c) => c.entity('f', { label: '李明 父亲' }), han)).toEqual({ sought: true, records: ['f'] });
  const short = { label: 'Li', nativeLabel: 'Li', aliases: [] };
  expect(found((c) => c.entity('f', { label: 'Li' }), short)).toEqual({ sought: false, records: [] });
});
