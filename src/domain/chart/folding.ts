import type { CaseState } from '../change/case-state.ts';
import type { Id } from '../record.ts';
import type { Group } from './group.ts';
import { type Placement, placementId } from './placement.ts';

/** A folded group that stands for at least one member on its chart. */
export interface FoldedGroup {
  readonly group: Group;
  /** Places of the members it stands for, hidden ones too; at least one. */
  readonly stands: readonly Placement[];
  /** Where it is drawn: the middle of the box round those places, whole chart units. It holds no place of its own. */
  readonly x: number;
  readonly y: number;
  /** A pinned member holds it: no layout moves it. */
  readonly pinned: boolean;
}

/** Which folded groups of a chart are drawn, and which of them stands for an entity. */
export interface Folding {
  /** Entity → folded group that is drawn in its place; who is drawn himself is missing. */
  readonly standIn: ReadonlyMap<Id, Id>;
  readonly groups: ReadonlyMap<Id, FoldedGroup>;
}

export const NOTHING_FOLDED: Folding = { standIn: new Map(), groups: new Map() };

/**
 * Reads the folding off the groups of one chart. An entity in several folded groups stands in the one with the most members (of equals the first
 * by id): so an outer group takes the inner ones in, folded in whatever order, and no entity, and no link, is ever counted twice. Members without
 * a place on the chart are left out; a group that stands for nobody is not drawn.
 */
export function foldingOf(groups: Iterable<Group>, placeOf: (entity: Id) => Placement | undefined): Folding {
  const folded = [...groups].filter((g) => g.folded);
  if (folded.length === 0) return NOTHING_FOLDED;
  folded.sort((a, b) => b.members.length - a.members.length || (a.id < b.id ? -1 : 1));
  const standIn = new Map<Id, Id>();
  const drawn = new Map<Id, FoldedGroup>();
  for (const group of folded) {
    const stands: Placement[] = [];
    for (const member of group.members) {
      const place = standIn.has(member) ? undefined : placeOf(member);
      if (!place) continue;
      standIn.set(member, group.id);
      stands.push(place);
    }
    if (stands.length > 0)
      drawn.set(group.id, { group, stands, ...middle(stands), pinned: stands.some((p) => p.pinned) });
  }
  return { standIn, groups: drawn };
}

/** The same, read from the case. */
export function foldingOn(state: CaseState, chart: Id): Folding {
  const groups: Group[] = [];
  for (const id of state.placementsOn(chart)) {
    const group = state.find('group', id);
    if (group) groups.push(group);
  }
  return foldingOf(groups, (entity) => state.find('placement', placementId(chart, entity)));
}

/** Rounded down, so that members moved by whole units move it by just as much. */
function middle(places: readonly Placement[]): { x: number; y: number } {
  const of = (key: 'x' | 'y') => {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (const p of places) {
      least = Math.min(least, p[key]);
      most = Math.max(most, p[key]);
    }
    return Math.floor((least + most) / 2);
  };
  return { x: of('x'), y: of('y') };
}

/** What the box round an open group holds: members that are drawn, and folded groups that stand for members of it and for nobody else. */
export function enclosedBy(group: Pick<Group, 'members'>, folding: Folding): Id[] {
  if (folding.groups.size === 0) return [...group.members];
  const own = new Set(group.members);
  const out = group.members.filter((m) => !folding.standIn.has(m));
  for (const { group: inner, stands } of folding.groups.values())
    if (stands.every((p) => own.has(p.item))) out.push(inner.id);
  return out;
}
