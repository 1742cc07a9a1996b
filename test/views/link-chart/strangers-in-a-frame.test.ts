import { expect, it } from 'vitest';
import { strangersIn } from '../../../src/ui/graph-canvas/group-layer.ts';
import { withStrangers } from '../../../src/views/link-chart/strangers.ts';

const data = { diameter: 28, label: 'Name', labelPlace: 'below' } as never;
const at = (id: string, x: number, y: number) => ({ id, x, y, data });
// The frame goes 32 to the left and right of the members' middles, 50 above and 45 below.
const nodes = [at('a', 0, 0), at('b', 100, 100), at('between', 50, 40), at('far', 150, 50), at('edge', -30, 140)];

it('counts who stands in the frame, beyond the middles of its members too, without belonging to it', () => {
  expect(strangersIn(['a', 'b'], nodes)).toBe(2);
  expect(strangersIn(['a', 'b', 'between'], nodes)).toBe(1);
  expect(strangersIn(['a'], nodes)).toBe(0);
  expect(strangersIn(['elsewhere'], nodes)).toBe(0);
});

it('a frame with nobody else in it keeps its name', () => {
  const group = (name: string, members: string[]) => ({ id: name, name, members }) as never;
  const named = withStrangers([group('Crew', ['a', 'b']), group('Alone', ['far'])], nodes, (n, c) => `${n}+${c}`);
  expect(named.map((g) => g.name)).toEqual(['Crew+2', 'Alone']);
});
