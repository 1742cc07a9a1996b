import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { borneOutBy } from '#domain/source/borne-out-by';
import { number, t, tDynamic } from '#i18n/index';
import { linkWords, nameOf } from '#i18n/record-words';
import { backedSteps, bestGradeOf, MORE_TIES, type PathsResult, pathCatalogue, type Way } from '#queries/paths';
import { instantText } from './when.ts';

export const namesOf = (state: CaseState, ids: readonly Id[]) => ids.map((id) => nameOf(state.entity(id))).join(', ');
export const digits = (n: number, places = 3) => number(n, { maximumFractionDigits: places });

/** How far a link is borne out: strength, best grade, and, where they are not named beside it, the number of its sources. */
export function backingText(state: CaseState, id: Id, counted: 'with-sources' | 'without'): string {
  const link = state.link(id);
  if (!link) return '';
  const best = bestGradeOf(state, link);
  const strength = t(`paths.proof.${link.strength}`);
  const grade = best
    ? t('paths.backing.grade', { grade: `${best.source}${best.information} ${best.scheme.replaceAll('x', '×')}` })
    : t('paths.backing.no-grade');
  const count = borneOutBy(state, link).size;
  if (count === 0 || counted === 'with-sources')
    return t('paths.backing', {
      strength,
      grade,
      sources: count === 0 ? t('paths.backing.unsourced') : t('paths.backing.sources', { count }),
    });
  return t('paths.backing.short', { strength, grade });
}

/** An instant of an arrival in the zone of the case, to the minute; '' where nobody can say. */
export function arrivalText(state: CaseState, instant: number | undefined): string {
  if (instant === undefined || !Number.isFinite(instant)) return '';
  return instantText(instant, state.properties?.zone ?? 'UTC').slice(0, 16);
}

/** Who is on a way, how long it is and when it arrives. */
export function wayTitle(state: CaseState, way: Way): string {
  const steps = t('results.method.links', { count: way.steps.length });
  const about = { names: way.nodes.map((id) => nameOf(state.entity(id))).join(' – '), links: steps };
  const said =
    Math.abs(way.length - way.steps.length) < 1e-9
      ? t('paths.sentence', about)
      : t('paths.sentence.length', { ...about, length: digits(way.length) });
  if (!way.certainty) return said;
  const at = arrivalText(state, way.steps.at(-1)?.arrival);
  const arrives = at === '' ? t('paths.arrives.unknown') : t(`paths.arrives.${way.certainty}`, { at });
  return t(`paths.sentence.${way.certainty}`, { said, arrives });
}

/** What is said of the weakest link of a way: between whom, how far it is borne out, and how many are as weak; undefined where it has none. */
function weakestWords(state: CaseState, way: Way, sources: 'with-sources' | 'without') {
  const { links, weakest, asWeak } = backedSteps(state, way);
  const step = weakest === undefined ? undefined : way.steps[weakest];
  const link = weakest === undefined ? undefined : state.link(links[weakest]!);
  if (!step || !link) return undefined;
  return {
    from: nameOf(state.entity(step.from)),
    words: linkWords(link, step.from),
    to: nameOf(state.entity(step.to)),
    backing: backingText(state, link.id, sources),
    others: asWeak > 0 ? t('paths.as-weak', { count: asWeak }) : '',
  };
}

/** A way as sentences: its title, and its weakest link. */
export function waySentence(state: CaseState, way: Way): string {
  const out = [`${wayTitle(state, way)}.`];
  if (way.returns) out.push(t('paths.returns'));
  const weakest = weakestWords(state, way, 'with-sources');
  if (weakest) out.push(t('paths.weakest', weakest));
  return out.join(' ');
}

/** A way as it is named where it is brought out: never without its weakest link. */
export function wayLabel(state: CaseState, way: Way): string {
  const title = wayTitle(state, way);
  const weakest = weakestWords(state, way, 'without');
  return weakest ? t('paths.with-weakest', { title, ...weakest }) : title;
}

function piecesSentence(state: CaseState, { asked, pieces }: PathsResult): string {
  if (!pieces) return '';
  const { from, to, count } = pieces;
  if (from.number === to.number)
    return t('paths.none.same-piece', {
      number: number(from.number),
      count: number(count),
      size: number(from.size),
    });
  return t('paths.none.pieces', {
    count: number(count),
    from: namesOf(state, asked.from),
    fromNumber: number(from.number),
    fromSize: number(from.size),
    to: namesOf(state, asked.to),
    toNumber: number(to.number),
    toSize: number(to.size),
  });
}

/** That a shortest path is one of several, of which another may be better backed. */
function tiesText(tieCount: number): string {
  if (tieCount === 0) return t('paths.ties.none');
  const others = t('paths.k-shortest.question');
  if (tieCount === MORE_TIES) return t('paths.ties.more', { count: MORE_TIES - 1, question: others });
  return t('paths.ties', { count: tieCount, question: others });
}

/** What was found, in sentences; no more than the figures say. */
export function summaryOf(state: CaseState, result: PathsResult): readonly string[] {
  const { asked, ways, cut, pairs, goBetweens, common, around, reached } = result;
  const ends = { from: namesOf(state, asked.from), to: namesOf(state, asked.to) };
  const out: string[] = [];
  if (asked.question === 'time-respecting') {
    if (ways.length === 0) out.push(t('paths.time.none', ends), piecesSentence(state, result));
    else if (!ways.some((w) => w.certainty === 'sure')) out.push(t('paths.sure.none'));
    else if (isSureItself(ways)) out.push(t('paths.sure.same'));
  } else if (reached) {
    const sure = reached.filter((r) => r.sure !== undefined).length;
    out.push(
      reached.length === 0
        ? t('paths.reached.none', ends)
        : t('paths.reached.found', {
            from: ends.from,
            sure: number(sure),
            possible: t('results.method.entities', { count: reached.length }),
          }),
    );
  } else if (pairs) out.push(...connectionSentences(state, result));
  else if (common) {
    const about = {
      least: number(Number(asked.parameters.atLeast ?? 2)),
      of: number(asked.from.length),
    };
    out.push(
      common.length === 0
        ? t('paths.neighbours.none', about)
        : t('paths.neighbours.found', { ...about, count: common.length }),
    );
  } else if (around)
    out.push(
      t('paths.around.found', {
        entities: t('results.method.entities', { count: around.filter((a) => a.steps > 0).length }),
        radius: t('paths.radius', { count: Number(asked.parameters.radius ?? 1) }),
        links: t('results.method.links', { count: result.links.length }),
      }),
    );
  else if (ways.length === 0) out.push(t('paths.none', ends), piecesSentence(state, result));
  else if (ways.length > 1 && cut === null) out.push(t('paths.found.all', { count: ways.length }));
  if (result.tieCount !== undefined) out.push(tiesText(result.tieCount));
  if (cut === 'count') out.push(t('paths.cut.count', { count: ways.length }));
  if (cut === 'effort') out.push(t('paths.cut.effort'));
  if (result.undatedLeftOut > 0) out.push(t('paths.undated-left-out', { count: result.undatedLeftOut }));
  if (pairs && goBetweens?.length === 0 && pairs.some((p) => p.paths > 0)) out.push(t('paths.go-betweens.none'));
  return out.filter((s) => s !== '');
}

/** Whether the earliest possible way is the sure one too. */
function isSureItself(ways: readonly Way[]): boolean {
  const [sure, possible] = ways;
  return sure !== undefined && possible !== undefined && sameSteps(sure, possible);
}

function sameSteps(a: Way, b: Way): boolean {
  return a.steps.length === b.steps.length && a.steps.every((s, i) => s.links[0] === b.steps[i]!.links[0]);
}

function connectionSentences(state: CaseState, { pairs = [], goBetweens = [], shared }: PathsResult): string[] {
  const connected = pairs.filter((p) => p.paths > 0).length;
  const first = goBetweens[0];
  const asOften = goBetweens.filter((g) => g.pairs === first?.pairs).length - 1;
  const out: string[] = [];
  if (connected === 0) out.push(t('paths.connected.none', { pairs: number(pairs.length) }));
  else
    out.push(
      t('paths.connected', {
        connected: number(connected),
        pairs: number(pairs.length),
        first: first
          ? t('paths.first-go-between', {
              name: nameOf(state.entity(first.id)),
              pairs: number(first.pairs),
              of: number(connected),
              others: asOften > 0 ? t('paths.as-often', { count: asOften }) : '',
            })
          : '',
      }).trim(),
    );
  const apart = pairs.filter((p) => p.paths === 0).slice(0, UNCONNECTED_NAMED);
  if (apart.length > 0)
    out.push(
      `${t('paths.unconnected')}: ${apart.map((p) => namesOf(state, [p.from, p.to]).replace(', ', ' – ')).join('; ')}${
        pairs.length - connected > apart.length ? ' …' : ''
      }.`,
    );
  if (shared?.length) out.push(t('paths.shared', { names: namesOf(state, shared) }));
  return out;
}

const UNCONNECTED_NAMED = 10;

/** Whom it was asked of: an answer in a file or on paper has no form beside it. */
export function askedText(state: CaseState, { asked }: PathsResult): string {
  const [from, to] = [namesOf(state, asked.from), namesOf(state, asked.to)];
  return asked.to.length > 0 ? t('paths.asked.two', { from, to }) : t('paths.asked.one', { from });
}

/** What is called sure of a path in time; '' of answers about anything else. */
export function sureText({ asked }: PathsResult): string {
  return asked.question === 'time-respecting' || asked.question === 'time-reach' ? t('paths.sure.about') : '';
}

/** How the answer was found, in sentences for a report. */
export function pathsMethod(state: CaseState, result: PathsResult): string {
  const { asked } = result;
  const parameters = pathCatalogue.find((q) => q.id === asked.question)?.parameters ?? [];
  const value = (name: string, usual: string | number | boolean) => asked.parameters[name] ?? usual;
  return [
    askedText(state, result),
    tDynamic(`paths.${asked.question}.definition`),
    ...parameters.map((p) =>
      t('results.method.parameter', {
        name: tDynamic(`paths.parameter.${p.name}`),
        value:
          p.kind === 'choice'
            ? tDynamic(`paths.parameter.${p.name}.${String(value(p.name, p.default))}`)
            : String(value(p.name, p.default)),
      }),
    ),
    ...(asked.parameters.length === 'inverse'
      ? [t('paths.method.weights', { weights: tDynamic(`paths.weights.${asked.weights}`) })]
      : []),
    t('paths.method.conditions', {
      kept: t('results.method.links', { count: result.kept }),
      strength: t(`paths.strength.${asked.strength}`),
      scope: t(`results.method.in.${result.scope}`),
      arrows: t(asked.arrows ? 'paths.method.arrows' : 'paths.method.no-arrows'),
      events:
        result.eventsLeftOut > 0
          ? t('paths.method.events-out', { events: t('results.method.events', { count: result.eventsLeftOut }) })
          : t('paths.method.events-in'),
    }),
    ...(asked.linkTypes.length > 0
      ? [t('paths.method.types', { types: asked.linkTypes.map((id) => tDynamic(`link-type.${id}`)).join(', ') })]
      : []),
    ...(asked.after || asked.before
      ? [
          t('paths.method.window', {
            after: asked.after ?? t('paths.method.open'),
            before: asked.before ?? t('paths.method.open'),
          }),
        ]
      : []),
    t('paths.method.missing'),
    t('results.method.when', { revision: number(result.revision), seconds: digits(result.took / 1000, 2) }),
  ].join(' ');
}
