import type { CaseState } from '#domain/change/case-state';
import { foldingOn } from '#domain/chart/folding';
import type { Group } from '#domain/chart/group';
import { type Placement, placementId } from '#domain/chart/placement';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { type LinkSums, linkSums } from '#drawing/link-summary/link-sums';
import type { FilterMatch } from '../filter-match.ts';

/** An item that links lead to from the group: an entity, or another folded group. */
export interface Outsider {
  readonly id: Id;
  readonly links: readonly Link[];
  readonly sums: LinkSums;
}

/** What a group comes to on its chart. */
export interface GroupTies {
  /** Members seen there, folded away or not. */
  readonly members: readonly Entity[];
  /** Members that are not: hidden by hand, kept off by the filter, without a place on the chart, drawn within another folded group. */
  readonly hidden: number;
  readonly filtered: number;
  readonly unplaced: number;
  readonly elsewhere: number;
  readonly inside: readonly Link[];
  readonly insideSums: LinkSums;
  /** Those with the most links first; equal ones by id. */
  readonly outsiders: readonly Outsider[];
}

/** Reads the ties of a group as its chart draws them: what is hidden, filtered or folded away there is so here. */
export function groupTies(state: CaseState, group: Group, filter: FilterMatch | null): GroupTies {
  const { standIn } = foldingOn(state, group.chart);
  const zone = state.properties?.zone ?? 'UTC';
  const place = (item: Id): Placement | undefined => state.find('placement', placementId(group.chart, item));
  const passes = (id: Id): boolean => {
    const e = state.entity(id);
    return e !== undefined && (filter === null || filter.entity(e));
  };
  const shown = (id: Id): boolean => {
    const p = place(id);
    return p !== undefined && !p.hidden && passes(id);
  };
  const count = { hidden: 0, filtered: 0, unplaced: 0, elsewhere: 0 };
  const members: Entity[] = [];
  for (const id of group.members) {
    const at = standIn.get(id);
    if (!place(id)) count.unplaced++;
    else if (place(id)?.hidden) count.hidden++;
    else if (!passes(id)) count.filtered++;
    else if (at !== undefined && at !== group.id) count.elsewhere++;
    else members.push(state.entity(id)!);
  }
  const own = new Set(members.map((m) => m.id));
  const inside: Link[] = [];
  const ties = new Map<Id, Link[]>();
  for (const id of own)
    for (const linkId of state.linksOf(id)) {
      const link = state.link(linkId);
      if (!link || place(linkId)?.hidden || (filter && !filter.link(link))) continue;
      const other = link.from === id ? link.to : link.from;
      // Met at both ends: taken at its first.
      if (own.has(other)) {
        if (link.from === id) inside.push(link);
        continue;
      }
      if (!shown(other)) continue;
      const drawn = standIn.get(other) ?? other;
      const list = ties.get(drawn);
      if (list) list.push(link);
      else ties.set(drawn, [link]);
    }
  const outsiders = [...ties].map(([id, links]): Outsider => ({ id, links, sums: linkSums(links, zone) }));
  outsiders.sort((a, b) => b.links.length - a.links.length || (a.id < b.id ? -1 : 1));
  return { members, ...count, inside, insideSums: linkSums(inside, zone), outsiders };
}
