import type { CaseState } from '#domain/change/case-state';
import { number, t } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { SureSet } from '#queries/sure-sets';
import { named } from '../answer-sentence.ts';
import { assumedTexts, resampledWith } from '../how-sure-note.ts';
import type { ToldTable } from '../last-look.ts';

export const share = (v: number) => number(v, { style: 'percent', maximumFractionDigits: 1 });

/** Others listed on the screen and on paper; a file has all. */
const MOST_OTHERS = 10;
/** Parts this near are the same. */
const EQUAL = 1e-9;

/** How a set fares over the resamples, one sentence each. `given`: every member was required, and no other set was looked for. */
export function sureSetTexts(state: CaseState, sure: SureSet, given: boolean): string[] {
  const { resamples } = resampledWith(sure.settings);
  const between = t('guided.key.sure.between', { low: share(sure.low), high: share(sure.high), resamples });
  if (given) return [between];
  const last = sure.members.at(-1)!;
  const above = sure.others.filter((o) => o.share > last.share + EQUAL).map((o) => o.id);
  const steady = sure.proven === 1 ? 'guided.key.sure.as-good.proven' : 'guided.key.sure.as-good';
  const compared = { member: nameOf(state.entity(last.id)), memberShare: share(last.share) };
  return [
    t(steady, { share: share(sure.asGood), resamples }),
    between,
    above.length === 0
      ? t('guided.key.sure.steady')
      : t('guided.key.sure.others', { ...compared, names: named(state, above) }),
  ];
}

export interface SureSetRow {
  readonly id: string;
  readonly name: string;
  readonly member: boolean;
  readonly share: number;
}

/** Who stands in the best sets of the resamples: the members, then others, each by falling part; `more` others are not listed. */
export function sureSetRows(state: CaseState, { members, others }: SureSet, most = MOST_OTHERS) {
  const row = (member: boolean) => (of: SureSet['members'][number]) => ({
    ...of,
    name: nameOf(state.entity(of.id)),
    member,
  });
  const rows: SureSetRow[] = [...members.map(row(true)), ...others.slice(0, most).map(row(false))];
  return { rows, more: Math.max(0, others.length - most) };
}

/** The same for paper and file. */
export function sureSetTable(state: CaseState, sure: SureSet): ToldTable {
  const columns = [
    { title: t('guided.key.sure.entity') },
    { title: t('guided.key.sure.member') },
    { title: t('guided.key.sure.share'), figure: true as const },
  ];
  const lines = (rows: readonly SureSetRow[], part: (v: number) => string) =>
    rows.map((r) => [r.name, t(r.member ? 'guided.key.sure.yes' : 'guided.key.sure.no'), part(r.share)]);
  return {
    columns,
    rows: lines(sureSetRows(state, sure).rows, share),
    file: [columns.map((c) => c.title), ...lines(sureSetRows(state, sure, Number.POSITIVE_INFINITY).rows, String)],
  };
}

/** How it was derived, beside how the set itself was found. */
export function sureSetMethod({ settings, proven }: SureSet): string {
  return [
    t('guided.key.sure.method', resampledWith(settings)),
    ...(proven < 1 ? [t('guided.key.sure.tried', { share: share(proven) })] : []),
    ...assumedTexts(settings),
    t('sure.method.assumption.set'),
    t('sure.method.seed', { seed: String(settings.seed) }),
  ].join(' ');
}
