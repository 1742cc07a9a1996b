import { useMemo, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { GraphRequest, Scope } from '#queries/analysis';
import { useCaseSnapshot } from '#queries/case-context';
import { type CommunityResult, overlapOf } from '#queries/groups';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { allLinksIn } from '../answer-scope.ts';
import type { FigureRow } from '../figure-rows.ts';
import { entityColumn, linksColumn, typeColumn } from './entity-columns.tsx';
import { memberClass, memberColumns } from './groups-columns.ts';

/** A member of a group, or the line above its members. */
interface GridRow extends FigureRow {
  /** Of the line: where groups overlap, one entity has a line in each of its own. */
  readonly line: string;
  readonly heading?: boolean;
}

/** Lines that are listed where groups overlap: there may be thousands of groups, and many times as many members as entities. */
const MOST_LINES = 20_000;

/** Groups one below the other, each under a line of its own, its best linked members first: their order is the table's, so no column sorts. */
function underHeadings(rows: readonly FigureRow[], links: (id: Id) => number, overlap: boolean): Listed {
  const members = new Map<number | undefined, FigureRow[]>();
  for (const r of rows) {
    const list = members.get(r.value);
    if (list) list.push(r);
    else members.set(r.value, [r]);
  }
  const shown: GridRow[] = [];
  let left = 0;
  for (const [value, list] of members) {
    if (overlap && value !== undefined && shown.length + list.length >= MOST_LINES) {
      left++;
      continue;
    }
    const id = `group ${value}`;
    const group = value === undefined ? { reason: 'in-no-group' } : { value };
    shown.push({ id, line: id, ...group, size: list.length, heading: true });
    for (const r of list.sort((a, b) => links(b.id) - links(a.id)))
      shown.push({ ...r, line: overlap ? `${value} ${r.id}` : r.id });
  }
  return { shown, left };
}

interface Listed {
  readonly shown: readonly GridRow[];
  /** Groups that are not listed. */
  readonly left: number;
}

/** Entities of lines, each once; a line of a group is none. */
const entitiesOf = (lines: readonly string[], rows: ReadonlyMap<string, GridRow>): readonly Id[] => [
  ...new Set(lines.flatMap((line) => rows.get(line) ?? []).flatMap((r) => (r.heading ? [] : [r.id]))),
];

/**
 * The lines marked in the table, and what is selected by choosing others. An entity may have several lines: those that were chosen here are marked, all
 * of them where it was selected elsewhere.
 */
function useLines(
  shown: readonly GridRow[],
  selected: readonly Id[],
  onSelect: (ids: readonly Id[]) => void,
): { readonly marked: readonly string[]; readonly choose: (lines: readonly string[]) => void } {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const rows = useMemo(() => new Map(shown.map((r) => [r.line, r])), [shown]);
  const marked = useMemo(() => {
    const wanted = new Set(selected);
    const here = entitiesOf(chosen, rows);
    if (here.length === wanted.size && here.every((id) => wanted.has(id)))
      return chosen.filter((line) => rows.get(line)?.heading !== true);
    return shown.filter((r) => !r.heading && wanted.has(r.id)).map((r) => r.line);
  }, [shown, rows, chosen, selected]);
  const choose = (lines: readonly string[]) => {
    setChosen(lines);
    onSelect(entitiesOf(lines, rows));
  };
  return { marked, choose };
}

const lineOf = (r: GridRow) => r.line;

interface Groups {
  readonly state: CaseState;
  readonly rows: readonly FigureRow[];
  readonly result: CommunityResult;
  readonly title: string;
  readonly selected: readonly Id[];
  readonly onSelect: (ids: readonly Id[]) => void;
}

/** Who is in which group, under the heading of each: all members of each, also those of others. */
export function GroupGrid({
  scope,
  kinds,
  ...groups
}: Groups & { readonly scope: Scope; readonly kinds: GraphRequest['twoMode'] }) {
  const { state } = groups;
  const { version } = useCaseSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const links = useMemo(() => allLinksIn(state, scope, kinds), [state, version, scope, kinds]);
  return <LinesByLinks {...groups} links={links} />;
}

/** Links are counted, lines ordered and drawn by one component each: between two the page hears keys. */
function LinesByLinks({ links, ...groups }: Groups & { readonly links: (id: Id) => number }) {
  const { rows, result } = groups;
  const overlap = useMemo(() => overlapOf(result) !== undefined, [result]);
  const listed = useMemo(() => underHeadings(rows, links, overlap), [rows, links, overlap]);
  return <Lines {...groups} {...listed} links={links} />;
}

function Lines({
  state,
  rows,
  shown,
  left,
  links,
  result,
  title,
  selected,
  onSelect,
}: Groups & Listed & { readonly links: (id: Id) => number }) {
  const t = useT();
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  const { marked, choose } = useLines(shown, selected, (ids) => onSelect(ids.filter((id) => state.get(id))));
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
      { id: 'group', title: t('results.column.group'), width: 100, plain: true, text: group },
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
        rowId={lineOf}
        columns={columns}
        matches={(text, query) => searchKey(text).includes(searchKey(query))}
        opensAtTop
        selected={marked}
        onSelect={choose}
        // The line of a group selects its members.
        onOpen={(r) => r.heading && choose(shown.flatMap((m) => (!m.heading && m.value === r.value ? [m.line] : [])))}
        rowClass={memberClass}
      />
      {left > 0 && <p className="groups-left">{t('groups.not-listed', { count: left })}</p>}
    </div>
  );
}
