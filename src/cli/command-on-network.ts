import { type BadInput, type CliCommand, DONE, isBad, type Output, refusing } from './cli-command.ts';
import { csvText, type Table } from './csv-out.ts';
import { leftOutRemark, type NetworkInput } from './network-input.ts';
import { NETWORK_OPTIONS, SPELLINGS } from './network-options.ts';
import { type OptionKinds, type Options, parseOptions } from './options.ts';

/** What a command found, as it would be printed; only that which is asked for is made. */
export interface Found {
  json(): object;
  table(): Table;
  /** What a reader of the table must know and could not tell from it; the JSON has it in its fields. */
  readonly remarks?: readonly string[];
  /** What it was found in: a reader of the table is told which rows of the file are not in it. */
  readonly network: NetworkInput;
}

/** A command over a network in files that can hand over what it found in the place of printing it. */
export interface NetworkCommand extends CliCommand {
  find(args: readonly string[], out: Pick<Output, 'complain' | 'openWorker'>): Promise<Found | BadInput>;
}

/** A command over a network in files: `options` are its own beside those of every network; `work` finds the result, or says what is wrong. */
export function commandOnNetwork({
  options,
  work,
  ...command
}: Omit<CliCommand, 'run'> & {
  readonly options: OptionKinds;
  work(options: Options, out: Pick<Output, 'complain' | 'openWorker'>): Promise<Found | BadInput>;
}): NetworkCommand {
  const parse = (args: readonly string[]) =>
    parseOptions(args, { ...NETWORK_OPTIONS, ...options, json: 'boolean' }, SPELLINGS);
  return {
    ...command,
    async find(args, out) {
      const parsed = parse(args);
      return isBad(parsed) ? parsed : work(parsed.options, out);
    },
    async run(args, out) {
      const refuse = refusing(out);
      const parsed = parse(args);
      if (isBad(parsed)) return refuse(parsed);
      const found = await work(parsed.options, out);
      if (isBad(found)) return refuse(found);
      if (parsed.options.get('json') === true) out.print(JSON.stringify(found.json()));
      else {
        for (const line of [...leftOutRemark(found.network), ...(found.remarks ?? [])]) out.complain(line);
        out.print(csvText(found.table()));
      }
      return DONE;
    },
  };
}
