import type { CaseState } from '#domain/change/case-state';
import type { AppliedMeasure, MeasureUse } from '#domain/chart/applied-measure';
import type { Chart } from '#domain/chart/chart';
import { type Folding, foldingOn } from '#domain/chart/folding';
import type { Group } from '#domain/chart/group';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { Grade } from '#domain/source/source';
import { categoryOf } from '../style/categories.ts';
import { type LabelForm, labelForm } from '../style/figure-text.ts';
import { type Outside, outsideOf, overlapIn, type SizeScale, sizeScale } from '../style/group-legend.ts';
import { isRank } from '../style/rank-badge.ts';
import { type SizeStep, sizeStep } from '../style/sizes.ts';

export interface PlacedEntity {
  readonly entity: Entity;
  readonly x: number;
  readonly y: number;
  readonly sizeStep?: SizeStep;
  /** That the figure which sizes the chart says nothing of it. */
  readonly unsized?: true;
  /** 1–9, or `SEVERAL`; 0 or missing = none. */
  readonly category?: number;
  /** Where groups colour the chart: why it has the colour of none. */
  readonly outside?: Outside;
  /** That it belongs to its category is doubtful. */
  readonly doubtful?: true;
  /** What is written under its name. */
  readonly figure?: number;
  /** Its place, written at its symbol. */
  readonly rank?: number;
}

/** Whence what a chart shows by a figure. */
export type AppliedFigure = Omit<AppliedMeasure, 'values'>;

/** What is on a chart and not hidden: all that a sheet draws. */
export interface ChartContent {
  readonly chart: Chart;
  readonly entities: readonly PlacedEntity[];
  readonly links: readonly Link[];
  readonly groups: readonly Group[];
  /** Which groups are drawn as one item, and where; missing = none. Their members stand among the entities all the same. */
  readonly folding?: Folding;
  /** Measure that sizes the entities, if one does. */
  readonly sizedBy?: string;
  /** Measure or grouping that colours them, if one does. */
  readonly colouredBy?: string;
  /** That groups which colour it overlap: the colour of one is that of those in it alone. */
  readonly overlapping?: true;
  /** What the sizes of its circles stand for. */
  readonly sizeScale?: SizeScale;
  /** Entities and links that are brought out, everything else being pale, and what they are. */
  readonly emphasis?: { readonly items: readonly Id[]; readonly label: string };
  /** All figures it shows, by use. */
  readonly applied?: Readonly<Partial<Record<MeasureUse, AppliedFigure>>>;
  /** How the figures under the names are written. */
  readonly labelForm?: LabelForm;
}

/** Reads a chart out of the case. `undefined` when there is no such chart. Entities in order of id, links likewise. */
export function chartContent(state: CaseState, chartId: Id): ChartContent | undefined {
  const chart = state.find('chart', chartId);
  if (!chart) return undefined;
  const sizes = new Map<Id, number>();
  const colours = new Map<Id, number>();
  const groups: Group[] = [];
  const shown = new Map<Id, PlacedEntity>();
  const hiddenLinks = new Set<Id>();
  const figures = new Map<Id, number>();
  const ranks = new Map<Id, number>();
  const doubtful = new Set<Id>();
  const applied: Partial<Record<MeasureUse, AppliedFigure>> = {};
  let form: LabelForm | undefined;
  let overlapping = false;
  const valuesOf = { size: sizes, colour: colours, label: figures, badge: ranks } as const;
  const ids = [...state.placementsOn(chartId)].sort();
  for (const id of ids) {
    const record = state.get(id);
    if (record?.kind === 'group') groups.push(record);
    if (record?.kind !== 'applied-measure' || record.use === 'outline') continue;
    const { values, ...whence } = record;
    applied[record.use] = whence;
    if (record.use === 'label') form = labelForm(record);
    if (record.use === 'colour') overlapping = overlapIn(values);
    // Made by a later version, and nothing this one can draw.
    const of = (valuesOf as Readonly<Partial<Record<MeasureUse, Map<Id, number>>>>)[record.use];
    for (const v of of ? values : []) {
      of!.set(v.entity, Number(v.value));
      if (v.doubtful && record.use === 'colour') doubtful.add(v.entity);
    }
  }
  const sizedBy = applied.size?.measure;
  const colouredBy = applied.colour?.measure;
  const largest = Math.max(0, ...[...sizes.values()].filter(Number.isFinite));
  for (const id of ids) {
    const p = state.find('placement', id);
    if (!p) continue;
    if (p.hidden) {
      hiddenLinks.add(p.item);
      continue;
    }
    const entity = state.entity(p.item);
    if (!entity) continue;
    const category = categoryOf(colours.get(entity.id), p.colour);
    const outside = applied.colour && outsideOf(colours.get(entity.id), p.colour);
    const figure = figures.get(entity.id);
    const rank = ranks.get(entity.id);
    shown.set(entity.id, {
      entity,
      x: p.x,
      y: p.y,
      ...(sizedBy === undefined ? {} : { sizeStep: sizeStep(sizes.get(entity.id), largest) }),
      ...(sizedBy !== undefined && !Number.isFinite(sizes.get(entity.id)) && { unsized: true }),
      category,
      ...(outside && { outside }),
      ...(category > 0 && doubtful.has(entity.id) && { doubtful: true }),
      ...(figure !== undefined && Number.isFinite(figure) && { figure }),
      ...(rank !== undefined && isRank(rank) && { rank }),
    });
  }
  const links = new Map<Id, Link>();
  for (const id of shown.keys()) {
    for (const linkId of state.linksOf(id)) {
      const link = state.link(linkId);
      if (link && shown.has(link.from) && shown.has(link.to) && !hiddenLinks.has(linkId)) links.set(linkId, link);
    }
  }
  const folding = foldingOn(state, chartId);
  const scale = sizeScale(sizes.values());
  const byId = <T>([a]: readonly [Id, T], [b]: readonly [Id, T]): number => (a < b ? -1 : 1);
  return {
    chart,
    entities: [...shown].sort(byId).map(([, e]) => e),
    links: [...links].sort(byId).map(([, l]) => l),
    groups,
    ...(folding.groups.size > 0 && { folding }),
    ...(sizedBy === undefined ? {} : { sizedBy }),
    ...(colouredBy === undefined ? {} : { colouredBy }),
    ...(overlapping && { overlapping }),
    ...(scale && { sizeScale: scale }),
    ...(Object.keys(applied).length > 0 && { applied }),
    ...(form && { labelForm: form }),
  };
}

/** The records a chart draws. */
export function recordsOf(content: ChartContent): readonly (Entity | Link)[] {
  return [...content.entities.map((e) => e.entity), ...content.links];
}

export interface SourceUsed {
  readonly id: Id;
  readonly reference: string;
  readonly grade?: Grade;
}

/** Sources behind what the sheet draws: of statements about it, and of imported rows; by reference. */
export function sourcesUsed(
  state: CaseState,
  records: Iterable<Entity | Link>,
  counts: (source: Id) => boolean = () => true,
): readonly SourceUsed[] {
  const ids = new Set<Id>();
  for (const record of records) {
    for (const b of record.basis ?? []) ids.add(b.source);
    for (const s of state.statementsAbout(record.id)) {
      const statement = state.find('statement', s);
      if (statement) ids.add(statement.source);
    }
  }
  const out: SourceUsed[] = [];
  for (const id of ids) {
    if (!counts(id)) continue;
    const source = state.find('source', id);
    if (source) out.push({ id, reference: source.reference, ...(source.grade ? { grade: source.grade } : {}) });
  }
  return out.sort((a, b) => (a.reference < b.reference ? -1 : 1));
}
