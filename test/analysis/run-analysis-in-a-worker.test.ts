import { describe, expect, it } from 'vitest';
import { louvain } from '#analysis/communities/louvain';
import { type PackedGraph, packGraph } from '#analysis/graph/packed-graph';
import { seededRandom } from '#analysis/graph/seeded-random';
import {
  addShares,
  fillParameters,
  finish,
  linkMeasureById,
  measureById,
  measures,
  sharesOf,
} from '#analysis/measures/index';
import type { AnalysisContract } from '#analysis/worker-contract';
import { Client } from '#threads/client';
import { Pool } from '#threads/pool';
import { failed, type Outcome } from '#threads/protocol';
import { analysisHere } from '../support/analysis-here.ts';
import { publishedNetworks } from './published-networks.ts';

function resultOf<R>(outcome: Outcome<R>): R {
  if (failed(outcome)) throw new Error(`failed: ${outcome.failure} ${outcome.detail}`);
  return outcome.result;
}

const networks = publishedNetworks();
const caviar = networks.find((n) => n.name === 'caviar total directed')!.graph;
const boston = networks.find((n) => n.name === 'boston 1772 persons')!.graph;
const loadOf = (graph: PackedGraph) => ({ revision: 'r', load: () => ({ data: graph }) });

describe('the analysis worker', () => {
  it.each(measures.map((m) => m.id))('measures %s as it is measured here', async (id) => {
    const client = new Client<AnalysisContract>(analysisHere);
    const there = resultOf(await client.run('measure', { measure: id, parameters: {} }, loadOf(caviar)));
    const filled = fillParameters(measureById(id)!.parameters, {});
    if ('unfit' in filled) throw new Error(filled.unfit);
    expect(there).toEqual(finish(measureById(id)!.run(caviar, filled.values)));
    client.end();
  });

  it.each([
    ['betweenness', {}],
    ['betweenness', { length: 'inverse', normalised: true }],
    ['closeness', {}],
    ['closeness', { length: 'same' }],
    ['harmonic', {}],
  ] as const)('adds the shares of %s %j over two workers to the whole', async (measure, given) => {
    const pool = new Pool<AnalysisContract>(2, analysisHere);
    const definition = measureById(measure)!;
    const filled = fillParameters(definition.parameters, given);
    if ('unfit' in filled) throw new Error(filled.unfit);
    for (const graph of [caviar, boston]) {
      const shares = await Promise.all(
        [0, 1, 2].map((first) =>
          pool.run(
            'measure-share',
            { measure, parameters: given, share: { first, step: 3 } },
            {
              ...loadOf(graph),
              revision: String(graph.nodeCount),
            },
          ),
        ),
      );
      const joined = definition.split!.join(graph, filled.values, addShares(shares.map(resultOf))).values;
      const whole = finish(definition.run(graph, filled.values)).values;
      whole.forEach((x, i) => {
        expect(Math.abs(joined[i]! - x)).toBeLessThanOrEqual(1e-12 * Math.max(1, x));
      });
    }
    pool.end();
  });

  it.each([
    ['betweenness', {}],
    ['betweenness', { length: 'inverse' }],
    ['link-betweenness', {}],
    ['closeness', { length: 'inverse' }],
    ['harmonic', {}],
    ['distance-weighted-reach', { length: 'same' }],
  ] as const)('gives %s %j the same to the last digit, by however many workers', async (measure, given) => {
    const random = seededRandom(5);
    const [n, m] = [700, 2100];
    const any = () => Math.floor(random() * n);
    const graph = packGraph({
      nodeCount: n,
      source: Array.from({ length: m }, any),
      target: Array.from({ length: m }, any),
      weight: Array.from({ length: m }, () => 1 + random()),
    });
    const definition = (measureById(measure) ?? linkMeasureById(measure))!;
    const filled = fillParameters(definition.parameters, given);
    if ('unfit' in filled) throw new Error(filled.unfit);
    const whole = finish(definition.run(graph, filled.values)).values;
    for (const workers of [1, 2, 3, 5]) {
      const pool = new Pool<AnalysisContract>(workers, analysisHere);
      const shares = await Promise.all(
        sharesOf(n).map((share) => pool.run('measure-share', { measure, parameters: given, share }, loadOf(graph))),
      );
      pool.end();
      expect(definition.split!.join(graph, filled.values, addShares(shares.map(resultOf))).values).toEqual(whole);
    }
  });

  it('refuses a network that is too large for a method, with the bound', async () => {
    const client = new Client<AnalysisContract>(analysisHere);
    const source = Array.from({ length: 300 }, (_, i) => i);
    const path = packGraph({ nodeCount: 301, source, target: source.map((i) => i + 1) });
    expect(await client.run('communities', { method: 'girvan-newman', parameters: {} }, loadOf(path))).toMatchObject({
      failure: 'too-many-nodes',
      detail: '300',
    });
    client.end();
  });

  it('gives a thousand runs up when nobody waits for them', async () => {
    const client = new Client<AnalysisContract>(analysisHere);
    const n = 3000;
    const source = Array.from({ length: 4 * n }, (_, k) => k % n);
    const target = source.map((i, k) => (i * (7 + (k % 4)) + 13 * k) % n);
    const stop = new AbortController();
    let reports = 0;
    const asked = client.run(
      'communities',
      { method: 'leiden', parameters: { runs: 1000 } },
      {
        ...loadOf(packGraph({ nodeCount: n, source, target })),
        signal: stop.signal,
        onProgress: () => {
          if (++reports === 2) stop.abort();
        },
      },
    );
    expect(await asked).toMatchObject({ failure: 'cancelled' });
    client.end();
  });

  it('finds the same groups as here', async () => {
    const client = new Client<AnalysisContract>(analysisHere);
    const there = resultOf(
      await client.run('communities', { method: 'louvain', parameters: { seed: 7 } }, loadOf(caviar)),
    );
    expect(there).toEqual(finish(louvain.run(caviar, { seed: 7, resolution: 1, runs: 50, answer: 'best' })));
    client.end();
  });

  it('lays a chart out', async () => {
    const client = new Client<AnalysisContract>(analysisHere);
    const n = caviar.nodeCount;
    const subject = {
      positions: new Float64Array(2 * n).fill(Number.NaN),
      radii: new Float64Array(n).fill(20),
      pinned: new Uint8Array(n),
    };
    const positions = resultOf(
      await client.run('layout', { layout: 'stress', parameters: {}, subject }, loadOf(caviar)),
    );
    expect(positions.length).toBe(2 * n);
    expect(positions.every(Number.isFinite)).toBe(true);
    client.end();
  });

  it('refuses by code what it does not know', async () => {
    const client = new Client<AnalysisContract>(analysisHere);
    const run = (measure: string, parameters = {}) => client.run('measure', { measure, parameters }, loadOf(caviar));
    expect(await run('fame')).toEqual({ failure: 'unknown-method' });
    expect(await run('pagerank', { damping: 2 })).toEqual({ failure: 'unfit-parameter', detail: 'damping' });
    expect(await run('pagerank', { charm: 2 })).toEqual({ failure: 'unfit-parameter', detail: 'charm' });
    expect(
      await client.run(
        'measure-share',
        { measure: 'degree', parameters: {}, share: { first: 0, step: 1 } },
        loadOf(caviar),
      ),
    ).toEqual({ failure: 'cannot-be-shared' });
    expect(await client.run('measure', { measure: 'degree', parameters: {} })).toEqual({ failure: 'not-loaded' });
    client.end();
  });

  it('cancels a measure mid-way and works on', async () => {
    const client = new Client<AnalysisContract>(analysisHere);
    const stop = new AbortController();
    const parameters = { runs: 100 };
    const job = client.run(
      'communities',
      { method: 'louvain', parameters },
      { ...loadOf(boston), signal: stop.signal, onProgress: () => stop.abort() },
    );
    expect(await job).toEqual({ failure: 'cancelled' });
    expect(
      resultOf(await client.run('measure', { measure: 'degree', parameters: {} }, loadOf(boston))).values.length,
    ).toBe(254);
    client.end();
  });
});
