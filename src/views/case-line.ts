import type { CaseState } from '#domain/change/case-state';
import { t } from '#i18n/index';

/** The last line of a file of an answer: of which case it is, and how that is marked. None where nothing is known of the case. */
export function caseLine({ properties: p }: CaseState): string[] {
  if (!p) return [];
  const words = [p.title, p.reference, p.marking, p.training].filter((w) => w);
  return [t('paper.file.case', { case: words.join(' · ') })];
}
