import type { Bounds } from './fit-view.ts';

/** Side of a square that remembers what lies in it, px: about as long as a name. */
const SIDE = 96;
const ROW = 100_000;

/** Which part of a picture is taken by names and symbols; px. Asks only what lies near, so that thousands may be asked for. */
export class NameRoom {
  readonly #squares = new Map<number, Bounds[]>();

  isFree(box: Bounds): boolean {
    for (const key of squaresOf(box))
      for (const o of this.#squares.get(key) ?? [])
        if (o.x1 < box.x2 && o.x2 > box.x1 && o.y1 < box.y2 && o.y2 > box.y1) return false;
    return true;
  }

  take(box: Bounds): void {
    for (const key of squaresOf(box)) {
      const square = this.#squares.get(key);
      if (square) square.push(box);
      else this.#squares.set(key, [box]);
    }
  }
}

function squaresOf(box: Bounds): number[] {
  const out: number[] = [];
  for (let y = Math.floor(box.y1 / SIDE); y <= Math.floor(box.y2 / SIDE); y++)
    for (let x = Math.floor(box.x1 / SIDE); x <= Math.floor(box.x2 / SIDE); x++) out.push(y * ROW + x);
  return out;
}
