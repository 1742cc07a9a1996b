import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, t, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { ByLayerResult } from '#queries/by-layer';
import type { LayersResult } from '#queries/whole-network';
import { named } from '../answer-sentence.ts';
import { factTexts } from '../figure-facts.ts';
import { type FigureRow, ranksUnlessEqual } from '../figure-rows.ts';
import { decimalsOf, figureWriter } from '../figure-words.ts';
import { type AskedScope, limitsOf } from '../last-answer.ts';
import type { Told, ToldTable } from '../last-look.ts';
import { graphNote, methodNote, whenNote } from '../method-note.ts';
import { onLinks } from '../setup-words.ts';

/** Kinds of links, and a measure in each of them. */
export interface FoundLayers {
  readonly layers: LayersResult;
  /** Missing while it is worked out, and where it is refused. */
  readonly measured?: ByLayerResult;
}

/** The values of a measure in one kind of link, or over all of them. */
export interface LayerColumn {
  /** Missing: all kinds. */
  readonly linkType?: string;
  readonly title: string;
  /** In order of rank, who has no link of the kind left out; no ranks where all are equal. */
  readonly rows: readonly FigureRow[];
  readonly cells: ReadonlyMap<Id, FigureRow>;
  /** As printed. */
  readonly text: (id: Id) => string;
}

export const kindName = (linkType: string): string => tDynamic(`link-type.${linkType}`);

/** Overlap of two kinds, as printed. */
export const shareText = (v: number): string => (Number.isNaN(v) ? '–' : number(v, { maximumFractionDigits: 3 }));

function columnOf(list: ByLayerResult['rows'], title: string): Omit<LayerColumn, 'linkType'> {
  // Most are in few kinds of links: only those who are in one are sorted by it.
  const rows = ranksUnlessEqual(list.filter((r) => r.reason !== 'not-in-layer'));
  const cells = new Map(rows.map((r) => [r.id, r]));
  const write = figureWriter(decimalsOf(rows.flatMap((r) => r.value ?? [])));
  const text = (id: Id) => {
    const row = cells.get(id);
    if (!row) return '–';
    const { value, reason } = row;
    return value === undefined
      ? t('results.undefined', { reason: tDynamic(`measure.reason.${reason}`) })
      : write(value);
  };
  return { title, rows, cells, text };
}

/** All kinds together, then each kind: those with the most links first. */
export function layerColumns(
  { layers: sizes }: LayersResult,
  { rows, layers }: ByLayerResult,
): readonly [LayerColumn, ...LayerColumn[]] {
  const lines = new Map(sizes.map((l) => [l.linkType, l.lines]));
  const linesOf = (linkType: string) => lines.get(linkType) ?? 0;
  return [
    columnOf(rows, t('link-figures.layers.all')),
    ...[...layers]
      .sort((a, b) => linesOf(b.linkType) - linesOf(a.linkType))
      .map(({ linkType, rows: own }) => ({ linkType, ...columnOf(own, kindName(linkType)) })),
  ];
}

/** So many kinds are named in the sentence, those with the most links; the others are counted. */
const MOST_KINDS = 4;
/** More who share a first place than that are counted, not named. */
const MOST_NAMED = 3;

/** Who has the highest value of a column, and who shares it; nobody where all are equal, or nothing is defined. */
function firstIn(state: CaseState, { rows }: LayerColumn): string {
  const first = rows.filter((r) => r.rank === 1).map((r) => r.id);
  if (first.length > MOST_NAMED) return t('link-figures.layers.first.many', { count: first.length });
  if (first.length > 1) return t('link-figures.layers.first.shared', { names: named(state, first) });
  if (first.length === 1) return named(state, first);
  return t(`link-figures.layers.first.${rows.some((r) => r.value !== undefined) ? 'equal' : 'undefined'}`);
}

/** Who stands first in which kind of link, over how many links, and what limits that. */
export function layersSaid(state: CaseState, found: FoundLayers, asked: AskedScope): Pick<Told, 'said' | 'caveats'> {
  const { layers, measured } = found;
  if (!measured) return { caveats: [] };
  const on = onLinks(asked);
  const kinds = layers.layers.filter((l) => l.lines > 0).sort((a, b) => b.lines - a.lines);
  if (kinds.length === 0) return { said: t('guided.no-links', { on }), caveats: [] };
  const [all, ...each] = layerColumns(layers, measured);
  const columns = new Map(each.map((c) => [c.linkType, c]));
  const parts = kinds.slice(0, MOST_KINDS).map(({ linkType, lines }) =>
    t('link-figures.layers.first.in', {
      kind: kindName(linkType),
      count: lines,
      names: firstIn(state, columns.get(linkType)!),
    }),
  );
  const more = kinds.length - MOST_KINDS;
  return {
    said: t('link-figures.layers.first', {
      measure: tDynamic(`measure.${measured.measure}.name`),
      on,
      list: [t('link-figures.layers.first.all', { names: firstIn(state, all) }), ...parts].join('; '),
    }),
    caveats: [
      ...(more > 0 ? [t('link-figures.layers.first.more', { count: more })] : []),
      t('link-figures.layers.first.thin', {
        count: kinds.length,
        low: number(kinds.at(-1)!.lines),
        high: number(kinds[0]!.lines),
      }),
    ],
  };
}

/** What each column is, of what graph, and how the measure was derived, numbers that come with it included. */
export function layersMethod({ layers, measured }: FoundLayers, asked: AskedScope): string[] {
  const limits = limitsOf(asked);
  return [
    t('link-figures.layers.counted'),
    t('link-figures.layers.overlap'),
    ...(measured
      ? [
          t('link-figures.layers.alone', { measure: tDynamic(`measure.${measured.measure}.name`) }),
          methodNote('measure', measured.measure, measured, limits),
          ...measured.layers.flatMap(({ linkType, facts }) =>
            facts
              ? [t('link-figures.layers.facts', { kind: kindName(linkType), facts: factTexts({ facts }).join('; ') })]
              : [],
          ),
        ]
      : [[...graphNote(layers, limits), whenNote(layers)].join(' ')]),
  ];
}

const figure = true as const;

function kindsTable({ layers, all, overlap }: LayersResult): ToldTable {
  const columns = [
    { title: t('link-figures.layers.kind') },
    ...(['entities', 'pairs', 'lines'] as const).map((head) => ({ title: t(`link-figures.layers.${head}`), figure })),
    ...layers.map((l) => ({ title: kindName(l.linkType), figure })),
  ];
  type Size = Pick<typeof all, 'nodes' | 'links' | 'lines'>;
  const lines = (write: (n: number) => string, part: (v: number) => string) => {
    const sizes = (l: Size) => [write(l.nodes), write(l.links), write(l.lines)];
    return [
      ...layers.map((l, a) => [
        kindName(l.linkType),
        ...sizes(l),
        ...overlap[a]!.map((v, b) => (a === b ? '' : part(v))),
      ]),
      [t('link-figures.layers.all'), ...sizes(all), ...layers.map(() => '')],
    ];
  };
  const plain = (v: number) => (Number.isNaN(v) ? '' : String(v));
  return { columns, rows: lines(number, shareText), file: [columns.map((c) => c.title), ...lines(String, plain)] };
}

function valuesTable(state: CaseState, layers: LayersResult, measured: ByLayerResult): ToldTable {
  const columns = layerColumns(layers, measured);
  const measure = tDynamic(`measure.${measured.measure}.name`);
  const lead = [t('results.column.entity'), t('results.column.type')];
  const who = (id: Id) => [nameOf(state.entity(id)), tDynamic(`entity-type.${state.entity(id)?.type ?? 'unknown'}`)];
  const ids = columns[0].rows.map((r) => r.id);
  return {
    columns: [
      ...lead.map((title) => ({ title })),
      ...columns.flatMap(({ title }) => [
        { title, figure },
        { title: t('results.column.rank'), figure },
      ]),
    ],
    rows: ids.map((id) => [
      ...who(id),
      ...columns.flatMap(({ cells, text }) => [text(id), String(cells.get(id)?.rank ?? '')]),
    ]),
    file: [
      [
        ...lead,
        ...columns.flatMap(({ title }) => [
          t('link-figures.layers.value-in', { measure, kind: title }),
          t('link-figures.layers.rank-in', { kind: title }),
        ]),
      ],
      ...ids.map((id) => [
        ...who(id),
        ...columns.flatMap(({ cells }) => [String(cells.get(id)?.value ?? ''), String(cells.get(id)?.rank ?? '')]),
      ]),
    ],
  };
}

/** The same for paper and files. */
export function layersTold(state: CaseState, found: FoundLayers, asked: AskedScope): Told {
  const { layers, measured } = found;
  return {
    ...layersSaid(state, found, asked),
    tables: [kindsTable(layers), ...(measured ? [valuesTable(state, layers, measured)] : [])],
    method: layersMethod(found, asked),
    named: measured?.rows.map((r) => r.id) ?? [],
  };
}
