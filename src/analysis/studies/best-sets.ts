import type { Network } from '../graph/network.ts';
import type { Parameter } from '../graph/parameters.ts';
import type { Work } from '../graph/work.ts';
import { findKeyPlayers, type KeyPlayerAnswer } from '../key-players/index.ts';

export const bestSetParameters = [
  { name: 'size', kind: 'number', min: 1, max: 10, step: 1, default: 3 },
  { name: 'seed', kind: 'number', min: 1, max: 1_000_000, step: 1, default: 1 },
] as const satisfies readonly Parameter[];

/** Two questions that are often taken for one: whose arrest would break the network most, and whom to watch to see most of it. */
export interface BestSetsRequest {
  readonly size: number;
  /** KPP-NEG by pairs parted, or by how far apart the pairs are. */
  readonly arrest: 'fragmentation' | 'distance-fragmentation';
  /** KPP-POS by entities within so many steps. */
  readonly steps: number;
  readonly seed: number;
  /** Not to be chosen for either: in custody already, protected, dead. */
  readonly excluded: readonly number[];
}

export interface BestSets {
  readonly arrests: KeyPlayerAnswer;
  readonly watch: KeyPlayerAnswer;
}

/** Best sets of one size for arrest (KPP-NEG) and for watching (KPP-POS), Borgatti 2006; either may be refused with its reason. */
export function* bestSets(network: Network, { size, arrest, steps, seed, excluded }: BestSetsRequest): Work<BestSets> {
  const ask = (criterion: string, more: Readonly<Record<string, number>>) =>
    findKeyPlayers(network, { criterion, parameters: { size, seed, ...more }, forced: [], excluded });
  return { arrests: yield* ask(arrest, {}), watch: yield* ask('reach', { steps }) };
}
