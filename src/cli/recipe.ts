import { readFileSync } from 'node:fs';
import { type Recipe, type RecipeStep, readRecipe } from '#analysis/studies/index';
import { BAD_INPUT, type BadInput, type CliCommand, DONE, isBad, type Output, refusing } from './cli-command.ts';
import type { Found, NetworkCommand } from './command-on-network.ts';
import { communitiesCommand } from './communities.ts';
import { type Cell, csvText, type Table } from './csv-out.ts';
import { keyPlayersCommand } from './key-players.ts';
import { measureCommand } from './measure.ts';
import { networkCommand } from './network.ts';
import { leftOutRemark, type NetworkInput, readNetwork } from './network-input.ts';
import { NETWORK_USAGE, SPELLINGS } from './network-options.ts';
import { type Options, parseOptions, text } from './options.ts';
import { argumentsFor, FILE_OPTIONS, type InFiles, NOTES, type Note, REFUSALS, WEIGHING } from './recipe-arguments.ts';
import { stabilityCommand } from './stability.ts';
import { whatIfCommand } from './what-if.ts';

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

/** Of all that the command of an analysis could print, what was asked. */
function tablesOf({ kind, id }: RecipeStep, { table, tables = {} }: Found): readonly Table[] {
  const named = (...names: readonly string[]) => names.flatMap((name) => tables[name]?.() ?? []);
  if (kind === 'what-if') return id === 'curves' ? named('areas', 'curves') : named('sets');
  if (kind === 'key-players') return [table(), ...named('best-sets')];
  return kind === 'measure' ? named('values') : [table()];
}

interface Outcome {
  readonly step: RecipeStep;
  readonly notes: readonly Note[];
  readonly found?: Found;
  /** Why it could not be run, with what the command had to say. */
  readonly refused?: { readonly code: string; readonly reason: string };
}

/** Columns of the nodes, and the words of the one that says their kinds. */
function inFiles({ graph, attributes = [] }: NetworkInput, options: Options): InFiles {
  const type = text(options, 'type');
  const words = type === undefined ? [] : attributes.flatMap((own) => own?.[type]?.trim() || []);
  return { columns: new Set(graph.groupings?.keys()), kinds: [...new Set(words)] };
}

async function outcomeOf(step: RecipeStep, options: Options, there: InFiles, out: Output): Promise<Outcome> {
  const made = argumentsFor(step, options, there);
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
  usage: `recipe FILE.json ${NETWORK_USAGE} [--sources COL] [--json]`,
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
    const there = inFiles(input, options);
    const outcomes: Outcome[] = [];
    for (const step of recipe.analyses) outcomes.push(await outcomeOf(step, options, there, out));
    for (const [i, { refused }] of outcomes.entries())
      if (refused) out.complain(`analysis ${i + 1} was not run (${refused.code}): ${refused.reason}`);
    if (outcomes.every((o) => o.refused)) return BAD_INPUT;
    out.print(options.get('json') === true ? asJson(recipe, outcomes) : csvText(asTable(outcomes)));
    return DONE;
  },
};
