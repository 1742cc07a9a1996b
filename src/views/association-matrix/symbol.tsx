import type { Strength } from '#domain/link/link';
import type { Code, MatrixCell } from '#queries/association-matrix';

/** Solid, dashed, dotted: the line is the grade, as on a chart. */
const DASHES: Readonly<Record<Strength, string | undefined>> = {
  confirmed: undefined,
  unconfirmed: '3 2',
  tentative: '1 2',
};

/** The symbol of a code in a strength, round (0, 0), some 9 wide: in form, not in colour, is told what it says. */
export function CodeMark({ code, strength }: { code: Code; strength: Strength }) {
  const line = { strokeDasharray: DASHES[strength] };
  switch (code) {
    case 'association':
      // Known ●, suspected ○; what is tentative is an open circle of dots.
      return (
        <circle
          r={4}
          fill={strength === 'confirmed' ? 'currentColor' : 'none'}
          strokeDasharray={strength === 'tentative' ? '1 2.14' : undefined}
        />
      );
    case 'participation':
      return (
        <path
          d={strength === 'confirmed' ? 'M-4.5 0h9M0-4.5v9' : 'M-4.5 0h9'}
          {...(strength === 'tentative' && line)}
        />
      );
    case 'ownership':
      return (
        <>
          <path d="M2.4-3.4C1.6-4.6-2.4-4.8-2.4-2.3S2.5-.1 2.5 1.8-1.7 4.3-2.6 2.8M0-5.6v10.4" />
          {strength !== 'confirmed' && <path d="M-4.5 7h9" {...line} />}
        </>
      );
    case 'identity':
      return <path d="M-4.5-2h9M-4.5 2h9" {...(strength !== 'confirmed' && line)} />;
  }
}

/** What a cell shows: its symbol, arrowheads beside it, and how many links there are where more than one. */
export function CellMark({ cell }: { cell: MatrixCell }) {
  const { links, out, back } = cell;
  return (
    <svg className="matrix-mark" width={36} height={18} viewBox="0 0 36 18" aria-hidden="true">
      <g transform="translate(13 9)">
        <CodeMark code={cell.code} strength={cell.strength} />
      </g>
      {back && <path className="matrix-arrow" d="M6 6v6L2 9z" />}
      {out && <path className="matrix-arrow" d="M20 6v6l4-3z" />}
      {links.length > 1 && (
        <text x={35} y={13} textAnchor="end">
          {links.length > 99 ? '99+' : links.length}
        </text>
      )}
    </svg>
  );
}
