import { byTime } from './by-time.ts';
import { byType } from './by-type.ts';
import { circle } from './circle.ts';
import { concentric } from './concentric.ts';
import { force } from './force.ts';
import { grid } from './grid.ts';
import { hierarchy } from './hierarchy.ts';
import type { LayoutDefinition } from './layout.ts';
import { steady } from './steady.ts';
import { stress } from './stress.ts';
import { webcola } from './webcola.ts';

export type { LayoutDefinition, LayoutSubject, Positions } from './layout.ts';
export { type LayoutQuality, qualityOf } from './quality.ts';

/** Every layout on offer; the first is the one used unless another is chosen. */
export const layouts = [
  stress,
  steady,
  force,
  webcola,
  hierarchy,
  byType,
  byTime,
  concentric,
  circle,
  grid,
] as const satisfies readonly LayoutDefinition[];

export type LayoutId = (typeof layouts)[number]['id'];

export function layoutById(id: string): LayoutDefinition | undefined {
  return layouts.find((l) => l.id === id);
}
