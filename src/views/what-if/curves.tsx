import { CURVE_DASHES, letterPlaces } from '#drawing/report/curves';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import type { CurvesAnswer } from '#queries/what-if';
import { areaFigure, curveFigure, curveLetter, curveName, missingCurves, removalsTold } from '../what-if-words.ts';

const WIDTH = 560;
const HEIGHT = 236;
const LEFT = 44;
const TOP = 22;
const BOTTOM = 42;
/** Letters do not touch. */
const LETTER = 13;

/** Removal curves: drawn with dashes and letters of their own, and the same figures in the table below. */
export function Curves({ answer }: { answer: CurvesAnswer }) {
  const t = useT();
  const { curves } = answer;
  const n = answer.nodes;
  const after = removalsTold(answer);
  const x = (q: number) => LEFT + (q / Math.max(1, n)) * (WIDTH - LEFT - 20);
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - BOTTOM - TOP);
  const line = (values: readonly number[]) => values.map((v, q) => `${x(q).toFixed(1)},${y(v).toFixed(1)}`).join(' ');
  const dash = (k: number) => CURVE_DASHES[k % CURVE_DASHES.length]!.join(' ');
  const letters = letterPlaces(
    curves.map((c) => c.largest),
    (q, share) => ({ x: x(q), y: y(share) }),
    LETTER,
  );
  return (
    <>
      <svg
        className="what-if-curves"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('what-if.curves.picture')}
      >
        {[0, 0.5, 1].map((share) => (
          <g key={share}>
            <line x1={LEFT} x2={WIDTH - 20} y1={y(share)} y2={y(share)} className="what-if-rule" />
            <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
              {number(share)}
            </text>
          </g>
        ))}
        {[0, 0.25, 0.5, 0.75, 1].map((part) => (
          <text key={part} x={x(part * n)} y={HEIGHT - BOTTOM + 16} textAnchor="middle">
            {number(Math.round(part * n))}
          </text>
        ))}
        {curves.map((c, k) => (
          <g key={c.order} className={`what-if-line-${k + 1}`}>
            {c.low && c.high && (
              <polygon
                className="what-if-band"
                points={`${line(c.high)} ${c.low
                  .map((v, q) => `${x(q).toFixed(1)},${y(v).toFixed(1)}`)
                  .reverse()
                  .join(' ')}`}
              />
            )}
            <polyline points={line(c.largest)} strokeDasharray={dash(k)} />
          </g>
        ))}
        {letters.map((at, k) => (
          <g key={curves[k]!.order} className={`what-if-line-${k + 1} what-if-letter`}>
            <circle cx={at.x} cy={at.y} r={LETTER / 2 - 0.5} />
            <text x={at.x} y={at.y + 3.5} textAnchor="middle">
              {curveLetter(k)}
            </text>
          </g>
        ))}
        <text x={4} y={10}>
          {t('what-if.curves.share')}
        </text>
        <text x={LEFT} y={HEIGHT - 6}>
          {t('what-if.curves.removed')}
        </text>
      </svg>
      <table className="grid">
        <thead>
          <tr>
            <th scope="col">{t('what-if.curves.order')}</th>
            {after.map((q) => (
              <th scope="col" key={q} className="num">
                {t('what-if.curves.after', { count: q })}
              </th>
            ))}
            <th scope="col" className="num">
              {t('what-if.curves.area')}
            </th>
          </tr>
        </thead>
        <tbody>
          {curves.map((c, k) => (
            <tr key={c.order} className={`what-if-line-${k + 1}`}>
              <th scope="row">
                <svg className="what-if-key" viewBox="0 0 28 8" aria-hidden="true">
                  <polyline points="0,4 28,4" strokeDasharray={dash(k)} />
                </svg>
                {curveLetter(k)} · {curveName(answer, c)}
              </th>
              {after.map((q) => (
                <td key={q} className="num">
                  {curveFigure(c.largest[q]!)}
                </td>
              ))}
              <td className="num">{areaFigure(c.area)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {curves.some((c) => c.low) && <p className="muted">{t('what-if.curves.band')}</p>}
      {missingCurves(answer).map((text) => (
        <p key={text} className="muted">
          {text}
        </p>
      ))}
    </>
  );
}
