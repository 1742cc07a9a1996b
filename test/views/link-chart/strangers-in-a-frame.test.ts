import { expect, it } from 'vitest';
import { strangersIn, withStrangers } from '../../../src/views/link-chart/strangers.ts';

const at = (id: string, x: number, y: number) => ({ id, x, y });
const nodes = [at('a', 0, 0), at('b', 100, 100), at('between', 50, 40), at('beside', 150, 50), at('edge', 100, 0)];

it('counts who stands between the members without belonging to them', () => {
  expect(strangersIn(['a', 'b'], nodes)).toBe(2);
  expect(strangersIn(['a', 'b', 'between'], nodes)).toBe(1);
  expect(strangersIn(['a'], nodes)).toBe(0);
  expect(strangersIn(['elsewhere'], nodes)).toBe(0);
});

it('a frame with nobody else in it keeps its name', () => {
  const group = (name: string, members: string[]) => ({ id: name, name, members }) as never;
  const named = withStrangers([group('Crew', ['a', 'b']), group('Alone', ['beside'])], nodes, (n, c) => `${n}+${c}`);
  expect(named.map((g) => g.name)).toEqual(['Crew+2', 'Alone']);
});
