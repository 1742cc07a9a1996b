/** Chart units between neighbours of the first spread. */
const GAP = 90;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * The n-th place of a sunflower spiral round an origin, in whole chart units: even, without overlap, the first in the middle.
 * Only a place to start from; the layout comes after (H. Vogel 1979).
 */
export function spiralPlace(n: number, origin: { readonly x: number; readonly y: number }): { x: number; y: number } {
  const r = GAP * Math.sqrt(n);
  const angle = n * GOLDEN;
  return { x: Math.round(origin.x + r * Math.cos(angle)), y: Math.round(origin.y + r * Math.sin(angle)) };
}
