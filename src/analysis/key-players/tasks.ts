import type { Ended, Handlers } from '#threads/serve';
import type { Network } from '../graph/network.ts';
import {
  estimateKeyPlayers,
  findKeyPlayers,
  type KeyPlayerAnswer,
  type KeyPlayerEstimate,
  type KeyPlayerRequest,
  type KeyPlayers,
} from './index.ts';

/** Tasks of the analysis worker about key players. End refused: `KeyPlayerRefusal`. */
export type KeyPlayerTasks = {
  readonly 'key-players': { readonly params: KeyPlayerRequest; readonly result: KeyPlayers };
  /** How long that would take, from a small part of the work. */
  readonly 'key-players-estimate': { readonly params: KeyPlayerRequest; readonly result: KeyPlayerEstimate };
};

function ended<R extends object>(answer: R | Extract<KeyPlayerAnswer, { refused: string }>): Ended<R> {
  if (!('refused' in answer)) return { result: answer };
  return { failure: answer.refused, ...(answer.detail !== undefined && { detail: answer.detail }) };
}

export const keyPlayerHandlers: Handlers<{ readonly load: Network; readonly tasks: KeyPlayerTasks }> = {
  *'key-players'(request, { data }) {
    return data ? ended<KeyPlayers>(yield* findKeyPlayers(data, request)) : { failure: 'not-loaded' };
  },
  *'key-players-estimate'(request, { data }) {
    return data ? ended<KeyPlayerEstimate>(yield* estimateKeyPlayers(data, request)) : { failure: 'not-loaded' };
  },
};
