import { displayLabel, isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import type { Measure } from '../fonts/coverage.ts';
import { wrapLabel } from '../labels/wrap-label.ts';
import { type DrawnLink, drawnLinks } from '../link-summary/drawn-links.ts';
import { type Box, enclosure } from '../style/enclosures.ts';
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
import type { ChartContent, PlacedEntity } from './chart-content.ts';
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
  readonly placed: PlacedEntity;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Name inside (classic skin), else below. */
  readonly inside: boolean;
  readonly protected: boolean;
  readonly lines: readonly string[];
  readonly labelWidth: number;
}

export interface LaidLine {
  readonly drawn: DrawnLink;
  readonly geometry: LineGeometry;
  readonly label?: PlacedLabel;
}

export interface LaidGroup {
  readonly group: ChartContent['groups'][number];
  readonly box: Box;
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

/** The parts that do not depend on how far apart things stand: computed once for all spreads. */
export interface PreparedChart {
  readonly content: ChartContent;
  readonly drawn: readonly DrawnLink[];
  readonly entities: readonly Omit<LaidEntity, 'x' | 'y'>[];
  readonly forms: readonly (readonly LabelForm[])[];
  readonly bows: readonly number[];
}

export function prepareChart(content: ChartContent, context: LayoutContext): PreparedChart {
  const { words, locale, measure } = context;
  const drawn = drawnLinks(content.links, content.chart.multiplicity, words, locale);
  const entities = content.entities.map((placed) => {
    const { entity } = placed;
    const inside = content.chart.skin === 'classic' && (entity.type === 'person' || entity.type === 'organisation');
    const label = displayLabel(entity);
    const widest = (lines: readonly string[]): number => Math.max(0, ...lines.map((l) => measure(l, 400, LABEL_SIZE)));
    let { lines } = wrapLabel(label, inside ? { locale, ...INSIDE_LABEL } : { locale });
    // Letters of some scripts are twice as wide as Latin ones: the name stays inside its circle.
    for (
      let maxCharacters = INSIDE_LABEL.maxCharacters - 1;
      inside && widest(lines) > 1.75 * CLASSIC_RADIUS;
      maxCharacters--
    ) {
      if (maxCharacters < 3) break;
      lines = wrapLabel(label, { locale, ...INSIDE_LABEL, maxCharacters }).lines;
    }
    const labelWidth = widest(lines);
    const radius = inside ? CLASSIC_RADIUS : entityRadius(placed.sizeStep ?? PLAIN_STEP);
    return { placed, radius, inside, protected: isProtected(entity), lines, labelWidth };
  });
  return {
    content,
    drawn,
    entities,
    forms: drawn.map((d) => labelForms(d.label, locale, measure)),
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

export function layOut(prepared: PreparedChart, spread: number, context: LayoutContext): ChartLayout {
  const entities: LaidEntity[] = prepared.entities.map((e) => ({
    ...e,
    x: e.placed.x * spread,
    y: e.placed.y * spread,
  }));
  const at = new Map<Id, LaidEntity>(entities.map((e) => [e.placed.entity.id, e]));
  const obstacles = new Obstacles();
  let bounds: Rect = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const grow = (r: Rect): void => {
    bounds = {
      left: Math.min(bounds.left, r.left),
      top: Math.min(bounds.top, r.top),
      right: Math.max(bounds.right, r.right),
      bottom: Math.max(bounds.bottom, r.bottom),
    };
  };
  let crowded = 0;
  const labels: Rect[] = [];
  for (const e of entities) {
    const disc = centred(e, 2 * reach(e), 2 * reach(e));
    grow(disc);
    // A disc leaves its corners free.
    obstacles.add(centred(e, 1.8 * reach(e), 1.8 * reach(e)), 4);
    if (e.inside || e.labelWidth === 0) continue;
    const label = labelRect(e);
    grow(label);
    labels.push(label);
  }
  // Against discs and the labels before it: each touching pair counts once.
  for (const label of labels) {
    if (obstacles.cost(label) > 30) crowded++;
    obstacles.add(label, 3);
  }
  const groups = laidGroups(prepared.content, at, context.measure);
  for (const g of groups) {
    grow({ left: g.box.x, top: g.box.y, right: g.box.x + g.box.width, bottom: g.box.y + g.box.height });
    obstacles.add(g.name, 2);
  }
  const geometries = prepared.drawn.map((d, i) => {
    const [from, to] = [at.get(d.from)!, at.get(d.to)!];
    return lineGeometry(
      { x: from.x, y: from.y, reach: reach(from), arrow: d.direction === 'back' || d.direction === 'both' },
      { x: to.x, y: to.y, reach: reach(to), arrow: d.direction === 'forward' || d.direction === 'both' },
      prepared.bows[i]!,
    );
  });
  for (const g of geometries) for (const c of g.arrowCentres) obstacles.add(centred(c, 7, 7), 0.5);
  const lines = prepared.drawn.map((drawn, i): LaidLine => {
    const geometry = geometries[i]!;
    for (const t of [0.25, 0.5, 0.75]) grow(centred(pointAt(geometry.curve, t), 2, 2));
    const forms = prepared.forms[i]!;
    if (forms.length === 0) return { drawn, geometry };
    const label = placeLabel(forms, (t) => pointAt(geometry.curve, t), obstacles);
    const rect = centred(label.at, label.form.width, label.form.height);
    obstacles.add(rect, 3);
    grow(rect);
    // Less than a few square units is a touch of margins, not of glyphs.
    if (label.cost > 30) crowded++;
    return { drawn, geometry, label };
  });
  return { entities, lines, groups, bounds, crowded };
}

/** Outermost ring. */
export function reach(e: Pick<LaidEntity, 'radius' | 'protected'>): number {
  return e.radius + (e.protected ? PROTECTED_RING + 0.5 : 0.6);
}

export function labelRect(e: LaidEntity): Rect {
  const top = e.y + reach(e) + LABEL_GAP - 1;
  return {
    left: e.x - e.labelWidth / 2 - 1,
    right: e.x + e.labelWidth / 2 + 1,
    top,
    bottom: top + e.lines.length * LABEL_LINE + 1,
  };
}

function laidGroups(
  content: ChartContent,
  at: ReadonlyMap<Id, LaidEntity>,
  measure: Measure,
): (LaidGroup & { readonly name: Rect })[] {
  const out: (LaidGroup & { readonly name: Rect })[] = [];
  for (const group of content.groups) {
    const members = group.members.flatMap((id) => {
      const e = at.get(id);
      if (!e) return [];
      const step = e.placed.sizeStep;
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
    const width = measure(group.name, 600, LABEL_SIZE);
    const name = { left: box.x + 8, top: box.y + 4, right: box.x + 8 + width, bottom: box.y + 18 };
    out.push({ group, box: { ...box, width: Math.max(box.width, width + 16) }, name });
  }
  return out;
}
