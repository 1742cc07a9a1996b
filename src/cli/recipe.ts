import { readFileSync } from 'node:fs';
import { measureById } from '#analysis/measures/index';
import {
  bestSetParameters,
  type Recipe,
  type RecipeGroups,
  type RecipeSetup,
  type RecipeStep,
  readRecipe,
  removalOrders,
} from '#analysis/studies/index';
import { BAD_INPUT, type BadInput, type CliCommand, DONE, isBad, type Output, refusing } from './cli-command.ts';
import type { Found, NetworkCommand } from './command-on-network.ts';
import { communitiesCommand } from './communities.ts';
import { type Cell, csvText, type Table } from './csv-out.ts';
import { keyPlayersCommand } from './key-players.ts';
import { measureCommand } from './measure.ts';
import { networkCommand } from './network.ts';
import { leftOutRemark, readNetwork } from './network-input.ts';
import { NETWORK_OPTIONS, RECIPE_USAGE, SPELLINGS } from './network-options.ts';
import { type OptionKinds, type Options, parseOptions } from './options.ts';
import { stabilityCommand } from './stability.ts';
import { whatIfCommand } from './what-if.ts';

/** What of an analysis does not hold for files, and so was left aside. */
const NOTES = {
  'scope-is-the-files': 'a chart, a selection or a filter is no part of the files: all of them was taken',
  'kinds-not-known': 'kinds of entities are no part of the files: none was left out',
  'weights-of-the-column': 'weights are those of --weight, whatever they count',
  'no-groups-of-that-name': 'figures by groups were left out: --nodes has no column of that name',
  'not-by-month': 'figures by month were left out: no --begin COL is named',
} as const;
type Note = keyof typeof NOTES;

/** Why an analysis could not be run on files. */
const REFUSALS = {
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

/** Options of a network that the recipe says for each analysis. */
const SAID = new Set([
  'directed',
  'direction',
  'weights',
  'only-currency',
  'confirmed-only',
  'weakest',
  'two-mode',
  'as',
]);
const WEIGHING = new Set(['weight', 'currency']);
const TIMING = new Set(['begin', 'end', 'zone', 'lasted', 'numbers']);

/** The options of a network that a recipe leaves to whoever names the files. */
const FILE_OPTIONS: OptionKinds = {
  ...Object.fromEntries(Object.entries(NETWORK_OPTIONS).filter(([name]) => !SAID.has(name))),
  sources: 'string',
};

const WEIGHTS_OF: Readonly<Record<RecipeSetup['weights'], readonly string[]>> = {
  none: [],
  count: ['weight'],
  amount: ['weight', 'currency'],
  strength: [],
};

/** The files of the network, and which rows count, as options for each command. */
function filesFor(options: Options, step: RecipeStep): string[] {
  const { setup } = step;
  const { twoMode } = setup;
  const weighing = twoMode ? [] : WEIGHTS_OF[setup.weights];
  const sliced = step.kind === 'over-time' || step.kind === 'network';
  const timed = sliced || options.has('after') || options.has('before');
  const readsLayers = step.kind === 'layers' || step.kind === 'network' || Boolean(measureById(step.id)?.acrossLayers);
  const inward = setup.direction === 'in' && !twoMode;
  const turned: Readonly<Record<string, string>> = inward ? { source: 'target', target: 'source' } : {};
  const given = Object.keys(FILE_OPTIONS).flatMap((name) => {
    const value = options.get(turned[name] ?? name);
    if (value === undefined || (name === 'sources' && step.kind !== 'how-sure')) return [];
    if (name === 'layer' && !readsLayers && !options.has('only')) return [];
    if ((WEIGHING.has(name) && !weighing.includes(name)) || (TIMING.has(name) && !timed)) return [];
    return [value === true ? `--${name}` : `--${name}=${value}`];
  });
  const currency = weighing.includes('currency') && options.has('currency') ? setup.currency : undefined;
  return [
    ...given,
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
function ready(step: RecipeStep, options: Options, columns: ReadonlySet<string>): Ready {
  const { setup } = step;
  if (setup.twoMode && !options.has('type')) return { refused: 'two-modes' };
  const weights = setup.twoMode ? 'none' : setup.weights;
  const byStrength = setup.confirmedOnly || weights === 'strength';
  if (byStrength && !options.has('strength')) return { refused: 'no-strength' };
  const ofColumn = weights === 'count' || (weights === 'amount' && !options.has('currency'));
  if ((ofColumn || weights === 'amount') && !options.has('weight')) return { refused: 'no-weights' };
  const notes: Note[] = [];
  if (setup.scope !== 'case') notes.push('scope-is-the-files');
  if (setup.actorsOnly) notes.push('kinds-not-known');
  if (ofColumn) notes.push('weights-of-the-column');
  const question = questionFor(step, options, columns);
  if ('refused' in question) return question;
  return { args: [...filesFor(options, step), ...question.args], notes: [...notes, ...question.notes] };
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
    case 'key-players':
      return { args: [`--criterion=${id}`, ...values], notes: [] };
    case 'how-sure':
      // The seed of how sure goes before that of the measure.
      return { args: [`--measure=${id}`, ...asOptions({ ...parameters, ...step.settings }, groupings)], notes: [] };
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

function whatIfFor({ id, parameters, orders }: Extract<RecipeStep, { readonly kind: 'what-if' }>): string[] {
  const { size = bestSetParameters[0].default, ...rest } = parameters;
  const asked = id === 'curves' ? `--curves=${(orders ?? removalOrders).join(',')}` : `--best=${size}`;
  return [asked, ...asOptions(rest, new Set())];
}

const COMMANDS: Readonly<Record<RecipeStep['kind'], NetworkCommand>> = {
  measure: measureCommand,
  groups: communitiesCommand,
  'key-players': keyPlayersCommand,
  'how-sure': stabilityCommand,
  'over-time': measureCommand,
  'link-measure': measureCommand,
  layers: measureCommand,
  network: networkCommand,
  'what-if': whatIfCommand,
};

/** What is asked for of all that the command of an analysis could print; of others it is the usual table. */
function tablesFor({ kind, id }: RecipeStep): readonly string[] {
  if (kind === 'what-if') return id === 'curves' ? ['areas', 'curves'] : ['sets'];
  return kind === 'measure' ? ['values'] : [];
}

function tablesOf(step: RecipeStep, found: Found): readonly Table[] {
  const named = tablesFor(step).flatMap((name) => found.tables?.[name]?.() ?? []);
  return named.length > 0 ? named : [found.table()];
}

interface Outcome {
  readonly step: RecipeStep;
  readonly notes: readonly Note[];
  readonly found?: Found;
  /** Why it could not be run, with what the command had to say. */
  readonly refused?: { readonly code: string; readonly reason: string };
}

async function outcomeOf(
  step: RecipeStep,
  options: Options,
  columns: ReadonlySet<string>,
  out: Output,
): Promise<Outcome> {
  const made = ready(step, options, columns);
  if ('refused' in made) return { step, notes: [], refused: { code: made.refused, reason: REFUSALS[made.refused] } };
  const found = await COMMANDS[step.kind].find(made.args, out);
  if (isBad(found)) return { step, notes: made.notes, refused: { code: 'unfit', reason: found.bad } };
  return { step, notes: made.notes, found };
}

function readFile(path: string): Recipe | BadInput {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch {
    return { bad: `${path} cannot be read` };
  }
  const read = readRecipe(content);
  if (!('unfit' in read)) return read;
  if (read.unfit === 'unknown-analysis')
    return { bad: `${path}: analysis ${read.at} is not known here, or does not fit` };
  return { bad: read.unfit === 'newer' ? `${path} is a recipe of a newer version` : `${path} is no recipe` };
}

const asJson = ({ format, version }: Recipe, outcomes: readonly Outcome[]): string =>
  JSON.stringify({
    recipe: { format, version },
    analyses: outcomes.map(({ step, notes, found, refused }) => ({
      ...step,
      notes: notes.map((code) => ({ code, text: NOTES[code] })),
      ...(refused && { refused }),
      result: found?.json() ?? null,
    })),
  });

/**
 * All in one table, as each has columns of its own: a record per field of what its command prints, `record` counted from 1 in it. Notes, remarks
 * and a refusal are records without such a number.
 */
function asTable(outcomes: readonly Outcome[]): Table {
  const records = outcomes.flatMap(({ step, notes, found, refused }, i): Cell[][] => {
    const told = found
      ? tablesOf(step, found).flatMap(({ header, records }) => records.map((record) => ({ header, record })))
      : [];
    const remarks = found ? [...leftOutRemark(found.network), ...(found.remarks ?? [])] : [];
    const whose = [i + 1, step.kind, step.id];
    return [
      ...notes.map((code) => [...whose, null, 'note', `${code}: ${NOTES[code]}`]),
      ...(refused ? [[...whose, null, 'refused', `${refused.code}: ${refused.reason}`]] : []),
      ...remarks.map((remark) => [...whose, null, 'remark', remark]),
      ...told.flatMap(({ header, record }, r) =>
        record.flatMap((field, c) => {
          const name = header[c]!;
          return name === 'reason' && !field ? [] : [[...whose, r + 1, name, field]];
        }),
      ),
    ];
  });
  return { header: ['analysis', 'kind', 'id', 'record', 'field', 'value'], records };
}

/** `skein recipe`: the analyses that the page saved, run on a network in files. */
export const recipeCommand: CliCommand = {
  name: 'recipe',
  usage: `recipe FILE.json ${RECIPE_USAGE} [--sources COL] [--json]`,
  summary: 'run a saved list of analyses',
  async run(args, out) {
    const complain = refusing(out);
    const [path, ...rest] = args;
    if (path === undefined || path.startsWith('-')) return complain({ bad: 'the file of the recipe is missing' });
    const parsed = parseOptions(rest, { ...FILE_OPTIONS, json: 'boolean' }, SPELLINGS);
    if (isBad(parsed)) return complain(parsed);
    const { options } = parsed;
    const recipe = readFile(path);
    if (isBad(recipe)) return complain(recipe);
    // What links weigh is for each analysis to say.
    const unweighed = new Map([...options].filter(([name]) => !WEIGHING.has(name)));
    const input = readNetwork(unweighed, { window: 'of-rows', readsTimes: true });
    if (isBad(input)) return complain(input);
    const columns = new Set(input.graph.groupings?.keys());
    const outcomes: Outcome[] = [];
    for (const step of recipe.analyses) outcomes.push(await outcomeOf(step, options, columns, out));
    for (const [i, { refused }] of outcomes.entries())
      if (refused) out.complain(`analysis ${i + 1} was not run (${refused.code}): ${refused.reason}`);
    if (outcomes.every((o) => o.refused)) return BAD_INPUT;
    out.print(options.get('json') === true ? asJson(recipe, outcomes) : csvText(asTable(outcomes)));
    return DONE;
  },
};
