import { type KeyboardEvent, type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import type { AssociationMatrix, Block } from '#queries/association-matrix';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { needsTallLine } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import type { Form } from '../matrix-look.ts';
import type { GroupStarts } from '../matrix-order.ts';
import { cellText } from './cell-words.ts';
import { MatrixFoot, MatrixHead } from './matrix-edges.tsx';
import { type Drawing, MatrixRow } from './matrix-row.tsx';
import { partId } from './part.tsx';
import { moved, type Place } from './place.ts';
import { sizesOf, useWindow } from './use-window.ts';

/** A place by who stands there, so that it stays with them when the order changes. */
interface Spot {
  readonly row: Id | 'head' | 'foot';
  readonly column: Id | 'names' | 'counts';
}

export interface MatrixGridProps {
  readonly state: CaseState;
  readonly matrix: AssociationMatrix;
  readonly filtered: boolean;
  /** Those shown, in their order. */
  readonly ids: readonly Id[];
  readonly blocks: readonly Block[];
  /** Rows at which a group begins, and its number. */
  readonly groups: GroupStarts;
  readonly form: Form;
  /** What a cell holds is to be edited; where it stands in the window. */
  readonly onEdit: (row: Id, column: Id, at: DOMRect) => void;
}

const NONE: ReadonlySet<Id> = new Set();

/** The grid itself: one stop of the keyboard, drawn as far as it is in sight. */
export function MatrixGrid({ state, matrix, filtered, ids, blocks, groups, form, onEdit }: MatrixGridProps) {
  const t = useT();
  const base = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const chosen = useSignal(selection);
  const [active, setActive] = useState<Spot>();
  const n = ids.length;
  const half = form === 'half';
  // A new matrix means new names.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; the matrix is read anew then.
  const tall = useMemo(() => ids.some((id) => needsTallLine(nameOf(state.entity(id)))), [ids, matrix, state]);
  const sizes = useMemo(() => sizesOf(form, tall), [form, tall]);
  const places = useMemo(() => new Map(ids.map((id, i) => [id, i])), [ids]);
  const placeOf = ({ row, column }: Spot): Place | undefined => {
    const r = row === 'head' ? -1 : row === 'foot' ? n : places.get(row);
    const c = column === 'names' ? -1 : column === 'counts' ? n : places.get(column);
    if (r === undefined || c === undefined) return undefined;
    if (!half) return { row: r, column: c };
    if (r < 0 || r >= n) return undefined;
    return c === n || (c >= 0 && c <= r)
      ? { row: r, column: c }
      : { row: Math.max(r, c), column: c < 0 ? r : Math.min(r, c) };
  };
  const spotOf = ({ row, column }: Place): Spot => ({
    row: row < 0 ? 'head' : (ids[row] ?? 'foot'),
    column: column < 0 ? 'names' : (ids[column] ?? 'counts'),
  });
  const at = active && placeOf(active);
  const { rows, columns, reveal, onScroll } = useWindow(scroller, n, sizes, at);

  const selected = useMemo(() => (chosen.length === 0 ? NONE : new Set(chosen)), [chosen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; the matrix is read anew then.
  const lit = useMemo(() => {
    const found = new Set<Id>();
    for (const id of chosen) {
      const link = state.link(id);
      if (link) found.add(link.from).add(link.to);
      else if (state.entity(id)) found.add(id);
    }
    return found;
  }, [chosen, matrix, state]);
  const drawing = useMemo((): Drawing => {
    const most = ids.reduce((max, id) => Math.max(max, matrix.associated(id)), 0);
    const edges = new Set(blocks.flatMap((b) => (b.start > 0 ? [b.start] : [])));
    return { base, state, matrix, filtered, ids, edges, groups, sizes, half, most, selected, lit };
  }, [base, state, matrix, filtered, ids, blocks, groups, sizes, half, selected, lit]);

  const told = useRef<readonly Id[]>([]);
  const latest = useRef({ places, reveal, state, half, active });
  latest.current = { places, reveal, state, half, active };
  // What was chosen elsewhere is brought into sight here.
  useEffect(() => {
    if (chosen === told.current) return;
    told.current = chosen;
    const { places, reveal, state, half, active } = latest.current;
    for (const id of chosen) {
      const link = state.link(id);
      const [row, column] = link ? [link.from, link.to] : [id, id];
      const [r, c] = [places.get(row), places.get(column)];
      if (r === undefined || c === undefined) continue;
      // In the square a link stands in two cells: whoever is at one of them stays there.
      const ends = [active?.row, active?.column];
      if (link && row !== column && ends.includes(row) && ends.includes(column)) return;
      const turned = half && c > r;
      setActive(
        link || half ? { row: turned ? column : row, column: turned ? row : column } : { row, column: 'names' },
      );
      reveal(turned ? { row: c, column: r } : { row: r, column: link || half ? c : -1 });
      return;
    }
  }, [chosen]);

  const tell = (next: readonly Id[]) => {
    select(next);
    told.current = selection.get();
  };
  const entityAt = ({ row, column }: Place): Id | undefined => {
    if (row < 0 || row >= n) return ids[column];
    return column < 0 || (half && row === column) ? ids[row] : undefined;
  };
  /** What a place stands for: an entity where a name is, the links of a cell; undefined: counts. */
  const recordsAt = (place: Place): readonly Id[] | undefined => {
    const entity = entityAt(place);
    if (entity !== undefined) return [entity];
    const [row, column] = [ids[place.row], ids[place.column]];
    if (row === undefined || column === undefined) return undefined;
    return matrix.cell(row, column)?.links ?? [];
  };
  const pick = (place: Place, more: boolean) => {
    const records = recordsAt(place);
    if (!records) return;
    if (records.length === 0) {
      const [row, column] = [ids[place.row]!, ids[place.column]!];
      announce(cellText(state, drawing, row, column));
      if (!more) tell([]);
      return;
    }
    if (!more) return tell(records);
    const all = records.every((id) => selected.has(id));
    tell(all ? chosen.filter((id) => !records.includes(id)) : [...chosen, ...records]);
  };
  const editAt = (place: Place) => {
    const [row, column] = [ids[place.row], ids[place.column]];
    if (entityAt(place) !== undefined || row === undefined || column === undefined) return pick(place, false);
    if (row === column) return announce(t('association-matrix.said.itself'));
    const cell = document.getElementById(partId(base, place));
    if (cell) onEdit(row, column, cell.getBoundingClientRect());
  };
  const go = (place: Place) => {
    setActive(spotOf(place));
    reveal(place);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.altKey) return;
    const from = at ?? { row: 0, column: 0 };
    const page = Math.max(
      1,
      Math.floor(((scroller.current?.clientHeight ?? 0) - sizes.head - sizes.foot) / sizes.row) - 1,
    );
    const to = moved(from, event, n, page, form);
    if (to) go(to);
    else if (event.key === ' ') pick(from, event.ctrlKey || event.metaKey);
    else if (event.key === 'Enter') editAt(from);
    else if (event.key === 'Escape') tell([]);
    else return;
    event.preventDefault();
  };
  const placeUnder = (target: EventTarget): Place | undefined => {
    const element = target instanceof Element ? target.closest('[data-row]') : null;
    return element
      ? { row: Number(element.getAttribute('data-row')), column: Number(element.getAttribute('data-column')) }
      : undefined;
  };
  const onClick = (event: MouseEvent) => {
    const place = placeUnder(event.target);
    if (!place) return;
    setActive(spotOf(place));
    pick(place, event.ctrlKey || event.metaKey || event.shiftKey);
  };
  const onEditPointed = (event: MouseEvent) => {
    const place = placeUnder(event.target);
    if (!place || recordsAt(place) === undefined) return;
    event.preventDefault();
    setActive(spotOf(place));
    editAt(place);
  };

  const width = sizes.names + n * sizes.cell + (half ? 168 : 0) + sizes.counts;
  const label = t('view.association-matrix');
  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={0}
      className={`matrix-grid${half ? ' half' : ''}`}
      data-keys="list"
      aria-label={label}
      aria-description={t('association-matrix.keys')}
      aria-rowcount={n + (half ? 1 : 2)}
      aria-colcount={n + 2}
      aria-multiselectable="true"
      aria-activedescendant={at ? partId(base, at) : undefined}
      onScroll={onScroll}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onEditPointed}
      onContextMenu={onEditPointed}
      onFocus={() => {
        if (!at && n > 0) setActive(spotOf({ row: 0, column: 0 }));
      }}
    >
      <MatrixHead drawing={drawing} columns={columns} width={width} active={at?.row === -1 ? at.column : undefined} />
      <div role="rowgroup" className="matrix-body" style={{ width: `${width}px`, height: `${n * sizes.row}px` }}>
        {rows.map((index) => (
          <MatrixRow
            key={ids[index]}
            drawing={drawing}
            index={index}
            columns={columns}
            active={at?.row === index ? at.column : undefined}
          />
        ))}
      </div>
      {!half && (
        <MatrixFoot drawing={drawing} columns={columns} width={width} active={at?.row === n ? at.column : undefined} />
      )}
    </div>
  );
}
