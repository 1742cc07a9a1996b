import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { isTie } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { PROOF } from './network.ts';
import {
  type CaseRecords,
  groupingsOf,
  Lines,
  type PackedCase,
  packing,
  READ_AT_ONCE,
  type Scope,
  type Wanted,
} from './pack-case.ts';
import { finish, type Work, within } from './work.ts';

/**
 * Two kinds of things and the links between them: persons and events, persons and accounts. Links within a kind play no part and are counted.
 *
 * `both`: the graph of both kinds. `shared`: the first kind alone, two of them linked by how many of the second they share. `newman`: each shared one
 * adds 1/(k − 1), k = how many of the first kind it has, so that a wedding of a hundred counts less than a meeting of three (Newman 2001, Phys. Rev. E
 * 64, 016132).
 */
export interface TwoMode {
  /** Entity types. */
  readonly of: string;
  readonly through: string;
  readonly as: 'both' | 'shared' | 'newman';
}

/** Pairs that a projection may have before merging: what is held in memory meanwhile. */
const MOST_PAIRS = 4_000_000;

export type TwoModePacked = { readonly packed: PackedCase } | { readonly failure: 'projection-too-large' };

/** Packs the links between two kinds of entities, or the first kind by what it shares of the second. Arrows play no part. */
export function packTwoMode(records: CaseRecords, scope: Scope, mode: TwoMode, wanted: Wanted = {}): TwoModePacked {
  return finish(packingTwoMode(records, scope, mode, wanted));
}

/** `packTwoMode` piece by piece; reports records. */
export function* packingTwoMode(
  records: CaseRecords,
  scope: Scope,
  mode: TwoMode,
  wanted: Wanted = {},
): Work<TwoModePacked> {
  const { count: of = 0 } = records;
  let read = 0;
  const typeOf = new Map<Id, string>();
  // Records may come from an iterator that can be gone through once.
  const entities: { readonly id: Id; readonly type: Entity['type'] }[] = [];
  for (const { id, type } of records.entities) {
    if (++read % READ_AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    if ((type !== mode.of && type !== mode.through) || (scope.entities && !scope.entities.has(id))) continue;
    typeOf.set(id, type);
    entities.push({ id, type });
  }
  const across: Link[] = [];
  let linksLeftOut = 0;
  let identityLeftOut = 0;
  for (const link of records.links) {
    if (++read % READ_AT_ONCE === 0) yield { done: read, of, stage: 'reading' };
    if (scope.links && !scope.links.has(link.id)) continue;
    const [a, b] = [typeOf.get(link.from), typeOf.get(link.to)];
    if (a === undefined || b === undefined || a === b) linksLeftOut++;
    else if (isTie(link.type)) across.push(link);
    else identityLeftOut++;
  }
  const all = { done: read, of, stage: 'reading' };
  if (mode.as === 'both') {
    const taken = { ...scope, entities: new Set(typeOf.keys()), events: true };
    const options = { direction: 'ignore', weights: 'none' } as const;
    const packed = yield* within(packing({ ...records, entities, links: across }, taken, options, wanted), all);
    return { packed: { ...packed, linksLeftOut, identityLeftOut } };
  }
  const ids = [...typeOf].filter(([, type]) => type === mode.of).map(([id]) => id);
  const numberOf = new Map(ids.map((id, i) => [id, i]));
  const membersOf = new Map<Id, Map<Id, Link>>();
  for (const link of across) {
    const [member, hub] = typeOf.get(link.from) === mode.of ? [link.from, link.to] : [link.to, link.from];
    const members = membersOf.get(hub) ?? new Map<Id, Link>();
    // Somebody linked twice with one event was there once; the line that is borne out best stands for both.
    const before = members.get(member);
    if (!before || PROOF[link.strength] < PROOF[before.strength]) members.set(member, link);
    membersOf.set(hub, members);
  }
  let pairs = 0;
  for (const members of membersOf.values()) pairs += (members.size * (members.size - 1)) / 2;
  if (pairs > MOST_PAIRS) return { failure: 'projection-too-large' };
  const sourcesOfPair = new Map<Link, readonly Link[]>();
  const lines = new Lines(
    {
      ...records,
      sourcesOf: (pair) => new Set((sourcesOfPair.get(pair) ?? []).flatMap((l) => [...(records.sourcesOf?.(l) ?? [])])),
    },
    wanted,
  );
  for (const members of membersOf.values()) {
    yield all;
    const there = [...members];
    const weight = mode.as === 'newman' ? 1 / (there.length - 1) : 1;
    for (let i = 0; i < there.length; i++) {
      if (i % READ_AT_ONCE === READ_AT_ONCE - 1) yield all;
      for (let j = i + 1; j < there.length; j++) {
        const [[a, one], [b, other]] = [there[i]!, there[j]!];
        const { span: _, ...weaker } = PROOF[one.strength] >= PROOF[other.strength] ? one : other;
        const pair: Link = { ...weaker, from: a, to: b, direction: 'none' };
        if (wanted.rows) sourcesOfPair.set(pair, [one, other]);
        lines.add(pair, numberOf.get(a)!, numberOf.get(b)!, weight);
      }
    }
  }
  const grouped = yield* groupingsOf(ids, wanted, all);
  return {
    packed: {
      ...(yield* lines.packing(ids.length, { directed: false, weighted: true, ...grouped }, all)),
      ids,
      eventsLeftOut: 0,
      linksLeftOut,
      unweighedLeftOut: 0,
      identityLeftOut,
    },
  };
}
