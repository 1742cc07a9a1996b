import type { CaseState } from '#domain/change/case-state';
import type { AppliedMeasure, MeasureUse } from '#domain/chart/applied-measure';
import { enclosedBy, type Folding } from '#domain/chart/folding';
import type { Group } from '#domain/chart/group';
import type { Placement } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import type { AppliedFigure } from '#drawing/scene/chart-content';
import { categoryMark } from '#drawing/style/categories';
import { categoryColour, chartColours } from '#drawing/style/colours';
import { labelForm, labelWriter } from '#drawing/style/figure-text';
import { overlapIn, type SizeScale, sizeScale } from '#drawing/style/group-legend';
import { linePattern } from '#drawing/style/lines';
import { isRank } from '#drawing/style/rank-badge';
import type { Words } from '#drawing/words';
import type { CanvasGroup } from '#ui/graph-canvas/index';

/** What the case says of one chart, before anything is drawn. */
export interface OnChart {
  readonly placements: readonly Placement[];
  readonly groups: readonly Group[];
  readonly sizes: ReadonlyMap<Id, number>;
  readonly largest: number;
  readonly colours: ReadonlyMap<Id, number>;
  /** Category → members, of a grouping shown as outlines. */
  readonly outlines: ReadonlyMap<string, readonly Id[]>;
  /** That groups which colour the chart overlap. */
  readonly overlapping: boolean;
  readonly sizeScale: SizeScale | undefined;
  /** Members of whom it is doubtful that they belong to the group of their colour. */
  readonly doubtful: ReadonlySet<Id>;
  /** What is written under the names. */
  readonly labels: ReadonlyMap<Id, string>;
  /** Places written at the symbols. */
  readonly ranks: ReadonlyMap<Id, number>;
  /** Figures the chart shows, by use. */
  readonly applied: Readonly<Partial<Record<MeasureUse, AppliedFigure>>>;
}

export function readPlacements(state: CaseState, chartId: Id, words: Words, locale: string): OnChart {
  const placements: Placement[] = [];
  const groups: Group[] = [];
  const sizes = new Map<Id, number>();
  const colours = new Map<Id, number>();
  const outlined = new Map<string, Id[]>();
  const doubtful = new Set<Id>();
  let labels: ReadonlyMap<Id, string> = new Map();
  const ranks = new Map<Id, number>();
  const applied: Partial<Record<MeasureUse, AppliedFigure>> = {};
  let largest = 0;
  let overlapping = false;
  for (const id of state.placementsOn(chartId)) {
    const r = state.get(id);
    if (r?.kind === 'placement') placements.push(r);
    else if (r?.kind === 'group') groups.push(r);
    else if (r?.kind === 'applied-measure') {
      const { values, ...whence } = r;
      applied[r.use] = whence;
      if (r.use === 'colour') overlapping = overlapIn(values);
      if (r.use === 'label') labels = labelsOf(r, words, locale);
      for (const v of values) {
        if (r.use === 'size') {
          const value = Number(v.value);
          sizes.set(v.entity, value);
          if (Number.isFinite(value)) largest = Math.max(largest, value);
        } else if (r.use === 'colour') {
          colours.set(v.entity, Number(v.value));
          if (v.doubtful) doubtful.add(v.entity);
        } else if (r.use === 'badge') {
          if (isRank(Number(v.value))) ranks.set(v.entity, Number(v.value));
        } else if (r.use === 'outline') {
          const members = outlined.get(v.value);
          if (members) members.push(v.entity);
          else outlined.set(v.value, [v.entity]);
        }
      }
    }
  }
  groups.sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    placements,
    groups,
    sizes,
    largest,
    sizeScale: sizeScale(sizes.values()),
    colours,
    overlapping,
    outlines: outlined,
    doubtful,
    labels,
    ranks,
    applied,
  };
}

/** Figures as they stand under the names. */
function labelsOf(r: AppliedMeasure, words: Words, locale: string): ReadonlyMap<Id, string> {
  const write = labelWriter(labelForm(r), words, locale);
  const known = r.values.map((v) => [v.entity, Number(v.value)] as const).filter(([, v]) => Number.isFinite(v));
  return new Map(known.map(([id, v]) => [id, write(v)]));
}

/** Boxes round open groups, and round found ones shown as outlines. */
export function boxesOf(
  on: OnChart,
  folding: Folding,
  o: { readonly theme: 'light' | 'dark'; readonly words: Words },
): CanvasGroup[] {
  const open = on.groups.filter((g) => !g.folded);
  return [
    ...open.map((g) => canvasGroup({ ...g, members: enclosedBy(g, folding) }, o.theme)),
    ...outlines(on.outlines, folding, o),
  ];
}

function canvasGroup(g: Group, theme: 'light' | 'dark'): CanvasGroup {
  const c = chartColours[theme];
  const mark = g.colour === undefined ? undefined : categoryMark(g.colour);
  const colour =
    g.colour === undefined || !mark ? { ink: c.groupLine, tint: c.groupFill } : categoryColour(theme, g.colour);
  return {
    id: g.id,
    name: g.name,
    members: g.members,
    strength: g.strength,
    fill: colour.tint,
    line: colour.ink,
    text: c.text2,
    dash: linePattern(g.strength).dash,
    pattern: mark?.pattern ?? '',
    patternFilled: mark?.patternFilled ?? false,
  };
}

/** Found groups shown as enclosures; a group of one encloses nothing. */
function outlines(
  found: ReadonlyMap<string, readonly Id[]>,
  folding: Folding,
  o: { readonly theme: 'light' | 'dark'; readonly words: Words },
): CanvasGroup[] {
  const out: CanvasGroup[] = [];
  for (const [value, members] of found) {
    if (members.length < 2) continue;
    const n = Number(value);
    const made = canvasGroup(
      {
        id: `outline ${value}`,
        kind: 'group',
        chart: '',
        name: o.words('link-chart.found-group', { name: value }),
        members: enclosedBy({ members }, folding),
        strength: 'tentative',
        ...(Number.isInteger(n) && n >= 1 && n <= 9 && { colour: n }),
      },
      o.theme,
    );
    out.push(made);
  }
  return out;
}
