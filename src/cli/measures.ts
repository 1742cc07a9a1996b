import { linkMeasures, measures } from '#analysis/measures/index';
import { networkFigures } from '#analysis/whole-network/index';
import { measures as english } from '#i18n/messages/en/measures';
import { wholeNetwork } from '#i18n/messages/en/whole-network';
import { BAD_INPUT, type CliCommand, DONE, isBad } from './cli-command.ts';
import { csvText } from './csv-out.ts';
import { parseOptions, text } from './options.ts';

/** What can be measured: a word for `--of`. */
const KINDS = ['nodes', 'links', 'network'] as const;

const ofNetwork = () =>
  networkFigures.map((f) => ({
    id: f.id,
    question: wholeNetwork[f.question as keyof typeof wholeNetwork],
    definition: wholeNetwork[f.definition as keyof typeof wholeNetwork],
    range: wholeNetwork[`network-figure.range.${f.range}`],
  }));

const ofParts = (list: typeof measures | typeof linkMeasures) =>
  list.map((m) => ({
    id: m.id,
    question: english[m.question as keyof typeof english],
    definition: english[m.definition as keyof typeof english],
    range: english[`measure.range.${m.range}`],
  }));

/** `skein measures`: the measures on offer, each with the question it answers. */
export const measuresCommand: CliCommand = {
  name: 'measures',
  usage: 'measures [--of nodes|links|network] [--json]',
  summary: 'list the measures of nodes, of links, or of the network as a whole',
  async run(args, out) {
    const parsed = parseOptions(args, { of: 'string', json: 'boolean' });
    if (isBad(parsed)) {
      out.complain(parsed.bad);
      return BAD_INPUT;
    }
    const of = KINDS.find((kind) => kind === (text(parsed.options, 'of') ?? 'nodes'));
    if (!of) {
      out.complain(`--of takes ${KINDS.join(', ')}, not "${text(parsed.options, 'of')}"`);
      return BAD_INPUT;
    }
    const list = of === 'network' ? ofNetwork() : ofParts(of === 'links' ? linkMeasures : measures);
    out.print(
      parsed.options.get('json') === true
        ? JSON.stringify(list)
        : csvText(
            ['id', 'question', 'definition', 'range'],
            list.map((m) => [m.id, m.question, m.definition, m.range]),
          ),
    );
    return DONE;
  },
};
