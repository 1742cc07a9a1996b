import type { CaseState } from '#domain/change/case-state';
import { number, t } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { HowSure } from '#queries/how-sure';
import { named } from './answer-sentence.ts';
import { onLinks } from './setup-words.ts';

/** Shares this near are equal: they are counts of resamples over one number of them. */
const EQUAL = 1e-9;

/** A share of the resamples: only what holds in all of them is 100%, only what holds in none is 0%. */
export function shareOfResamples(share: number): string {
  const rounded = Math.round(share * 100) / 100;
  const said = rounded === 1 && share < 1 ? Math.floor(share * 1000) / 1000 : rounded;
  const shown = said === 0 && share > 0 ? Math.max(0.001, share) : said;
  return number(shown, { style: 'percent', maximumFractionDigits: 1 });
}

/**
 * How the first place stands, in words: who holds it on the recorded links, alone or with others, who is first in more of the resamples, and never
 * surer than the shares.
 */
export function firstPlaceText(
  state: CaseState,
  { rows, leaders, settings }: HowSure,
  asked: Parameters<typeof onLinks>[0],
): string | undefined {
  const ranked = rows.filter((r) => r.rank !== undefined);
  if (ranked.length === 0) return undefined;
  const leading = new Set(leaders);
  const first = ranked.filter((r) => leading.has(r.id));
  const best = ranked.reduce((most, r) => Math.max(most, r.lead), 0);
  const oftenest = best > 0 ? ranked.filter((r) => r.lead >= best - EQUAL) : [];
  const rivals = oftenest.filter((r) => !leading.has(r.id));
  const resamples = number(Number(settings.resamples));
  const others = named(
    state,
    rivals.map((r) => r.id),
  );
  const on = onLinks(asked);
  const words = { on, resamples, others, most: shareOfResamples(best), count: rivals.length };
  const assumed = t('results.sure.first.assumed');
  const [one] = first;
  if (!one)
    return [
      t('results.sure.first.nobody', { on }),
      ...(rivals.length > 0 ? [t('results.sure.first.oftenest', words)] : []),
      assumed,
    ].join(' ');
  const most = first.reduce((m, r) => Math.max(m, r.lead), 0);
  const beaten = rivals.length > 0 && most < best - EQUAL;
  if (first.length > 1) {
    const low = shareOfResamples(first.reduce((least, r) => Math.min(least, r.lead), 1));
    const high = shareOfResamples(most);
    const names = named(
      state,
      first.map((r) => r.id),
    );
    return [
      low === high
        ? t('results.sure.first.shared', { on, names, resamples, share: low })
        : t('results.sure.first.shared-unlike', { on, names, resamples, low, high }),
      ...(rivals.length > 0 ? [t(`results.sure.first.${beaten ? 'oftener' : 'as-often'}`, words)] : []),
      assumed,
    ].join(' ');
  }
  const own = {
    name: nameOf(state.entity(one.id)),
    share: shareOfResamples(one.lead),
    low: number(one.low),
    high: number(one.high),
  };
  if (rivals.length > 0)
    return [t(`results.sure.first.${beaten ? 'other' : 'level'}`, { ...words, ...own }), assumed].join(' ');
  const possible = ranked.filter((r) => r.id !== one.id && r.low <= 1).length;
  const alone = possible === 0 ? t('results.sure.first.alone', { ...own, resamples }) : undefined;
  return [alone ?? t('results.sure.first', { ...own, resamples, count: possible }), assumed].join(' ');
}
