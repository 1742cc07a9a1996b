import { displayLabel, isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import type { Measure } from '../fonts/coverage.ts';
import { wrapLabel } from '../labels/wrap-label.ts';
import { type DrawnLink, drawnLinks } from '../link-summary/drawn-links.ts';
import { shortLinkLabel } from '../link-summary/link-label.ts';
import { type Box, enclosure } from '../style/enclosures.ts';
import { labelWriter } from '../style/figure-text.ts';
import { FOLDED_STEP } from '../style/folded.ts';
import { DOUBTFUL_RING, rankBadge } from '../style/rank-badge.ts';
import {
  CLASSIC_RADIUS,
  entityRadius,
  INSIDE_LABEL,
  LABEL_LINE,
  LABEL_SIZE,
  LINK_LABEL_SIZE,
  PLAIN_STEP,
  PROTECTED_RING,
} from '../style/sizes.ts';
import type { Words } from '../words.ts';
import { broughtOutOf } from './brought-out.ts';
import type { ChartContent } from './chart-content.ts';
import { type DrawnContent, foldContent, isGroup, itemId, type PlacedItem } from './fold-content.ts';
import { centred, type LabelForm, Obstacles, type PlacedLabel, placeLabel, type Rect } from './label-placement.ts';
import { type LineGeometry, lineGeometry, pointAt } from './link-geometry.ts';

/** Everything of a chart with its place, in chart units; positions may be spread so that labels find room. */
export interface ChartLayout {
  readonly entities: readonly LaidEntity[];
  readonly lines: readonly LaidLine[];
  readonly groups: readonly LaidGroup[];
  readonly bounds: Rect;
  /** Labels that touch something. */
  readonly crowded: number;
}

export interface LaidEntity {
  readonly placed: PlacedItem;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Name inside (classic skin), else below. */
  readonly inside: boolean;
  readonly protected: boolean;
  readonly lines: readonly string[];
  readonly labelWidth: number;
  /** Where the name stands: below the ring unless an arrow or a symbol is there. */
  readonly label: Rect;
}

export interface LaidLine {
  readonly drawn: DrawnLink;
  readonly geometry: LineGeometry;
  readonly label?: PlacedLabel;
}

export interface LaidGroup {
  readonly group: ChartContent['groups'][number];
  readonly box: Box;
  /** Its name, and how many stand inside without belonging to it. */
  readonly title: string;
  /** Where that stands. */
  readonly name: Rect;
}

export interface LayoutContext {
  readonly words: Words;
  readonly locale: string;
  readonly measure: Measure;
}

/** Gap between a ring and its label. */
export const LABEL_GAP = 4;
export const LINK_LABEL_LINE = 12.5;
/** Distance between neighbouring curves of the same two ends. */
const BOW = 16;

/** `short`: the first thing a line says, without sums; `none`: only the line itself, whose dash, width and arrow still speak. */
export type LinkWords = 'all' | 'short' | 'none';

/** The parts that do not depend on how far apart things stand: computed once for all spreads. */
export interface PreparedChart {
  readonly boxes: DrawnContent['boxes'];
  readonly drawn: readonly DrawnLink[];
  readonly entities: readonly Omit<LaidEntity, 'x' | 'y' | 'label'>[];
  readonly forms: readonly (readonly LabelForm[])[];
  readonly bows: readonly number[];
}

export function prepareChart(
  content: ChartContent,
  context: LayoutContext,
  linkWords: LinkWords = 'all',
): PreparedChart {
  const { words, locale, measure } = context;
  const { items, links, boxes } = foldContent(content, words, locale);
  const drawn = drawnLinks(links, content.chart.multiplicity, words, locale);
  const widest = (lines: readonly string[]): number => Math.max(0, ...lines.map((l) => measure(l, 400, LABEL_SIZE)));
  const write = content.labelForm && labelWriter(content.labelForm, words, locale);
  const entities = items.map((placed) => {
    if (isGroup(placed)) {
      const { lines } = placed.label;
      const radius = entityRadius(FOLDED_STEP);
      return { placed, radius, inside: false, protected: false, lines, labelWidth: widest(lines) };
    }
    const { entity } = placed;
    const inside = content.chart.skin === 'classic' && (entity.type === 'person' || entity.type === 'organisation');
    const label = displayLabel(entity);
    const under = write && placed.figure !== undefined ? [write(placed.figure)] : [];
    const within = { ...INSIDE_LABEL, maxLines: INSIDE_LABEL.maxLines - under.length };
    let { lines } = wrapLabel(label, inside ? { locale, ...within } : { locale });
    // Letters of some scripts are twice as wide as Latin ones: the name stays inside its circle.
    for (
      let maxCharacters = INSIDE_LABEL.maxCharacters - 1;
      inside && widest(lines) > 1.75 * CLASSIC_RADIUS;
      maxCharacters--
    ) {
      if (maxCharacters < 3) break;
      lines = wrapLabel(label, { locale, ...within, maxCharacters }).lines;
    }
    lines = [...lines, ...under];
    const labelWidth = widest(lines);
    const radius = inside ? CLASSIC_RADIUS : entityRadius(placed.sizeStep ?? PLAIN_STEP);
    return { placed, radius, inside, protected: isProtected(entity), lines, labelWidth };
  });
  const byId = new Map(linkWords === 'short' ? links.map((l) => [l.id, l]) : []);
  const broughtOut = broughtOutOf(content);
  const textOn = (d: DrawnLink): string => {
    // A pale line says nothing, as on the screen.
    if (linkWords === 'none' || broughtOut?.line(d) === false) return '';
    if (linkWords === 'all') return d.label;
    return shortLinkLabel(
      d.links.flatMap((id) => byId.get(id) ?? []),
      words,
      locale,
    );
  };
  return {
    boxes,
    drawn,
    entities,
    forms: drawn.map((d) => labelForms(textOn(d), locale, measure)),
    bows: bowsOf(drawn),
  };
}

/** A link label on one line, and narrower forms for where there is no room. Never cut. */
function labelForms(label: string, locale: string, measure: Measure): LabelForm[] {
  if (label === '') return [];
  const forms: LabelForm[] = [];
  for (const maxCharacters of [26, 15, 10]) {
    const { lines, full } = wrapLabel(label, { locale, maxCharacters, maxLines: 60 });
    if (forms.at(-1)?.lines.length === lines.length) continue;
    // A word broken in two is worse than a wide label; scripts without spaces break between words by themselves.
    if (forms.length > 0 && lines.join(' ') !== full && /^[\p{Script=Latin}\p{P}\p{N} ]*$/u.test(full)) continue;
    const width = Math.max(...lines.map((l) => measure(l, 400, LINK_LABEL_SIZE))) + 4;
    forms.push({ lines, width, height: lines.length * LINK_LABEL_LINE + 1 });
  }
  return forms;
}

/** Lines of the same two ends fan out evenly; one alone is straight. The side is that of the ends in order, whatever its direction. */
function bowsOf(drawn: readonly DrawnLink[]): number[] {
  const count = new Map<string, number>();
  const keyOf = (d: DrawnLink): string => (d.from < d.to ? `${d.from} ${d.to}` : `${d.to} ${d.from}`);
  for (const d of drawn) count.set(keyOf(d), (count.get(keyOf(d)) ?? 0) + 1);
  const next = new Map<string, number>();
  return drawn.map((d) => {
    const key = keyOf(d);
    const i = next.get(key) ?? 0;
    next.set(key, i + 1);
    if (d.from === d.to) return i * BOW;
    const bow = (i - (count.get(key)! - 1) / 2) * BOW;
    return d.from < d.to ? bow : -bow;
  });
}

type Disc = Omit<LaidEntity, 'label'>;

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

/** The four sides of an enclosure as strips that names keep off. */
function boxEdges({ x, y, width, height }: Box): Rect[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { left: x - 2, right: x + 2, top: y, bottom },
    { left: right - 2, right: right + 2, top: y, bottom },
    { left: x, right, top: y - 2, bottom: y + 2 },
    { left: x, right, top: bottom - 2, bottom: bottom + 2 },
  ];
}

/** Square units: less is a touch of margins, not of glyphs. */
const TOUCH = 30;

/**
 * Puts each name below its ring, or, where an arrow, a symbol or another name is there, above or beside it. Lines may pass
 * under a name, arrowheads may not.
 */
function placeNames(
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

/** Outermost ring. */
export function reach(e: Pick<LaidEntity, 'radius' | 'protected' | 'placed'>): number {
  // The corners of a box stand further out than its sides.
  const box = isGroup(e.placed) ? 0.3 * e.radius : 0;
  const doubtful = !isGroup(e.placed) && e.placed.doubtful ? DOUBTFUL_RING : 0;
  return e.radius + box + doubtful + (e.protected ? PROTECTED_RING + 0.5 : 0.6);
}

/** How many stand in a frame, by their middles, without being of the group. */
function strangersIn({ x, y, width, height }: Box, own: ReadonlySet<Id>, at: ReadonlyMap<Id, Disc>): number {
  let count = 0;
  for (const [id, e] of at) if (!own.has(id) && e.x > x && e.x < x + width && e.y > y && e.y < y + height) count++;
  return count;
}

function laidGroups(
  boxes: DrawnContent['boxes'],
  at: ReadonlyMap<Id, Disc>,
  { measure, words }: LayoutContext,
): LaidGroup[] {
  const out: LaidGroup[] = [];
  for (const { group, holds } of boxes) {
    const members = holds.flatMap((id) => {
      const e = at.get(id);
      if (!e) return [];
      const step = isGroup(e.placed) ? FOLDED_STEP : e.placed.sizeStep;
      return [
        {
          x: e.x,
          y: e.y,
          ...(step === undefined ? {} : { sizeStep: step }),
          labelLines: e.lines.length,
          labelWidth: e.labelWidth,
        },
      ];
    });
    const box = enclosure(members);
    if (!box) continue;
    const count = strangersIn(box, new Set(holds), at);
    const title = count === 0 ? group.name : words('link-chart.group.strangers', { name: group.name, count });
    const width = measure(title, 600, LABEL_SIZE);
    const name = { left: box.x + 8, top: box.y + 4, right: box.x + 8 + width, bottom: box.y + 18 };
    out.push({ group, title, box: { ...box, width: Math.max(box.width, width + 16) }, name });
  }
  return out;
}
