import { measures } from '#analysis/measures/index';
import { measures as english } from '#i18n/messages/en/measures';
import { BAD_INPUT, type CliCommand, DONE, isBad } from './cli-command.ts';
import { parseOptions } from './options.ts';

/** `skein measures`: the measures on offer, each with the question it answers. */
export const measuresCommand: CliCommand = {
  name: 'measures',
  usage: 'measures [--json]',
  summary: 'list the measures',
  async run(args, out) {
    const parsed = parseOptions(args, { json: 'boolean' });
    if (isBad(parsed)) {
      out.complain(parsed.bad);
      return BAD_INPUT;
    }
    const list = measures.map((m) => ({
      id: m.id,
      question: english[m.question as keyof typeof english],
      definition: english[m.definition as keyof typeof english],
      range: english[`measure.range.${m.range}`],
    }));
    out.print(
      parsed.options.get('json') === true
        ? JSON.stringify(list)
        : list.map((m) => `${m.id}\t${m.question}\t${m.definition}`).join('\n'),
    );
    return DONE;
  },
};
