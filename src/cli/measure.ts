import { componentsOf } from '#analysis/graph/components';
import {
  type Column,
  type MeasureDefinition,
  measures,
  type ParameterValues,
  reasonAt,
} from '#analysis/measures/index';
import { measures as english } from '#i18n/messages/en/measures';
import { BAD_INPUT, type BadInput, type CliCommand, DONE, isBad } from './cli-command.ts';
import {
  graphFacts,
  NETWORK_OPTIONS,
  NETWORK_USAGE,
  type NetworkInput,
  readNetwork,
  travelling,
} from './network-input.ts';
import { type Options, parameterOptions, parameterValues, parseOptions, text } from './options.ts';
import { columnOf } from './shared-work.ts';

const CUSTOMARY = 'degree,betweenness,closeness,eigenvector,pagerank,coreness,clustering';

interface Task {
  readonly definition: MeasureDefinition;
  readonly parameters: ParameterValues;
}

/** The measures asked for, each with its parameters, or what is wrong with the list. */
function tasksOf(options: Options): { readonly tasks: readonly Task[] } | BadInput {
  const tasks: Task[] = [];
  const names = (text(options, 'measures') ?? CUSTOMARY).split(',').map((s) => s.trim());
  for (const name of new Set(names)) {
    const definition = measures.find((m) => m.id === name);
    if (!definition) return { bad: `unknown measure "${name}"; known are ${measures.map((m) => m.id).join(', ')}` };
    const parameters = parameterValues(definition, options);
    if (isBad(parameters)) return parameters;
    tasks.push({ definition, parameters: parameters.values });
  }
  for (const name of Object.keys(parameterOptions(measures))) {
    if (options.has(name) && !tasks.some((t) => name in t.parameters)) {
      return { bad: `--${name} is a parameter of none of the measures asked for` };
    }
  }
  return { tasks };
}

interface Result extends Task {
  readonly column: Column;
}

function asJson(input: NetworkInput, results: readonly Result[]): string {
  const nodes = input.ids.map((id, i) => {
    const values: [string, number | null][] = [];
    const reasons: [string, string][] = [];
    for (const { definition, column } of results) {
      const reason = reasonAt(column, i);
      values.push([definition.id, reason ? null : column.values[i]!]);
      if (reason) reasons.push([definition.id, english[`measure.reason.${reason}`]]);
    }
    return {
      id,
      ...travelling(input, i),
      values: Object.fromEntries(values),
      ...(reasons.length > 0 && { reasons: Object.fromEntries(reasons) }),
    };
  });
  const method = {
    graph: 'simple graph: loops left out, parallel rows merged and their weights added',
    direction: input.graph.directed ? 'from source to target' : 'ignored',
    weights: input.weightColumn ?? null,
    measures: Object.fromEntries(
      results.map(({ definition, parameters }) => [
        definition.id,
        {
          definition: english[definition.definition as keyof typeof english],
          parameters,
          reads_direction: definition.reads.direction && input.graph.directed,
          reads_weights:
            input.graph.weight !== null &&
            (definition.reads.weights || (parameters.length !== undefined && parameters.length !== 'none')),
        },
      ]),
    ),
  };
  const graph = { ...graphFacts(input), components: componentsOf(input.graph).sizes.length };
  return JSON.stringify({ graph, nodes, method });
}

/** A table for the eye, tab-separated; a missing value is empty. */
function asTable(input: NetworkInput, results: readonly Result[]): string {
  const lines = [['id', ...results.map((r) => r.definition.id)].join('\t')];
  input.ids.forEach((id, i) => {
    const cells = results.map(({ column }) => (reasonAt(column, i) ? '' : String(column.values[i])));
    lines.push([id.replace(/[\t\r\n]+/g, ' '), ...cells].join('\t'));
  });
  return lines.join('\n');
}

/** `skein measure`: centrality and other measures of every node of a network in CSV files. */
export const measureCommand: CliCommand = {
  name: 'measure',
  usage: `measure ${NETWORK_USAGE} [--measures ${CUSTOMARY}] [--length inverse|same] [--json]`,
  summary: 'compute measures of every node',
  async run(args, out) {
    const parsed = parseOptions(args, {
      ...NETWORK_OPTIONS,
      ...parameterOptions(measures),
      measures: 'string',
      json: 'boolean',
    });
    if (isBad(parsed)) return complain(out, parsed);
    const { options } = parsed;
    const asked = tasksOf(options);
    if (isBad(asked)) return complain(out, asked);
    const length = text(options, 'length');
    if (length !== undefined && length !== 'none' && !options.has('weight')) {
      return complain(out, { bad: '--length needs --weight COL' });
    }
    const input = readNetwork(options);
    if (isBad(input)) return complain(out, input);
    const results: Result[] = [];
    for (const { definition, parameters } of asked.tasks) {
      const column = await columnOf(input.graph, definition, parameters, out.openWorker);
      results.push({ definition, parameters, column });
    }
    out.print(options.get('json') === true ? asJson(input, results) : asTable(input, results));
    return DONE;
  },
};

function complain(out: { complain(line: string): void }, { bad }: BadInput): number {
  out.complain(bad);
  return BAD_INPUT;
}
