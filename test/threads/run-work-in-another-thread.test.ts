import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { Client } from '#threads/client';
import { nodeLine } from '#threads/open-worker';
import { Pool } from '#threads/pool';
import { type Line, webPort } from '#threads/port';
import { failed, type Outcome } from '#threads/protocol';
import { type Handlers, serve } from '#threads/serve';

interface Trial {
  readonly load: Float64Array;
  readonly tasks: {
    readonly sum: { readonly params: { readonly times: number }; readonly result: number };
    readonly double: { readonly params: Float64Array; readonly result: Float64Array };
    readonly count: { readonly params: { readonly to: number }; readonly result: number; readonly part: number };
    readonly endless: { readonly params: null; readonly result: never };
    readonly stuck: { readonly params: null; readonly result: never };
    readonly wrong: { readonly params: { readonly how: 'expected' | 'bug' }; readonly result: never };
    readonly wait: { readonly params: null; readonly result: string };
  };
}

/** Tasks of a worker of our own, with a note of what they did. */
function handlers(notes: string[] = []): Handlers<Trial> {
  return {
    *sum({ times }, { data }) {
      let total = 0;
      for (let k = 0; k < times; k++) {
        total += data!.reduce((a, b) => a + b, 0);
        yield { done: k + 1, of: times, stage: 'sums' };
      }
      return { result: total };
    },
    *double(xs) {
      yield { done: 0, of: 1, stage: 'doubling' };
      const result = xs.map((x) => 2 * x);
      return { result, transfer: [result.buffer as ArrayBuffer] };
    },
    *count({ to }, { part }) {
      for (let k = 1; k <= to; k++) {
        part(k);
        yield { done: k, of: to, stage: 'counting' };
      }
      return { result: to };
    },
    *endless() {
      try {
        for (let k = 0; ; k++) {
          const until = performance.now() + 1;
          while (performance.now() < until);
          yield { done: k, of: k + 1, stage: 'never' };
        }
      } finally {
        notes.push('endless stopped');
      }
    },
    async *stuck() {
      await new Promise<never>(() => {});
      throw new Error('never reached');
    },
    *wrong({ how }) {
      yield { done: 0, of: 1, stage: 'wrong' };
      if (how === 'expected') return { failure: 'row-unreadable', detail: '412' };
      throw new TypeError('a bug');
    },
    async *wait(_, { signal }) {
      yield { done: 0, of: 1, stage: 'waiting' };
      await new Promise((_done, refuse) => signal.addEventListener('abort', () => refuse(new Error('aborted'))));
      return { result: 'waited' };
    },
  };
}

/** A worker in this thread: the far end of a MessageChannel serves the tasks. */
function channel(opened: Line[] = [], notes: string[] = []): () => Line {
  return () => {
    const { port1, port2 } = new MessageChannel();
    serve<Trial>(webPort(port2 as never), handlers(notes));
    const line: Line = {
      port: webPort(port1 as never),
      end: () => {
        notes.push('ended');
        port1.close();
      },
      onDeath: () => {},
    };
    opened.push(line);
    return line;
  };
}

const data = () => ({ data: Float64Array.of(1, 2, 3) });
const until = async (met: () => boolean) => {
  for (let k = 0; k < 500 && !met(); k++) await new Promise((done) => setTimeout(done, 2));
  expect(met()).toBe(true);
};

function resultOf<R>(outcome: Outcome<R>): R {
  if (failed(outcome)) throw new Error(`failed: ${outcome.failure} ${outcome.detail}`);
  return outcome.result;
}

describe('a client', () => {
  it('loads data once per revision and gives the result with the revision it belongs to', async () => {
    const client = new Client<Trial>(channel());
    let loads = 0;
    const load = () => {
      loads++;
      return data();
    };
    expect(await client.run('sum', { times: 2 }, { revision: 'r1', load })).toEqual({ result: 12, revision: 'r1' });
    expect(resultOf(await client.run('sum', { times: 3 }, { revision: 'r1', load }))).toBe(18);
    expect(loads).toBe(1);
    await client.run('sum', { times: 1 }, { revision: 'r2', load });
    expect(loads).toBe(2);
    client.end();
  });

  it('keeps few loads, and loads again what was let go', async () => {
    const client = new Client<Trial>(channel());
    let loads = 0;
    const load = () => {
      loads++;
      return data();
    };
    for (const revision of ['a', 'b', 'c', 'd', 'e', 'a']) {
      expect(resultOf(await client.run('sum', { times: 1 }, { revision, load }))).toBe(6);
    }
    expect(loads).toBe(6);
    client.end();
  });

  it('fails by code where nothing was loaded, the task is unknown, refuses, or has a bug', async () => {
    const client = new Client<Trial>(channel());
    expect(await client.run('sum', { times: 1 }, { revision: 'none' })).toEqual({ failure: 'not-loaded' });
    expect(await client.run('toString' as 'sum', { times: 1 })).toEqual({ failure: 'no-such-task' });
    expect(await client.run('wrong', { how: 'expected' })).toEqual({ failure: 'row-unreadable', detail: '412' });
    expect(await client.run('wrong', { how: 'bug' })).toEqual({ failure: 'task-threw', detail: 'TypeError: a bug' });
    client.end();
  });

  it('hands buffers over instead of copying them, both ways', async () => {
    const client = new Client<Trial>(channel());
    const xs = Float64Array.of(1, 2, 3);
    const doubled = resultOf(await client.run('double', xs, { transfer: [xs.buffer as ArrayBuffer] }));
    expect([...doubled]).toEqual([2, 4, 6]);
    expect(xs.length).toBe(0);
    client.end();
  });

  it('hears every part in order before the result', async () => {
    const client = new Client<Trial>(channel());
    const parts: number[] = [];
    const last = resultOf(await client.run('count', { to: 200 }, { onPart: (k) => parts.push(k) }));
    expect(last).toBe(200);
    expect(parts).toEqual(Array.from({ length: 200 }, (_, k) => k + 1));
    client.end();
  });

  it('reports real progress, and is told of a cancel within a blink while the work stops', async () => {
    const notes: string[] = [];
    const client = new Client<Trial>(channel([], notes));
    const stop = new AbortController();
    const seen: number[] = [];
    const job = client.run('endless', null, { signal: stop.signal, onProgress: (p) => seen.push(p.done) });
    await until(() => seen.length >= 3);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    const asked = performance.now();
    stop.abort();
    expect(await job).toEqual({ failure: 'cancelled' });
    expect(performance.now() - asked).toBeLessThan(100);
    await until(() => notes.includes('endless stopped'));
    expect(notes).not.toContain('ended');
    expect(resultOf(await client.run('sum', { times: 1 }, { revision: 'r', load: data }))).toBe(6);
    client.end();
  });

  it('aborts reads that wait', async () => {
    const client = new Client<Trial>(channel());
    const stop = new AbortController();
    const job = client.run('wait', null, { signal: stop.signal });
    setTimeout(() => stop.abort(), 10);
    expect(await job).toEqual({ failure: 'cancelled' });
    client.end();
  });

  it('ends the worker of a task that cannot be interrupted, and starts another for the next job', async () => {
    const opened: Line[] = [];
    const notes: string[] = [];
    const client = new Client<Trial>(channel(opened, notes), { uninterruptible: ['stuck'] });
    expect(resultOf(await client.run('sum', { times: 1 }, { revision: 'r', load: data }))).toBe(6);
    const stop = new AbortController();
    const job = client.run('stuck', null, { signal: stop.signal });
    stop.abort();
    expect(await job).toEqual({ failure: 'cancelled' });
    expect(notes).toContain('ended');
    expect(resultOf(await client.run('sum', { times: 1 }, { revision: 'r', load: data }))).toBe(6);
    expect(opened.length).toBe(2);
    client.end();
  });

  it('takes a worker that falls silent for dead', async () => {
    const mute = (): Line => ({ port: { post() {}, listen() {}, close() {} }, end() {}, onDeath() {} });
    const client = new Client<Trial>(mute, { silence: 60 });
    expect(await client.run('endless', null)).toEqual({ failure: 'worker-died', detail: 'silence' });
  });

  it('does not take a long task that goes on working for dead', async () => {
    const client = new Client<Trial>(channel(), { silence: 1500 });
    const stop = new AbortController();
    const job = client.run('endless', null, { signal: stop.signal });
    setTimeout(() => stop.abort(), 4000);
    expect(await job).toEqual({ failure: 'cancelled' });
    client.end();
  });

  it('says so when a worker cannot be started', async () => {
    const client = new Client<Trial>(() => {
      throw new Error('refused');
    });
    expect(await client.run('stuck', null)).toEqual({ failure: 'worker-unavailable', detail: 'Error: refused' });
  });

  it('fails the job of a worker that dies mid-run, and runs the next in a new one', async () => {
    const workers: Worker[] = [];
    const client = new Client<Trial>(() => {
      const worker = new Worker(join(import.meta.dirname, 'a-worker-that-ends-itself.mjs'));
      workers.push(worker);
      return nodeLine(worker);
    });
    expect(await client.run('sum', { times: 1 })).toMatchObject({ result: 'done' });
    expect(await client.run('sum', { times: 1 })).toEqual({ failure: 'worker-died', detail: 'exit 3' });
    expect(await client.run('sum', { times: 1 })).toMatchObject({ result: 'done' });
    expect(workers.length).toBe(2);
    client.end();
  });
});

describe('a worker that runs out of memory', () => {
  it('fails its own job by name, leaves the page alone, and the next job runs in a new one', {
    timeout: 60_000,
  }, async () => {
    const workers: Worker[] = [];
    const files = ['a-worker-that-fills-its-memory.mjs', 'a-worker-that-ends-itself.mjs'];
    const client = new Client<Trial>(() => {
      const worker = new Worker(join(import.meta.dirname, files[workers.length]!), {
        resourceLimits: { maxOldGenerationSizeMb: 32 },
      });
      workers.push(worker);
      return nodeLine(worker);
    });
    const told = await client.run('sum', { times: 1 });
    expect(told).toMatchObject({ failure: 'worker-died' });
    expect(told).toHaveProperty('detail', expect.stringMatching(/memory|exit/i));
    expect(await client.run('sum', { times: 1 })).toMatchObject({ result: 'done' });
    expect(workers.length).toBe(2);
    client.end();
  });
});

describe('a pool', () => {
  it('runs as many jobs at once as it has workers, and the others in their turn', async () => {
    const opened: Line[] = [];
    const pool = new Pool<Trial>(2, channel(opened));
    const results = await Promise.all(
      [1, 2, 3, 4, 5].map((times) => pool.run('sum', { times }, { revision: 'r', load: data })),
    );
    expect(results.map(resultOf)).toEqual([6, 12, 18, 24, 30]);
    expect(opened.length).toBe(2);
    pool.end();
  });

  it('prefers the worker that holds the data', async () => {
    const pool = new Pool<Trial>(2, channel());
    let loads = 0;
    const load = () => {
      loads++;
      return data();
    };
    const [a, b] = [
      pool.run('sum', { times: 1 }, { revision: 'a', load }),
      pool.run('sum', { times: 1 }, { revision: 'b', load }),
    ];
    await Promise.all([a, b]);
    await pool.run('sum', { times: 1 }, { revision: 'b', load });
    await pool.run('sum', { times: 1 }, { revision: 'a', load });
    expect(loads).toBe(2);
    pool.end();
  });

  it('withdraws a job that waits, without disturbing the one that runs', async () => {
    const pool = new Pool<Trial>(1, channel());
    const stopFirst = new AbortController();
    const stopSecond = new AbortController();
    const first = pool.run('endless', null, { signal: stopFirst.signal });
    const second = pool.run('endless', null, { signal: stopSecond.signal });
    const third = pool.run('sum', { times: 1 }, { revision: 'r', load: data });
    stopSecond.abort();
    expect(await second).toEqual({ failure: 'cancelled' });
    stopFirst.abort();
    expect(await first).toEqual({ failure: 'cancelled' });
    expect(resultOf(await third)).toBe(6);
    pool.end();
  });

  it('fails what runs and what waits when it is ended', async () => {
    const pool = new Pool<Trial>(1, channel());
    const jobs = [pool.run('endless', null), pool.run('endless', null)];
    pool.end();
    expect(await Promise.all(jobs)).toEqual([{ failure: 'cancelled' }, { failure: 'cancelled' }]);
  });
});
