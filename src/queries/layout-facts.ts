import type { CaseState } from '#domain/change/case-state';
import { entityTypes } from '#domain/entity-types/index';
import type { Id } from '#domain/record';
import { bounds } from '#domain/time/bounds';
import type { Span } from '#domain/time/span';

const rank: ReadonlyMap<string, number> = new Map(entityTypes.map((t, k) => [t.id, k]));

/** Rank of each entity's type in palettes and legends; types that are gone come last. */
export function kindsOf(state: CaseState, ids: readonly Id[]): Int32Array {
  return Int32Array.from(ids, (id) => rank.get(state.entity(id)?.type ?? '') ?? rank.size);
}

/**
 * The first date known of each entity, ms since 1970 UTC: of its own span, of its links, and of the events it is linked with.
 * NaN where there is none. A span without an earliest end counts by its latest.
 */
export function firstDates(state: CaseState, ids: readonly Id[]): Float64Array {
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
  return Float64Array.from(ids, (id) => {
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
  });
}
