import type { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { borneOutBy } from '#domain/source/borne-out-by';
import type { Sheet } from '#drawing/scene/sheet';
import { number, t } from '#i18n/index';
import type { GraphRequest, Scope } from '#queries/analysis';
import type { ChartDate } from '#session/filter';
import { restsOn } from '../answer-scope.ts';
import { sourcesAt } from '../at-date.ts';
import { sourceName } from '../source-names.ts';
import { gradeText } from './block-texts.ts';
import { type Parts, wideTable } from './wide-table.ts';

/** As many as are listed; the rest are counted. */
const MOST = 200;

/** Links a figure of this scope counts. */
export function linksCounted(state: CaseState, scope: Scope, kinds?: GraphRequest['twoMode']): Link[] {
  const counts = restsOn(state, scope, kinds);
  return [...state.allOf('link')].filter(counts);
}

/**
 * What the links counted rest on: each source by number, with its grade and how many of them rest on it, those most rest on first, and how many rest on
 * none. Whoever denies a link is not among them. A reference that spells the name of a protected person is not shown. With a date, only sources that counted by then.
 */
export function countedSources(state: CaseState, links: readonly Link[], sheet: Sheet, at?: ChartDate): Parts {
  if (links.length === 0) return [];
  const counts = at && sourcesAt(at, state);
  const resting = new Map<Id, number>();
  let without = 0;
  for (const link of links) {
    const sources = [...borneOutBy(state, link)].filter((id) => state.find('source', id) && (counts?.(id) ?? true));
    if (sources.length === 0) without++;
    for (const id of sources) resting.set(id, (resting.get(id) ?? 0) + 1);
  }
  const found = [...resting]
    .map(([id, n]) => ({ source: state.find('source', id)!, n }))
    .sort((a, b) => b.n - a.n || (a.source.reference < b.source.reference ? -1 : 1));
  const rows = found
    .slice(0, MOST)
    .map(({ source: { id, grade }, n }, i) => [
      number(i + 1),
      sourceName(state, id),
      grade ? gradeText(grade) : t('paper.results.sources.ungraded'),
      number(n),
    ]);
  const rest = found.length - rows.length;
  const text = [
    ...(without > 0 ? [t('paper.results.sources.without', { count: without, of: number(links.length) })] : []),
    ...(rest > 0 ? [t('paper.results.sources.more', { count: rest })] : []),
  ];
  return [
    { kind: 'words', title: t('paper.results.sources', { count: found.length }), text },
    ...(rows.length > 0
      ? wideTable(
          [
            { title: t('paper.results.sources.number') },
            { title: t('paper.results.sources.source') },
            { title: t('paper.results.sources.grade') },
            { title: t('paper.results.sources.links'), figure: true },
          ],
          rows,
          sheet,
        )
      : []),
  ];
}
