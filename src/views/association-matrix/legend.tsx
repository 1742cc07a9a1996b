import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { type AssociationMatrix, codes, strengths } from '#queries/association-matrix';
import { CodeMark } from './symbol.tsx';

/** What the symbols mean: those that stand in this matrix, and no others. */
export function Legend({ matrix }: { matrix: AssociationMatrix }) {
  const t = useT();
  const present = codes.flatMap((code) =>
    strengths.flatMap((strength) => (matrix.says.has(`${code}.${strength}`) ? [{ code, strength }] : [])),
  );
  if (present.length === 0) return null;
  return (
    <section className="matrix-legend" aria-label={t('association-matrix.legend')}>
      {present.map(({ code, strength }) => (
        <span key={`${code}.${strength}`}>
          <svg className="matrix-mark" width={14} height={16} viewBox="-7 -8 14 16" aria-hidden="true">
            <CodeMark code={code} strength={strength} />
          </svg>
          {tDynamic(`association-matrix.says.${code}.${strength}`)}
        </span>
      ))}
      <span>
        <svg className="matrix-mark" width={12} height={16} viewBox="0 0 12 16" aria-hidden="true">
          <path className="matrix-arrow" d="M5 5v6L1 8z" />
          <path className="matrix-arrow" d="M7 5v6l4-3z" />
        </svg>
        {t('association-matrix.legend.arrows')}
      </span>
      <span>{t('association-matrix.legend.count')}</span>
    </section>
  );
}
