import { expect, it } from 'vitest';
import { whereSpelledOut } from '#domain/search/spelled-out';
import { CaseInHand } from '../commands/case-in-hand.ts';

const person = { label: 'Nguyễn Văn An', nativeLabel: 'សុខ', aliases: ['Brother An', 'X'], status: 'migrant' } as const;

function found(make: (c: CaseInHand) => void): readonly string[] {
  const c = new CaseInHand();
  c.entity('m', person);
  make(c);
  return whereSpelledOut(c.state, c.state.entity('m')!);
}

it('finds the name in texts of other records, whatever its case and accents', () => {
  expect(
    found((c) => {
      c.entity('a', { type: 'account', label: 'Account of NGUYEN VAN AN' });
      c.entity('b', { label: 'Dara', notes: 'travels with brother an' });
      c.entity('c', { label: 'Dara', attributes: [{ field: 'holder', value: 'ផ្ទះសុខនៅ' }] });
    }),
  ).toEqual(['a', 'b', 'c']);
});

it('finds it in a source, in what a statement quotes, in the wording of a link', () => {
  expect(
    found((c) => {
      c.entity('a');
      c.run('add-source', {
        source: {
          id: 's',
          kind: 'source',
          reference: 'R-1',
          sourceKind: 'report',
          text: 'Paid by Nguyễn Văn An, in cash.',
        },
      });
      c.link('l', 'a', 'm', { wording: 'cousin of Nguyễn Văn An' });
    }),
  ).toEqual(['s', 'l']);
});

it('takes no part of a word for the name, nor a name of one letter, nor the record itself, nor another who is protected', () => {
  expect(
    found((c) => {
      c.entity('a', { label: 'Brother Andrew' });
      c.entity('b', { label: 'X' });
      c.entity('d', { label: 'Nguyễn Văn An', status: 'victim' });
    }),
  ).toEqual([]);
});
