import type { CaseState } from '#domain/change/case-state';
import { number, t, tDynamic } from '#i18n/index';
import { groupingText, nameOf } from '#i18n/record-words';
import { type GroupingName, isTellable } from '#queries/groupings';
import { type GroupsBy, USUAL_METHOD } from '#queries/known-groups';
import { type NetworkResult, networkFigureCatalogue, type SlicesResult } from '#queries/whole-network';
import { toldBeside } from '../figure-facts.ts';
import { type AskedScope, limitsOf } from '../last-answer.ts';
import type { Told, ToldTable } from '../last-look.ts';
import { graphNote, whenNote } from '../method-note.ts';
import { parameterText } from '../parameter-text.ts';
import { sliceText } from '../slice-words.ts';
import { type DegreeRow, degreeRows } from './degree-rows.ts';

type FigureOfWhole = NetworkResult['figures'][number];

const written = (v: number) => number(v, { maximumFractionDigits: 4 });

export const figureName = ({ figure }: Pick<FigureOfWhole, 'figure'>): string =>
  tDynamic(`network-figure.${figure}.name`);

export const figureText = ({ value }: FigureOfWhole): string => (value === null ? '–' : written(value));

/** A grouping by name; groups to be found by the method they are found by. */
export function sortedByText(
  by: GroupingName,
  { method }: Pick<GroupsBy, 'method'> = { method: USUAL_METHOD },
): string {
  if (by !== 'community') return groupingText(by);
  return t('results.network.groups.community', { method: tDynamic(`communities.${method}.name`) });
}

const parametersOf = (figure: string) => networkFigureCatalogue.find((f) => f.id === figure)?.parameters ?? [];

/** What a figure sorts entities by; undefined where by nothing. */
function sortsBy({ figure, parameters }: FigureOfWhole): GroupingName | undefined {
  const p = parametersOf(figure).find(({ kind }) => kind === 'grouping');
  return p && (parameters[p.name] as GroupingName);
}

/** What stands beside a figure: what it sorts by, of a distribution which of its numbers it is, and why there is none, or what comes with it. */
export function besideText(figure: FigureOfWhole, groupsBy: NetworkResult['groupsBy']): string {
  const { reason, beside, distribution } = figure;
  const by = sortsBy(figure);
  return [
    ...(by === undefined ? [] : [t('results.network.by', { grouping: sortedByText(by, groupsBy) })]),
    ...(distribution ? [t('results.network.degree.largest')] : []),
    ...(reason
      ? [tDynamic(`network-figure.reason.${reason}`)]
      : Object.entries(beside ?? {}).map(([name, v]) => `${tDynamic(`network-figure.beside.${name}`)} ${written(v)}`)),
  ].join(', ');
}

/** The names of those a figure singles out, protected persons by pseudonym; empty where it does nobody. */
export function memberNames(state: CaseState, { members = [] }: FigureOfWhole): readonly string[] {
  return members.map((id) => nameOf(state.entity(id)));
}

/** Values of a figure month by month, and between which they stand; undefined where there are not two. */
export function byMonthOf(slices: SlicesResult | undefined, at: number) {
  const values = slices?.slices.map((s) => s.figures[at]?.value ?? null) ?? [];
  const known = values.filter((v) => v !== null);
  if (known.length < 2) return undefined;
  const low = number(Math.min(...known), { maximumSignificantDigits: 3 });
  const high = number(Math.max(...known), { maximumSignificantDigits: 3 });
  return { values, range: t('results.network.range', { low, high }) };
}

/** What by month leaves out, that change is not read into it; and whom groups by an attribute leave out. */
export function caveatsOf({ figures }: NetworkResult, slices: SlicesResult | undefined): string[] {
  const hidden = new Set(figures.flatMap((f) => sortsBy(f) ?? []).filter((by) => !isTellable(by)));
  const undated = slices?.undated ?? 0;
  return [
    ...(slices ? [t('results.network.active')] : []),
    ...(undated > 0 ? [t('results.network.undated', { count: undated })] : []),
    ...[...hidden].map((by) => t('results.network.by.protected', { grouping: sortedByText(by) })),
  ];
}

/** How the figures were derived: the definition of each with its parameters, and below them the graph they are of. */
export function networkMethod(result: NetworkResult, asked: AskedScope): string[] {
  const { figures, groupsBy } = result;
  const parameters = (f: FigureOfWhole) =>
    parametersOf(f.figure).map((p) =>
      p.kind === 'grouping'
        ? t('results.method.parameter', {
            name: tDynamic(`network-figure.parameter.${p.name}`),
            value: sortedByText(f.parameters[p.name] as GroupingName, groupsBy),
          })
        : parameterText('network-figure', p, f.parameters[p.name] ?? p.default),
    );
  return [
    ...figures.map((f) =>
      [`${figureName(f)}: ${tDynamic(`network-figure.${f.figure}.definition`)}`, ...parameters(f)].join(' '),
    ),
    [...graphNote(result, limitsOf(asked), { weights: false }), ...toldBeside(result), whenNote(result)].join(' '),
  ];
}

/** Every figure with what stands beside it; in its file month by month too. */
function figuresTable(
  state: CaseState,
  { figures, groupsBy }: NetworkResult,
  slices: SlicesResult | undefined,
): ToldTable {
  const months = slices?.slices ?? [];
  const plain = (value: number | null | undefined) => String(value ?? '');
  const beside = (f: FigureOfWhole) => {
    const names = memberNames(state, f);
    const said = besideText(f, groupsBy);
    return names.length === 0 ? said : `${said}. ${t('results.network.core.names', { names: names.join(', ') })}`;
  };
  return {
    columns: [
      { title: t('results.network.figure') },
      { title: t('results.network.value'), figure: true },
      { title: t('results.network.beside') },
      ...(slices ? [{ title: t('results.network.by-month', { count: months.length }) }] : []),
    ],
    rows: figures.map((f, at) => [
      figureName(f),
      figureText(f),
      beside(f),
      ...(slices ? [byMonthOf(slices, at)?.range ?? ''] : []),
    ]),
    file: [
      [
        t('results.network.figure'),
        t('results.network.value'),
        t('results.network.beside'),
        ...months.map((s) => sliceText(s.from, slices!.unit, slices!.zone)),
      ],
      ...figures.map((f, at) => [
        figureName(f),
        plain(f.value),
        beside(f),
        ...months.map((s) => plain(s.figures[at]?.value)),
      ]),
    ],
  };
}

/** How many entities are linked with how many others, fewest first. */
function degreesTable(rows: readonly DegreeRow[], slices: SlicesResult | undefined): ToldTable {
  const months = slices?.slices ?? [];
  const titles = [t('results.network.degree'), t('results.network.degree.count')];
  return {
    columns: titles.map((title) => ({ title, figure: true })),
    rows: rows.map((r) => [number(r.degree), number(r.count)]),
    file: [
      [...titles, ...months.map((s) => sliceText(s.from, slices!.unit, slices!.zone))],
      ...rows.map((r) => [r.degree, r.count, ...r.months].map(String)),
    ],
  };
}

/** The same for paper and file, with how it was derived. */
export function networkTold(
  state: CaseState,
  result: NetworkResult,
  slices: SlicesResult | undefined,
  method: readonly string[],
): Told {
  const degrees = degreeRows(result, slices);
  return {
    caveats: caveatsOf(result, slices),
    tables: [figuresTable(state, result, slices), ...(degrees.length > 0 ? [degreesTable(degrees, slices)] : [])],
    method,
    named: result.figures.flatMap((f) => f.members ?? []),
  };
}
