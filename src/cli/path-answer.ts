import { MORE_TIES, type PathAnswer, type TimePath, weakestLink } from '#analysis/paths/index';
import { commandLine } from '#i18n/messages/en/command-line';
import type { Clock } from './clock.ts';
import { said } from './command-words.ts';
import { type Cell, type Table, tableOf } from './csv-out.ts';
import type { NetworkInput } from './network-input.ts';

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

/** An answer in ids, for JSON and as records. */
export interface Told {
  readonly json: Readonly<Record<string, unknown>>;
  /** The header first. */
  readonly table: readonly [readonly string[], ...(readonly (readonly Cell[])[])];
  /** Further records, by the names of `PATH_TABLES`. */
  readonly tables?: Readonly<Record<string, () => Table>>;
}

export const PATH_TABLES = {
  answer: null,
  steps: null,
  pairs: null,
  nodes: null,
  links: null,
  shared: null,
  common: null,
};

/** The answer in ids; rows of the file are counted from 1, its header apart. */
export function told(answer: PathAnswer, input: NetworkInput, clock: Clock): Told {
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
  const stepsOf = (
    found: readonly { readonly nodes: readonly string[]; readonly rows: readonly (readonly number[])[] }[],
  ) =>
    tableOf(
      ['path', 'step', 'from', 'to', 'rows'],
      found.flatMap(({ nodes, rows: behind }, p) =>
        behind.map((own, k) => ({ path: p + 1, step: k + 1, from: nodes[k]!, to: nodes[k + 1]!, rows: own })),
      ),
    );
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
        tables: { steps: () => stepsOf(found) },
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
        tables: { steps: () => stepsOf([sure, possible].flatMap((p) => p ?? [])) },
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
      const pairs = answer.pairs.map((p) => ({
        from: id(p.from),
        to: id(p.to),
        length: figure(p.length),
        paths: p.paths,
        ...(!Number.isFinite(p.length) && { reason: commandLine['command-line.reason.no-way'] }),
      }));
      const lists = answer.kind === 'lists' && {
        shared: ids(answer.shared),
        common: answer.common.map((c) => ({ id: id(c.node), left: ids(c.left), right: ids(c.right) })),
      };
      const between = answer.goBetweens.map((g) => ({ id: id(g.node), pairs: g.pairs, share: g.share }));
      return {
        json: {
          pairs,
          go_betweens: between,
          nodes: ids(answer.nodes),
          links: answer.links.map(([u, v]) => [id(u), id(v)]),
          ...lists,
        },
        tables: {
          pairs: () => tableOf(['from', 'to', 'length', 'paths', 'reason'], pairs),
          nodes: () =>
            tableOf(
              ['id'],
              ids(answer.nodes).map((node) => ({ id: node })),
            ),
          links: () =>
            tableOf(
              ['from', 'to'],
              answer.links.map(([u, v]) => ({ from: id(u), to: id(v) })),
            ),
          ...(lists && {
            shared: () =>
              tableOf(
                ['id'],
                lists.shared.map((node) => ({ id: node })),
              ),
            common: () => tableOf(['id', 'left', 'right'], lists.common),
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
