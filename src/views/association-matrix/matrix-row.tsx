import { memo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { type Entity, isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { number, t } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { AssociationMatrix } from '#queries/association-matrix';
import { Name } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import type { GroupStarts } from '../matrix-order.ts';
import { cellText } from './cell-words.ts';
import { Line, Part } from './part.tsx';
import { CellMark } from './symbol.tsx';
import type { Sizes } from './use-window.ts';

/** What all rows share; a new object only when all of them are to be drawn again. */
export interface Drawing {
  readonly base: string;
  readonly state: CaseState;
  readonly matrix: AssociationMatrix;
  /** A filter may keep links off: then an empty cell does not say that nothing is recorded. */
  readonly filtered: boolean;
  readonly ids: readonly Id[];
  /** Columns and rows before which a line stands. */
  readonly edges: ReadonlySet<number>;
  /** Rows at which a group begins, and its number. */
  readonly groups: GroupStarts;
  readonly sizes: Sizes;
  readonly half: boolean;
  /** Largest number of associates, for the bars. */
  readonly most: number;
  readonly selected: ReadonlySet<Id>;
  /** Entities that are selected, and ends of selected links: their rows and columns are tinted. */
  readonly lit: ReadonlySet<Id>;
}

/** The name of a row or column. */
export function EntityName({ entity }: { entity: Entity | undefined }) {
  return (
    <>
      {entity && <Icon name={iconRole(entity)} size={14} />}
      <Name text={nameOf(entity)} isProtected={entity !== undefined && isProtected(entity)} clip />
    </>
  );
}

interface RowProps {
  readonly drawing: Drawing;
  readonly index: number;
  readonly columns: readonly number[];
  /** Column the keyboard stands on, where it is in this row. */
  readonly active: number | undefined;
}

/** One row: name, the cells that are in sight, how many others. */
export const MatrixRow = memo(function MatrixRow({ drawing, index, columns, active }: RowProps) {
  const { base, state, matrix, ids, edges, groups, sizes, half, most, selected, lit } = drawing;
  const id = ids[index]!;
  const entity = state.entity(id);
  const count = matrix.associated(id);
  const on = lit.has(id);
  const group = groups.get(index);
  const shared = { base, row: index, active };
  const name = (column: number, left?: number) => (
    <Part
      key="name"
      {...shared}
      column={column}
      role="rowheader"
      selected={selected.has(id)}
      className="matrix-name"
      title={nameOf(entity)}
      {...(left !== undefined && { left })}
    >
      <EntityName entity={entity} />
      {group !== undefined && <span className="matrix-group">{t('results.group-name', { number: group })}</span>}
    </Part>
  );
  return (
    <Line
      row={index}
      className={`matrix-row${on ? ' on' : ''}${edges.has(index) ? ' starts' : ''}`}
      style={{ top: `${index * sizes.row}px`, height: `${sizes.row}px` }}
    >
      {!half && name(-1)}
      {columns.map((column) => {
        const other = ids[column];
        if (other === undefined || (half && column > index)) return null;
        const left = sizes.names + column * sizes.cell;
        // In the half form each name stands once, where its row meets its column.
        if (half && column === index) return name(column, left);
        const cell = matrix.cell(id, other);
        const chosen = cell ? cell.links.filter((l) => selected.has(l)).length : 0;
        const look = [
          'matrix-cell',
          column === index && 'self',
          (on || lit.has(other)) && 'lit',
          edges.has(column) && 'starts',
          chosen > 0 && (chosen === cell?.links.length ? 'sel' : 'part'),
        ];
        return (
          <Part
            key={column}
            {...shared}
            column={column}
            role="gridcell"
            label={cellText(state, drawing, id, other)}
            selected={chosen > 0}
            className={look.filter(Boolean).join(' ')}
            left={left}
          >
            {cell && <CellMark cell={cell} />}
          </Part>
        );
      })}
      <span className="matrix-gap" />
      <Part
        {...shared}
        column={ids.length}
        role="gridcell"
        label={t('association-matrix.associated.of', { name: nameOf(entity), count })}
        className="matrix-count"
      >
        <b>{number(count)}</b>
        <i style={{ width: `${most === 0 ? 0 : Math.round((count / most) * 52)}px` }} />
      </Part>
    </Line>
  );
});
