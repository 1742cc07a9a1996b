import { LABEL_LINE } from '../style/sizes.ts';
import { centred, Obstacles, type Rect } from './label-placement.ts';
import { type Disc, type LaidEntity, reach } from './laid-chart.ts';
import { type LineGeometry, pointAt } from './link-geometry.ts';

/** Gap between a ring and its name. */
const LABEL_GAP = 4;
/** Square units: less is a touch of margins, not of glyphs. */
export const TOUCH = 30;

/**
 * Puts each name below its ring, or, where an arrow, a symbol or another name is there, above or beside it. Lines may pass
 * under a name, arrowheads may not.
 */
export function placeNames(
  discs: readonly Disc[],
  fixed: readonly { rect: Rect; weight: number }[],
  geometries: readonly LineGeometry[],
  placed: Obstacles,
): { entities: LaidEntity[]; crowded: number } {
  const avoid = new Obstacles();
  for (const { rect, weight } of fixed) avoid.add(rect, weight);
  for (const g of geometries) {
    for (const c of g.arrowCentres) avoid.add(centred(c, 8, 8), 4);
    const [a, , , d] = g.curve;
    const steps = Math.min(40, Math.ceil(Math.hypot(d.x - a.x, d.y - a.y) / 14));
    for (let i = 0; i <= steps; i++) avoid.add(centred(pointAt(g.curve, i / steps), 5, 5), 0.6);
  }
  let crowded = 0;
  const entities = discs.map((disc): LaidEntity => {
    const places = namePlaces(disc);
    let label = places[0]!;
    if (disc.inside || disc.labelWidth === 0) return { ...disc, label };
    let least = Infinity;
    places.forEach((rect, i) => {
      const cost = avoid.cost(rect) + i * 12;
      if (cost < least) {
        least = cost;
        label = rect;
      }
    });
    if (placed.cost(label) > TOUCH) crowded++;
    avoid.add(label, 4);
    placed.add(label, 3);
    return { ...disc, label };
  });
  return { entities, crowded };
}

/** Below, above, right, left: in the order of liking. */
function namePlaces(e: Disc): Rect[] {
  const width = e.labelWidth + 2;
  const height = e.lines.length * LABEL_LINE + 1;
  const away = reach(e) + LABEL_GAP - 1;
  if (e.inside) return [centred(e, width, height)];
  return [
    centred({ x: e.x, y: e.y + away + height / 2 }, width, height),
    centred({ x: e.x, y: e.y - away - height / 2 }, width, height),
    centred({ x: e.x + away + width / 2, y: e.y }, width, height),
    centred({ x: e.x - away - width / 2, y: e.y }, width, height),
  ];
}
