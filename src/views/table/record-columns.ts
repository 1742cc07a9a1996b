import type { CaseRecord, Id } from '#domain/record';
import type { GridColumn } from '#ui/grid/index';
import { chosen, type Field, type Look } from './field.ts';
import type { Draft, Segment } from './plan-edits.ts';

/** A record, or a row that is not one yet, and what is wrong with its cells, by field. */
export interface TableRow<R> {
  readonly id: Id;
  readonly record?: R;
  readonly draft?: Draft;
  readonly problems: ReadonlyMap<string, string> | undefined;
}

/** A cell of a row that is not a record yet: what was typed, in words where it is one of the choices. */
function draftText<R extends CaseRecord>(field: Field<R>, draft: Draft, segment: Segment<R>, look: Look): string {
  const typed = draft.cells.get(field.id);
  if (typed === undefined) return field.required ? field.text(segment.blank(draft.id), look) : '';
  const choices = field.choices?.(look);
  const value = choices && chosen(choices, typed);
  return choices?.find((c) => c.value === value)?.label ?? typed;
}

/** A field as a column of the grid. */
export function columnOf<R extends CaseRecord>(
  field: Field<R>,
  segment: Segment<R>,
  look: Look,
): GridColumn<TableRow<R>> {
  const shut = (row: TableRow<R>) => row.record !== undefined && (field.closed?.(row.record) ?? false);
  const text = (row: TableRow<R>) =>
    row.record
      ? shut(row)
        ? ''
        : field.text(row.record, look)
      : row.draft
        ? draftText(field, row.draft, segment, look)
        : '';
  return {
    id: field.id,
    title: field.title,
    ...(field.about && { about: field.about }),
    ...(field.width && { width: field.width }),
    ...(field.kind && { kind: field.kind }),
    text,
    ...(field.sortBy && {
      sortBy: (row: TableRow<R>) => (row.record && !shut(row) ? field.sortBy!(row.record, look) : undefined),
    }),
    ...(field.render && {
      render: (row: TableRow<R>) => (row.record && !shut(row) ? field.render!(row.record, look) : null),
    }),
    editable: (row) => field.read !== undefined && !shut(row) && !(row.record && field.locked?.(row.record)),
    editText: (row) =>
      row.record && !shut(row)
        ? (field.editText?.(row.record, look) ?? field.text(row.record, look))
        : (row.draft?.cells.get(field.id) ?? text(row)),
    ...(field.choices && { choices: () => field.choices!(look) }),
    ...(field.suggest && { suggest: (typed: string) => field.suggest!(typed, look) }),
    problem: (row) => row.problems?.get(field.id),
  };
}
