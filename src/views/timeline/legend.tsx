import { useT } from '#i18n/react';

/** What the marks mean; every one has its own shape, so that it reads without colour. */
export function Legend({
  undated,
  nights,
  weekends,
}: {
  readonly undated: boolean;
  readonly nights: boolean;
  readonly weekends: boolean;
}) {
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
      {weekends && <li>{t('timeline.legend.weekend')}</li>}
      {nights && <li>{t('timeline.legend.night')}</li>}
    </ul>
  );
}
