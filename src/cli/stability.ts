import { PROOF } from '#analysis/graph/network';
import { finish } from '#analysis/graph/work';
import { type MeasureDefinition, measures, reasonAt } from '#analysis/measures/index';
import {
  changeBy,
  intervalParameters,
  joinIntervals,
  leadersOf,
  PERCENTILES,
  rankingOf,
  readyMeasure,
  resampledRanks,
  resamplingOf,
  samplingWarnings,
  topOf,
  weakestLink,
  withoutSources,
} from '#analysis/studies/index';
import { WORTH_STEPS } from '#domain/grading/strength';
import { howSure as words } from '#i18n/messages/en/how-sure';
import { measures as english } from '#i18n/messages/en/measures';
import { isBad } from './cli-command.ts';
import { commandOnNetwork } from './command-on-network.ts';
import { said } from './command-words.ts';
import { type Cell, tableOf } from './csv-out.ts';
import { graphFacts, type NetworkInput, readNetwork, travelling } from './network-input.ts';
import { NETWORK_USAGE } from './network-options.ts';
import { parameterOptions, parameterValues, text } from './options.ts';
import { reasonText } from './reason-words.ts';

const INTERVALS = { id: 'rank intervals', parameters: intervalParameters };
const MOST_TOP = 1000;

/** The cuts by grade, where a column states grades: the same as the page's. */
function gradedCuts({ grades }: NetworkInput): [`graded-${'middling' | 'strong'}`, Uint8Array][] {
  return (['middling', 'strong'] as const).flatMap((step) =>
    grades ? [[`graded-${step}`, Uint8Array.from(grades, (g) => (g >= WORTH_STEPS[step] ? 1 : 0))]] : [],
  );
}

/** `skein stability`: how sure a ranking is: rank intervals, confirmed lines alone, each source left out, and what the sampling may have done. */
export const stabilityCommand = commandOnNetwork({
  name: 'stability',
  usage: `stability ${NETWORK_USAGE} [--sources COL] [--measure betweenness] [--lowest] [--top 5] [--resamples 200] [--seed 1] [--confirmed 0.95] [--unconfirmed 0.7] [--tentative 0.4] [--source-loss 0] [--missing 0] [--model triadic|degree] [--json]`,
  summary: 'tell how sure a ranking is',
  options: {
    sources: 'string',
    ...parameterOptions(measures),
    ...parameterOptions([INTERVALS]),
    measure: 'string',
    lowest: 'boolean',
    top: 'string',
  },
  tables: { ranking: null, ranks: null, cuts: null, sources: 'sources', warnings: null },
  async work(options) {
    const ranked: readonly MeasureDefinition[] = measures.filter((m) => m.range !== 'label');
    const name = text(options, 'measure') ?? 'betweenness';
    const definition = ranked.find((m) => m.id === name);
    if (!definition && measures.some((m) => m.id === name)) return { bad: said('command-line.unranked', { id: name }) };
    if (!definition) return { bad: `unknown measure "${name}"; known are ${ranked.map((m) => m.id).join(', ')}` };
    const parameters = parameterValues(definition, options);
    if (isBad(parameters)) return parameters;
    const settings = parameterValues(INTERVALS, options);
    if (isBad(settings)) return settings;
    const top = Number(text(options, 'top') ?? 5);
    if (!(Number.isInteger(top) && top >= 1 && top <= MOST_TOP))
      return { bad: `--top takes a whole number from 1 to ${MOST_TOP}` };
    const input = readNetwork(options);
    if (isBad(input)) return input;
    const { graph: network, sources } = input;
    const lowest = options.get('lowest') === true;
    const ready = readyMeasure(network, { measure: name, parameters: parameters.values, lowest });
    if ('failure' in ready) return { bad: `--measure ${name}: ${ready.failure}` };
    const rows = network.rows!;
    const column = finish(definition.run(network, parameters.values));
    const all = rankingOf(column, lowest);
    const resamples = Math.floor(Number(settings.values.resamples));
    const share = { resamples, seed: Math.floor(Number(settings.values.seed)), first: 0, step: 1 };
    const ranks = finish(resampledRanks(network, ready, lowest, resamplingOf(settings.values), share));
    const found = finish(joinIntervals(network.nodeCount, [ranks]));
    const idOf = (i: number) => input.ids[i]!;
    const keep = (is: (proof: number) => boolean) => Uint8Array.from(rows.proof, (p) => (is(p) ? 1 : 0));
    const cuts = [
      ['all', keep(() => true)],
      ['without-tentative', keep((p) => p < PROOF.tentative)],
      ['confirmed', keep((p) => p === PROOF.confirmed)],
      ...gradedCuts(input),
    ] as const;
    const cutRankings = finish(
      weakestLink(
        network,
        ready,
        lowest,
        cuts.map(([, mask]) => mask),
        top,
      ),
    );
    const without = finish(withoutSources(network, ready, lowest, all, { first: 0, step: 1 }));
    /** The rank over each cut; where it has none, the reason. */
    const ranksIn = (i: number) => {
      const whyNot = cuts.flatMap(([cut], c): [string, string][] => {
        const reason = reasonAt(cutRankings[c]!.column, i);
        return reason ? [[cut, reasonText(definition, reason)]] : [];
      });
      return {
        ranks: Object.fromEntries(
          cuts.map(([cut], c) => {
            const { ranking } = cutRankings[c]!;
            return [cut, ranking.defined[i] === 1 ? ranking.first[i]! : null];
          }),
        ),
        ...(whyNot.length > 0 && { reasons: Object.fromEntries(whyNot) as Record<string, string> }),
      };
    };
    const nodes = input.ids
      .map((id, i) => {
        const reason = reasonAt(column, i);
        return {
          id,
          ...travelling(input, i),
          value: reason ? null : column.values[i]!,
          ...(reason && { reason: reasonText(definition, reason) }),
          rank: reason ? null : all.first[i]!,
          low: found.low[i]!,
          high: found.high[i]!,
          median: found.median[i]!,
          lead: found.lead[i]!,
          top3: found.top[0]![i]!,
          top5: found.top[1]![i]!,
          top10: found.top[2]![i]!,
          undefined_share: found.without[i]!,
          ...ranksIn(i),
        };
      })
      .sort((a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY));
    const record = (n: (typeof nodes)[number]) => {
      const confirmed = n.ranks.confirmed ?? null;
      const why = [
        ...('reason' in n ? [`rank: ${n.reason}`] : []),
        ...(confirmed === null ? [`rank_confirmed: ${n.reasons?.confirmed}`] : []),
      ];
      return [n.id, n.rank, n.low, n.high, n.top3, n.top5, n.top10, confirmed, why.join('; ')];
    };
    const cutsTold = cutRankings.map((cut, c) => ({
      id: cuts[c]![0],
      name: words[`sure.cut.${cuts[c]![0]}`],
      lines: cut.lines,
      edges: cut.edges,
      leaders: cut.leaders.map(idOf),
      ...(cut.compared && {
        kendall_tau_b: cut.compared.reason ? null : cut.compared.kendall,
        spearman_rho: cut.compared.reason ? null : cut.compared.spearman,
        ...(cut.compared.reason && { reason: words[`sure.reason.${cut.compared.reason}`] }),
        compared: cut.compared.of,
        enters: cut.compared.enters.map(idOf),
        leaves: cut.compared.leaves.map(idOf),
      }),
    }));
    const sourcesTold = without
      .map((w) => ({
        source: sources[w.source]!,
        lines: w.lines,
        change: w.agreement.reason ? null : changeBy(w),
        ...(w.agreement.reason && { reason: words[`sure.reason.${w.agreement.reason}`] }),
        leaders: leadersOf(w).map(idOf),
      }))
      .sort((a, b) => (b.change ?? -1) - (a.change ?? -1) || b.lines - a.lines);
    const warnings = () =>
      samplingWarnings(network, { top: topOf(all, 10) }).map((w) => ({
        ...w,
        ...('node' in w && { node: idOf(w.node) }),
        ...(w.code === 'one-source' && { source: sources[w.source]! }),
        ...(w.code === 'target-bias' && { sources: w.sources.map((s) => sources[s]!) }),
      }));
    return {
      network: input,
      tables: {
        warnings: () =>
          tableOf(
            ['code', 'field', 'value'],
            warnings().flatMap(({ code, ...rest }) =>
              Object.entries(rest).map(([field, value]) => ({ code, field, value: value as Cell | readonly Cell[] })),
            ),
          ),
        ranks: () =>
          tableOf(
            ['id', 'cut', 'rank', 'reason'],
            nodes.flatMap(({ id, ranks, reasons }) =>
              Object.entries(ranks).map(([cut, rank]) => ({ id, cut, rank, reason: reasons?.[cut] })),
            ),
          ),
        cuts: () => {
          const compared = ['kendall_tau_b', 'spearman_rho', 'compared', 'enters', 'leaves', 'reason'];
          return tableOf(['id', 'lines', 'edges', 'leaders', ...compared], cutsTold);
        },
        sources: () => tableOf(['source', 'lines', 'change', 'leaders', 'reason'], sourcesTold),
      },
      table: () => ({
        header: ['id', 'rank', 'low', 'high', 'top3', 'top5', 'top10', 'rank_confirmed', 'reason'],
        records: nodes.map(record),
      }),
      json: () => ({
        graph: graphFacts(input),
        measure: name,
        leaders: leadersOf(all).map(idOf),
        nodes,
        cuts: cutsTold,
        sources: sourcesTold,
        warnings: warnings(),
        method: {
          definition: english[definition.definition as keyof typeof english],
          parameters: parameters.values,
          lowest_first: lowest,
          top,
          intervals: { ...settings.values, resamples, percentiles: PERCENTILES },
          assumption: words['sure.method.assumption'],
          agreement: words['sure.method.agreement'],
          strength: text(options, 'strength') ?? null,
          sources: text(options, 'sources') ?? null,
        },
      }),
    };
  },
});
