import type { Port } from './port.ts';
import type { Contract, ParamsOf, PartOf, Progress, Reply, Request, ResultOf, TaskName } from './protocol.ts';

/** Work that yields after each piece; what it yields is reported, and between two pieces it can be cancelled. */
export type Steps<R> = Generator<Progress, Ended<R>, void> | AsyncGenerator<Progress, Ended<R>, void>;

/** The result and the buffers to hand over with it; or a failure that was to be expected, by code. */
export type Ended<R> =
  | { readonly result: R; readonly transfer?: readonly Transferable[] }
  | { readonly failure: string; readonly detail?: string };

export interface TaskContext<L, P> {
  /** What was loaded under the revision the job names; undefined when it names none. */
  readonly data: L | undefined;
  readonly revision: string | null;
  /** Hands a piece over before the end. */
  part(body: P, transfer?: readonly Transferable[]): void;
  /** Aborts when the job is cancelled: for reads that wait. */
  readonly signal: AbortSignal;
}

export type Handlers<C extends Contract> = {
  readonly [T in TaskName<C>]: (
    params: ParamsOf<C, T>,
    context: TaskContext<C['load'], PartOf<C, T>>,
  ) => Steps<ResultOf<C, T>>;
};

/** Work at a stretch before the worker listens again: so long a cancel waits, plus one piece of the task. */
const STRETCH = 12;
/** Milliseconds between two reports of the same job. */
const BETWEEN_REPORTS = 50;

interface Breather {
  breathe(): Promise<void>;
  close(): void;
}

/**
 * A turn of the event loop without the 4 ms that nested timers cost in a browser. Node serves up to a thousand messages of one
 * port before it looks at another, so that there a channel of our own would keep the cancel waiting.
 */
function breather(): Breather {
  if (typeof setImmediate === 'function') {
    return { breathe: () => new Promise((done) => void setImmediate(done)), close: () => {} };
  }
  const { port1, port2 } = new MessageChannel();
  let wake: (() => void) | undefined;
  port1.onmessage = () => wake?.();
  return {
    breathe: () =>
      new Promise((done) => {
        wake = done;
        port2.postMessage(0);
      }),
    close: () => {
      port1.close();
      port2.close();
    },
  };
}

/** Serves a contract on any port. Jobs run as they come, taking turns where several are under way. */
export function serve<C extends Contract>(port: Port, handlers: Handlers<C>): void {
  const loaded = new Map<string, C['load']>();
  const running = new Map<number, AbortController>();
  const reply = (message: Reply, transfer?: readonly Transferable[]) => port.post(message, transfer);

  const run = async ({ job, task, params, revision }: Extract<Request, { kind: 'run' }>) => {
    if (!Object.hasOwn(handlers, task)) return reply({ kind: 'failure', job, code: 'no-such-task' });
    if (revision !== null && !loaded.has(revision)) return reply({ kind: 'failure', job, code: 'not-loaded' });
    const stop = new AbortController();
    running.set(job, stop);
    const pause = breather();
    try {
      const steps = handlers[task as TaskName<C>](params as never, {
        data: revision === null ? undefined : loaded.get(revision),
        revision,
        part: (body, transfer) => {
          if (!stop.signal.aborted) reply({ kind: 'part', job, body }, transfer);
        },
        signal: stop.signal,
      });
      const ended = await drive(job, steps, stop.signal, pause.breathe);
      if (!ended) reply({ kind: 'failure', job, code: 'cancelled' });
      else if ('failure' in ended) reply({ kind: 'failure', job, code: ended.failure, ...detailed(ended.detail) });
      else reply({ kind: 'result', job, revision, body: ended.result }, ended.transfer);
    } catch (error) {
      if (stop.signal.aborted) reply({ kind: 'failure', job, code: 'cancelled' });
      else reply({ kind: 'failure', job, code: 'task-threw', detail: String(error) });
    } finally {
      running.delete(job);
      pause.close();
    }
  };

  /** The end of the steps, or undefined when cancelled on the way. */
  const drive = async <R>(job: number, steps: Steps<R>, signal: AbortSignal, breathe: () => Promise<void>) => {
    let rested = performance.now();
    let reported = rested;
    for (;;) {
      const next = steps.next();
      const step = next instanceof Promise ? await next : next;
      if (signal.aborted) {
        if (!step.done) await steps.return({ failure: 'cancelled' });
        return undefined;
      }
      if (step.done) return step.value;
      const now = performance.now();
      if (now - reported >= BETWEEN_REPORTS) {
        reported = now;
        reply({ kind: 'progress', job, ...step.value });
      }
      if (now - rested >= STRETCH) {
        await breathe();
        if (signal.aborted) {
          await steps.return({ failure: 'cancelled' });
          return undefined;
        }
        rested = performance.now();
      }
    }
  };

  port.listen((message) => {
    const request = message as Request;
    switch (request.kind) {
      case 'load':
        loaded.set(request.revision, request.data as C['load']);
        break;
      case 'forget':
        loaded.delete(request.revision);
        break;
      case 'run':
        void run(request);
        break;
      case 'cancel':
        running.get(request.job)?.abort();
        break;
      case 'ping':
        reply({ kind: 'pong' });
        break;
    }
  });
}

function detailed(detail: string | undefined): { detail?: string } {
  return detail === undefined ? {} : { detail };
}
