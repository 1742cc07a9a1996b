import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import type { CurveAnswer, CurvesAnswer } from '#queries/what-if';

const WIDTH = 560;
const HEIGHT = 220;
const LEFT = 44;
const BOTTOM = 28;
/** Dashes by which the lines are told apart without colour; with a mark at their end, named beside the table's rows. */
const DASHES = ['', '7 3', '2 3', '9 3 2 3', '1 2', '4 2 1 2'];
/** Removals the table tells of, as far as there are so many. */
const AFTER = [1, 2, 3, 5, 10, 20];

const two = (x: number) => number(x, { maximumFractionDigits: 2, minimumFractionDigits: 2 });

/** Removal curves: drawn with dashes and marks of their own, and the same figures in the table below. */
export function Curves({ answer }: { answer: CurvesAnswer }) {
  const t = useT();
  const { curves } = answer;
  const n = answer.nodes;
  const after = AFTER.filter((q) => q <= n);
  const x = (q: number) => LEFT + (q / Math.max(1, n)) * (WIDTH - LEFT - 20);
  const y = (share: number) => 10 + (1 - share) * (HEIGHT - BOTTOM - 10);
  const line = (values: readonly number[]) => values.map((v, q) => `${x(q).toFixed(1)},${y(v).toFixed(1)}`).join(' ');
  const letter = (k: number) => String.fromCharCode(65 + k);
  const name = (c: Pick<CurveAnswer, 'order'>) =>
    c.order === 'random'
      ? t('what-if.curve.random', {
          runs: number(Number(answer.parameters.runs)),
          seed: String(answer.parameters.seed),
        })
      : t(`what-if.curve.${c.order}`);
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
          <text key={part} x={x(part * n)} y={HEIGHT - 10} textAnchor="middle">
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
            <polyline points={line(c.largest)} strokeDasharray={DASHES[k % DASHES.length]} />
            <text x={x(markAt(c, k)) + 3} y={y(c.largest[markAt(c, k)]!) - 3}>
              {letter(k)}
            </text>
          </g>
        ))}
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
                  <polyline points="0,4 28,4" strokeDasharray={DASHES[k % DASHES.length]} />
                </svg>
                {letter(k)} · {name(c)}
              </th>
              {after.map((q) => (
                <td key={q} className="num">
                  {two(c.largest[q]!)}
                </td>
              ))}
              <td className="num">{number(c.area, { maximumFractionDigits: 3, minimumFractionDigits: 3 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer.missing.map((m) => (
        <p key={m.order} className="muted">
          {t('what-if.curve.missing', {
            order: name(m),
            reason: t(
              m.reason === 'no-entities'
                ? 'what-if.curve.reason.no-entities'
                : 'what-if.curve.reason.too-large-to-recompute',
            ),
          })}
        </p>
      ))}
    </>
  );
}

/** Where a curve's letter stands: on its way down, each a little further than the one before. */
function markAt({ largest }: CurveAnswer, k: number): number {
  const level = 0.75 - 0.1 * k;
  const at = largest.findIndex((v) => v < level);
  return at < 0 ? largest.length - 1 : Math.max(0, at - 1);
}
