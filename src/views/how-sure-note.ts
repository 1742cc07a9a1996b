import type { CaseState } from '#domain/change/case-state';
import { displayLabel } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { number, t } from '#i18n/index';
import type { ParameterValues } from '#queries/analysis';
import type { CaseWarning, HowSure, WeakestLink } from '#queries/how-sure';
import { named } from './answer-sentence.ts';
import { sourceName } from './source-names.ts';

const two = (x: number) => number(x, { maximumFractionDigits: 2 });

function nameIn(state: CaseState, id: Id): string {
  const entity = state.entity(id);
  return entity ? displayLabel(entity) : '?';
}

/** What the sampling may have done, in words. */
export function warningText(state: CaseState, warning: CaseWarning): string {
  switch (warning.code) {
    case 'target-bias':
    case 'scope-edge-of': {
      const { code, entity, links, of } = warning;
      return t(`sure.warning.${code}`, { who: nameIn(state, entity), links: number(links), of: number(of) });
    }
    case 'one-source': {
      const { links, of, source } = warning;
      return t('sure.warning.one-source', {
        links: number(links),
        of: number(of),
        source: sourceName(state, source) || '?',
      });
    }
    case 'targets-on-top': {
      const { targets, top, allTargets, of } = warning;
      return t('sure.warning.targets-on-top', {
        targets: number(targets),
        top: number(top),
        allTargets: number(allTargets),
        of: number(of),
      });
    }
    case 'unwatched':
    case 'isolates':
      return t(`sure.warning.${warning.code}`, { nodes: number(warning.nodes), of: number(warning.of) });
    case 'few-sources':
      return t('sure.warning.few-sources', { sources: number(warning.sources) });
    default:
      return t(`sure.warning.${warning.code}`, { links: number(warning.links), of: number(warning.of) });
  }
}

/**
 * Who leads over which links, one sentence each: whoever leads over some sets of links only comes first, for that is what a ranking over one set alone
 * would hide.
 */
export function leadSentences(state: CaseState, { cuts, leadsOnlyIn }: WeakestLink): string[] {
  const words = (ids: readonly string[]) =>
    cuts
      .filter((c) => ids.includes(c.id))
      .map((c) => t(`sure.cut.${c.id}`))
      .join('; ');
  // Those who lead over the same sets share the first place there: one sentence for all of them.
  const alike = new Map<string, { readonly ids: Id[]; readonly own: readonly string[] }>();
  for (const { id, cuts: own } of leadsOnlyIn) {
    const key = own.join();
    const found = alike.get(key);
    if (found) found.ids.push(id);
    else alike.set(key, { ids: [id], own });
  }
  const only = [...alike.values()].map(({ ids, own }) => {
    const shared = own.every((cut) => (cuts.find((c) => c.id === cut)?.leaders.length ?? 0) > 1);
    const others = cuts.map((c) => c.id).filter((c) => !own.includes(c));
    const said = { who: named(state, ids), cuts: words(own), others: words(others) };
    return shared ? t('sure.leads.shared', { ...said, count: ids.length }) : t('sure.leads.only', said);
  });
  const [all] = cuts;
  if (!all || all.leaders.length === 0) return [t('sure.leads.nobody'), ...only];
  const some = new Set(leadsOnlyIn.map((l) => l.id));
  const always = all.leaders.filter((id) => !some.has(id));
  if (always.length === 0) return only;
  const who = named(state, always);
  if (always.length > 1) return [...only, t('sure.leads.always-shared', { who })];
  const alone = cuts.every((c) => c.leaders.length === 1);
  return [...only, t(alone ? 'sure.leads.always' : 'sure.leads.always-or-shared', { who })];
}

/** The source whose loss changes the ranking most; undefined where none changes it. */
export function sourceSentence(state: CaseState, { sources, leaders }: HowSure): string | undefined {
  const [most] = sources;
  if (most?.change === undefined || most.change <= 1e-9) return undefined;
  const said = t('sure.source.most', {
    source: sourceName(state, most.source) || '?',
    change: two(most.change),
    links: number(most.lines),
  });
  const before = new Set(leaders);
  const same = most.leaders.length === before.size && most.leaders.every((id) => before.has(id));
  return same || most.leaders.length === 0
    ? said
    : `${said} ${t('sure.source.leads', { who: named(state, most.leaders) })}`;
}

/** What resamples assume, for a sentence that says how they are drawn; `error`: twice the greatest standard error of a share of them. */
export function resampledWith(settings: ParameterValues) {
  const value = (name: string) => Number(settings[name]);
  return {
    resamples: number(value('resamples')),
    confirmed: two(value('confirmed')),
    unconfirmed: two(value('unconfirmed')),
    tentative: two(value('tentative')),
    error: two(1 / Math.sqrt(value('resamples'))),
  };
}

/** What else resamples assume: sources lost whole, and links that nobody observed. */
export function assumedTexts(settings: ParameterValues): string[] {
  const share = (name: string) => Number(settings[name]);
  return [
    ...(share('source-loss') > 0 ? [t('sure.method.source-loss', { share: two(share('source-loss')) })] : []),
    share('missing') > 0
      ? t(settings.model === 'degree' ? 'sure.method.missing.degree' : 'sure.method.missing.triadic', {
          share: two(share('missing')),
        })
      : t('sure.method.missing.none'),
  ];
}

/** How rank intervals and the weight of sources were derived, in sentences for a report; the ranking itself has its own note. */
export function sureMethodNote({ settings, percentiles: [low, high], sources, sourcesUntried }: HowSure): string {
  return [
    t('sure.method.intervals', { ...resampledWith(settings), low: number(low), high: number(high) }),
    ...assumedTexts(settings),
    t('sure.method.assumption'),
    t('sure.method.sources', { tried: number(sources.length) }),
    ...(sourcesUntried > 0 ? [t('sure.method.untried', { count: sourcesUntried })] : []),
    t('sure.method.seed', { seed: String(settings.seed) }),
  ].join(' ');
}
