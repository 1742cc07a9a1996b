import { communityMethods } from '#analysis/communities/index';
import { keyPlayerCriteria } from '#analysis/key-players/index';
import { linkMeasures, measures } from '#analysis/measures/index';
import { pathQuestions } from '#analysis/paths/index';
import { removalOrders } from '#analysis/studies/index';
import { networkFigures } from '#analysis/whole-network/index';
import { commandLine } from '#i18n/messages/en/command-line';
import { groups } from '#i18n/messages/en/groups';
import { keyPlayers } from '#i18n/messages/en/key-players';
import { measures as english } from '#i18n/messages/en/measures';
import { paths } from '#i18n/messages/en/paths';
import { whatIf } from '#i18n/messages/en/what-if';
import { wholeNetwork } from '#i18n/messages/en/whole-network';
import { BAD_INPUT, type CliCommand, DONE, isBad } from './cli-command.ts';
import { csvText } from './csv-out.ts';
import { parseOptions, text } from './options.ts';

interface Listed {
  readonly id: string;
  readonly question: string;
  readonly definition: string;
  readonly range: string;
}

const ofParts = (list: typeof measures | typeof linkMeasures) => (): Listed[] =>
  list.map((m) => ({
    id: m.id,
    question: english[m.question as keyof typeof english],
    definition: english[m.definition as keyof typeof english],
    range: english[`measure.range.${m.range}`],
  }));

/** Every list, by the word for `--of`: of nodes, links and the whole network what is measured; of the others the command that takes the id. */
const LISTS: Readonly<Record<string, () => Listed[]>> = {
  nodes: ofParts(measures),
  links: ofParts(linkMeasures),
  network: () =>
    networkFigures.map((f) => ({
      id: f.id,
      question: wholeNetwork[f.question as keyof typeof wholeNetwork],
      definition: wholeNetwork[f.definition as keyof typeof wholeNetwork],
      range: wholeNetwork[`network-figure.range.${f.range}`],
    })),
  communities: () =>
    communityMethods.map((m) => ({
      id: m.id,
      question: groups[m.question as keyof typeof groups],
      definition: groups[m.definition as keyof typeof groups],
      range: english['measure.range.label'],
    })),
  'key-players': () =>
    keyPlayerCriteria.map((c) => ({
      id: c.id,
      question: keyPlayers[c.question],
      definition: keyPlayers[c.definition],
      range: english['measure.range.unit-interval'],
    })),
  paths: () =>
    pathQuestions.map(({ id }) => ({
      id,
      question: paths[`paths.${id}.question`],
      definition: paths[`paths.${id}.definition`],
      range: commandLine['command-line.range.list'],
    })),
  'what-if': () =>
    removalOrders.map((id) => ({
      id,
      question: whatIf['what-if.curves'],
      definition: whatIf[`what-if.curve.${id}`].replace('{{runs}}', '--runs').replace('{{seed}}', '--seed'),
      range: english['measure.range.unit-interval'],
    })),
};

const KINDS = [...Object.keys(LISTS), 'all'];

/** `skein measures`: every id that a command takes, each with the question it answers; `--of all` says of each which list it is of. */
export const measuresCommand: CliCommand = {
  name: 'measures',
  usage: `measures [--of ${KINDS.join('|')}] [--json]`,
  summary:
    'list what can be asked for: measures of nodes (unless told otherwise), or --of all every id that a command takes',
  async run(args, out) {
    const parsed = parseOptions(args, { of: 'string', json: 'boolean' });
    if (isBad(parsed)) {
      out.complain(parsed.bad);
      return BAD_INPUT;
    }
    const of = text(parsed.options, 'of') ?? 'nodes';
    if (!KINDS.includes(of)) {
      out.complain(`--of takes ${KINDS.join(', ')}, not "${of}"`);
      return BAD_INPUT;
    }
    const all = of === 'all';
    const list: (Listed & { readonly of?: string })[] = Object.entries(LISTS).flatMap(([kind, listed]) =>
      all ? listed().map((m) => ({ ...m, of: kind })) : kind === of ? listed() : [],
    );
    const header = ['id', 'question', 'definition', 'range', ...(all ? ['of'] : [])];
    out.print(
      parsed.options.get('json') === true
        ? JSON.stringify(list)
        : csvText({
            header,
            records: list.map((m) => [m.id, m.question, m.definition, m.range, ...(all ? [m.of!] : [])]),
          }),
    );
    return DONE;
  },
};
