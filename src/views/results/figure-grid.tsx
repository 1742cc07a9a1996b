import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { Name } from '#ui/controls/index';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { Icon } from '#ui/icon/index';
import type { FigureRow } from '../figure-rows.ts';

const digits = new Intl.NumberFormat(undefined, { maximumSignificantDigits: 6 });

/** The answer: rank, entity, value, bar; what is undefined stands last with its reason. */
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
  const columns = useMemo((): readonly GridColumn<FigureRow>[] => {
    const most = Math.max(0, ...rows.map((r) => r.value ?? 0));
    const value: GridColumn<FigureRow> = {
      id: 'value',
      title,
      kind: 'number',
      width: 116,
      text: (r) =>
        r.value === undefined
          ? t('results.undefined', { reason: tDynamic(`measure.reason.${r.reason}`) })
          : digits.format(r.value),
      sortBy: (r) => r.value,
    };
    const bar: GridColumn<FigureRow> = {
      id: 'bar',
      title: t('results.column.bar'),
      kind: 'bar',
      width: 130,
      text: () => '',
      share: (r) => (r.value === undefined || most <= 0 ? undefined : r.value / most),
      sortable: false,
    };
    return [
      ...(groups
        ? []
        : [
            {
              id: 'rank',
              title: t('results.column.rank'),
              kind: 'number' as const,
              width: 44,
              text: (r: FigureRow) => (r.rank === undefined ? '' : String(r.rank)),
              sortBy: (r: FigureRow) => r.rank,
            },
          ]),
      {
        id: 'entity',
        title: t('results.column.entity'),
        width: 190,
        text: (r) => nameOf(state.entity(r.id)),
        render: (r) => {
          const entity = state.entity(r.id);
          const guarded = entity ? isProtected(entity) : false;
          return (
            <>
              {entity && <Icon name={guarded ? 'protected' : iconRole(entity)} />}{' '}
              <Name text={nameOf(entity)} isProtected={guarded} clip />
            </>
          );
        },
      },
      ...(groups
        ? [
            {
              id: 'group',
              title: t('results.column.group'),
              width: 100,
              text: (r: FigureRow) => t('results.group-name', { number: (r.value ?? 0) + 1 }),
              sortBy: (r: FigureRow) => r.value,
            },
            {
              id: 'size',
              title: t('results.column.size'),
              kind: 'number' as const,
              width: 90,
              text: (r: FigureRow) => String(r.size ?? ''),
              sortBy: (r: FigureRow) => r.size,
            },
          ]
        : [value, bar]),
      {
        id: 'links',
        title: t('results.column.links'),
        kind: 'number',
        width: 60,
        text: (r) => String(state.linksOf(r.id).size),
        sortBy: (r) => state.linksOf(r.id).size,
      },
      {
        id: 'type',
        title: t('results.column.type'),
        width: 130,
        text: (r) => tDynamic(`entity-type.${state.entity(r.id)?.type ?? 'unknown'}`),
      },
    ];
  }, [rows, title, groups, state, t]);
  return (
    <div className="results-grid">
      <DataGrid
        label={title}
        rows={rows}
        rowId={(r) => r.id}
        columns={columns}
        frozen={groups ? 1 : 2}
        matches={(text, query) => searchKey(text).includes(searchKey(query))}
        opensAtTop
        selected={selected}
        onSelect={onSelect}
      />
    </div>
  );
}
