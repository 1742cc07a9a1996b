import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { borneOutBy } from '#domain/source/borne-out-by';
import { usualExtent } from '#domain/time/extent';
import { number, t, tDynamic } from '#i18n/index';
import { linkWords, nameOf, spanText } from '#i18n/record-words';
import { backedSteps, type PathsResult, type Way } from '#queries/paths';
import { arrivalText, backingText, digits, namesOf } from './path-words.ts';
import { sourceName } from './source-names.ts';

/** An answer about paths as a table, on the screen, on paper and in a file. */
export interface PathsTable {
  readonly columns: readonly { readonly title: string; readonly align?: 'end' }[];
  readonly rows: readonly PathsRow[];
}

export interface PathsRow {
  /** Whom or what it is about. */
  readonly id: Id;
  readonly cells: readonly string[];
  /** The record a cell names, to be looked at. */
  readonly about: readonly (Id | undefined)[];
  /** What the last cell names one by one. */
  readonly sources?: readonly Id[];
  readonly weakest?: boolean;
}

/** The steps of a way, each over its best backed link. */
export function stepTable(state: CaseState, way: Way): PathsTable {
  const { links, weakest } = backedSteps(state, way);
  const timed = way.certainty !== undefined;
  return {
    columns: [
      { title: t('paths.column.step'), align: 'end' },
      { title: t('paths.column.from') },
      { title: t('paths.column.link') },
      { title: t('paths.column.to') },
      { title: t('paths.column.when') },
      ...(timed ? [{ title: t(way.certainty === 'sure' ? 'paths.column.sure' : 'paths.column.possible') }] : []),
      { title: t('paths.column.backing') },
      { title: t('paths.column.sources') },
    ],
    rows: way.steps.map((step, i) => {
      const link = state.link(links[i]!);
      const more = step.links.length - 1;
      const sources = link ? [...borneOutBy(state, link)] : [];
      return {
        id: links[i]!,
        weakest: i === weakest,
        about: [undefined, step.from, links[i]!, step.to],
        sources,
        cells: [
          number(i + 1),
          nameOf(state.entity(step.from)),
          (link ? linkWords(link, step.from) : '') + (more > 0 ? ` (${t('paths.more-links', { count: more })})` : ''),
          nameOf(state.entity(step.to)),
          link ? spanText(link.span, usualExtent(link, state)) : '',
          ...(timed ? [arrivalText(state, step.arrival)] : []),
          backingText(state, links[i]!, 'without') + (i === weakest ? ` (${t('paths.is-weakest')})` : ''),
          sources.map((s) => sourceName(state, s)).join(', '),
        ],
      };
    }),
  };
}

/** By when somebody is surely reached; that it is not sure where it is not, that nobody can say when where it is. */
function reachedBy(state: CaseState, sure: number | undefined): string {
  return sure === undefined ? t('paths.not-sure') : arrivalText(state, sure) || t('paths.at-unknown-time');
}

/** Who was found, where the answer is not ways. */
export function foundTable(state: CaseState, result: PathsResult): PathsTable {
  const entity = { title: t('paths.column.entity') };
  const type = { title: t('paths.column.type') };
  const end = (title: string) => ({ title, align: 'end' as const });
  const who = (id: Id) => [nameOf(state.entity(id)), tDynamic(`entity-type.${state.entity(id)?.type ?? 'unknown'}`)];
  const of = (id: Id) => ({ id, about: [id] });
  const { goBetweens, common, around, reached, asked } = result;
  if (reached)
    return {
      columns: [entity, type, { title: t('paths.column.possible') }, { title: t('paths.column.sure') }],
      rows: reached.map((r) => ({
        ...of(r.id),
        cells: [...who(r.id), arrivalText(state, r.possible), reachedBy(state, r.sure)],
      })),
    };
  if (around)
    return {
      columns: [entity, type, end(t('paths.column.steps'))],
      rows: around.map((a) => ({ ...of(a.id), cells: [...who(a.id), number(a.steps)] })),
    };
  if (goBetweens && asked.question === 'two-lists') {
    const linked = new Map((common ?? []).map((c) => [c.id, c]));
    const counted = new Map(goBetweens.map((g) => [g.id, g]));
    return {
      columns: [
        entity,
        type,
        end(t('paths.column.pairs')),
        end(t('paths.column.share')),
        { title: t('paths.column.left') },
        { title: t('paths.column.right') },
      ],
      rows: [...new Set([...counted.keys(), ...linked.keys()])].map((id) => ({
        ...of(id),
        cells: [
          ...who(id),
          number(counted.get(id)?.pairs ?? 0),
          digits(counted.get(id)?.share ?? 0, 2),
          namesOf(state, linked.get(id)?.left ?? []),
          namesOf(state, linked.get(id)?.right ?? []),
        ],
      })),
    };
  }
  if (goBetweens)
    return {
      columns: [entity, type, end(t('paths.column.pairs')), end(t('paths.column.share'))],
      rows: goBetweens.map((g) => ({ ...of(g.id), cells: [...who(g.id), number(g.pairs), digits(g.share, 2)] })),
    };
  return {
    columns: [entity, type, { title: t('paths.column.of') }],
    rows: (common ?? []).map((c) => ({ ...of(c.id), cells: [...who(c.id), namesOf(state, c.left)] })),
  };
}

/** All of an answer as one table, for paper and files: the steps of every way, or who was found. */
export function wholeTable(state: CaseState, result: PathsResult): PathsTable {
  if (result.ways.length === 0) return foundTable(state, result);
  const tables = result.ways.map((way) => stepTable(state, way));
  const timed = result.ways.some((way) => way.certainty !== undefined);
  return {
    // Sure and possible arrivals stand in one column there: the first says which.
    columns: [
      { title: t('paths.column.path') },
      ...tables[0]!.columns.map((c, i) => (i === 5 && timed ? { title: t('paths.column.arrival') } : c)),
    ],
    rows: tables.flatMap((table, i) => {
      const { certainty } = result.ways[i]!;
      const name = certainty ? t(`paths.${certainty}`) : number(i + 1);
      return table.rows.map((row) => ({ ...row, cells: [name, ...row.cells] }));
    }),
  };
}
