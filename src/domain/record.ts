import type { CaseProperties } from './case/case-properties.ts';
import type { AppliedMeasure } from './chart/applied-measure.ts';
import type { Chart } from './chart/chart.ts';
import type { Group } from './chart/group.ts';
import type { Placement } from './chart/placement.ts';
import type { Entity } from './entity/entity.ts';
import type { Link } from './link/link.ts';
import type { Merge } from './merge/merge.ts';
import type { Source } from './source/source.ts';
import type { Statement } from './statement/statement.ts';

/** Ids are unique over all kinds within a case; random, so that they say nothing of their record. */
export type Id = string;

/** Everything a case consists of. Plain JSON: text, integers, booleans, arrays, objects with fixed keys; no floats, no null. */
export type CaseRecord =
  | CaseProperties
  | Entity
  | Link
  | Source
  | Statement
  | Chart
  | Placement
  | Group
  | AppliedMeasure
  | Merge;

export type RecordKind = CaseRecord['kind'];
export type RecordOf<K extends RecordKind> = Extract<CaseRecord, { kind: K }>;

/** An attribute as stated. `field` is a field id of the registry type or the analyst's (or file's) own column name. */
export interface Attribute {
  readonly field: string;
  readonly value: string;
}

/** Basis of an imported record, kept in the record itself: `rows` is compact, 1-based file rows: `3-40,77`. */
export interface RowBasis {
  readonly source: Id;
  readonly rows: string;
}

/** What every record that says something of the world may carry. */
export interface Described {
  readonly aliases?: readonly string[];
  readonly notes?: string;
  readonly tags?: readonly string[];
  readonly attributes?: readonly Attribute[];
  readonly basis?: readonly RowBasis[];
}
