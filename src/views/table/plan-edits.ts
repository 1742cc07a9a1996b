import { sameJson } from '#domain/change/canonical';
import type { Edit } from '#domain/commands/edit';
import type { CaseRecord, Id } from '#domain/record';
import type { Grade } from '#domain/source/source';
import { t } from '#i18n/index';
import type { EditManner, RowEdit } from '#ui/grid/index';
import { type Field, isProblem, type Look } from './field.ts';

/** A row that is not a record yet: what was typed, and what keeps it from being one. */
export interface Draft {
  readonly id: Id;
  readonly cells: ReadonlyMap<string, string>;
  readonly problems: ReadonlyMap<string, string>;
}

export type Problems = ReadonlyMap<Id, ReadonlyMap<string, string>>;

export interface Segment<R extends CaseRecord> {
  readonly fields: readonly Field<R>[];
  /** A record of this segment as it begins, with what is taken for granted. */
  readonly blank: (id: Id) => R;
  /** Fills what follows from other cells, once all were read. `typed`: the columns that were filled. */
  readonly finish?: (record: R, typed: ReadonlySet<string>) => R;
  readonly find: (id: Id) => R | undefined;
}

export interface EditPlan<R extends CaseRecord> {
  readonly changed: readonly { readonly before: R; readonly after: R }[];
  readonly made: readonly R[];
  /** Rows that still lack something, in the order they were typed or pasted. */
  readonly drafts: readonly Draft[];
  /** Rows that were drafts and are records now. */
  readonly completed: readonly Id[];
  /** By row, by column: what could not be taken over, and why. */
  readonly problems: Problems;
}

export interface EditSurroundings {
  readonly look: Look;
  readonly drafts: ReadonlyMap<Id, Draft>;
  readonly newId: () => Id;
}

/** Reads typed or pasted cells into changed and new records. Nothing is guessed: what cannot be read is told cell by cell. */
export function planEdits<R extends CaseRecord>(
  segment: Segment<R>,
  edits: readonly RowEdit[],
  manner: EditManner,
  { look, drafts, newId }: EditSurroundings,
): EditPlan<R> {
  const byId = new Map(segment.fields.map((f) => [f.id, f]));
  const changed: { before: R; after: R }[] = [];
  const made: R[] = [];
  const left: Draft[] = [];
  const completed: Id[] = [];
  const problems = new Map<Id, Map<string, string>>();

  for (const edit of edits) {
    const before = edit.row === null ? undefined : segment.find(edit.row);
    if (edit.row !== null && before) {
      const wrong = new Map<string, string>();
      let after = before;
      for (const { column, text } of edit.cells) {
        const field = byId.get(column);
        if (!field?.read || field.closed?.(before) || field.locked?.(before)) continue;
        const next = field.read(after, text, look);
        if (isProblem(next)) wrong.set(column, next.problem);
        else after = next;
      }
      if (!sameJson(before, after)) changed.push({ before, after });
      if (wrong.size > 0) problems.set(before.id, wrong);
      continue;
    }
    const draft = edit.row === null ? undefined : drafts.get(edit.row);
    // Nothing is made of an empty line.
    if (!draft && edit.cells.every((c) => c.text.trim() === '')) continue;
    const cells = new Map(draft?.cells);
    for (const { column, text } of edit.cells) {
      if (!byId.get(column)?.read) continue;
      if (text.trim() === '') cells.delete(column);
      else cells.set(column, text);
    }
    const id = edit.row ?? newId();
    const read = readDraft(segment, id, cells, look, manner !== 'type');
    if (read.record) {
      made.push(read.record);
      completed.push(id);
    } else left.push({ id, cells, problems: read.problems });
  }
  return { changed, made, drafts: left, completed, problems };
}

function readDraft<R extends CaseRecord>(
  segment: Segment<R>,
  id: Id,
  cells: ReadonlyMap<string, string>,
  look: Look,
  insist: boolean,
): { readonly record?: R; readonly problems: ReadonlyMap<string, string> } {
  const problems = new Map<string, string>();
  let record = segment.blank(id);
  let lacking = false;
  for (const field of segment.fields) {
    const text = cells.get(field.id);
    if (text !== undefined && field.read) {
      const next = field.read(record, text, look);
      if (isProblem(next)) problems.set(field.id, next.problem);
      else record = next;
    }
  }
  for (const field of segment.fields) {
    if (!field.required || problems.has(field.id)) continue;
    if (cells.has(field.id) || field.text(record, look) !== '') continue;
    lacking = true;
    if (insist) problems.set(field.id, t('table.problem.needed'));
  }
  if (lacking || problems.size > 0) return { problems };
  return { record: segment.finish?.(record, new Set(cells.keys())) ?? record, problems };
}

/** Two states of a record as fields to set and fields to take away. */
export function editOf<R extends CaseRecord>(before: R, after: R): Edit<R> {
  const was = before as unknown as Readonly<Record<string, unknown>>;
  const is = after as unknown as Readonly<Record<string, unknown>>;
  const set: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(is)) {
    if (key === 'id' || key === 'kind' || value === undefined) continue;
    if (was[key] === undefined || !sameJson(was[key], value)) set[key] = value;
  }
  const clear = Object.keys(was).filter((key) => was[key] !== undefined && is[key] === undefined);
  return { id: before.id, set: set as Edit<R>['set'] & object, clear };
}

/** How many sources that are there a plan grades anew: the log keeps why. */
export function regraded(plan: EditPlan<CaseRecord>): number {
  return plan.changed.filter(
    ({ before, after }) => before.kind === 'source' && after.kind === 'source' && !sameGrade(before.grade, after.grade),
  ).length;
}

function sameGrade(a: Grade | undefined, b: Grade | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && sameJson(a, b));
}
