import type { Measure } from '../fonts/coverage.ts';
import type { Shape } from '../scene/scene.ts';

/** A piece of a report that stands on one sheet: a line of text, a row, a picture. */
export interface Slab {
  /** mm */
  readonly height: number;
  /** Left free above it, but on top of a sheet. */
  readonly gap: number;
  readonly shapes: (left: number, top: number) => Shape[];
  /** Never the last on a sheet: what follows comes with it. */
  readonly holds?: true;
  /** Said again above it where it begins a sheet. */
  readonly head?: Slab;
}

/** How a report writes. */
export interface Type {
  readonly measure: Measure;
  readonly locale: string;
  /** Figures on axes. */
  readonly figure: (value: number) => string;
}
