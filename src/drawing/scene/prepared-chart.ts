import { displayLabel, isProtected } from '#domain/entity/entity';
import type { Measure } from '../fonts/coverage.ts';
import { wrapLabel } from '../labels/wrap-label.ts';
import { type DrawnLink, drawnLinks } from '../link-summary/drawn-links.ts';
import { shortLinkLabel } from '../link-summary/link-label.ts';
import { labelWriter } from '../style/figure-text.ts';
import { FOLDED_STEP } from '../style/folded.ts';
import { CLASSIC_RADIUS, entityRadius, INSIDE_LABEL, LABEL_SIZE, LINK_LABEL_SIZE, PLAIN_STEP } from '../style/sizes.ts';
import { broughtOutOf } from './brought-out.ts';
import type { ChartContent } from './chart-content.ts';
import { type DrawnContent, foldContent, isGroup } from './fold-content.ts';
import type { LabelForm } from './label-placement.ts';
import type { LaidEntity, LayoutContext } from './laid-chart.ts';

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
