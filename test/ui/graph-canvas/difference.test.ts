import { describe, expect, it } from 'vitest';
import { difference } from '../../../src/ui/graph-canvas/difference.ts';

interface Element {
  readonly id: string;
  readonly label: string;
}
const a: Element = { id: 'a', label: 'A' };
const b: Element = { id: 'b', label: 'B' };
const c: Element = { id: 'c', label: 'C' };
const shown = (...list: Element[]) => new Map(list.map((e) => [e.id, e]));
const key = (e: Element) => e.id;

describe('what an edit changes on the canvas', () => {
  it('takes the very same objects as unchanged', () => {
    expect(difference(shown(a, b), [a, b], key)).toEqual({ added: [], changed: [], removed: [] });
  });
  it('tells what came, what went and what is another object now', () => {
    const renamed = { ...b, label: 'Bee' };
    expect(difference(shown(a, b), [renamed, c], key)).toEqual({
      added: [c],
      changed: [{ before: b, after: renamed }],
      removed: ['a'],
    });
  });
  it('shows an element listed twice once', () => {
    expect(difference(shown(), [a, a], key).added).toEqual([a]);
    expect(difference(shown(a, b), [a, a], key).removed).toEqual(['b']);
  });
  it('leaves out of an edit of one among two thousand everything else', () => {
    const many = Array.from({ length: 2000 }, (_, i) => ({ id: `n${i}`, label: `${i}` }));
    const edited = many.with(77, { id: 'n77', label: 'seventy-seven' });
    const d = difference(shown(...many), edited, key);
    expect(d.changed.map((x) => x.after.id)).toEqual(['n77']);
    expect(d.added.length + d.removed.length).toBe(0);
  });
});
