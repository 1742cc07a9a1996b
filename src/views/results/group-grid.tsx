import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { Scope } from '#queries/analysis';
import { useCaseSnapshot } from '#queries/case-context';
import type { CommunityResult } from '#queries/groups';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { linksIn } from '../answer-scope.ts';
import type { FigureRow } from '../figure-rows.ts';
import { entityColumn, linksColumn, typeColumn } from './entity-columns.tsx';
import { memberClass, memberColumns } from './groups-columns.ts';

/** A member of a group, or the line above its members. */
interface GridRow extends FigureRow {
  readonly heading?: boolean;
}

/** Groups one below the other, each under a line of its own, its best linked members first: their order is the table's, so no column sorts. */
function underHeadings(rows: readonly FigureRow[], links: (id: Id) => number): GridRow[] {
  const members = new Map<number | undefined, FigureRow[]>();
  for (const r of rows) {
    const list = members.get(r.value);
    if (list) list.push(r);
    else members.set(r.value, [r]);
  }
  return [...members].flatMap(([value, list]) => [
    {
      id: `group ${value}`,
      ...(value === undefined ? { reason: 'in-no-group' } : { value }),
      size: list.length,
      heading: true,
    },
    ...list.sort((a, b) => links(b.id) - links(a.id)),
  ]);
}

/** Who is in which group, under the heading of each. */
export function GroupGrid({
  state,
  rows,
  result,
  scope,
  title,
  selected,
  onSelect,
}: {
  state: CaseState;
  rows: readonly FigureRow[];
  result: CommunityResult;
  scope: Scope;
  title: string;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const links = useMemo(() => linksIn(state, scope), [state, version, scope]);
  const shown = useMemo(() => underHeadings(rows, links), [rows, links]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const columns = useMemo((): readonly GridColumn<GridRow>[] => {
    const names = new Map<number, string>();
    const group = ({ value: n, reason }: GridRow): string => {
      if (n === undefined) return tDynamic(`measure.reason.${reason}`);
      const name = names.get(n) ?? t('results.group-name', { number: n + 1 });
      names.set(n, name);
      return name;
    };
    const entity = entityColumn<GridRow>(state, t('results.column.entity'), 'results-member');
    const all: GridColumn<GridRow>[] = [
      {
        ...entity,
        text: (r) => (r.heading ? group(r) : entity.text(r)),
        render: (r) => (r.heading ? <b>{group(r)}</b> : entity.render?.(r)),
      },
      { id: 'group', title: t('results.column.group'), width: 100, text: group },
      {
        id: 'size',
        title: t('results.column.size'),
        kind: 'number',
        width: 90,
        text: (r) => (r.heading ? number(r.size ?? 0) : ''),
      },
      ...memberColumns<GridRow>(t, rows, result),
      linksColumn(links, { title: t('results.column.links'), about: t('results.column.links.about') }),
      typeColumn(state, t('results.column.type')),
    ];
    return all.map((c) => ({ ...c, sortable: false }));
  }, [state, version, t, rows, result, links]);
  return (
    <div className="results-grid">
      <DataGrid
        label={title}
        rows={shown}
        rowId={(r) => r.id}
        columns={columns}
        matches={(text, query) => searchKey(text).includes(searchKey(query))}
        opensAtTop
        selected={selected}
        onSelect={(ids) => onSelect(ids.filter((id) => state.get(id)))}
        // The line of a group selects its members.
        onOpen={(r) => r.heading && onSelect(rows.filter((m) => m.value === r.value).map((m) => m.id))}
        rowClass={memberClass}
      />
    </div>
  );
}
