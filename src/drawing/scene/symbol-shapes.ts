import { ICON_BOX, ICON_STROKE, type IconId } from '../icons/icon-data.ts';
import { iconStrokes } from '../icons/icon-role.ts';
import { categoryMark } from '../style/categories.ts';
import type { ChartColours } from '../style/colours.ts';
import { OUTLINE_WIDTH } from '../style/lines.ts';
import { DOUBTFUL_DASH, RANK_SIZE, rankBadge } from '../style/rank-badge.ts';
import type { PathShape, Shape } from './scene.ts';

// Symbols and what stands at them, on a chart and in its legend alike. `k`: units of the sheet to each of the chart.

export function dashed(dash: readonly number[], cap: 'butt' | 'round', k: number): Pick<PathShape, 'dash' | 'cap'> {
  return dash.length === 0 ? {} : { dash: dash.map((d) => d * k), cap };
}

/** The stroke of the broken ring round a doubtful member. */
export function doubtfulStroke(ink: string, k: number): Pick<PathShape, 'stroke' | 'strokeWidth' | 'dash' | 'cap'> {
  return { stroke: ink, strokeWidth: OUTLINE_WIDTH * k, ...dashed(DOUBTFUL_DASH, 'butt', k) };
}

/** A place in its field at the upper left of a symbol. */
export function rankShapes(
  rank: number,
  cx: number,
  cy: number,
  radius: number,
  k: number,
  ink: string,
  colours: ChartColours,
): Shape[] {
  const at = rankBadge(rank, radius);
  const [left, top, width, height] = [cx + at.x * k, cy + at.y * k, at.width * k, at.height * k];
  return [
    { kind: 'rect', x: left, y: top, width, height, radius: 3 * k, fill: colours.canvas, stroke: ink, strokeWidth: k },
    {
      kind: 'text',
      text: String(rank),
      x: left + width / 2,
      y: top + height / 2 + 0.36 * RANK_SIZE * k,
      size: RANK_SIZE * k,
      weight: 600,
      anchor: 'middle',
      fill: colours.text,
    },
  ];
}

/** A symbol centred on a point; `side` of its box. */
export function symbolShapes(icon: IconId, cx: number, cy: number, side: number, ink: string): Shape[] {
  const scale = side / ICON_BOX;
  return iconStrokes(icon).map((s) => ({
    kind: 'path',
    d: s.d,
    move: { x: cx - side / 2, y: cy - side / 2, scale },
    fill: 'none',
    stroke: ink,
    strokeWidth: ICON_STROKE,
    cap: 'round',
    ...(s.dash === undefined ? {} : { dash: s.dash.split(' ').map(Number) }),
  }));
}

/** The shape of a category, centred on a point, with a rim in the colour of the ground. */
export function badgeShapes(
  category: number,
  cx: number,
  cy: number,
  side: number,
  ink: string,
  ground: string,
): Shape[] {
  const mark = categoryMark(category);
  if (!mark) return [];
  const move = { x: cx - side / 2, y: cy - side / 2, scale: side / 22 };
  return [
    { kind: 'path', d: mark.badge, move, fill: ground, stroke: ground, strokeWidth: mark.hollow ? 9 : 6 },
    mark.hollow
      ? { kind: 'path', d: mark.badge, move, fill: 'none', stroke: ink, strokeWidth: 4 }
      : { kind: 'path', d: mark.badge, move, fill: ink, stroke: 'none', strokeWidth: 0 },
  ];
}
