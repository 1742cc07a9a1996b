import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { useT } from '#i18n/react';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { entityColumn, linksColumn, typeColumn } from './entity-columns.tsx';
import { changeText, type FigureColumn, type FigureTable, figureText, rankChange } from './figure-table.ts';

interface Row {
  readonly id: Id;
}

/** Any number of figures side by side: rank, entity, values, ranks; what is undefined stands last with its reason. */
export function FigureGrid({
  state,
  table,
  more,
  withoutBar = false,
  selected,
  onSelect,
}: {
  state: CaseState;
  table: FigureTable;
  /** What else stands beside the first figure. */
  more?: readonly GridColumn<Row>[];
  /** Where what else stands beside it is drawn too, and the room is dear. */
  withoutBar?: boolean;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const rows = useMemo(() => table.ids.map((id): Row => ({ id })), [table]);
  const columns = useMemo((): readonly GridColumn<Row>[] => {
    const [main, ...others] = table.columns;
    const value = (c: FigureColumn, at: number): GridColumn<Row> => ({
      id: `value ${at}`,
      title: c.title,
      about: c.title,
      kind: 'number',
      width: at === 0 ? 104 : 112,
      text: (r) => figureText(c, r.id),
      sortBy: (r) => c.rows.get(r.id)?.value,
    });
    const rank = (c: FigureColumn, at: number, title: string): GridColumn<Row> => ({
      id: `rank ${at}`,
      title,
      kind: 'number',
      width: at === 0 ? 44 : 48,
      text: (r) => String(c.rows.get(r.id)?.rank ?? ''),
      sortBy: (r) => c.rows.get(r.id)?.rank,
    });
    const { groupOf } = table;
    return [
      rank(main, 0, t('results.column.rank')),
      entityColumn<Row>(state, t('results.column.entity')),
      value(main, 0),
      ...(others.length > 0 || withoutBar
        ? []
        : [
            {
              id: 'bar',
              title: t('results.column.bar'),
              kind: 'bar' as const,
              width: 130,
              text: () => '',
              share: (r: Row) => {
                const v = main.rows.get(r.id)?.value;
                return v === undefined || main.most <= 0 ? undefined : v / main.most;
              },
              sortable: false,
            },
          ]),
      ...(more ?? []),
      ...others.flatMap((c, i): GridColumn<Row>[] => [
        value(c, i + 1),
        rank(c, i + 1, t('results.column.rank-of', { measure: c.title })),
        ...(c.comparable
          ? [
              {
                id: `change ${i + 1}`,
                title: t('results.column.change'),
                about: t('results.column.change.about'),
                kind: 'number' as const,
                width: 62,
                text: (r: Row) => changeText(rankChange(table, c, r.id)),
                sortBy: (r: Row) => rankChange(table, c, r.id),
              },
            ]
          : []),
      ]),
      ...(groupOf
        ? [
            {
              id: 'group',
              title: t('results.column.group'),
              width: 80,
              text: (r: Row) => {
                const group = groupOf.get(r.id);
                return group === undefined ? '' : t('results.group-name', { number: group + 1 });
              },
            },
          ]
        : []),
      linksColumn(state, t('results.column.links')),
      typeColumn(state, t('results.column.type')),
    ];
  }, [table, more, withoutBar, state, t]);
  return (
    <div className="results-grid">
      <DataGrid
        label={table.columns[0].title}
        rows={rows}
        rowId={(r) => r.id}
        columns={columns}
        frozen={2}
        matches={(text, query) => searchKey(text).includes(searchKey(query))}
        opensAtTop
        selected={selected}
        onSelect={onSelect}
      />
    </div>
  );
}
