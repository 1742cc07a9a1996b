import type { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import { isProtected } from '#domain/entity/entity';
import { matchKey } from '#domain/identifiers/matching';
import type { Link } from '#domain/link/link';
import type { Described, Id } from '#domain/record';
import type { Grade } from '#domain/source/source';
import { type Bounds, bounds, within } from '#domain/time/bounds';
import type { Span } from '#domain/time/span';
import { zoneOf } from '#domain/time/zone';
import { Clocks } from '#drawing/timeline/day-clock';
import { weekHourOf } from '#drawing/timeline/week-hours';
import type { ChartDate, Filter } from '#session/filter';
import { atDate } from './at-date.ts';

/** Says what a filter lets through; links whose ends do not pass are the caller's to leave out. */
export interface FilterMatch {
  entity(entity: Entity): boolean;
  link(link: Link): boolean;
}

/** Whether the filter asks for anything at all. */
export function isFiltering(f: Filter): boolean {
  return (
    f.entityTypes.length > 0 ||
    f.linkTypes.length > 0 ||
    f.strengths.length > 0 ||
    f.grades.length > 0 ||
    f.tags.length > 0 ||
    f.from !== undefined ||
    f.to !== undefined ||
    f.weekHours !== undefined ||
    f.atDate !== undefined ||
    !f.undated ||
    f.minDegree !== undefined ||
    f.maxDegree !== undefined ||
    (f.attribute !== undefined && f.attribute.contains !== '')
  );
}

/** What a filter asks for, to be compared part by part: a date, which may hold many ids, is one object from when it is set until another is. */
export function filterParts({ atDate, ...rest }: Filter): readonly [others: string, atDate: ChartDate | undefined] {
  return [JSON.stringify(rest), atDate];
}

/** The filter read against a case. Null when it lets everything through. */
export function filterMatch(f: Filter, state: CaseState): FilterMatch | null {
  if (!isFiltering(f)) return null;
  const types = new Set<string>(f.entityTypes);
  const linkTypes = new Set(f.linkTypes);
  const strengths = new Set<string>(f.strengths);
  const grades = new Set(f.grades);
  const tags = new Set(f.tags.map(matchKey));
  const wanted = f.attribute && f.attribute.contains !== '' ? f.attribute : undefined;
  const needle = wanted === undefined ? '' : matchKey(wanted.contains);
  const tagged = (r: Described) => tags.size === 0 || (r.tags ?? []).some((tag) => tags.has(matchKey(tag)));
  const graded = (r: Described & { readonly id: Id }) =>
    grades.size === 0 || gradesOf(state, r).some((g) => grades.has(g));
  const zone = state.properties?.zone ?? 'UTC';
  // Texts of one zone compare as texts; those of another stand for other instants.
  const window = windowOf(f, zone);
  const hours = f.weekHours && new Set(f.weekHours);
  const clocks = new Clocks(zone);
  const atHour = (span: Span) => {
    if (!hours) return true;
    const cell = weekHourOf(span, clocks);
    return cell === undefined ? f.undated : hours.has(cell);
  };
  const inDates = (span: Span) =>
    span.zone === undefined || span.zone === zone || !window || span.zone === zoneOf(undefined, zone)
      ? overlaps(span, f)
      : dated(within(span, window, zone), f.undated);
  const inWindow = (span: Span) => inDates(span) && atHour(span);
  const then = f.atDate && atDate(f.atDate, state, f.undated);
  return {
    entity(e) {
      if (then && !then.entity(e)) return false;
      if (types.size > 0 && !types.has(e.type)) return false;
      if (!tagged(e) || !graded(e)) return false;
      if (e.span && !inWindow(e.span)) return false;
      if (f.minDegree !== undefined || f.maxDegree !== undefined) {
        const degree = neighbourCount(state, e.id);
        if (degree < (f.minDegree ?? 0) || degree > (f.maxDegree ?? Number.POSITIVE_INFINITY)) return false;
      }
      if (wanted) {
        const texts =
          wanted.field === 'label'
            ? isProtected(e)
              ? [e.pseudonym ?? '']
              : [e.label, ...(e.aliases ?? []), e.nativeLabel ?? '']
            : (e.attributes ?? []).filter((a) => a.field === wanted.field).map((a) => a.value);
        if (!texts.some((text) => matchKey(text).includes(needle))) return false;
      }
      return true;
    },
    link(l) {
      if (then && !then.link(l)) return false;
      if (linkTypes.size > 0 && !linkTypes.has(l.type)) return false;
      if (strengths.size > 0 && !strengths.has(l.strength)) return false;
      if (!tagged(l) || !graded(l)) return false;
      // As of a date, a link may have its time from the event it leads to.
      return l.span ? inWindow(l.span) : f.undated || f.atDate?.kind === 'happened';
    },
  };
}

/** `scheme:source:information` of every statement about a record and every source its rows come from. */
function gradesOf(state: CaseState, r: Described & { readonly id: Id }): string[] {
  const out: string[] = [];
  const add = (g: Grade | undefined) => {
    if (g) out.push(`${g.scheme}:${g.source}:${g.information}`);
  };
  for (const id of state.statementsAbout(r.id)) {
    const s = state.find('statement', id);
    if (s) add(s.grade ?? state.find('source', s.source)?.grade);
  }
  for (const b of r.basis ?? []) add(state.find('source', b.source)?.grade);
  return out;
}

function neighbourCount(state: CaseState, id: Id): number {
  const others = new Set<Id>();
  for (const linkId of state.linksOf(id)) {
    const link = state.link(linkId);
    if (link) others.add(link.from === id ? link.to : link.from);
  }
  others.delete(id);
  return others.size;
}

/** The filter's dates as instants of the case's zone; undefined without any. */
function windowOf(f: Filter, zone: string): Bounds | undefined {
  if (f.from === undefined && f.to === undefined) return undefined;
  const at = (text: string | undefined) =>
    text === undefined ? undefined : bounds({ earliest: text, latest: text }, zone);
  return { from: at(f.from)?.from ?? Number.NEGATIVE_INFINITY, to: at(f.to)?.to ?? Number.POSITIVE_INFINITY };
}

const dated = (lies: ReturnType<typeof within>, undated: boolean): boolean =>
  lies === 'undated' ? undated : lies !== 'outside';

/**
 * Whether a span may fall within the filter's dates. ISO texts at any precision compare as texts once both are cut to the
 * shorter one: "2026-03" may be any of its days, so it passes wherever one of them would.
 */
export function overlaps(span: Span, f: Pick<Filter, 'from' | 'to' | 'undated'>): boolean {
  const earliest = span.earliest ?? span.latest;
  const latest = span.latest ?? span.earliest;
  if (earliest === undefined || latest === undefined) return f.undated;
  // Cut to the shorter of the two they are equal when the longer begins with it; a filter asks this of every link there is.
  const before = (a: string, b: string) => a < b && !b.startsWith(a);
  if (f.from !== undefined && span.latest !== undefined && before(latest, f.from)) return false;
  return !(f.to !== undefined && span.earliest !== undefined && before(f.to, earliest));
}
