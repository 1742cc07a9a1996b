import { parseArgs } from 'node:util';
import { fillParameters, type Parameter, type ParameterValues } from '#analysis/graph/parameters';
import type { BadInput } from './cli-command.ts';
import { said } from './command-words.ts';

/** Options with a value are `string`, flags `boolean`. */
export type OptionKinds = Readonly<Record<string, 'string' | 'boolean'>>;

/** Typed options by name; what was not given is missing. */
export type Options = ReadonlyMap<string, string | boolean>;

/** `spellings`: other names of these options, each with the one it stands for. */
export function parseOptions(
  args: readonly string[],
  kinds: OptionKinds,
  spellings: Readonly<Record<string, string>> = {},
): { readonly options: Options } | BadInput {
  const types = {
    ...kinds,
    ...Object.fromEntries(Object.entries(spellings).map(([other, name]) => [other, kinds[name]!])),
  };
  try {
    const { values } = parseArgs({
      args: [...args],
      options: Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }])),
      strict: true,
      allowPositionals: false,
    });
    const options = new Map<string, string | boolean>();
    for (const [given, value] of Object.entries(values)) {
      if (typeof value !== 'string' && typeof value !== 'boolean') continue;
      const name = spellings[given] ?? given;
      if (options.has(name)) return { bad: said('command-line.twice', twice(name, spellings)) };
      options.set(name, value);
    }
    return { options };
  } catch (error) {
    if (error instanceof TypeError && 'code' in error) {
      const [what, ...how] = error.message.split('\n');
      // Of a value that begins with a dash its last line tells how it is given.
      return { bad: [what!.split('. ', 1)[0]!, ...how.slice(-1)].join(' ') };
    }
    throw error;
  }
}

const twice = (name: string, spellings: Readonly<Record<string, string>>) => ({
  one: Object.keys(spellings).find((other) => spellings[other] === name)!,
  other: name,
});

export function text(options: Options, name: string): string | undefined {
  const value = options.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** Every parameter of these definitions as an option of its own: `--length inverse`, `--normalised`. */
export function parameterOptions(definitions: readonly { readonly parameters: readonly Parameter[] }[]): OptionKinds {
  const kinds: Record<string, 'string' | 'boolean'> = {};
  for (const { parameters } of definitions)
    for (const p of parameters) kinds[p.name] = p.kind === 'switch' ? 'boolean' : 'string';
  return kinds;
}

/** The parameters of one definition read from the options, defaults filled in. */
export function parameterValues(
  definition: { readonly id: string; readonly parameters: readonly Parameter[] },
  options: Options,
): { readonly values: ParameterValues } | BadInput {
  const given: Record<string, string | number | boolean> = {};
  for (const p of definition.parameters) {
    const value = options.get(p.name);
    if (value === undefined) continue;
    given[p.name] = p.kind === 'number' ? (value === '' ? Number.NaN : Number(value)) : value;
  }
  const filled = fillParameters(definition.parameters, given);
  if ('values' in filled) return filled;
  const p = definition.parameters.find((q) => q.name === filled.unfit)!;
  const allowed =
    p.kind === 'choice'
      ? p.options.join(', ')
      : p.kind === 'number'
        ? `a number from ${p.min} to ${p.max}`
        : 'no value';
  return { bad: `--${p.name} takes ${allowed}, not "${String(options.get(p.name))}"` };
}
