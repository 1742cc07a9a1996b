import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { Clocks } from './day-clock.ts';
import type { Lane, TimeMark } from './marks.ts';

/** Lanes for entities and groups, in the order given; ids of anything else, or of nothing, are passed over. */
export function lanesOf(state: CaseState, ids: readonly Id[]): readonly Lane[] {
  const out: Lane[] = [];
  for (const id of new Set(ids)) {
    const record = state.get(id);
    if (record?.kind === 'entity') out.push({ id, members: [id] });
    else if (record?.kind === 'group') out.push({ id, members: record.members });
  }
  return out;
}

/**
 * The entities of which most is dated, most first: those of a chart, or of the whole case. Events are no lanes by themselves; they stand on
 * the lanes of those who took part.
 */
export function busiest(state: CaseState, among: Iterable<Id>, most: number): readonly Id[] {
  const clocks = new Clocks(state.properties?.zone ?? 'UTC');
  const counted: { id: Id; n: number }[] = [];
  for (const id of among) {
    const entity = state.entity(id);
    if (!entity || entity.type === 'event') continue;
    let n = 0;
    for (const linkId of state.linksOf(id)) {
      const link = state.link(linkId);
      if (!link) continue;
      const other = state.entity(link.from === id ? link.to : link.from);
      if (clocks.bounds(other?.type === 'event' ? (other.span ?? link.span) : link.span)) n++;
    }
    for (const event of state.mentionsOf(id)) if (clocks.bounds(state.entity(event)?.span)) n++;
    if (n > 0) counted.push({ id, n });
  }
  counted.sort((a, b) => b.n - a.n || (a.id < b.id ? -1 : 1));
  return counted.slice(0, most).map((c) => c.id);
}

/**
 * Lanes with much in common next to each other, so that lines between them stay short: begins with the lane that shares most, then always takes
 * the lane that shares most with the ones taken last (each step back counts half). Lanes that share nothing keep their order at the end.
 *
 * @returns for each new position the old index
 */
export function byContacts(lanes: number, marks: readonly TimeMark[]): readonly number[] {
  const shared = new Map<number, number>();
  const add = (a: number, b: number) => {
    const key = a * lanes + b;
    shared.set(key, (shared.get(key) ?? 0) + 1);
  };
  const whole = new Float64Array(lanes);
  const near: Set<number>[] = Array.from({ length: lanes }, () => new Set());
  for (const { places } of marks) {
    // A meeting of many says little of any two; and the pairs of a crowd are too many to count.
    if (places.length < 2 || places.length > 30) continue;
    for (const [i, a] of places.entries())
      for (const b of places.slice(i + 1)) {
        add(a.lane, b.lane);
        add(b.lane, a.lane);
        whole[a.lane]!++;
        whole[b.lane]!++;
        near[a.lane]!.add(b.lane);
        near[b.lane]!.add(a.lane);
      }
  }
  const left = new Set(Array.from({ length: lanes }, (_, i) => i).filter((i) => whole[i]! > 0));
  const alone = Array.from({ length: lanes }, (_, i) => i).filter((i) => whole[i] === 0);
  const out: number[] = [];
  const pull = new Float64Array(lanes);
  while (left.size > 0) {
    let best = -1;
    for (const i of left) {
      const better = best < 0 || pull[i]! > pull[best]! || (pull[i] === pull[best] && whole[i]! > whole[best]!);
      if (better) best = i;
    }
    left.delete(best);
    out.push(best);
    for (let i = 0; i < lanes; i++) pull[i]! /= 2;
    for (const i of near[best]!) pull[i]! += shared.get(best * lanes + i) ?? 0;
  }
  return [...out, ...alone];
}

/** Lanes by their first dated mark; those without one keep their order at the end. */
export function byFirst(lanes: number, marks: readonly TimeMark[]): readonly number[] {
  const seen = new Set<number>();
  for (const m of marks) for (const p of m.places) seen.add(p.lane);
  for (let i = 0; i < lanes; i++) seen.add(i);
  return [...seen];
}
