import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { Name } from '#ui/controls/index';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { Icon } from '#ui/icon/index';
import type { FigureRow } from '../figure-rows.ts';
import { decimalsOf, figureWriter } from './figure-words.ts';

/** A member of a group, or the line above its members. */
interface GridRow extends FigureRow {
  readonly heading?: boolean;
}

/** Groups one below the other, each under a line of its own, its best linked members first: their order is the table's, so no column sorts. */
function underHeadings(rows: readonly FigureRow[], state: CaseState): GridRow[] {
  const members = new Map<number | undefined, FigureRow[]>();
  for (const r of rows) {
    const list = members.get(r.value);
    if (list) list.push(r);
    else members.set(r.value, [r]);
  }
  const links = (r: GridRow) => state.linksOf(r.id).size;
  return [...members].flatMap(([value, list]) => [
    {
      id: `group ${value}`,
      ...(value === undefined ? { reason: 'in-no-group' } : { value }),
      size: list.length,
      heading: true,
    },
    ...list.sort((a, b) => links(b) - links(a)),
  ]);
}

/** The answer: rank, entity, value, bar; what is undefined stands last with its reason. Groups stand under their headings. */
export function FigureGrid({
  state,
  rows,
  title,
  groups,
  selected,
  onSelect,
}: {
  state: CaseState;
  rows: readonly FigureRow[];
  title: string;
  groups: boolean;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const shown = useMemo((): readonly GridRow[] => (groups ? underHeadings(rows, state) : rows), [groups, rows, state]);
  const columns = useMemo((): readonly GridColumn<GridRow>[] => {
    const values = rows.flatMap((r) => (r.value === undefined ? [] : [r.value]));
    const most = values.reduce((a, b) => Math.max(a, b), 0);
    const written = figureWriter(decimalsOf(values));
    const value: GridColumn<GridRow> = {
      id: 'value',
      title,
      kind: 'number',
      width: 116,
      text: (r) =>
        r.value === undefined
          ? t('results.undefined', { reason: tDynamic(`measure.reason.${r.reason}`) })
          : written(r.value),
      sortBy: (r) => r.value,
    };
    const bar: GridColumn<GridRow> = {
      id: 'bar',
      title: t('results.column.bar'),
      kind: 'bar',
      width: 130,
      text: () => '',
      share: (r) => (r.value === undefined || most <= 0 ? undefined : r.value / most),
      sortable: false,
    };
    const groupNames = new Map<number, string>();
    const group = ({ value: n, reason }: GridRow): string => {
      if (n === undefined) return tDynamic(`measure.reason.${reason}`);
      const name = groupNames.get(n) ?? t('results.group-name', { number: n + 1 });
      groupNames.set(n, name);
      return name;
    };
    const all: GridColumn<GridRow>[] = [
      ...(groups
        ? []
        : [
            {
              id: 'rank',
              title: t('results.column.rank'),
              kind: 'number' as const,
              width: 44,
              text: (r: GridRow) => (r.rank === undefined ? '' : String(r.rank)),
              sortBy: (r: GridRow) => r.rank,
            },
          ]),
      {
        id: 'entity',
        title: t('results.column.entity'),
        width: 190,
        text: (r) => (r.heading ? group(r) : nameOf(state.entity(r.id))),
        render: (r) => {
          if (r.heading) return <b>{group(r)}</b>;
          const entity = state.entity(r.id);
          const guarded = entity ? isProtected(entity) : false;
          return (
            <span className={groups ? 'row results-name results-member' : 'row results-name'}>
              {entity && <Icon name={guarded ? 'protected' : iconRole(entity)} />}{' '}
              <Name text={nameOf(entity)} isProtected={guarded} clip />
            </span>
          );
        },
      },
      ...(groups
        ? [
            {
              id: 'group',
              title: t('results.column.group'),
              width: 100,
              text: group,
            },
            {
              id: 'size',
              title: t('results.column.size'),
              kind: 'number' as const,
              width: 90,
              text: (r: GridRow) => (r.heading ? number(r.size ?? 0) : ''),
            },
          ]
        : [value, bar]),
      {
        id: 'links',
        title: t('results.column.links'),
        kind: 'number',
        width: 60,
        text: (r) => (r.heading ? '' : String(state.linksOf(r.id).size)),
        sortBy: (r) => state.linksOf(r.id).size,
      },
      {
        id: 'type',
        title: t('results.column.type'),
        width: 130,
        text: (r) => (r.heading ? '' : tDynamic(`entity-type.${state.entity(r.id)?.type ?? 'unknown'}`)),
      },
    ];
    return groups ? all.map((c) => ({ ...c, sortable: false })) : all;
  }, [rows, title, groups, state, t]);
  return (
    <div className="results-grid">
      <DataGrid
        label={title}
        rows={shown}
        rowId={(r) => r.id}
        columns={columns}
        frozen={groups ? 1 : 2}
        matches={(text, query) => searchKey(text).includes(searchKey(query))}
        opensAtTop
        selected={selected}
        onSelect={(ids) => onSelect(ids.filter((id) => state.get(id)))}
        // The line of a group selects its members.
        onOpen={(r) => r.heading && onSelect(rows.filter((m) => m.value === r.value).map((m) => m.id))}
        rowClass={(r) => (r.heading ? 'results-community' : undefined)}
      />
    </div>
  );
}
