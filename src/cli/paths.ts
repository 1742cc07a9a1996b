import type { ParameterValues } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import { answerPaths, type PathRefusal, pathQuestionById, pathQuestions } from '#analysis/paths/index';
import { paths as english } from '#i18n/messages/en/paths';
import { type BadInput, isBad } from './cli-command.ts';
import { Clock, windowOf } from './clock.ts';
import { commandOnNetwork } from './command-on-network.ts';
import { said } from './command-words.ts';
import { graphFacts, type NetworkInput, readNetwork, weightWords } from './network-input.ts';
import { NETWORK_USAGE } from './network-options.ts';
import { type Options, parameterOptions, parameterValues, text } from './options.ts';
import { PATH_TABLES, told } from './path-answer.ts';

/** Node numbers of ids after commas; an id with a comma in it stands alone. */
function nodesOf(
  input: NetworkInput,
  options: Options,
  name: string,
): { readonly nodes: readonly number[] } | BadInput {
  const given = text(options, name);
  if (given === undefined || given === '') return { nodes: [] };
  const ids = input.ids.includes(given) ? [given] : given.split(',').map((id) => id.trim());
  const unknown = ids.find((id) => !input.ids.includes(id));
  if (unknown !== undefined) return { bad: `--${name}: no "${unknown}" in the network` };
  return { nodes: ids.map((id) => input.ids.indexOf(id)) };
}

const REFUSED: Readonly<Record<Exclude<PathRefusal, 'unfit-parameter'>, string>> = {
  'unknown-method': 'unknown question',
  'no-ends': '--from, and for this question --to, must name nodes',
  'same-ends': '--from and --to name the same node',
  'too-few': '--from must name two nodes or more',
  'too-many': 'more than 20,000 pairs',
  'no-dates': 'no link that meets the conditions has a time: --begin COL',
};

/** A parameter that does not fit, by its name; waits each fit alone, and may contradict each other. */
function unfit(name: string | undefined, values: ParameterValues): BadInput {
  if (name !== 'shortestWait') return { bad: said('command-line.unfit', { name: name ?? '' }) };
  return {
    bad: said('command-line.waits', {
      shortest: String(values.shortestWait),
      longest: String(values.longestWait),
    }),
  };
}

/** `skein paths`: how nodes are connected, and what could have flowed from one to another in time. */
export const pathsCommand = commandOnNetwork({
  name: 'paths',
  usage: `paths ${NETWORK_USAGE} [--question ${pathQuestions.map((q) => q.id).join('|')}] --from ID,… [--to ID,…] [--length links|inverse|same] [--count 5] [--most 4] [--atLeast 2] [--radius 1] [--longestWait HOURS] [--shortestWait HOURS] [--json]`,
  summary: 'find paths, also in time',
  options: {
    ...parameterOptions(pathQuestions),
    question: 'string',
    from: 'string',
    to: 'string',
  },
  tables: PATH_TABLES,
  async work(options) {
    const name = text(options, 'question') ?? pathQuestions[0].id;
    const question = pathQuestionById(name);
    if (!question) return { bad: `unknown question "${name}"; known are ${pathQuestions.map((q) => q.id).join(', ')}` };
    const parameters = parameterValues(question, options);
    if (isBad(parameters)) return parameters;
    // In time the window says when it flows, which is more than that each line may lie in it.
    const input = readNetwork(options, { window: question.timed ? 'apart' : 'of-rows', readsTimes: true });
    if (isBad(input)) return input;
    const from = nodesOf(input, options, 'from');
    if (isBad(from)) return from;
    const to = nodesOf(input, options, 'to');
    if (isBad(to)) return to;
    const window = question.timed ? windowOf(options) : {};
    if (isBad(window)) return window;
    const arrows = input.graph.directed;
    const answer = finish(
      answerPaths(input.ids.length, input.graph.rows!, {
        question: name,
        parameters: parameters.values,
        from: from.nodes,
        to: to.nodes,
        arrows,
        conditions: window,
      }),
    );
    if ('refused' in answer)
      return answer.refused === 'unfit-parameter'
        ? unfit(answer.detail, parameters.values)
        : { bad: REFUSED[answer.refused] };
    const found = told(answer, input, new Clock(options));
    const [header, ...records] = found.table;
    return {
      network: input,
      table: () => ({ header, records }),
      ...(found.tables && { tables: found.tables }),
      json: () => ({
        graph: graphFacts(input),
        kept: answer.kept,
        undated_left_out: input.leftOut.get('undated') ?? 0,
        ...found.json,
        method: {
          id: question.id,
          definition: english[`paths.${question.id}.definition`],
          parameters: parameters.values,
          direction: arrows ? input.direction : 'ignored',
          weights: weightWords(input),
        },
      }),
    };
  },
});
