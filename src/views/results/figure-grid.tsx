import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { linksIn } from '../answer-scope.ts';
import { changeText, type FigureColumn, type FigureTable, figureText, rankChange } from '../figure-table.ts';
import { DOUBT, groupsText } from '../groups-words.ts';
import { entityColumn, headWidth, linksColumn, typeColumn } from './entity-columns.tsx';

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
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  const rows = useMemo(() => table.ids.map((id): Row => ({ id })), [table]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const columns = useMemo((): readonly GridColumn<Row>[] => {
    const [main, ...others] = table.columns;
    const value = (c: FigureColumn, at: number): GridColumn<Row> => ({
      id: `value ${at}`,
      title: c.title,
      about: c.title,
      kind: 'number',
      width: headWidth(c.title, 104),
      text: (r) => figureText(c, r.id),
      sortBy: (r) => c.rows.get(r.id)?.value,
    });
    const rank = (c: FigureColumn, at: number): GridColumn<Row> => ({
      id: `rank ${at}`,
      title: t('results.column.rank'),
      about: t('results.column.rank-of', { measure: c.title }),
      kind: 'number',
      width: at === 0 ? 44 : 48,
      text: (r) => String(c.rows.get(r.id)?.rank ?? ''),
      sortBy: (r) => c.rows.get(r.id)?.rank,
    });
    const { groupsOf, doubtful } = table;
    return [
      rank(main, 0),
      entityColumn<Row>(state, t('results.column.entity')),
      value(main, 0),
      ...(others.length > 0 || withoutBar
        ? []
        : [
            {
              id: 'bar',
              title: t('results.column.bar'),
              kind: 'bar' as const,
              width: headWidth(t('results.column.bar'), 130),
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
        rank(c, i + 1),
        ...(c.comparable
          ? [
              {
                id: `change ${i + 1}`,
                title: t('results.column.change'),
                about: t('results.column.change.about'),
                kind: 'number' as const,
                width: headWidth(t('results.column.change'), 62),
                text: (r: Row) => changeText(rankChange(table, c, r.id)),
                sortBy: (r: Row) => rankChange(table, c, r.id),
              },
            ]
          : []),
      ]),
      ...(groupsOf
        ? [
            {
              id: 'group',
              title: t('results.column.group'),
              width: 80,
              plain: true as const,
              ...(doubtful.size > 0 && { about: t('results.column.group.about') }),
              text: (r: Row) => {
                const groups = groupsText(t, groupsOf.get(r.id) ?? []);
                return doubtful.has(r.id) ? `${groups} ${DOUBT}` : groups;
              },
            },
          ]
        : []),
      linksColumn(linksIn(state, table.columns[0].answer.scope, table.columns[0].answer.asked.twoMode), {
        title: t('results.column.links'),
        about: t('results.column.links.about'),
      }),
      typeColumn(state, t('results.column.type')),
    ];
  }, [table, more, withoutBar, state, version, t]);
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
