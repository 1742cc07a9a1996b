import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { factTexts } from '../figure-facts.ts';
import type { MeasureAnswer } from '../last-answer.ts';

/** Numbers that come with the figures shown: how exact they are, and that one is still made better. */
export function FactsLine({ answers }: { answers: readonly MeasureAnswer[] }) {
  const t = useT();
  const told = answers.filter((a) => a.result.facts);
  if (told.length === 0) return null;
  return (
    <ul className="results-facts" aria-label={t('figure-facts.label')}>
      {told.map((a, at) => (
        <li key={at}>
          {t('figure-facts.one-of', {
            measure: tDynamic(`measure.${a.id}.name`),
            facts: factTexts(a.result).join(' · '),
          })}
          {a.refining && ` · ${t(`figure-facts.refining.${a.refining}`)}`}
        </li>
      ))}
    </ul>
  );
}
