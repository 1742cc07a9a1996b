import type { Id } from '#domain/record';
import { rankBadge } from '../style/rank-badge.ts';
import { isGroup, itemId } from './fold-content.ts';
import { centred, Obstacles, type PlacedLabel, placeLabel, type Rect } from './label-placement.ts';
import {
  type ChartLayout,
  type Disc,
  type LaidEntity,
  type LaidGroup,
  type LaidLine,
  type LayoutContext,
  reach,
} from './laid-chart.ts';
import { boxEdges, laidGroups } from './laid-groups.ts';
import { type LineGeometry, lineGeometry, pointAt } from './link-geometry.ts';
import { placeNames, TOUCH } from './name-placement.ts';
import type { PreparedChart } from './prepared-chart.ts';

/** Lays a chart out at one spread: places times `spread`, then room is found for names and for what lines say. */
export function layOut(prepared: PreparedChart, spread: number, context: LayoutContext): ChartLayout {
  const discs: Disc[] = prepared.entities.map((e) => ({ ...e, x: e.placed.x * spread, y: e.placed.y * spread }));
  const at = new Map<Id, Disc>(discs.map((e) => [itemId(e.placed), e]));
  const groups = laidGroups(prepared.boxes, at, context);
  const geometries = prepared.drawn.map((d, i) => {
    const [from, to] = [at.get(d.from)!, at.get(d.to)!];
    return lineGeometry(
      { x: from.x, y: from.y, reach: reach(from), arrow: d.direction === 'back' || d.direction === 'both' },
      { x: to.x, y: to.y, reach: reach(to), arrow: d.direction === 'forward' || d.direction === 'both' },
      prepared.bows[i]!,
    );
  });

  const fixed = [
    // A disc leaves its corners free.
    ...discs.map((e) => ({ rect: centred(e, 1.8 * reach(e), 1.8 * reach(e)), weight: 4 })),
    ...groups.map((g) => ({ rect: g.name, weight: 3 })),
    ...discs.flatMap(({ placed, x, y, radius }) => {
      if (isGroup(placed) || placed.rank === undefined) return [];
      const badge = rankBadge(placed.rank, radius);
      const [left, top] = [x + badge.x, y + badge.y];
      return [{ rect: { left, top, right: left + badge.width, bottom: top + badge.height }, weight: 4 }];
    }),
  ];
  const edges = groups.flatMap((g) => boxEdges(g.box)).map((rect) => ({ rect, weight: 6 }));
  const obstacles = new Obstacles();
  for (const { rect, weight } of fixed) obstacles.add(rect, weight);
  const { entities, crowded: crowdedNames } = placeNames(discs, [...fixed, ...edges], geometries, obstacles);

  for (const g of geometries) for (const c of g.arrowCentres) obstacles.add(centred(c, 7, 7), 0.5);
  let crowded = crowdedNames;
  const lines = prepared.drawn.map((drawn, i): LaidLine => {
    const geometry = geometries[i]!;
    const forms = prepared.forms[i]!;
    if (forms.length === 0) return { drawn, geometry };
    const label = placeLabel(forms, (t) => pointAt(geometry.curve, t), obstacles);
    obstacles.add(centred(label.at, label.form.width, label.form.height), 3);
    if (label.cost > TOUCH || visibleLength(geometry, label) < LEAST_VISIBLE) crowded++;
    return { drawn, geometry, label };
  });
  return { entities, lines, groups, bounds: boundsOf(entities, lines, groups), crowded };
}

/** So much of a line must show beside its label that its dash can be told. */
const LEAST_VISIBLE = 16;

/** What a label leaves to be seen of its line; all of it where the label stands beside. */
function visibleLength({ curve: [a, , , d] }: LineGeometry, { form }: PlacedLabel): number {
  const length = Math.hypot(d.x - a.x, d.y - a.y);
  if (length === 0) return Infinity;
  const along = Math.min(
    (form.width * length) / Math.max(1e-6, Math.abs(d.x - a.x)),
    (form.height * length) / Math.max(1e-6, Math.abs(d.y - a.y)),
  );
  return length - along;
}

function boundsOf(entities: readonly LaidEntity[], lines: readonly LaidLine[], groups: readonly LaidGroup[]): Rect {
  let bounds: Rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const grow = (r: Rect): void => {
    bounds = {
      left: Math.min(bounds.left, r.left),
      top: Math.min(bounds.top, r.top),
      right: Math.max(bounds.right, r.right),
      bottom: Math.max(bounds.bottom, r.bottom),
    };
  };
  for (const e of entities) {
    grow(centred(e, 2 * reach(e), 2 * reach(e)));
    if (!e.inside) grow(e.label);
  }
  for (const { box } of groups) {
    grow({ left: box.x, top: box.y, right: box.x + box.width, bottom: box.y + box.height });
  }
  for (const { geometry, label } of lines) {
    for (const t of [0.25, 0.5, 0.75]) grow(centred(pointAt(geometry.curve, t), 2, 2));
    if (label) grow(centred(label.at, label.form.width, label.form.height));
  }
  return bounds;
}
