import type { Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import { groupsOf, isDoubtful } from '#queries/groups';
import { type FigureRow, measureRows } from './figure-rows.ts';
import { decimalsOf, figureWriter } from './figure-words.ts';
import type { Asked, MeasureAnswer } from './last-answer.ts';
import { differenceWords } from './setup-words.ts';

/** One figure of the table: its values by entity, its words, and how its numbers are written. */
export interface FigureColumn {
  readonly answer: MeasureAnswer;
  /** Name of the measure, and in what its graph differs from that of the answer. */
  readonly title: string;
  readonly rows: ReadonlyMap<Id, FigureRow>;
  readonly most: number;
  readonly write: (value: number) => string;
  /** The same measure over another graph: ranks can be compared. */
  readonly comparable: boolean;
}

/** The figures of an answer side by side; rows in the order of the first, whoever is only in others behind them. */
export interface FigureTable {
  readonly columns: readonly [FigureColumn, ...FigureColumn[]];
  readonly ids: readonly Id[];
  /** All groups of each; none: an empty list. */
  readonly groupsOf: ReadonlyMap<Id, readonly number[]> | undefined;
  /** Who could as well belong to another of these groups. */
  readonly doubtful: ReadonlySet<Id>;
}

function columnOf(answer: MeasureAnswer, main: MeasureAnswer): FigureColumn {
  const rows = measureRows(answer.result);
  const values = rows.flatMap((r) => (r.value === undefined ? [] : [r.value]));
  const name = tDynamic(`measure.${answer.id}.name`);
  const difference = answer === main ? '' : differenceWords(answer.asked, main.asked);
  return {
    answer,
    title:
      difference === ''
        ? name
        : answer.id === main.id
          ? difference
          : t('results.column.of', { measure: name, difference }),
    rows: new Map(rows.map((r) => [r.id, r])),
    most: values.reduce((a, b) => Math.max(a, b), 0),
    write: figureWriter(decimalsOf(values)),
    comparable: answer !== main && answer.id === main.id,
  };
}

export function figureTable(main: MeasureAnswer, asked: Pick<Asked, 'columns' | 'groups'>): FigureTable {
  const columns: FigureTable['columns'] = [
    columnOf(main, main),
    ...(asked.columns ?? []).map((c) => columnOf(c, main)),
  ];
  const ids = new Set<Id>();
  for (const c of columns) for (const id of c.rows.keys()) ids.add(id);
  const groups = asked.groups && new Map(asked.groups.result.rows.map((r) => [r.id, groupsOf(r)]));
  const doubtful = new Set(asked.groups?.result.rows.flatMap((r) => (isDoubtful(r) ? [r.id] : [])));
  return { columns, ids: [...ids], groupsOf: groups, doubtful };
}

/** The figure of an entity in words: its value, why it has none, or '' where it is not among those asked. */
export function figureText(column: FigureColumn, id: Id): string {
  const row = column.rows.get(id);
  if (!row) return '';
  return row.value === undefined
    ? t('results.undefined', { reason: tDynamic(`measure.reason.${row.reason}`) })
    : column.write(row.value);
}

/** Places gained (above zero) or lost in a column against the first; undefined where either has no rank. */
export function rankChange(table: FigureTable, column: FigureColumn, id: Id): number | undefined {
  const before = table.columns[0].rows.get(id)?.rank;
  const now = column.rows.get(id)?.rank;
  return before === undefined || now === undefined ? undefined : before - now;
}

export function changeText(change: number | undefined): string {
  if (change === undefined) return '';
  if (change === 0) return t('results.change.same');
  return t(change > 0 ? 'results.change.up' : 'results.change.down', { count: Math.abs(change) });
}
