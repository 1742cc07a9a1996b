import { isMessageKey, tDynamic } from '#i18n/index';
import type { Figure } from '#queries/analysis';

/** Why there is no answer, in words where there are some. `before`: a result from before is still shown. */
export function refusalOf({ code, detail }: Extract<Figure<unknown>, { ok: false }>, before = true): string {
  if (code === 'cancelled') return tDynamic(before ? 'results.cancelled' : 'results.cancelled.nothing');
  for (const room of ['communities', 'key-players', 'network-figure']) {
    const refused = `${room}.refused.${code}`;
    if (isMessageKey(refused)) return tDynamic(refused, { most: detail ?? '', detail: detail ?? '' });
  }
  const failure = `results.failure.${code}`;
  return tDynamic('results.failed', { code: isMessageKey(failure) ? tDynamic(failure) : code });
}
