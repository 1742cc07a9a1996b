import type { CaseState } from '#domain/change/case-state';
import type { Entity, RoleSpell } from '#domain/entity/entity';
import type { Link, Strength } from '#domain/link/link';
import { isLinkTypeId, linkType } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { usualExtent } from '#domain/time/extent';
import type { Extent, Span } from '#domain/time/span';
import { conflictsOf } from './accounts.ts';
import { Clocks } from './day-clock.ts';
import { type MarkShape, shapeOf } from './mark-shape.ts';

/** One line of the timeline: an entity, or a group that stands for its members. */
export interface Lane {
  /** The entity or the group. */
  readonly id: Id;
  readonly members: readonly Id[];
}

/**
 * `presence`: the time an entity itself is recorded with; `role`: a spell in one of its roles; `account`: another time told of a thing, by a record
 * that was merged into its own.
 */
export type MarkKind = 'event' | 'link' | 'role' | 'presence' | 'account';

/** Where a mark stands on one lane, and how sure it is that it belongs there. */
export interface Place {
  readonly lane: number;
  readonly strength: Strength;
}

export interface TimeMark {
  /** Of the mark; the record's own id, and for a role its number behind it. */
  readonly key: string;
  /** What is selected with it: an entity or a link. */
  readonly record: Id;
  readonly kind: MarkKind;
  readonly shape: MarkShape;
  readonly span: Span | undefined;
  /** How its ends are read where the span does not say what they mean. */
  readonly usual: Extent;
  /** Half-open, ms since 1970 UTC; infinite where the span is open. NaN where it is undated. */
  readonly from: number;
  readonly to: number;
  /** In the order of the lanes, each lane once. */
  readonly places: readonly Place[];
  /** Lane an arrow points at, of a directed link between two lanes. */
  readonly target?: number | undefined;
  /** Index into the entity's roles. */
  readonly role?: number | undefined;
  /** The spell itself: what an edit of its time looks for, wherever it stands by then. */
  readonly spell?: RoleSpell | undefined;
  /** Kept, but drawn grey: the filter does not let it through. */
  readonly grey: boolean;
}

export interface MarkChoice {
  readonly events: boolean;
  readonly links: boolean;
  /** Links that sum several calls or payments up, from the first to the last. */
  readonly sums: boolean;
  /** Null lets everything through. Its dates do not matter here: the window is shown, never cut out. */
  readonly passes: { entity(e: Entity): boolean; link(l: Link): boolean } | null;
  readonly filterMode: 'hide' | 'grey';
}

export interface TimeMarks {
  /** By first possible instant, then by last, then by key. */
  readonly dated: readonly TimeMark[];
  readonly undated: readonly TimeMark[];
}

class LaneSet {
  readonly #strengths = new Map<number, Strength>();
  add(lane: number, strength: Strength): void {
    const now = this.#strengths.get(lane);
    if (now === undefined || RANK[strength] < RANK[now]) this.#strengths.set(lane, strength);
  }
  places(): Place[] {
    return [...this.#strengths].map(([lane, strength]) => ({ lane, strength })).sort((a, b) => a.lane - b.lane);
  }
}

/** Places of a link: the lanes of both ends, each once, in order. */
function endPlaces(a: readonly number[] = [], b: readonly number[] = [], strength: Strength): Place[] {
  const [x, y] = [a[0], b[0]];
  if (a.length > 1 || b.length > 1)
    return [...new Set([...a, ...b])].sort((p, q) => p - q).map((lane) => ({ lane, strength }));
  if (x === undefined || y === undefined || x === y) {
    const lane = x ?? y;
    return lane === undefined ? [] : [{ lane, strength }];
  }
  return [
    { lane: Math.min(x, y), strength },
    { lane: Math.max(x, y), strength },
  ];
}

const RANK: Readonly<Record<Strength, number>> = { confirmed: 0, unconfirmed: 1, tentative: 2 };

/**
 * What happened on the lanes: events their members took part in or that happened at them, links with at least one end on a lane, spells in
 * roles, and times an entity itself is recorded with. An event or link on several lanes is one mark with several places.
 */
export function timeMarks(state: CaseState, lanes: readonly Lane[], choice: MarkChoice): TimeMarks {
  const clocks = new Clocks(state.properties?.zone ?? 'UTC');
  const lanesOf = new Map<Id, number[]>();
  for (const [i, lane] of lanes.entries())
    for (const id of lane.members) {
      const list = lanesOf.get(id);
      if (list) list.push(i);
      else lanesOf.set(id, [i]);
    }
  const events = new Map<Id, LaneSet>();
  const links = new Map<Id, Link>();
  const out: TimeMark[] = [];
  const onEvent = (event: Id, id: Id, strength: Strength) => {
    let set = events.get(event);
    if (!set) {
      set = new LaneSet();
      events.set(event, set);
    }
    for (const lane of lanesOf.get(id) ?? []) set.add(lane, strength);
  };
  const mark = (m: Omit<TimeMark, 'from' | 'to' | 'grey' | 'shape' | 'usual'>, usual: Extent, passed: boolean) => {
    if (!passed && choice.filterMode === 'hide') return;
    const b = clocks.bounds(m.span);
    // Field by field: made fifty thousand times.
    out.push({
      key: m.key,
      record: m.record,
      kind: m.kind,
      shape: shapeOf(m.span, usual),
      span: m.span,
      usual,
      from: b ? b.from : Number.NaN,
      to: b ? b.to : Number.NaN,
      places: m.places,
      target: m.target,
      role: m.role,
      spell: m.spell,
      grey: !passed,
    });
  };
  const passesEntity = (e: Entity) => choice.passes?.entity(e) ?? true;

  for (const id of lanesOf.keys()) {
    const entity = state.entity(id);
    if (!entity) continue;
    if (entity.type === 'event') onEvent(id, id, 'confirmed');
    for (const other of state.mentionsOf(id))
      if (state.entity(other)?.type === 'event' && state.entity(other)?.place === id) onEvent(other, id, 'confirmed');
    for (const linkId of state.linksOf(id)) {
      const link = state.link(linkId);
      if (!link) continue;
      const other = link.from === id ? link.to : link.from;
      const isEvent = entity.type === 'event';
      const event = isEvent === (state.entity(other)?.type === 'event') ? undefined : isEvent ? id : other;
      // What leads to a dated event says who was there; the event itself is the mark.
      if (event !== undefined && (clocks.bounds(state.entity(event)?.span) || !link.span)) {
        if (!isEvent) onEvent(event, id, link.strength);
      } else if (!isLinkTypeId(link.type) || !linkType(link.type).identity) links.set(linkId, link);
    }
    if (!choice.events || entity.type === 'event') continue;
    const places = () => (lanesOf.get(id) ?? []).map((lane) => ({ lane, strength: 'confirmed' as const }));
    if (clocks.bounds(entity.span))
      mark(
        { key: id, record: id, kind: 'presence', span: entity.span, places: places() },
        'lasted',
        passesEntity(entity),
      );
    for (const [role, spell] of (entity.roles ?? []).entries()) {
      if (!clocks.bounds(spell.span)) continue;
      const key = `${id}#${role}`;
      mark(
        { key, record: id, kind: 'role', span: spell.span, places: places(), role, spell },
        'lasted',
        passesEntity(entity),
      );
    }
  }
  if (choice.events)
    for (const [id, set] of events) {
      const event = state.entity(id);
      if (event)
        mark(
          { key: id, record: id, kind: 'event', span: event.span, places: set.places() },
          usualExtent(event, state),
          passesEntity(event),
        );
    }
  if (choice.links || choice.sums)
    for (const link of links.values()) {
      if (!((link.count ?? 1) > 1 ? choice.sums : choice.links)) continue;
      const from = state.entity(link.from);
      const to = state.entity(link.to);
      // Both ends of what leads from an event to its own place are told by the event.
      if (from?.type === 'event' && to?.type === 'event') continue;
      if ((from?.type === 'event' || to?.type === 'event') && !link.span) continue;
      const target = link.direction === 'forward' ? link.to : link.direction === 'back' ? link.from : undefined;
      const lane = target === undefined ? undefined : lanesOf.get(target)?.[0];
      mark(
        {
          key: link.id,
          record: link.id,
          kind: 'link',
          span: link.span,
          places: endPlaces(lanesOf.get(link.from), lanesOf.get(link.to), link.strength),
          target: lane,
        },
        usualExtent(link, state),
        (choice.passes?.link(link) ?? true) && (!from || passesEntity(from)) && (!to || passesEntity(to)),
      );
    }
  if (choice.events)
    for (const conflict of conflictsOf(state)) {
      const told = conflict.kind === 'merged' ? conflict.accounts[1] : undefined;
      const about = state.entity(conflict.about);
      if (!told || !about) continue;
      const places =
        events.get(about.id)?.places() ??
        (lanesOf.get(about.id) ?? []).map((lane) => ({ lane, strength: 'tentative' as const }));
      if (places.length > 0)
        mark(
          { key: conflict.id, record: about.id, kind: 'account', span: told.span, places },
          usualExtent(about, state),
          passesEntity(about),
        );
    }
  const byKey = (a: TimeMark, b: TimeMark) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);
  const dated = out.filter((m) => !Number.isNaN(m.from));
  dated.sort((a, b) => order(a.from, b.from) || order(a.to, b.to) || byKey(a, b));
  return { dated, undated: out.filter((m) => Number.isNaN(m.from)).sort(byKey) };
}

const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
