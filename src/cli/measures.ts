import { linkMeasures, measures } from '#analysis/measures/index';
import { measures as english } from '#i18n/messages/en/measures';
import { BAD_INPUT, type CliCommand, DONE, isBad } from './cli-command.ts';
import { parseOptions, text } from './options.ts';

/** `skein measures`: the measures on offer, each with the question it answers. */
export const measuresCommand: CliCommand = {
  name: 'measures',
  usage: 'measures [--of nodes|links] [--json]',
  summary: 'list the measures of nodes, or of links',
  async run(args, out) {
    const parsed = parseOptions(args, { of: 'string', json: 'boolean' });
    if (isBad(parsed)) {
      out.complain(parsed.bad);
      return BAD_INPUT;
    }
    const of = text(parsed.options, 'of') ?? 'nodes';
    if (of !== 'nodes' && of !== 'links') {
      out.complain(`--of takes nodes, links, not "${of}"`);
      return BAD_INPUT;
    }
    const list = (of === 'links' ? linkMeasures : measures).map((m) => ({
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
