import { PROOF } from '#analysis/graph/network';
import { gradingSchemes } from '#domain/grading/index';
import { CALENDAR_UNITS } from '#domain/time/calendar-slices';
import type { BadInput } from './cli-command.ts';
import { said } from './command-words.ts';
import { type OptionKinds, type Options, text } from './options.ts';

/** What every command on a network in files takes: the files, their columns, and which rows and nodes count. */
export const NETWORK_OPTIONS: OptionKinds = {
  links: 'string',
  source: 'string',
  target: 'string',
  directed: 'boolean',
  direction: 'string',
  weight: 'string',
  weights: 'string',
  currency: 'string',
  'only-currency': 'string',
  nodes: 'string',
  id: 'string',
  type: 'string',
  kinds: 'string',
  tags: 'string',
  tagged: 'string',
  'two-mode': 'string',
  as: 'string',
  layer: 'string',
  only: 'string',
  strength: 'string',
  weakest: 'string',
  'confirmed-only': 'boolean',
  grade: 'string',
  scheme: 'string',
  graded: 'string',
  begin: 'string',
  end: 'string',
  lasted: 'boolean',
  numbers: 'boolean',
  zone: 'string',
  after: 'string',
  before: 'string',
  undated: 'boolean',
};

/** Other spellings of these options. */
export const SPELLINGS: Readonly<Record<string, string>> = { time: 'begin', until: 'end' };

const ONE_OF = {
  direction: ['ignore', 'out', 'in'],
  weights: ['none', 'count', 'amount', 'strength'],
  as: ['both', 'shared', 'newman'],
  weakest: Object.keys(PROOF),
  graded: ['middling', 'strong'],
  scheme: gradingSchemes.map((s) => s.id),
  slices: CALENDAR_UNITS,
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The second is of no use without the first. */
const NEEDS: readonly (readonly [option: string, needed: string, value: string])[] = [
  ['id', 'nodes', 'FILE.csv'],
  ['nodes', 'id', 'COL'],
  ['type', 'nodes', 'FILE.csv'],
  ['tags', 'nodes', 'FILE.csv'],
  ['kinds', 'type', 'COL'],
  ['tagged', 'tags', 'COL'],
  ['tags', 'tagged', 'WORD,…'],
  ['two-mode', 'type', 'COL'],
  ['as', 'two-mode', 'KIND,KIND'],
  ['only', 'layer', 'COL'],
  ['weakest', 'strength', 'COL'],
  ['confirmed-only', 'strength', 'COL'],
  ['scheme', 'grade', 'COL'],
  ['graded', 'grade', 'COL'],
  ['currency', 'weight', 'COL'],
  ['only-currency', 'currency', 'COL'],
  ...['end', 'after', 'before', 'slices', 'lasted', 'numbers', 'undated'].map(
    (option) => [option, 'begin', 'COL'] as const,
  ),
];

/** Each would undo the other, or make it mean nothing. */
const CONTRADICTIONS: readonly (readonly [string, string])[] = [
  ...['directed', 'direction', 'weight', 'weights'].map((option) => ['two-mode', option] as const),
  ['numbers', 'zone'],
  ['numbers', 'slices'],
];

/** A value that another option contradicts. */
const VALUES_AGAINST: readonly (readonly [option: string, value: string, other: string])[] = [
  ['direction', 'ignore', 'directed'],
  ['weights', 'none', 'weight'],
  ['weights', 'strength', 'weight'],
  ['weights', 'count', 'currency'],
  ['weakest', 'unconfirmed', 'confirmed-only'],
  ['weakest', 'tentative', 'confirmed-only'],
];

/** What a value needs beside it. */
const VALUES_NEED: readonly (readonly [option: string, value: string, needed: string])[] = [
  ['weights', 'count', 'weight'],
  ['weights', 'amount', 'weight'],
  ['weights', 'amount', 'currency'],
  ['weights', 'strength', 'strength'],
];

/** Options that say which rows and nodes count, beside the columns they are of. */
const CONDITIONS = [
  'only',
  'weakest',
  'confirmed-only',
  'graded',
  'after',
  'before',
  'undated',
  'zone',
  'kinds',
  'tagged',
] as const;

/** The conditions that were asked, by name, so that an answer tells what it is of. */
export function conditionsAsked(options: Options): Readonly<Record<string, string | boolean>> {
  return Object.fromEntries(
    CONDITIONS.flatMap((name) => {
      const value = options.get(name);
      return value === undefined ? [] : [[name.replaceAll('-', '_'), value]];
    }),
  );
}

/** What does not go together among the options of a network, by name. `readsTimes`: the command reads times without being told to. */
export function strayOption(options: Options, readsTimes: boolean): BadInput | undefined {
  for (const needed of ['links', 'source', 'target'])
    if (text(options, needed) === undefined) return { bad: said('command-line.missing', { option: needed }) };
  for (const [option, values] of Object.entries(ONE_OF)) {
    const given = text(options, option);
    if (given !== undefined && !values.some((v) => v === given))
      return { bad: said('command-line.one-of', { option, values: values.join(', '), given }) };
  }
  for (const [option, needed, value] of NEEDS)
    if (options.has(option) && !options.has(needed))
      return { bad: said('command-line.needs', { option, needed, value }) };
  for (const [option, value, needed] of VALUES_NEED)
    if (options.get(option) === value && !options.has(needed))
      return { bad: said('command-line.needs', { option: `${option} ${value}`, needed, value: 'COL' }) };
  for (const [one, other] of CONTRADICTIONS)
    if (options.has(one) && options.has(other)) return { bad: said('command-line.contradicts', { one, other }) };
  for (const [option, value, other] of VALUES_AGAINST)
    if (options.get(option) === value && options.has(other))
      return { bad: said('command-line.contradicts', { one: `${option} ${value}`, other }) };
  const readers = ['slices', 'after', 'before'];
  if (options.has('begin') && !readsTimes && !readers.some((reader) => options.has(reader)))
    return { bad: said('command-line.unread', { option: 'begin', readers: `--${readers.join(', --')}` }) };
  return undefined;
}

/** Words of a list after commas, trimmed. */
export function listed(options: Options, name: string): readonly string[] | undefined {
  return text(options, name)
    ?.split(',')
    .map((word) => word.trim());
}

/** Stands in the usage of a command for the options below. */
export const NETWORK_USAGE = 'NETWORK';

/** Options that a recipe says for each of its analyses. */
export const SAID_BY_A_RECIPE: ReadonlySet<string> = new Set([
  'directed',
  'direction',
  'only-currency',
  'weights',
  'confirmed-only',
  'weakest',
  'two-mode',
  'as',
]);

/** The options of every network, in lines: what a recipe says itself is marked. */
export const NETWORK_HELP = [
  'NETWORK is (a recipe says itself what is marked *):',
  '  --links FILE.csv --source COL --target COL',
  '  [--directed | --direction ignore|out|in]',
  '  [--weight COL [--currency COL [--only-currency CODE]]] [--weights none|count|amount|strength]',
  '  [--layer COL [--only TYPE,…]]',
  '  [--strength COL [--confirmed-only | --weakest confirmed|unconfirmed|tentative]]',
  `  [--grade COL [--scheme ${ONE_OF.scheme.join('|')}] [--graded middling|strong]]`,
  '  [--begin COL [--end COL] [--after TIME] [--before TIME] [--undated] [--lasted] [--zone UTC | --numbers]]',
  '  [--nodes FILE.csv --id COL',
  '    [--tags COL --tagged WORD,…]',
  '    [--type COL [--kinds KIND,…] [--two-mode KIND,KIND [--as both|shared|newman]]]]',
]
  .join('\n')
  .replace(/--([a-z-]+)/g, (option, name: string) => (SAID_BY_A_RECIPE.has(name) ? `${option}*` : option));
