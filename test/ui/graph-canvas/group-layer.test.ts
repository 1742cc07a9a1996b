import { describe, expect, it } from 'vitest';
import type { CanvasGroup } from '../../../src/ui/graph-canvas/canvas-types.ts';
import { GROUP_PADDING, GROUP_TITLE, groupAt, groupBox } from '../../../src/ui/graph-canvas/group-layer.ts';

const boxes = new Map([
  ['a', { x1: 0, y1: 0, x2: 30, y2: 30 }],
  ['b', { x1: 200, y1: 100, x2: 230, y2: 130 }],
  ['c', { x1: 100, y1: 300, x2: 130, y2: 330 }],
]);
const boxOf = (id: string) => boxes.get(id);
const group = (id: string, members: string[]): CanvasGroup => ({
  id,
  name: id,
  members,
  strength: 'confirmed',
  fill: '#f3f5f5',
  line: '#828c8e',
  text: '#434c4f',
  dash: [],
  pattern: '',
  patternFilled: false,
});

describe('an enclosure', () => {
  it('holds all its members with room for its name', () => {
    expect(groupBox(['a', 'b', 'not-here'], boxOf)).toEqual({
      x1: -GROUP_PADDING,
      y1: -GROUP_PADDING - GROUP_TITLE,
      x2: 230 + GROUP_PADDING,
      y2: 130 + GROUP_PADDING,
    });
  });
  it('is not drawn when none of its members is on the chart', () => {
    expect(groupBox(['not-here'], boxOf)).toBeNull();
  });
  it('is met at its name and its edge, not in its middle', () => {
    const groups = [group('one', ['a', 'b'])];
    expect(groupAt({ x: 0, y: -25 }, groups, boxOf, 3)?.id).toBe('one');
    expect(groupAt({ x: 244, y: 60 }, groups, boxOf, 3)?.id).toBe('one');
    expect(groupAt({ x: 100, y: 60 }, groups, boxOf, 3)).toBeNull();
    expect(groupAt({ x: 500, y: 500 }, groups, boxOf, 3)).toBeNull();
  });
  it('where two overlap at a point, the one drawn later is met', () => {
    const groups = [group('one', ['a', 'b']), group('two', ['a', 'c'])];
    expect(groupAt({ x: -10, y: -25 }, groups, boxOf, 3)?.id).toBe('two');
  });
});
