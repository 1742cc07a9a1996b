import { describe, expect, it } from 'vitest';
import { nextItem } from '../../../src/ui/graph-canvas/next-item.ts';

const places = new Map([
  ['centre', { x: 0, y: 0 }],
  ['near', { x: 50, y: 5 }],
  ['linked', { x: 200, y: 20 }],
  ['above', { x: 10, y: -100 }],
  ['corner', { x: -300, y: 250 }],
]);

describe('where an arrow key leads', () => {
  it('follows a link before it goes to something nearer', () => {
    expect(nextItem('centre', 'right', places, new Set(['linked']))).toBe('linked');
  });
  it('goes to the nearest item that way where no link leads there', () => {
    expect(nextItem('centre', 'right', places, new Set(['above']))).toBe('near');
    expect(nextItem('centre', 'up', places, new Set())).toBe('above');
  });
  it('reaches what lies far off the heading rather than nothing', () => {
    expect(nextItem('centre', 'left', places, new Set())).toBe('corner');
  });
  it('stays where nothing lies that way, and where the item is not on the chart', () => {
    expect(nextItem('linked', 'right', places, new Set())).toBeNull();
    expect(nextItem('gone', 'right', places, new Set())).toBeNull();
  });
  it('reaches every item of a scattered chart by arrow keys alone', () => {
    const scattered = new Map(
      Array.from({ length: 60 }, (_, i) => [`n${i}`, { x: (i * 7919) % 997, y: (i * 104729) % 883 }] as const),
    );
    const reached = new Set(['n0']);
    const queue = ['n0'];
    for (let at = queue.pop(); at !== undefined; at = queue.pop())
      for (const way of ['left', 'right', 'up', 'down'] as const) {
        const to = nextItem(at, way, scattered, new Set());
        if (to !== null && !reached.has(to)) {
          reached.add(to);
          queue.push(to);
        }
      }
    expect(reached.size).toBe(60);
  });
});
