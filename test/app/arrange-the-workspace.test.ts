import { beforeEach, expect, test } from 'vitest';
import { panes } from '#session/panes';
import { moveTab, rearranged } from '../../src/app/workspace/pane-acts.ts';
import { keptSides } from '../../src/app/workspace/side-widths.ts';
import { placeOfDrag } from '../../src/ui/controls/tabs.tsx';

const views = (...ids: string[]) => ids.map((view) => ({ view }));
const order = () => panes.get().main.map((p) => p.view);

beforeEach(() => panes.set({ main: views('chart', 'table', 'results'), active: 1, split: null, focus: 'main' }));

test('a moved tab takes its new place, and the pane in front stays in front', () => {
  moveTab('main', 0, 2);
  expect([order(), panes.get().active]).toEqual([['table', 'results', 'chart'], 0]);
  moveTab('main', 0, 1);
  expect([order(), panes.get().active]).toEqual([['results', 'table', 'chart'], 1]);
  moveTab('main', 1, 99);
  expect([order(), panes.get().active]).toEqual([['results', 'chart', 'table'], 2]);
});

test('the tabs of the second half are moved apart from those of the first', () => {
  panes.set((p) => ({ ...p, split: { panes: views('paper', 'history'), active: 0, direction: 'right' } }));
  moveTab('split', 1, 0);
  const { main, split } = panes.get();
  expect([main.length, split?.panes.map((p) => p.view), split?.active]).toEqual([3, ['history', 'paper'], 1]);
});

test('what is not there cannot be moved', () => {
  expect(rearranged(['a', 'b'], 5, 0)).toEqual(['a', 'b']);
});

test('a dragged tab stands behind the tabs whose middle the pointer has passed', () => {
  const middles = [50, 150, 250];
  expect([10, 149, 151, 251].map((x) => placeOfDrag(middles, 0, x))).toEqual([0, 0, 1, 2]);
  expect([10, 51, 249, 300].map((x) => placeOfDrag(middles, 1, x))).toEqual([0, 1, 1, 2]);
});

test('the sides keep their widths on this device, within what can be shown', () => {
  const atFirst = { left: 228, right: 292, foldedLeft: false, foldedRight: false };
  expect(keptSides(undefined, atFirst)).toEqual(atFirst);
  expect(keptSides({ left: 301.6, right: 9000, foldedRight: true }, atFirst)).toEqual({
    left: 302,
    right: 520,
    foldedLeft: false,
    foldedRight: true,
  });
  expect(keptSides({ left: 'wide', right: Number.NaN }, atFirst)).toEqual(atFirst);
});
