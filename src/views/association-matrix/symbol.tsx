import type { Strength } from '#domain/link/link';
import { ARROW_BACK, ARROW_OUT, codeStrokes } from '#drawing/matrix/code-strokes';
import type { Code, MatrixCell } from '#queries/association-matrix';

/** The symbol of a code in a strength, round (0, 0): the same on paper. */
export function CodeMark({ code, strength }: { code: Code; strength: Strength }) {
  return codeStrokes(code, strength).map(({ d, dash, solid }) => (
    <path key={d} d={d} strokeDasharray={dash?.join(' ')} fill={solid ? 'currentColor' : undefined} />
  ));
}

/** What a cell shows: its symbol, arrowheads beside it, and how many links there are where more than one. */
export function CellMark({ cell }: { cell: MatrixCell }) {
  const { links, out, back } = cell;
  return (
    <svg className="matrix-mark" width={36} height={18} viewBox="0 0 36 18" aria-hidden="true">
      <g transform="translate(13 9)">
        <CodeMark code={cell.code} strength={cell.strength} />
        {back && <path className="matrix-arrow" d={ARROW_BACK} />}
        {out && <path className="matrix-arrow" d={ARROW_OUT} />}
      </g>
      {links.length > 1 && (
        <text x={35} y={13} textAnchor="end">
          {links.length > 99 ? '99+' : links.length}
        </text>
      )}
    </svg>
  );
}
