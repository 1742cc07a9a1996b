import { useT } from '#i18n/react';
import type { Signs } from './board.ts';

/** What the marks mean; every one has its own shape, so that it reads without colour. */
export function Legend({ undated, signs }: { readonly undated: boolean; readonly signs: Signs | undefined }) {
  const t = useT();
  return (
    <ul className="timeline-legend" aria-label={t('timeline.legend')}>
      <li>
        <svg viewBox="0 0 40 14" aria-hidden="true">
          <path className="solid" d="M7 1l6 6-6 6-6-6z" />
          <path className="outline" d="M20 1l6 6-6 6-6-6z" />
          <path className="solid" d="M20 1v12l-6-6z" />
          <path className="outline" d="M33 1l6 6-6 6-6-6z" />
        </svg>
        {t('timeline.legend.diamond')}
      </li>
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <path className="outline" d="M1 1.5h26v11H1z" />
        </svg>
        {t('timeline.legend.bar')}
      </li>
      <li>
        <svg viewBox="0 0 28 14" aria-hidden="true">
          <path className="outline" d="M4 2H1v10h3M24 2h3v10h-3" />
          <path className="outline dashed" d="M1 7h26" />
        </svg>
        {t('timeline.legend.unsure')}
      </li>
      {undated && (
        <li>
          <svg viewBox="0 0 14 14" aria-hidden="true">
            <path className="outline dotted" d="M7 1.5l5.5 5.5-5.5 5.5-5.5-5.5z" />
          </svg>
          {t('timeline.legend.undated')}
        </li>
      )}
      {signs?.ticks && (
        <li>
          <svg viewBox="0 0 16 14" aria-hidden="true">
            <path className="outline" d="M3 1v12M7 1v12M13 1v12" />
          </svg>
          {t('timeline.legend.tick')}
        </li>
      )}
      {signs?.breaks && (
        <li>
          <svg viewBox="0 0 20 14" aria-hidden="true">
            <path className="outline" d="M5 0L3 3.5 5 7 3 10.5 5 14M17 0l-2 3.5L17 7l-2 3.5 2 3.5" />
          </svg>
          {t('timeline.legend.break')}
        </li>
      )}
      {signs?.weekends && <li>{t('timeline.legend.weekend')}</li>}
      {signs?.nights && <li>{t('timeline.legend.night')}</li>}
    </ul>
  );
}
