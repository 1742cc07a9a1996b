import { useEffect, useState } from 'react';
import { useProgram } from '../skein-context.ts';

export const SIDE_MIN = 180;
export const SIDE_MAX = 520;

/** Width in CSS px, and whether it is folded to a rail, of the explorer and the inspector. */
export interface Sides {
  readonly left: number;
  readonly right: number;
  readonly foldedLeft: boolean;
  readonly foldedRight: boolean;
}

function startWidths(): Sides {
  const roomy = window.innerWidth >= 1800;
  return { left: roomy ? 272 : 228, right: roomy ? 360 : 292, foldedLeft: false, foldedRight: false };
}

/** What this device kept, as far as it can be shown; what cannot is as at first. */
export function keptSides(kept: unknown, atFirst: Sides): Sides {
  if (typeof kept !== 'object' || kept === null) return atFirst;
  const { left, right, foldedLeft, foldedRight } = kept as Partial<Record<keyof Sides, unknown>>;
  const width = (value: unknown, otherwise: number) =>
    typeof value === 'number' && Number.isFinite(value)
      ? Math.round(Math.min(SIDE_MAX, Math.max(SIDE_MIN, value)))
      : otherwise;
  return {
    left: width(left, atFirst.left),
    right: width(right, atFirst.right),
    foldedLeft: foldedLeft === true,
    foldedRight: foldedRight === true,
  };
}

/** How wide the sides are on this device, for every case. */
export function useSides(): readonly [Sides, (change: Partial<Sides>) => void] {
  const { device } = useProgram().skein;
  const [sides, setSides] = useState(() => keptSides(device.get('sides'), startWidths()));
  useEffect(() => {
    const timer = setTimeout(() => {
      // A closed database refuses; where a line stood is not worth a word.
      if (device.get('sides') !== sides) void device.set('sides', sides).catch(() => {});
    }, 500);
    return () => clearTimeout(timer);
  }, [device, sides]);
  return [sides, (change) => setSides((now) => ({ ...now, ...change }))];
}
