import { type BadInput, type CliCommand, DONE, isBad, type Output, refusing } from './cli-command.ts';
import { said } from './command-words.ts';
import { csvText, type Table } from './csv-out.ts';
import { leftOutRemark, type NetworkInput } from './network-input.ts';
import { NETWORK_OPTIONS, SPELLINGS } from './network-options.ts';
import { type OptionKinds, type Options, parseOptions, text } from './options.ts';

/** What a command found, as it would be printed; only that which is asked for is made. */
export interface Found {
  json(): object;
  /** The one printed where none is named. */
  table(): Table;
  /** Further ones, by the names of the command's `tables`; those are missing that this answer does not have. */
  readonly tables?: Readonly<Record<string, () => Table>>;
  /** What a reader of the table must know and could not tell from it; the JSON has it in its fields. */
  readonly remarks?: readonly string[];
  /** What it was found in: a reader of the table is told which rows of the file are not in it. */
  readonly network: NetworkInput;
}

/** A command over a network in files that can hand over what it found in the place of printing it. */
export interface NetworkCommand extends CliCommand {
  find(args: readonly string[], out: Pick<Output, 'complain' | 'openWorker'>): Promise<Found | BadInput>;
}

/**
 * A command over a network in files: `options` are its own beside those of every network; `work` finds the result, or says what is wrong. `tables`: the
 * names of what it can print as records beside its JSON, the usual one first, each with the option that it cannot be without.
 */
export function commandOnNetwork({
  options,
  work,
  tables,
  ...command
}: Omit<CliCommand, 'run'> & {
  readonly options: OptionKinds;
  readonly tables?: Readonly<Record<string, string | null>>;
  work(options: Options, out: Pick<Output, 'complain' | 'openWorker'>): Promise<Found | BadInput>;
}): NetworkCommand {
  const parse = (args: readonly string[]) =>
    parseOptions(
      args,
      { ...NETWORK_OPTIONS, ...options, ...(tables && { table: 'string' }), json: 'boolean' },
      SPELLINGS,
    );
  const names = Object.keys(tables ?? {});
  const noTable = (given: string, known: readonly string[]): BadInput => ({
    bad: said('command-line.one-of', { option: 'table', values: known.join(', '), given }),
  });
  /** What is wrong with the table that is asked for, as far as can be told before the work. */
  const strayTable = (asked: Options): BadInput | undefined => {
    const name = text(asked, 'table');
    if (name === undefined) return undefined;
    if (asked.has('json')) return { bad: said('command-line.contradicts', { one: 'table', other: 'json' }) };
    if (!names.includes(name)) return noTable(name, names);
    const needed = tables?.[name];
    if (!needed || asked.has(needed)) return undefined;
    return { bad: said('command-line.needs', { option: `table ${name}`, needed, value: '…' }) };
  };
  return {
    ...command,
    usage: tables ? command.usage.replace(/ \[--json\]$/, ` [--table ${names.join('|')} | --json]`) : command.usage,
    async find(args, out) {
      const parsed = parse(args);
      return isBad(parsed) ? parsed : work(parsed.options, out);
    },
    async run(args, out) {
      const refuse = refusing(out);
      const parsed = parse(args);
      if (isBad(parsed)) return refuse(parsed);
      const stray = strayTable(parsed.options);
      if (stray) return refuse(stray);
      const found = await work(parsed.options, out);
      if (isBad(found)) return refuse(found);
      const name = text(parsed.options, 'table') ?? names[0];
      const table = name === undefined || name === names[0] ? found.table : found.tables?.[name];
      if (!table) return refuse(noTable(name!, [names[0]!, ...Object.keys(found.tables ?? {})]));
      if (parsed.options.get('json') === true) out.print(JSON.stringify(found.json()));
      else {
        for (const line of [...leftOutRemark(found.network), ...(found.remarks ?? [])]) out.complain(line);
        out.print(csvText(table()));
      }
      return DONE;
    },
  };
}
