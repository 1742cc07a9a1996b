import type { CaseState } from '#domain/change/case-state';
import { entityTypes } from '#domain/entity-types/index';
import type { Id } from '#domain/record';
import { bounds } from '#domain/time/bounds';
import type { Span } from '#domain/time/span';

const rank: ReadonlyMap<string, number> = new Map(entityTypes.map((t, k) => [t.id, k]));

/** Who is drawn as what: the folded group of an entity. */
type StandIn = ReadonlyMap<Id, Id>;
const NOBODY: StandIn = new Map();

/** Whom each item stands for: a folded group for its members, anybody else for itself. */
function behindEach(ids: readonly Id[], standIn: StandIn): (readonly Id[])[] {
  const members = new Map<Id, Id[]>();
  for (const [member, group] of standIn) {
    const list = members.get(group);
    if (list) list.push(member);
    else members.set(group, [member]);
  }
  return ids.map((id) => members.get(id) ?? [id]);
}

/**
 * Rank of each item's type in palettes and legends; types that are gone come last. Of a folded group the commonest of its members, of equals the
 * first in the legend.
 */
export function kindsOf(state: CaseState, ids: readonly Id[], standIn: StandIn = NOBODY): Int32Array {
  return Int32Array.from(behindEach(ids, standIn), (behind) => {
    const counts = new Map<number, number>();
    for (const id of behind) {
      const kind = rank.get(state.entity(id)?.type ?? '') ?? rank.size;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
    const [[commonest]] = [...counts].sort(([a, n], [b, m]) => m - n || a - b) as [[number, number]];
    return commonest;
  });
}

/**
 * The first date known of each item, ms since 1970 UTC: of its own span, of its links, and of the events it is linked with; of a folded group the
 * first of its members. NaN where there is none. A span without an earliest end counts by its latest.
 */
export function firstDates(state: CaseState, ids: readonly Id[], standIn: StandIn = NOBODY): Float64Array {
  const zone = state.properties?.zone ?? 'UTC';
  const read = new Map<Span, number>();
  const start = (span: Span | undefined): number => {
    if (!span) return Number.NaN;
    const known = read.get(span);
    if (known !== undefined) return known;
    const b = bounds(span, zone);
    const at = b === undefined ? Number.NaN : Number.isFinite(b.from) ? b.from : b.to;
    read.set(span, at);
    return at;
  };
  const firstOf = (id: Id): number => {
    let first = start(state.entity(id)?.span);
    const take = (at: number) => {
      if (!(at >= first)) first = Number.isNaN(at) ? first : at;
    };
    for (const linkId of state.linksOf(id)) {
      const link = state.link(linkId);
      if (!link) continue;
      take(start(link.span));
      const other = state.entity(link.from === id ? link.to : link.from);
      if (other?.type === 'event') take(start(other.span));
    }
    return first;
  };
  return Float64Array.from(behindEach(ids, standIn), (behind) => {
    const dated = behind.map(firstOf).filter((at) => !Number.isNaN(at));
    return dated.length > 0 ? dated.reduce((a, b) => Math.min(a, b)) : Number.NaN;
  });
}

/** Each group by the numbers of its items; those with fewer than two draw nothing together. */
export function groupsOf(ids: readonly Id[], groups: readonly (readonly Id[])[]): Int32Array[] {
  const number = new Map(ids.map((id, i) => [id, i]));
  return groups
    .map((group) => Int32Array.from(new Set(group.flatMap((id) => number.get(id) ?? []))))
    .filter((group) => group.length > 1);
}
