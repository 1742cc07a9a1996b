import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';

/** Links as they are drawn where groups are folded. */
export interface FoldedLinks {
  /** Ends that are folded away are those of the group; all else about a link stays, so that sums do too. */
  readonly drawn: readonly Link[];
  /** Folded group → links between two of its members, as they are. */
  readonly inside: ReadonlyMap<Id, readonly Link[]>;
}

/** The link with the ends that are drawn; the very same where nobody stands in for either. */
export function withDrawnEnds(link: Link, standIn: ReadonlyMap<Id, Id>): Link {
  const from = standIn.get(link.from) ?? link.from;
  const to = standIn.get(link.to) ?? link.to;
  return from === link.from && to === link.to ? link : { ...link, from, to };
}

/** The folded group that holds both ends, if one does. */
export function groupAround(link: Link, standIn: ReadonlyMap<Id, Id>): Id | undefined {
  const group = standIn.get(link.from);
  return group !== undefined && group === standIn.get(link.to) ? group : undefined;
}

/** Every link is drawn, or inside one folded group: never both, never twice, never lost. */
export function foldLinks(links: Iterable<Link>, standIn: ReadonlyMap<Id, Id>): FoldedLinks {
  const drawn: Link[] = [];
  const inside = new Map<Id, Link[]>();
  for (const link of links) {
    const group = groupAround(link, standIn);
    if (group === undefined) drawn.push(withDrawnEnds(link, standIn));
    else if (inside.has(group)) inside.get(group)!.push(link);
    else inside.set(group, [link]);
  }
  return { drawn, inside };
}
