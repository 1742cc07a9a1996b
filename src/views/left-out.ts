import { i18nInstance, t } from '#i18n/index';
import type { LeftOut } from './answer-scope.ts';

/** Whom an answer leaves out and why, counted and never named; undefined where nobody. */
export function leftOutText(left: LeftOut | undefined): string | undefined {
  if (!left) return undefined;
  const parts = (['protected', 'cleared', 'filtered'] as const).flatMap((why) =>
    left[why] > 0 ? [t(`results.left-out.${why}`, { count: left[why] })] : [],
  );
  if (parts.length === 0) return undefined;
  const list = new Intl.ListFormat(i18nInstance.language, { type: 'conjunction' }).format(parts);
  return t('results.left-out', { list });
}
