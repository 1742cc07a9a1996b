import { readFileSync } from 'node:fs';
import type { Step } from '#domain/change/step';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import {
  type ImportContext,
  type ImportFile,
  type ImportPlan,
  importFileOf,
  type Mapping,
  planImport,
  previewTable,
  type TableOptions,
  type TablePreview,
} from '#exchange/importers/index';

export const never = new AbortController().signal;

export function textFile(text: string | Uint8Array<ArrayBuffer>, name = 'file.csv'): ImportFile {
  return importFileOf(new Blob([text]), name);
}

export function dataFile(path: string): ImportFile {
  return textFile(new Uint8Array(readFileSync(new URL(`../../data/${path}`, import.meta.url))), path.split('/').at(-1));
}

export function expected<T>(set: string): T {
  return JSON.parse(readFileSync(new URL(`../../data/${set}/expected.json`, import.meta.url), 'utf8')) as T;
}

export function context(over: Partial<ImportContext> = {}): ImportContext {
  let n = 0;
  return { newId: () => `id${++n}`, existing: [], chart: { to: 'none' }, source: { reference: 'S1' }, ...over };
}

export async function previewed(file: ImportFile, options: TableOptions = {}): Promise<TablePreview> {
  const p = await previewTable(file, options, never);
  if ('refused' in p) throw new Error(p.refused);
  expect_(p.dataRows + p.rejected.total === p.rows, 'preview conserves rows');
  return p;
}

/** Preview, guess, adjust, plan; every plan is checked for the conservation law on the way. */
export async function planned(
  file: ImportFile,
  adjust: (guess: Mapping) => Mapping = (m) => m,
  over: Partial<ImportContext> = {},
  options: TableOptions = {},
): Promise<ImportPlan> {
  const p = await previewed(file, options);
  const plan = await planImport(file, p.form, adjust(p.guess), context(over), never);
  if ('refused' in plan) throw new Error(`${plan.refused} ${JSON.stringify(plan.detail)}`);
  expect_(plan.accepted + plan.rejected.total === plan.rows, 'plan conserves rows');
  expect_(plan.rows === p.rows, 'preview and plan see the same rows');
  expect_([...plan.steps()].length === plan.counts.steps, 'steps are as many as announced');
  return plan;
}

function expect_(holds: boolean, law: string): void {
  if (!holds) throw new Error(`broken: ${law}`);
}

export function entitiesOf(plan: ImportPlan): Entity[] {
  return records(plan, 'entity') as Entity[];
}
export function linksOf(plan: ImportPlan): Link[] {
  return records(plan, 'link') as Link[];
}
function records(plan: ImportPlan, kind: string): NonNullable<Step['after']>[] {
  return [...plan.steps()].flatMap((s) => (s.after?.kind === kind ? [s.after] : []));
}

/** The mapping with one column changed. */
export function withColumn(m: Mapping, header: string, change: Partial<Mapping['columns'][number]>): Mapping {
  return { ...m, columns: m.columns.map((c) => (c.header === header ? { ...c, ...change } : c)) };
}
export function withLinks(m: Mapping, change: Partial<NonNullable<Mapping['links']>>): Mapping {
  if (!m.links) throw new Error('not a mapping of links');
  return { ...m, links: { ...m.links, ...change } };
}
export function attribute(record: Entity | Link | undefined, field: string): string | undefined {
  return record?.attributes?.find((a) => a.field === field)?.value;
}
