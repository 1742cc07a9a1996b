import type { ParameterValues } from '#analysis/graph/parameters';
import { measureById } from '#analysis/measures/index';
import {
  bestSetParameters,
  type RecipeGroups,
  type RecipeSetup,
  type RecipeStep,
  removalOrders,
} from '#analysis/studies/index';
import { listed, NETWORK_OPTIONS, SAID_BY_A_RECIPE } from './network-options.ts';
import type { OptionKinds, Options } from './options.ts';

/** What of an analysis does not hold for files, and so was left aside. */
export const NOTES = {
  'scope-is-the-files': 'a chart, a selection or a filter is no part of the files: all of them was taken',
  'kinds-not-known': 'kinds of entities are no part of the files: none was left out',
  'protection-not-known': 'who is protected or cleared is no part of the files: nobody was left out for it',
  'weights-of-the-column': 'weights are those of --weight, whatever they count',
  'one-seed': 'one seed was taken where the recipe names two: one for the figure, one for the resamples',
  'no-groups-of-that-name': 'figures by groups were left out: --nodes has no column of that name',
  'not-by-month': 'figures by month were left out: no --begin COL is named',
} as const;
export type Note = keyof typeof NOTES;

/** Why an analysis could not be run on files. */
export const REFUSALS = {
  'no-weights': 'its links are weighed, and no --weight COL is named',
  'no-strength': 'it takes confirmed links alone, or weighs links by their strength, and no --strength COL is named',
  'no-grouping': 'it is worked out within groups, and --nodes has no column of that name',
  'no-dates': 'it goes slice by slice of time, and no --begin COL is named',
  'no-layers': 'it goes kind by kind of link, and no --layer COL is named',
  'two-modes': 'it links those of one kind through another, and no --type COL is named',
} as const;

type Ready =
  | { readonly args: readonly string[]; readonly notes: readonly Note[] }
  | { readonly refused: keyof typeof REFUSALS };

export const WEIGHING = new Set(['weight', 'currency']);
const TIMING = new Set(['begin', 'end', 'zone', 'lasted', 'numbers', 'undated']);

/** The options of a network that a recipe leaves to whoever names the files. */
export const FILE_OPTIONS: OptionKinds = {
  ...Object.fromEntries(Object.entries(NETWORK_OPTIONS).filter(([name]) => !SAID_BY_A_RECIPE.has(name))),
  sources: 'string',
};

const WEIGHTS_OF: Readonly<Record<RecipeSetup['weights'], readonly string[]>> = {
  none: [],
  count: ['weight'],
  amount: ['weight', 'currency'],
  strength: [],
};

/** What stands in the files: the columns of `--nodes`, and the words of `--type`. */
export interface InFiles {
  readonly columns: ReadonlySet<string>;
  readonly kinds: readonly string[];
}

const ACTORS: readonly string[] = ['person', 'organisation'];

/**
 * The kinds of nodes that an analysis is of, where a column says them: events only where it takes them in, persons and organisations alone where it is of
 * those in question. Undefined where none is to be left out. Two kinds are named by themselves.
 */
function kindsFor(step: RecipeStep, options: Options, kinds: readonly string[]): readonly string[] | undefined {
  const { actorsOnly, events, twoMode } = step.setup;
  const given = listed(options, 'kinds');
  if (twoMode || kinds.length === 0) return given;
  const fit = (given ?? kinds).filter((kind) => (actorsOnly ? ACTORS.includes(kind) : events || kind !== 'event'));
  return !given && fit.length === kinds.length ? undefined : fit;
}

/** The files of the network, and which rows count, as options for each command. */
function filesFor(options: Options, step: RecipeStep, there: InFiles): string[] {
  const { setup } = step;
  const { twoMode } = setup;
  const weighing = twoMode ? [] : WEIGHTS_OF[setup.weights];
  const resampled = step.kind === 'how-sure' || (step.kind === 'key-players' && step.settings !== undefined);
  const sliced = step.kind === 'over-time' || step.kind === 'network';
  const timed = sliced || options.has('after') || options.has('before');
  const readsLayers = step.kind === 'layers' || step.kind === 'network' || Boolean(measureById(step.id)?.acrossLayers);
  const inward = setup.direction === 'in' && !twoMode;
  const turned: Readonly<Record<string, string>> = inward ? { source: 'target', target: 'source' } : {};
  const given = Object.keys(FILE_OPTIONS).flatMap((name) => {
    const value = options.get(turned[name] ?? name);
    if (value === undefined || (name === 'sources' && !resampled) || name === 'kinds') return [];
    if (name === 'layer' && !readsLayers && !options.has('only')) return [];
    if ((WEIGHING.has(name) && !weighing.includes(name)) || (TIMING.has(name) && !timed)) return [];
    return [value === true ? `--${name}` : `--${name}=${value}`];
  });
  const currency = weighing.includes('currency') && options.has('currency') ? setup.currency : undefined;
  const kinds = kindsFor(step, options, there.kinds);
  return [
    ...given,
    ...(kinds ? [`--kinds=${kinds.join(',')}`] : []),
    ...(currency === undefined ? [] : [`--only-currency=${currency}`]),
    ...(setup.direction === 'ignore' || twoMode ? [] : ['--directed']),
    ...(setup.weights === 'strength' && !twoMode ? ['--weights=strength'] : []),
    ...(setup.confirmedOnly ? ['--confirmed-only'] : []),
    ...(twoMode ? [`--two-mode=${twoMode.of},${twoMode.through}`, `--as=${twoMode.as}`] : []),
  ];
}

/** Columns of `--nodes` are called as the page calls its groupings, fields without `attribute:`. */
const columnFor = (grouping: string): string => grouping.replace(/^attribute:/, '');

/** Steps whose id is that of a measure of nodes. */
const RANKED: readonly RecipeStep['kind'][] = ['measure', 'how-sure', 'over-time', 'layers'];

/** Parameters of a measure that name a grouping. */
const groupingsOf = ({ kind, id }: RecipeStep): ReadonlySet<string> =>
  new Set(
    (RANKED.includes(kind) ? measureById(id) : undefined)?.parameters.flatMap((p) =>
      p.kind === 'grouping' ? [p.name] : [],
    ),
  );

const asOptions = (values: RecipeStep['parameters'], groupings: ReadonlySet<string>): string[] =>
  Object.entries(values).flatMap(([name, v]) => {
    if (typeof v === 'boolean') return v ? [`--${name}`] : [];
    return [`--${name}=${groupings.has(name) ? columnFor(String(v)) : v}`];
  });

/** By which groups (`option`), and how those are found. Undefined where there is no such column. */
function groupedFor(
  option: 'within' | 'by',
  grouping: string | undefined,
  groups: RecipeGroups | undefined,
  columns: ReadonlySet<string>,
  sorts = false,
): string[] | undefined {
  const column = grouping === undefined ? [] : [`--${option}=${columnFor(grouping)}`];
  if (grouping !== undefined && grouping !== 'community' && !columns.has(columnFor(grouping))) return undefined;
  if (columns.has('community') || (grouping !== 'community' && !sorts)) return column;
  const given = Object.entries(groups?.parameters ?? {}).map(([name, value]) => `${name}=${value}`);
  return [
    ...column,
    ...(groups ? [`--groups=${groups.method}`] : []),
    ...(given.length > 0 ? [`--groups-with=${given.join(',')}`] : []),
  ];
}

/** An analysis as the arguments of the command that runs it. */
export function argumentsFor(step: RecipeStep, options: Options, there: InFiles): Ready {
  const { setup } = step;
  if (setup.twoMode && !options.has('type')) return { refused: 'two-modes' };
  const weights = setup.twoMode ? 'none' : setup.weights;
  const byStrength = setup.confirmedOnly || weights === 'strength';
  if (byStrength && !options.has('strength')) return { refused: 'no-strength' };
  const ofColumn = weights === 'count' || (weights === 'amount' && !options.has('currency'));
  if ((ofColumn || weights === 'amount') && !options.has('weight')) return { refused: 'no-weights' };
  const notes: Note[] = [];
  if (setup.scope !== 'case') notes.push('scope-is-the-files');
  if (setup.actorsOnly) notes.push(options.has('type') ? 'protection-not-known' : 'kinds-not-known');
  if (ofColumn) notes.push('weights-of-the-column');
  const question = questionFor(step, options, there.columns);
  if ('refused' in question) return question;
  return { args: [...filesFor(options, step, there), ...question.args], notes: [...notes, ...question.notes] };
}

/** What is asked of a network, as the options of the command that is asked. */
function questionFor(step: RecipeStep, options: Options, columns: ReadonlySet<string>): Ready {
  const { id, parameters } = step;
  const groupings = groupingsOf(step);
  const values = asOptions(parameters, groupings);
  switch (step.kind) {
    case 'measure': {
      const sorts = [...groupings].some((name) => parameters[name] === 'community');
      const within = groupedFor('within', step.within, step.groups, columns, sorts);
      return within ? { args: [`--measures=${id}`, ...values, ...within], notes: [] } : { refused: 'no-grouping' };
    }
    case 'link-measure':
      return { args: ['--of=links', `--measures=${id}`, ...values], notes: [] };
    case 'layers':
      return options.has('layer') ? { args: [`--measures=${id}`, ...values], notes: [] } : { refused: 'no-layers' };
    case 'groups':
      return { args: [`--method=${id}`, ...values], notes: [] };
    case 'key-players': {
      // The seed of the set goes before that of how sure it is.
      const { direction, ...rest } = { ...step.settings, ...parameters };
      // Of a network without arrows it says nothing; as an option it would give the network arrows.
      const isFollowed = direction !== undefined && step.setup.direction !== 'ignore' && !step.setup.twoMode;
      const both = asOptions({ ...rest, ...(isFollowed && { direction }) }, groupings);
      return { args: [`--criterion=${id}`, ...both, ...(step.settings ? ['--sure'] : [])], notes: seedNotes(step) };
    }
    case 'how-sure': {
      // The seed of how sure goes before that of the measure.
      const both = asOptions({ ...parameters, ...step.settings }, groupings);
      return { args: [`--measure=${id}`, ...both], notes: seedNotes(step) };
    }
    case 'over-time':
      return options.has('begin')
        ? { args: [`--measures=${id}`, ...values, `--slices=${step.slices}`], notes: [] }
        : { refused: 'no-dates' };
    case 'network': {
      const by = groupedFor('by', step.by, step.groups, columns);
      const dated = options.has('begin');
      return {
        args: [...values, ...(by ?? []), ...(dated ? ['--slices=month'] : [])],
        notes: [...(by ? [] : (['no-groups-of-that-name'] as const)), ...(dated ? [] : (['not-by-month'] as const))],
      };
    }
    case 'what-if':
      return { args: whatIfFor(step), notes: [] };
  }
}

/** A command has one seed. */
function seedNotes({
  parameters,
  settings,
}: Pick<RecipeStep, 'parameters'> & { readonly settings?: ParameterValues }): readonly Note[] {
  const [one, other] = [parameters.seed, settings?.seed];
  return one === undefined || other === undefined || one === other ? [] : ['one-seed'];
}

function whatIfFor({ id, parameters, orders }: Extract<RecipeStep, { readonly kind: 'what-if' }>): string[] {
  const { size = bestSetParameters[0].default, ...rest } = parameters;
  const asked = id === 'curves' ? `--curves=${(orders ?? removalOrders).join(',')}` : `--best=${size}`;
  return [asked, ...asOptions(rest, new Set())];
}
