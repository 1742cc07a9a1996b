import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import { type Folding, foldingOn } from '#domain/chart/folding';
import type { Group } from '#domain/chart/group';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { Grade } from '#domain/source/source';
import { type SizeStep, sizeStep } from '../style/sizes.ts';

export interface PlacedEntity {
  readonly entity: Entity;
  readonly x: number;
  readonly y: number;
  readonly sizeStep?: SizeStep;
  /** 1–9; 0 or missing = none. */
  readonly category?: number;
}

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
  let sizedBy: string | undefined;
  let colouredBy: string | undefined;
  const ids = [...state.placementsOn(chartId)].sort();
  for (const id of ids) {
    const record = state.get(id);
    if (record?.kind === 'group') groups.push(record);
    if (record?.kind !== 'applied-measure' || record.use === 'outline') continue;
    if (record.use === 'size') sizedBy = record.measure;
    else colouredBy = record.measure;
    for (const v of record.values) (record.use === 'size' ? sizes : colours).set(v.entity, Number(v.value));
  }
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
    const category = colours.get(entity.id) ?? p.colour ?? 0;
    shown.set(entity.id, {
      entity,
      x: p.x,
      y: p.y,
      ...(sizedBy === undefined ? {} : { sizeStep: sizeStep(sizes.get(entity.id), largest) }),
      category: Number.isInteger(category) && category >= 1 && category <= 9 ? category : 0,
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
  const byId = <T>([a]: readonly [Id, T], [b]: readonly [Id, T]): number => (a < b ? -1 : 1);
  return {
    chart,
    entities: [...shown].sort(byId).map(([, e]) => e),
    links: [...links].sort(byId).map(([, l]) => l),
    groups,
    ...(folding.groups.size > 0 && { folding }),
    ...(sizedBy === undefined ? {} : { sizedBy }),
    ...(colouredBy === undefined ? {} : { colouredBy }),
  };
}

/** The records a chart draws. */
export function recordsOf(content: ChartContent): readonly (Entity | Link)[] {
  return [...content.entities.map((e) => e.entity), ...content.links];
}

export interface SourceUsed {
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
    if (source) out.push({ reference: source.reference, ...(source.grade ? { grade: source.grade } : {}) });
  }
  return out.sort((a, b) => (a.reference < b.reference ? -1 : 1));
}
