import type { CaseState } from '#domain/change/case-state';
import type { Link } from '#domain/link/link';
import { isTie } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { isNodeOf, restsOn } from './answer-scope.ts';
import type { Asked } from './last-answer.ts';
import { wholeAsked } from './last-look.ts';

/** How often an entity is linked, as each room counts it. */
export interface LinkCounts {
  /** Links of all kinds; of those side by side each. */
  readonly links: number;
  /** Different others it is associated with: identity is no association, and nobody is associated with itself. */
  readonly associates: number;
  /** In the graph of the last answer about entities; missing where there is none. */
  readonly answered?:
    | 'outside'
    | {
        readonly links: number;
        /** Missing where a degree is not how many different others there are: arrows, a projection, links without an amount. */
        readonly degree?: number;
      };
}

/** The counts of one entity in the case as it is now. */
export function linkCounts(state: CaseState, id: Id, asked: Asked): LinkCounts {
  const links = [...state.linksOf(id)].map((at) => state.link(at)!);
  const others = (of: readonly Link[]) => {
    const ends = new Set(of.flatMap((l) => [l.from, l.to]));
    ends.delete(id);
    return ends.size;
  };
  const count = { links: links.length, associates: others(links.filter((l) => isTie(l.type))) };
  const { answer } = asked;
  const whole = wholeAsked(asked);
  // Where the network as a whole was asked of since, that answer is not what is looked at.
  if (!answer || (whole && whole !== answer)) return count;
  const entity = state.entity(id);
  const { scope, asked: graph } = answer;
  if (!entity || !isNodeOf({ scope, ...(graph.twoMode && { twoMode: graph.twoMode }) }, entity))
    return { ...count, answered: 'outside' };
  const counted = links.filter(restsOn(state, scope, graph.twoMode));
  const plain =
    graph.direction === 'ignore' &&
    (graph.twoMode?.as ?? 'both') === 'both' &&
    (graph.weights === 'none' || graph.weights === 'strength');
  return { ...count, answered: { links: counted.length, ...(plain && { degree: others(counted) }) } };
}
