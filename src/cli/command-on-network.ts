import { BAD_INPUT, type BadInput, type CliCommand, DONE, isBad, type Output } from './cli-command.ts';
import { NETWORK_OPTIONS } from './network-input.ts';
import { type OptionKinds, type Options, parseOptions } from './options.ts';

/** A command over a network in files: `options` are its own beside those of every network; `work` prints the result, or says what is wrong. */
export function commandOnNetwork({
  options,
  work,
  ...command
}: Omit<CliCommand, 'run'> & {
  readonly options: OptionKinds;
  work(options: Options, out: Output): Promise<BadInput | undefined>;
}): CliCommand {
  return {
    ...command,
    async run(args, out) {
      const parsed = parseOptions(args, { ...NETWORK_OPTIONS, ...options, json: 'boolean' });
      const wrong = isBad(parsed) ? parsed : await work(parsed.options, out);
      if (!wrong) return DONE;
      out.complain(wrong.bad);
      return BAD_INPUT;
    },
  };
}
