import type { PackedCase, ScopeKind } from '#analysis/graph/pack-case';
import type { CutOff, PathAnswer, PathQuestionId } from '#analysis/paths/index';
import type { Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { PackOptions, ParameterValues } from './analysis.ts';

/** What is asked about ways, in ids and stated dates. */
export interface PathsAsked {
  readonly question: PathQuestionId;
  readonly parameters: ParameterValues;
  readonly from: readonly Id[];
  readonly to: readonly Id[];
  readonly arrows: boolean;
  /** What makes a tie strong where the length of a link asks for it. */
  readonly weights: Extract<PackOptions['weights'], 'none' | 'count' | 'strength'>;
  /** Link types; none = all. */
  readonly linkTypes: readonly string[];
  /** The weakest taken. */
  readonly strength: Strength;
  /** ISO texts at any precision. */
  readonly after?: string;
  readonly before?: string;
  /** Undated links pass a window too. */
  readonly undated: boolean;
}

/** A step of a way with all links it can be taken over. */
export interface WayStep {
  readonly from: Id;
  readonly to: Id;
  readonly links: readonly Id[];
  /** In time: the instant (ms) by which it had come over it, at the earliest where it is possible, at the latest where it is sure; infinite = nobody can say. */
  readonly arrival?: number;
}

export interface Way {
  readonly nodes: readonly Id[];
  readonly steps: readonly WayStep[];
  /** Sum of lengths; the number of links where each counts one. */
  readonly length: number;
  readonly certainty?: 'sure' | 'possible';
  /** Meets somebody twice. */
  readonly returns?: boolean;
}

export interface PathsResult {
  readonly asked: PathsAsked;
  readonly revision: number;
  readonly scope: ScopeKind;
  /** Entities in scope, links that met the conditions, links left out by them for want of a date, events left out. */
  readonly nodes: number;
  readonly kept: number;
  readonly undatedLeftOut: number;
  readonly eventsLeftOut: number;
  readonly took: number;
  readonly ways: readonly Way[];
  readonly cut: CutOff;
  /** Other paths as short as the one that is told, where one is; `MORE_TIES` = more than were counted. */
  readonly tieCount?: number;
  /** Where there is no path: in how many pieces the network is, and in which (1 = the largest) of what size the ends are. */
  readonly pieces?: {
    readonly count: number;
    readonly from: { readonly number: number; readonly size: number };
    readonly to: { readonly number: number; readonly size: number };
  };
  /** In time: dated links that were searched. */
  readonly dated?: number;
  readonly reached?: readonly { readonly id: Id; readonly possible?: number; readonly sure?: number }[];
  readonly goBetweens?: readonly { readonly id: Id; readonly pairs: number; readonly share: number }[];
  readonly pairs?: readonly { readonly from: Id; readonly to: Id; readonly length?: number; readonly paths: number }[];
  readonly shared?: readonly Id[];
  /** Linked with several of the chosen, or with both lists. */
  readonly common?: readonly { readonly id: Id; readonly left: readonly Id[]; readonly right: readonly Id[] }[];
  readonly around?: readonly { readonly id: Id; readonly steps: number }[];
  /** Everything the answer names, to be shown on a chart. */
  readonly entities: readonly Id[];
  readonly links: readonly Id[];
}

/** Translates node and row numbers of an answer into ids. */
export class AnswerInIds {
  readonly #packed: PackedCase;
  readonly #asked: PathsAsked;
  readonly #keep: Uint8Array;
  readonly #rowsBetween = new Map<number, number[]>();

  constructor(packed: PackedCase, keep: Uint8Array, asked: PathsAsked) {
    this.#packed = packed;
    this.#keep = keep;
    this.#asked = asked;
  }

  /** Finds the kept rows between these nodes; all of a large case is never gone through pair by pair. */
  #look(nodes: Iterable<number>): void {
    const wanted = new Uint8Array(this.#packed.ids.length);
    for (const v of nodes) wanted[v] = 1;
    const { count, source, target, arrow } = this.#packed.graph.rows!;
    const note = (u: number, v: number, r: number) => {
      const key = u * wanted.length + v;
      const known = this.#rowsBetween.get(key);
      if (known) known.push(r);
      else this.#rowsBetween.set(key, [r]);
    };
    for (let r = 0; r < count; r++) {
      const [u, v] = [source[r]!, target[r]!];
      if (!this.#keep[r] || u === v || !wanted[u] || !wanted[v]) continue;
      note(u, v, r);
      if (!this.#asked.arrows || arrow[r] === 0) note(v, u, r);
    }
  }

  read(
    answer: PathAnswer,
  ): Omit<PathsResult, 'asked' | 'revision' | 'scope' | 'nodes' | 'kept' | 'eventsLeftOut' | 'took'> {
    const { undatedLeftOut } = answer;
    const none = { ways: [], cut: null, undatedLeftOut } as const;
    switch (answer.kind) {
      case 'paths': {
        this.#look(answer.paths.flatMap((p) => p.nodes));
        const ways = answer.paths.map(
          ({ nodes, length }): Way => ({
            nodes: this.#ids(nodes),
            steps: nodes.slice(1).map((v, i) => this.#step(nodes[i]!, v)),
            length,
          }),
        );
        const { cut, pieces, tieCount } = answer;
        return {
          ...none,
          ways,
          cut,
          ...shown(ways),
          ...(pieces && { pieces }),
          ...(tieCount !== undefined && { tieCount }),
        };
      }
      case 'time-paths': {
        const ways = (['sure', 'possible'] as const).flatMap((certainty): Way[] => {
          const path = answer[certainty];
          if (!path) return [];
          const steps = path.rows.map((r, i) => ({
            from: this.#id(path.nodes[i]!),
            to: this.#id(path.nodes[i + 1]!),
            links: [this.#packed.linkIds[r]!],
            arrival: path.arrivals[i]!,
          }));
          const { returns } = path;
          return [{ nodes: this.#ids(path.nodes), steps, length: steps.length, certainty, returns }];
        });
        const { dated, undated, pieces } = answer;
        const cut = answer.cut ? ('effort' as const) : null;
        return { ways, cut, dated, undatedLeftOut: undated, ...shown(ways), ...(pieces && { pieces }) };
      }
      case 'time-reach': {
        const { possible, sure, dated, undated } = answer;
        const start = this.#asked.from[0];
        const reached = this.#packed.ids.flatMap((id, i) => {
          if (id === start || Number.isNaN(possible[i]!)) return [];
          return [{ id, possible: possible[i]!, ...(!Number.isNaN(sure[i]!) && { sure: sure[i]! }) }];
        });
        reached.sort(
          (a, b) =>
            a.possible - b.possible || (a.sure ?? Number.POSITIVE_INFINITY) - (b.sure ?? Number.POSITIVE_INFINITY),
        );
        const entities = [...(start === undefined ? [] : [start]), ...reached.map((r) => r.id)];
        const cut = answer.cut ? ('effort' as const) : null;
        return { ways: [], cut, dated, undatedLeftOut: undated, reached, entities, links: this.#among(entities) };
      }
      case 'connections':
      case 'lists': {
        this.#look(answer.nodes);
        const pairs = answer.pairs.map(({ from, to, length, paths }) => ({
          from: this.#id(from),
          to: this.#id(to),
          paths,
          ...(!Number.isNaN(length) && { length }),
        }));
        const goBetweens = answer.goBetweens.map(({ node, ...rest }) => ({ id: this.#id(node), ...rest }));
        const entities = new Set([...this.#asked.from, ...this.#asked.to, ...this.#ids(answer.nodes)]);
        const links = answer.links.flatMap(([u, v]) => this.#linksBetween(u, v));
        const more =
          answer.kind === 'lists'
            ? {
                shared: this.#ids(answer.shared),
                common: answer.common.map(({ node, left, right }) => ({
                  id: this.#id(node),
                  left: this.#ids(left),
                  right: this.#ids(right),
                })),
              }
            : {};
        return { ...none, pairs, goBetweens, ...more, entities: [...entities], links };
      }
      case 'neighbours': {
        this.#look(answer.found.flatMap(({ node, of }) => [node, ...of]));
        const common = answer.found.map(({ node, of }) => ({ id: this.#id(node), left: this.#ids(of), right: [] }));
        const links = answer.found.flatMap(({ node, of }) =>
          of.flatMap((s) => [
            ...this.#linksBetween(s, node),
            ...(this.#asked.arrows ? this.#linksBetween(node, s) : []),
          ]),
        );
        const entities = [...new Set([...this.#asked.from, ...common.map((c) => c.id)])];
        return { ...none, common, entities, links: [...new Set(links)] };
      }
      case 'ego': {
        const around = answer.nodes.map((v, i) => ({ id: this.#id(v), steps: answer.steps[i]! }));
        const entities = around.map((a) => a.id);
        return { ...none, around, entities, links: this.#among(entities) };
      }
    }
  }

  #id(node: number): Id {
    return this.#packed.ids[node]!;
  }
  #ids(nodes: readonly number[]): Id[] {
    return nodes.map((v) => this.#id(v));
  }
  #linksBetween(u: number, v: number): Id[] {
    const rows = this.#rowsBetween.get(u * this.#packed.ids.length + v) ?? [];
    return rows.map((r) => this.#packed.linkIds[r]!);
  }
  #step(u: number, v: number): WayStep {
    return { from: this.#id(u), to: this.#id(v), links: this.#linksBetween(u, v) };
  }
  /** Links with both ends among these. */
  #among(entities: readonly Id[]): Id[] {
    const inside = new Set(entities);
    const { ids, linkIds } = this.#packed;
    const { source, target } = this.#packed.graph.rows!;
    return linkIds.filter(
      (_, r) =>
        this.#keep[r] && source[r] !== target[r] && inside.has(ids[source[r]!]!) && inside.has(ids[target[r]!]!),
    );
  }
}

function shown(ways: readonly Way[]): { readonly entities: readonly Id[]; readonly links: readonly Id[] } {
  return {
    entities: [...new Set(ways.flatMap((w) => w.nodes))],
    links: [...new Set(ways.flatMap((w) => w.steps.flatMap((s) => s.links)))],
  };
}
