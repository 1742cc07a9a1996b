import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { type Drawing, EntityName } from './matrix-row.tsx';
import { Line, Part } from './part.tsx';

interface EdgeProps {
  readonly drawing: Drawing;
  readonly columns: readonly number[];
  readonly width: number;
  /** Column the keyboard stands on, where it stands in this line. */
  readonly active: number | undefined;
}

/** The names above, turned to read upwards; in the half form the names stand on the diagonal. */
export function MatrixHead({ drawing, columns, width, active }: EdgeProps) {
  const t = useT();
  const { base, state, ids, edges, sizes, half, selected, lit } = drawing;
  const shared = { base, row: -1, active, role: 'columnheader' } as const;
  return (
    <Line row={-1} className="matrix-head" style={{ width: `${width}px`, height: `${sizes.head}px` }}>
      {!half && (
        <Part {...shared} column={-1} className="matrix-corner">
          {t('association-matrix.entity')}
        </Part>
      )}
      {columns.map((column) => {
        const id = ids[column];
        if (id === undefined || half) return null;
        const entity = state.entity(id);
        return (
          <Part
            key={column}
            {...shared}
            column={column}
            selected={selected.has(id)}
            title={nameOf(entity)}
            className={`matrix-heading${lit.has(id) ? ' on' : ''}${edges.has(column) ? ' starts' : ''}`}
            left={sizes.names + column * sizes.cell}
          >
            <span>
              <EntityName entity={entity} />
            </span>
          </Part>
        );
      })}
      <span className="matrix-gap" />
      <Part
        {...shared}
        column={ids.length}
        className="matrix-counts-head"
        title={t('association-matrix.associated.about')}
      >
        {t('association-matrix.associated')}
      </Part>
    </Line>
  );
}

/** The counts below: how many others, for each column; how many pairs, at the end. */
export function MatrixFoot({ drawing, columns, width, active }: EdgeProps) {
  const t = useT();
  const { base, state, matrix, ids, edges, sizes } = drawing;
  const n = ids.length;
  const shared = { base, row: n, active };
  return (
    <Line row={n} className="matrix-foot" style={{ width: `${width}px`, height: `${sizes.foot}px` }}>
      <Part
        {...shared}
        role="rowheader"
        column={-1}
        className="matrix-name"
        title={t('association-matrix.associated.about')}
      >
        {t('association-matrix.associated')}
      </Part>
      {columns.map((column) => {
        const id = ids[column];
        if (id === undefined) return null;
        const count = matrix.associated(id);
        return (
          <Part
            key={column}
            {...shared}
            column={column}
            role="gridcell"
            label={t('association-matrix.associated.of', { name: nameOf(state.entity(id)), count })}
            className={`matrix-sum${edges.has(column) ? ' starts' : ''}`}
            left={sizes.names + column * sizes.cell}
          >
            {number(count)}
          </Part>
        );
      })}
      <span className="matrix-gap" />
      <Part
        {...shared}
        column={n}
        role="gridcell"
        label={t('association-matrix.associated.total', { count: matrix.pairs })}
        className="matrix-count"
      >
        <b>{number(matrix.pairs)}</b>
      </Part>
    </Line>
  );
}
