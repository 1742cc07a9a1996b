import type { Strength } from '#domain/link/link';
import type { IconId } from '../icons/icon-data.ts';
import { iconRole } from '../icons/icon-role.ts';
import { visibleText } from '../labels/visible-text.ts';
import { SEVERAL } from '../style/categories.ts';
import { OUTSIDE, type Outside } from '../style/group-legend.ts';
import { LINK_WIDTHS, type LinkWidth, STRENGTHS } from '../style/lines.ts';
import type { TimeSign } from '../timeline/time-signs.ts';
import type { Words } from '../words.ts';
import type { BroughtOut } from './brought-out.ts';
import { isGroup } from './fold-content.ts';
import type { ChartLayout } from './laid-chart.ts';

/** A row of the legend: what a sign means, and how many of it the chart shows. */
export type LegendRow =
  | { readonly sign: 'brought-out' | 'pale'; readonly text: string; readonly count: number }
  | { readonly sign: 'icon'; readonly icon: IconId; readonly text: string; readonly count: number }
  | { readonly sign: 'doubted'; readonly text: string; readonly count: number }
  | { readonly sign: 'strength'; readonly strength: Strength; readonly text: string; readonly count: number }
  | { readonly sign: 'width'; readonly width: LinkWidth; readonly text: string; readonly count: number }
  | { readonly sign: 'category'; readonly category: number; readonly text: string; readonly count: number }
  | { readonly sign: 'outside'; readonly outside: Outside; readonly text: string; readonly count: number }
  | { readonly sign: 'group'; readonly strength: Strength; readonly text: string; readonly count: number }
  | { readonly sign: FigureSign; readonly text: string; readonly count: number }
  | { readonly sign: 'time'; readonly mark: TimeSign; readonly text: string; readonly count: number };

/** Signs of what a figure says of an entity. */
export type FigureSign = 'size' | 'colour' | 'label' | 'badge' | 'doubtful-member';

export interface LegendNames {
  /** Names of the categories the chart is coloured by; a missing one is named by its number. */
  readonly categories?: ReadonlyMap<number, string>;
  /** What the sizes stand for. */
  readonly sizedBy?: string;
  /** … and what the smallest and the largest of them mean. */
  readonly sizeScale?: string;
  /** What the categories stand for: which figure, and what it was asked of. */
  readonly colouredBy?: string;
  /** What is written under the names. */
  readonly labelledBy?: string;
  /** What the numbers at the symbols count. */
  readonly rankedBy?: string;
  /** How often groups were looked for, and how often a member that is not doubtful is with its own; in words. */
  readonly stability?: { readonly runs: string; readonly below: string };
}

/** Rows for exactly what is drawn: counted from the layout, nothing that is not on it. In the order of the look. */
export function legendRows(
  layout: ChartLayout,
  words: Words,
  names: LegendNames = {},
  broughtOut?: BroughtOut & { readonly label: string },
): readonly LegendRow[] {
  const rows: LegendRow[] = [];
  if (broughtOut) {
    const out = layout.entities.filter((e) => broughtOut.item(e.placed)).length;
    const what = visibleText(broughtOut.label);
    rows.push({ sign: 'brought-out', text: words('drawing.legend.brought-out', { what }), count: out });
    rows.push({ sign: 'pale', text: words('drawing.legend.pale'), count: layout.entities.length - out });
  }
  const icons = new Map<IconId, number>();
  const categories = new Map<number, number>();
  const outside = new Map<Outside, number>();
  let doubted = 0;
  const signs = new Map<FigureSign, number>();
  for (const { placed } of layout.entities) {
    count(icons, isGroup(placed) ? 'group' : iconRole(placed.entity));
    // Where groups colour the chart, a colour of another origin is none of theirs.
    const apart =
      names.colouredBy === undefined
        ? undefined
        : isGroup(placed)
          ? placed.category
            ? 'by-hand'
            : undefined
          : placed.outside;
    if (apart) count(outside, apart);
    else if (placed.category) {
      count(categories, placed.category);
      count(signs, 'colour');
    }
    if (isGroup(placed)) continue;
    if (placed.entity.doubted) doubted++;
    if (placed.sizeStep !== undefined) count(signs, 'size');
    if (placed.figure !== undefined) count(signs, 'label');
    if (placed.rank !== undefined) count(signs, 'badge');
    if (placed.doubtful) count(signs, 'doubtful-member');
  }
  for (const [icon, n] of [...icons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
    rows.push({ sign: 'icon', icon, text: words(`drawing.icon.${icon}`), count: n });
  if (doubted > 0) rows.push({ sign: 'doubted', text: words('drawing.legend.doubted'), count: doubted });
  const strengths = new Map<Strength, number>();
  const widths = new Map<LinkWidth, number>();
  for (const { drawn } of layout.lines) {
    count(strengths, drawn.strength);
    count(widths, drawn.width);
  }
  for (const strength of STRENGTHS) {
    const n = strengths.get(strength);
    if (n) rows.push({ sign: 'strength', strength, text: words(`drawing.strength.${strength}`), count: n });
  }
  if (widths.size > 1 || !widths.has(LINK_WIDTHS[0])) {
    for (const width of LINK_WIDTHS) {
      const n = widths.get(width);
      if (n) rows.push({ sign: 'width', width, text: words(`drawing.width.${LINK_WIDTHS.indexOf(width)}`), count: n });
    }
  }
  for (const [category, n] of [...categories].sort(([a], [b]) => a - b)) {
    const text =
      category === SEVERAL
        ? words('drawing.legend.several')
        : (names.categories?.get(category) ?? words('drawing.legend.category', { number: category }));
    rows.push({ sign: 'category', category, text: visibleText(text), count: n });
  }
  if (categories.size > 0 || outside.has('beyond')) {
    for (const why of OUTSIDE) {
      const n = outside.get(why);
      if (n) rows.push({ sign: 'outside', outside: why, text: words(`drawing.legend.outside.${why}`), count: n });
    }
  }
  const doubtfulMembers = signs.get('doubtful-member');
  if (doubtfulMembers) {
    const text = names.stability
      ? words('drawing.legend.doubtful-member', names.stability)
      : words('drawing.legend.doubtful-member.plain');
    rows.push({ sign: 'doubtful-member', text, count: doubtfulMembers });
  }
  const groups = new Map<Strength, number>();
  for (const { group } of layout.groups) count(groups, group.strength);
  for (const strength of STRENGTHS) {
    const n = groups.get(strength);
    if (n) rows.push({ sign: 'group', strength, text: words(`drawing.legend.group.${strength}`), count: n });
  }
  for (const [sign, measure] of [
    ['size', names.sizedBy],
    ['colour', names.colouredBy],
    ['label', names.labelledBy],
    ['badge', names.rankedBy],
  ] as const) {
    const n = signs.get(sign);
    if (!n || measure === undefined) continue;
    const text = words(`drawing.legend.${sign}`, { measure: visibleText(measure) });
    const scale = sign === 'size' && names.sizeScale !== undefined ? `. ${names.sizeScale}` : '';
    rows.push({ sign, text: text + scale, count: n });
  }
  return rows;
}

function count<K>(map: Map<K, number>, key: K): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}
