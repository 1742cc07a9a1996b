import type { Id } from '#domain/record';
import type { Direction4, Point } from './canvas-types.ts';

const HEADING: Readonly<Record<Direction4, Point>> = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};
/** Half the angle that counts as "that way": 60°. */
const WITHIN = Math.cos(Math.PI / 3);

/** Straight ahead is nearer than aslant: distance grows with the angle off the heading. Infinity when not that way. */
function cost(from: Point, to: Point, direction: Direction4, within: number): number {
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  if (length === 0) return Number.POSITIVE_INFINITY;
  const heading = HEADING[direction];
  const cosine = (dx * heading.x + dy * heading.y) / length;
  return cosine < within ? Number.POSITIVE_INFINITY : length * (2 - cosine);
}

/**
 * Where the arrow key leads: to the linked item that lies most nearly that way; without one, to the nearest item that way,
 * linked or not, so that every item can be reached. Null when nothing lies that way. Equal costs go to the lower id.
 */
export function nextItem(
  from: Id,
  direction: Direction4,
  places: ReadonlyMap<Id, Point>,
  linked: ReadonlySet<Id>,
): Id | null {
  const here = places.get(from);
  if (!here) return null;
  const best = (ids: Iterable<Id>, within: number): Id | null => {
    let found: Id | null = null;
    let least = Number.POSITIVE_INFINITY;
    for (const id of ids) {
      const there = places.get(id);
      if (!there || id === from) continue;
      const c = cost(here, there, direction, within);
      if (c < least || (c === least && found !== null && c < Number.POSITIVE_INFINITY && id < found)) {
        least = c;
        found = id;
      }
    }
    return found;
  };
  return best(linked, WITHIN) ?? best(places.keys(), WITHIN) ?? best(places.keys(), 0.05);
}
