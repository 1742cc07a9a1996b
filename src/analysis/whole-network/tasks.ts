import type { Handlers } from '#threads/serve';
import type { Network } from '../graph/network.ts';
import {
  type FigureAsked,
  type FigureValue,
  figuresOf,
  figuresOverTime,
  type Layers,
  layersOf,
  readyFigures,
  type Slices,
  type Slicing,
} from './index.ts';

/** Most slices in one answer. */
const MOST_SLICES = 400;

/** Tasks of the analysis worker about whole networks. End refused: `FigureRefusal`, `no-lines`, `too-many-slices`. */
export type NetworkTasks = {
  readonly 'network-figures': {
    readonly params: { readonly figures: readonly FigureAsked[] };
    readonly result: readonly FigureValue[];
  };
  readonly 'network-slices': {
    readonly params: { readonly figures: readonly FigureAsked[]; readonly slicing: Slicing };
    readonly result: Slices;
  };
  readonly 'network-layers': { readonly params: Readonly<Record<string, never>>; readonly result: Layers };
};

export const networkHandlers: Handlers<{ readonly load: Network; readonly tasks: NetworkTasks }> = {
  *'network-figures'({ figures }, { data }) {
    if (!data) return { failure: 'not-loaded' };
    const ready = readyFigures(figures);
    if ('refused' in ready) return { failure: ready.refused, detail: ready.detail };
    return { result: yield* figuresOf(data, ready) };
  },
  *'network-slices'({ figures, slicing }, { data }) {
    if (!data) return { failure: 'not-loaded' };
    if (!data.rows) return { failure: 'no-lines' };
    if (slicing.bounds.length - 1 > MOST_SLICES) return { failure: 'too-many-slices', detail: String(MOST_SLICES) };
    const ready = readyFigures(figures);
    if ('refused' in ready) return { failure: ready.refused, detail: ready.detail };
    return { result: yield* figuresOverTime(data, ready, slicing) };
  },
  *'network-layers'(_, { data }) {
    if (!data) return { failure: 'not-loaded' };
    if (!data.rows) return { failure: 'no-lines' };
    yield { done: 0, of: 1, stage: 'layers' };
    return { result: layersOf(data) };
  },
};
