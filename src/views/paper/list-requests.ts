import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import type { Chart } from '#domain/chart/chart';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { chartContent } from '#drawing/scene/chart-content';
import { number, t, tDynamic } from '#i18n/index';
import { amountText, linkWords, nameOf, spanText, wordOf } from '#i18n/record-words';
import type { SheetRequest } from '#queries/drawing';
import { sourcesAt } from '../at-date.ts';
import { sourcesOf } from '../record-sources.ts';
import { blockTexts } from './block-texts.ts';
import { filteredContent } from './chart-request.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';

type TableRequest = Extract<SheetRequest, { kind: 'table' }>;
type Columns = TableRequest['columns'];

/** What a list speaks of: the chart, or the case; as far as the filter lets it through. */
function listed(state: CaseState, { chart, listed: scope, filter }: Wanted) {
  const content = chartContent(state, chart)!;
  if (scope === 'chart') {
    const { content: kept } = filteredContent(content, filter);
    return {
      name: content.chart.name,
      chart: content.chart,
      entities: kept.entities.map((e) => e.entity),
      links: kept.links,
      allEntities: content.entities.length,
      allLinks: content.links.length,
    };
  }
  const all = [...state.idsOf('entity')].flatMap((id) => state.entity(id) ?? []);
  const entities = filter ? all.filter((e) => filter.entity(e)) : all;
  const kept = new Set(entities.map((e) => e.id));
  const links = [...state.idsOf('link')].flatMap((id) => state.link(id) ?? []);
  return {
    name: state.properties?.title ?? '',
    chart: undefined,
    entities,
    links: links.filter((l) => kept.has(l.from) && kept.has(l.to) && (filter?.link(l) ?? true)),
    allEntities: all.length,
    allLinks: links.length,
  };
}

const byName = new Intl.Collator(undefined, { numeric: true });

/** Every entity once, by name: what it is, how it is called too, and what says so. */
export function entityList(state: CaseState, head: Head, wanted: Wanted, common: Common): Asked {
  const counts = wanted.atDate && sourcesAt(wanted.atDate, state);
  // No source says which of them were known then.
  const undatable = wanted.atDate?.kind === 'known';
  const { name, chart, entities, links, allEntities } = listed(state, wanted);
  const degree = new Map<string, number>();
  for (const l of links) for (const id of new Set([l.from, l.to])) degree.set(id, (degree.get(id) ?? 0) + 1);
  const sorted = [...entities].sort((a, b) => byName.compare(displayLabel(a), displayLabel(b)));
  return tableRequest(state, head, wanted, common, {
    title: t('paper.title.entities', { of: name }),
    chart,
    columns: [
      { title: t('table.name') },
      { title: t('table.type') },
      { title: t('table.aliases') },
      { title: t('table.roles') },
      { title: t('paper.column.when') },
      { title: t('table.links'), align: 'end' },
      { title: t('timeline.column.sources') },
    ],
    rows: sorted.map((e) => [
      nameOf(e),
      typeOf(e),
      // How a protected person is called is not for paper, in whatever script.
      undatable || isProtected(e) ? '' : [e.nativeLabel ?? '', ...(e.aliases ?? [])].filter((a) => a !== '').join(', '),
      undatable ? '' : [...new Set((e.roles ?? []).map((r) => wordOf('role', r.role)))].join(', '),
      spanText(e.span),
      number(degree.get(e.id) ?? 0),
      sourcesOf(state, e.id, counts),
    ]),
    hidden: allEntities - entities.length,
    of: allEntities,
    records: entities,
  });
}

function typeOf(e: Entity): string {
  const type = tDynamic(`entity-type.${e.type}`);
  return e.doubted ? t('paper.doubted', { type }) : type;
}

/** The association list: every link on a line, by the names of its ends. */
export function linkList(state: CaseState, head: Head, wanted: Wanted, common: Common): Asked {
  const counts = wanted.atDate && sourcesAt(wanted.atDate, state);
  const { name, chart, links, allLinks } = listed(state, wanted);
  // What points back is read from its other end: the first named acts on the second.
  const names = (l: Link) => {
    const [from, to] = l.direction === 'back' ? [l.to, l.from] : [l.from, l.to];
    return { from: nameOf(state.entity(from)), to: nameOf(state.entity(to)) };
  };
  const sorted = links
    .map((l) => ({ l, ...names(l) }))
    .sort((a, b) => byName.compare(a.from, b.from) || byName.compare(a.to, b.to) || (a.l.id < b.l.id ? -1 : 1));
  return tableRequest(state, head, wanted, common, {
    title: t('paper.title.links', { of: name }),
    chart,
    columns: [
      { title: t('paper.column.number'), align: 'end' },
      { title: t('table.from') },
      { title: t('paper.column.link') },
      { title: t('table.to') },
      { title: t('table.direction') },
      { title: t('table.strength') },
      { title: t('paper.column.when') },
      { title: t('table.count'), align: 'end' },
      { title: t('table.amounts'), align: 'end' },
      { title: t('timeline.column.sources') },
    ],
    rows: sorted.map(({ l, from, to }, i) => [
      number(i + 1),
      from,
      l.role && !l.wording ? l.role : linkWords(l),
      to,
      t(`paper.direction.${l.direction === 'back' ? 'forward' : l.direction}`),
      t(`strength.${l.strength}`),
      spanText(l.span),
      l.count === undefined ? '' : number(l.count),
      (l.amounts ?? []).map(amountText).join('; '),
      sourcesOf(state, l.id, counts),
    ]),
    hidden: allLinks - links.length,
    of: allLinks,
    records: links,
  });
}

/** A list as a sheet; what says nothing in any row takes no room. */
export function tableRequest(
  state: CaseState,
  head: Head,
  wanted: Wanted,
  common: Common,
  own: {
    readonly title: string;
    readonly chart?: Chart | undefined;
    readonly note?: string;
    readonly notes?: readonly string[];
    readonly columns: Columns;
    readonly rows: readonly (readonly string[])[];
    readonly across?: boolean;
    readonly heads?: TableRequest['heads'];
    readonly hidden: number;
    readonly of: number;
    readonly records: Iterable<Entity | Link>;
  },
): Asked {
  const { columns, rows, note, across, heads, hidden, of } = own;
  // A column that says nothing in any row takes no room.
  const used = columns.map((_, c) => c === 0 || rows.some((row) => row[c] !== ''));
  return {
    request: {
      kind: 'table',
      ...common,
      columns: columns.filter((_, c) => used[c]),
      rows: rows.map((row) => row.filter((_, c) => used[c])),
      ...(note && { note }),
      ...(across && { across }),
      ...(heads && { heads }),
      block: blockTexts(state, head, wanted, own),
    },
    hidden,
    of,
    facts: [{ of: 'rows', count: rows.length }],
  };
}
