import { ICON_BOX, ICON_STROKE, type IconId } from '../icons/icon-data.ts';
import { iconStrokes } from '../icons/icon-role.ts';
import { categoryMark } from './categories.ts';
import { type ChartColours, categoryColour, chartColours, type Theme } from './colours.ts';
import { DOUBTFUL_DASH, DOUBTFUL_RING, RANK_SIZE, rankBadge } from './rank-badge.ts';
import { entityRadius, iconSide, PROTECTED_RING, type SizeStep } from './sizes.ts';

export interface EntityImageParts {
  /** `null`: a name stands in its place. */
  readonly icon: IconId | null;
  readonly step: SizeStep;
  readonly protected: boolean;
  /** 0 = none. */
  readonly category: number;
  readonly pinned: boolean;
  /** That it belongs to its category is doubtful. */
  readonly doubtful?: true;
  /** Its place by a figure. */
  readonly rank?: number;
  /** The edge of another box behind it: it stands for several. */
  readonly stacked?: true;
  readonly theme: Theme;
}

/** Room round the ring for the second ring, the pin and the badge, px. */
const MARGIN = 10;

/** Edge of a box that shows behind one of radius `STACK_RADIUS` round 0 0. */
export const STACK_EDGE = 'M-16-23.5H20a3.5 3.5 0 0 1 3.5 3.5V16';
export const STACK_RADIUS = 20;

/** Side of the square image that goes over an entity's disc, px at 100 %. */
export function entityImageSide(step: SizeStep): number {
  return 2 * (entityRadius(step) + MARGIN);
}

const cache = new Map<string, string>();

/**
 * Symbol, second ring, category badge and pin of an entity as `data:image/svg+xml`, to be laid over its disc, centre on
 * centre. Explicit width and height, so that every browser rasterises it. A chart needs few different ones; they are kept.
 */
export function entityImage(parts: EntityImageParts): string {
  const key = `${parts.icon} ${parts.step} ${parts.protected} ${parts.category} ${parts.pinned} ${parts.stacked === true} ${parts.doubtful === true} ${parts.rank ?? 0} ${parts.theme}`;
  let uri = cache.get(key);
  if (uri === undefined) {
    uri = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(imageSvg(parts))}`;
    cache.set(key, uri);
  }
  return uri;
}

function imageSvg(parts: EntityImageParts): string {
  const colours = chartColours[parts.theme];
  const radius = entityRadius(parts.step);
  const side = entityImageSide(parts.step);
  const centre = side / 2;
  const ink = entityInk(parts);
  const symbol = iconSide(radius);
  const out: string[] = [];
  // Where a name stands inside, the canvas draws the second ring itself.
  if (parts.protected && parts.icon) {
    const r = radius + PROTECTED_RING;
    out.push(`<circle cx="${centre}" cy="${centre}" r="${r}" stroke="${ink}" stroke-width="1"/>`);
  }
  if (parts.doubtful) {
    const r = radius + DOUBTFUL_RING + (parts.protected ? PROTECTED_RING : 0);
    out.push(
      `<circle cx="${centre}" cy="${centre}" r="${r}" stroke="${ink}" stroke-width="1.25" stroke-linecap="butt" ` +
        `stroke-dasharray="${DOUBTFUL_DASH.join(' ')}"/>`,
    );
  }
  if (parts.stacked) {
    const scale = radius / STACK_RADIUS;
    out.push(
      `<path transform="translate(${centre} ${centre}) scale(${scale})" d="${STACK_EDGE}" stroke="${ink}" stroke-width="1.25"/>`,
    );
  }
  if (parts.icon) out.push(symbolSvg(parts.icon, centre - symbol / 2, centre - symbol / 2, symbol, ink));
  const mark = categoryMark(parts.category);
  if (mark) {
    const at = centre + radius * Math.SQRT1_2;
    const fill = mark.hollow ? `stroke="${ink}" stroke-width="4"` : `fill="${ink}"`;
    out.push(
      `<g transform="translate(${at} ${at}) scale(.55) translate(-11 -11)">` +
        `<path d="${mark.badge}" fill="${colours.canvas}" stroke="${colours.canvas}" stroke-width="7"/>` +
        `<path d="${mark.badge}" ${fill}/></g>`,
    );
  }
  if (parts.rank !== undefined) out.push(rankSvg(parts.rank, centre, radius, ink, colours));
  if (parts.pinned && parts.icon) {
    const at = radius * Math.SQRT1_2;
    out.push(symbolSvg('pin', centre + at + 1, centre - at - 11, 10, colours.text2));
  }
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}" viewBox="0 0 ${side} ${side}" ` +
    `fill="none" stroke-linecap="round" stroke-linejoin="round">${out.join('')}</svg>`
  );
}

function rankSvg(rank: number, centre: number, radius: number, ink: string, colours: ChartColours): string {
  const { x, y, width, height } = rankBadge(rank, radius);
  return (
    `<g transform="translate(${centre} ${centre})">` +
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" fill="${colours.canvas}" stroke="${ink}"/>` +
    `<text x="${x + width / 2}" y="${y + height / 2 + 0.36 * RANK_SIZE}" text-anchor="middle" fill="${colours.text}" ` +
    `font-family="Noto Sans,Arial,sans-serif" font-size="${RANK_SIZE}" font-weight="600">${rank}</text></g>`
  );
}

/** Colour of ring and symbol: the protected one before any category, for it must never be taken for something else. */
export function entityInk(parts: Pick<EntityImageParts, 'protected' | 'category' | 'theme'>): string {
  if (parts.protected) return chartColours[parts.theme].protected;
  return categoryColour(parts.theme, parts.category).ink;
}

function symbolSvg(icon: IconId, x: number, y: number, side: number, ink: string): string {
  const strokes = iconStrokes(icon).map(
    (s) => `<path d="${s.d}"${s.dash === undefined ? '' : ` stroke-dasharray="${s.dash}"`}/>`,
  );
  return (
    `<g transform="translate(${x} ${y}) scale(${side / ICON_BOX})" stroke="${ink}" ` +
    `stroke-width="${ICON_STROKE}">${strokes.join('')}</g>`
  );
}
