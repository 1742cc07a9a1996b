import type { ParameterValues } from '#analysis/graph/parameters';
import { finish } from '#analysis/graph/work';
import {
  answerPaths,
  MORE_TIES,
  type PathAnswer,
  type PathRefusal,
  pathQuestionById,
  pathQuestions,
  type TimePath,
  weakestLink,
} from '#analysis/paths/index';
import { commandLine } from '#i18n/messages/en/command-line';
import { paths as english } from '#i18n/messages/en/paths';
import { type BadInput, isBad } from './cli-command.ts';
import { Clock, windowOf } from './clock.ts';
import { commandOnNetwork } from './command-on-network.ts';
import { said } from './command-words.ts';
import type { Cell } from './csv-out.ts';
import { graphFacts, type NetworkInput, readNetwork } from './network-input.ts';
import { NETWORK_USAGE } from './network-options.ts';
import { type Options, parameterOptions, parameterValues, text } from './options.ts';

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

/** Why a moment that `Clock` writes as null is none; `field` is its column. */
function momentless(field: string, instant: number): string | null {
  if (Number.isFinite(instant)) return null;
  return Number.isNaN(instant)
    ? commandLine['command-line.reason.not-sure']
    : said('command-line.reason.open-time', { field });
}

/** Numbers as they are, what is none as null. */
const figure = (n: number): number | null => (Number.isFinite(n) ? n : null);

/** Other paths as short as the one told: at least so many where `tieCountCut`. */
const tiesOf = ({ tieCount }: { readonly tieCount?: number }) =>
  tieCount === undefined ? {} : { tieCount: Math.min(tieCount, MORE_TIES - 1), tieCountCut: tieCount === MORE_TIES };

interface Told {
  readonly json: Readonly<Record<string, unknown>>;
  /** The header first. */
  readonly table: readonly [readonly string[], ...(readonly (readonly Cell[])[])];
}

/** The answer in ids; rows of the file are counted from 1, its header apart. */
function told(answer: PathAnswer, input: NetworkInput, clock: Clock): Told {
  const rows = input.graph.rows!;
  const arrows = input.graph.directed;
  const rowsOf = (lines: readonly number[]) => lines.flatMap((line) => input.rowsOf[line]!);
  const id = (node: number) => input.ids[node]!;
  const ids = (nodes: readonly number[]) => nodes.map(id);
  const backing = (r: number) => ({ proof: rows.proof[r]!, grade: 0, sources: 0 });
  const rowsBetween = (u: number, v: number) => {
    const out: number[] = [];
    for (let r = 0; r < rows.count; r++) {
      const [s, t] = [rows.source[r]!, rows.target[r]!];
      if ((s === u && t === v) || (s === v && t === u && (!arrows || rows.arrow[r] === 0))) out.push(r);
    }
    return out;
  };
  const way = (nodes: readonly number[], steps: readonly (readonly number[])[]) => {
    const weakest = weakestLink(steps.map((s) => s.map(backing)));
    return {
      nodes: ids(nodes),
      rows: steps.map(rowsOf),
      weakest: weakest ? { step: weakest.step + 1, row: rowsOf([steps[weakest.step]![weakest.link]!])[0]! } : null,
    };
  };
  const pieces = (p: {
    count: number;
    from: { number: number; size: number };
    to: { number: number; size: number };
  }) => ({
    count: p.count,
    from: { number: p.from.number, size: p.from.size },
    to: { number: p.to.number, size: p.to.size },
  });
  switch (answer.kind) {
    case 'paths': {
      const found = answer.paths.map((p) => ({
        length: p.length,
        ...way(
          p.nodes,
          p.nodes.slice(1).map((v, i) => rowsBetween(p.nodes[i]!, v)),
        ),
      }));
      return {
        json: {
          paths: found,
          cut: answer.cut,
          ...tiesOf(answer),
          ...(answer.pieces && { pieces: pieces(answer.pieces) }),
        },
        table: [['length', 'links', 'nodes'], ...found.map((p) => [p.length, p.nodes.length - 1, p.nodes.join(' > ')])],
      };
    }
    case 'time-paths': {
      const one = (path: TimePath | null) =>
        path && {
          arrival: clock.write(path.arrivals.at(-1)!),
          arrivals: path.arrivals.map((at) => clock.write(at)),
          returns: path.returns,
          ...way(
            path.nodes,
            path.rows.map((r) => [r]),
          ),
        };
      const [possible, sure] = [one(answer.possible), one(answer.sure)];
      const { dated, undated, cut } = answer;
      return {
        json: { possible, sure, dated, undated, cut, ...(answer.pieces && { pieces: pieces(answer.pieces) }) },
        table: [
          ['certainty', 'arrival', 'nodes', 'reason'],
          ...(
            [
              ['sure', sure, answer.sure],
              ['possible', possible, answer.possible],
            ] as const
          ).flatMap(([name, p, path]) =>
            p && path ? [[name, p.arrival, p.nodes.join(' > '), momentless('arrival', path.arrivals.at(-1)!)]] : [],
          ),
        ],
      };
    }
    case 'time-reach': {
      const reached = input.ids.flatMap((node, i) =>
        Number.isNaN(answer.possible[i]!)
          ? []
          : [
              {
                record: { id: node, possible: clock.write(answer.possible[i]!), sure: clock.write(answer.sure[i]!) },
                reasons: [momentless('possible', answer.possible[i]!), momentless('sure', answer.sure[i]!)],
              },
            ],
      );
      const { dated, undated, cut } = answer;
      return {
        json: { reached: reached.map((r) => r.record), dated, undated, cut },
        table: [
          ['id', 'possible', 'sure', 'reason'],
          ...reached.map(({ record: r, reasons }) => [
            r.id,
            r.possible,
            r.sure,
            reasons.filter((why) => why !== null).join('; '),
          ]),
        ],
      };
    }
    case 'connections':
    case 'lists': {
      const between = answer.goBetweens.map((g) => ({ id: id(g.node), pairs: g.pairs, share: g.share }));
      return {
        json: {
          pairs: answer.pairs.map((p) => ({
            from: id(p.from),
            to: id(p.to),
            length: figure(p.length),
            paths: p.paths,
          })),
          go_betweens: between,
          nodes: ids(answer.nodes),
          links: answer.links.map(([u, v]) => [id(u), id(v)]),
          ...(answer.kind === 'lists' && {
            shared: ids(answer.shared),
            common: answer.common.map((c) => ({ id: id(c.node), left: ids(c.left), right: ids(c.right) })),
          }),
        },
        table: [['id', 'pairs', 'share'], ...between.map((b) => [b.id, b.pairs, b.share])],
      };
    }
    case 'neighbours': {
      const found = answer.found.map((c) => ({ id: id(c.node), of: ids(c.of) }));
      return { json: { found }, table: [['id', 'of'], ...found.map((c) => [c.id, c.of.join(', ')])] };
    }
    case 'ego': {
      const found = answer.nodes.map((v, i) => ({ id: id(v), steps: answer.steps[i]! }));
      return { json: { found }, table: [['id', 'steps'], ...found.map((f) => [f.id, f.steps])] };
    }
  }
}

/** `skein paths`: how nodes are connected, and what could have flowed from one to another in time. */
export const pathsCommand = commandOnNetwork({
  name: 'paths',
  usage: `paths ${NETWORK_USAGE} [--question ${pathQuestions.map((q) => q.id).join('|')}] --from ID,… [--to ID,…] [--length links|inverse|same] [--count 5] [--most 4] [--atLeast 2] [--radius 1] [--begin COL … [--lasted]] [--longestWait HOURS] [--shortestWait HOURS] [--json]`,
  summary: 'find paths, also in time',
  options: {
    ...parameterOptions(pathQuestions),
    question: 'string',
    from: 'string',
    to: 'string',
  },
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
          weights: input.weightColumn ?? null,
        },
      }),
    };
  },
});
