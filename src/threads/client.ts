import type { Line } from './port.ts';
import type {
  Contract,
  FailureCode,
  Outcome,
  ParamsOf,
  PartOf,
  Progress,
  Reply,
  Request,
  ResultOf,
  TaskName,
} from './protocol.ts';

/** Data a worker is to hold while jobs of this revision run. Called once per worker, again when a worker had to be restarted. */
export type Load<C extends Contract> = () => { readonly data: C['load']; readonly transfer?: readonly Transferable[] };

export interface JobOptions<C extends Contract, T extends TaskName<C>> {
  /** Names what `load` gives: log revision, scope, direction and weights together. */
  readonly revision?: string;
  readonly load?: Load<C>;
  readonly transfer?: readonly Transferable[];
  readonly signal?: AbortSignal;
  onProgress?(progress: Progress): void;
  onPart?(part: PartOf<C, T>): void;
}

export interface ClientOptions<C extends Contract> {
  /** Tasks that never yield: cancelling one ends its worker, and the next job starts a new one. */
  readonly uninterruptible?: readonly TaskName<C>[];
  /** A worker that does not answer for so many milliseconds during a task that yields has died. */
  readonly silence?: number;
}

/** How many loads a worker keeps; the least recently used goes first. */
const LOADS_KEPT = 4;

interface Job {
  readonly number: number;
  readonly task: string;
  settle(outcome: Outcome<unknown>): void;
  onProgress?(progress: Progress): void;
  onPart?(part: unknown): void;
}

let jobs = 0;

/** One worker, one job at a time. Started by the first job, restarted by the first job after its death. */
export class Client<C extends Contract> {
  readonly #open: () => Line;
  readonly #options: ClientOptions<C>;
  #line: Line | undefined;
  #job: Job | undefined;
  /** Revisions the worker holds, the most recently used last. */
  readonly #loaded = new Set<string>();
  #watch: ReturnType<typeof setInterval> | undefined;
  #heard = 0;

  constructor(open: () => Line, options: ClientOptions<C> = {}) {
    this.#open = open;
    this.#options = options;
  }

  get busy(): boolean {
    return this.#job !== undefined;
  }
  holds(revision: string): boolean {
    return this.#loaded.has(revision);
  }

  /** Starts the worker for a job that is about to come; one that cannot be started fails that job. */
  wake(): void {
    try {
      this.#line ??= this.#start();
    } catch {
      // The job says so.
    }
  }

  /** Runs a task; the caller waits for `busy` to be false first. Never rejects. */
  run<T extends TaskName<C>>(
    task: T,
    params: ParamsOf<C, T>,
    options: JobOptions<C, T> = {},
  ): Promise<Outcome<ResultOf<C, T>>> {
    if (this.#job) throw new Error('this worker has a job');
    const { signal, revision, load } = options;
    if (signal?.aborted) return Promise.resolve({ failure: 'cancelled' });
    return new Promise((resolve) => {
      const number = ++jobs;
      const cancel = () => this.#cancel(number);
      const settle = (outcome: Outcome<unknown>) => {
        signal?.removeEventListener('abort', cancel);
        clearInterval(this.#watch);
        this.#job = undefined;
        resolve(outcome as Outcome<ResultOf<C, T>>);
      };
      this.#job = {
        number,
        task,
        settle,
        ...(options.onProgress && { onProgress: options.onProgress }),
        ...(options.onPart && { onPart: options.onPart as (part: unknown) => void }),
      };
      signal?.addEventListener('abort', cancel);
      try {
        this.#line ??= this.#start();
      } catch (error) {
        settle({ failure: 'worker-unavailable', detail: String(error) });
        return;
      }
      if (revision !== undefined) this.#ensureLoaded(revision, load);
      this.#post({ kind: 'run', job: number, task, params, revision: revision ?? null }, options.transfer);
      this.#listenForSilence();
    });
  }

  /** Ends the worker; its job, if any, fails with this code. */
  end(code: FailureCode = 'cancelled', detail?: string): void {
    this.#line?.end();
    this.#line = undefined;
    this.#loaded.clear();
    clearInterval(this.#watch);
    this.#job?.settle({ failure: code, ...(detail !== undefined && { detail }) });
  }

  #start(): Line {
    const line = this.#open();
    line.port.listen((message) => {
      if (line === this.#line) this.#hear(message as Reply);
    });
    line.onDeath((detail) => {
      if (line === this.#line) this.end('worker-died', detail);
    });
    return line;
  }

  #post(message: Request, transfer?: readonly Transferable[]): void {
    this.#line?.port.post(message, transfer);
  }

  #ensureLoaded(revision: string, load: Load<C> | undefined): void {
    if (!this.#loaded.delete(revision)) {
      if (!load) return;
      for (const oldest of this.#loaded) {
        if (this.#loaded.size < LOADS_KEPT) break;
        this.#loaded.delete(oldest);
        this.#post({ kind: 'forget', revision: oldest });
      }
      const { data, transfer } = load();
      this.#post({ kind: 'load', revision, data }, transfer);
    }
    this.#loaded.add(revision);
  }

  #cancel(number: number): void {
    const job = this.#job;
    if (job?.number !== number) return;
    if (this.#options.uninterruptible?.includes(job.task)) {
      this.end('cancelled');
      return;
    }
    // The analyst is told at once; the worker stops at its next breath and its last words are not heard.
    this.#post({ kind: 'cancel', job: number });
    job.settle({ failure: 'cancelled' });
  }

  #hear(reply: Reply): void {
    this.#heard = performance.now();
    const job = this.#job;
    if (!job || reply.kind === 'pong' || reply.job !== job.number) return;
    if (reply.kind === 'progress') job.onProgress?.({ done: reply.done, of: reply.of, stage: reply.stage });
    else if (reply.kind === 'part') job.onPart?.(reply.body);
    else if (reply.kind === 'result') job.settle({ result: reply.body, revision: reply.revision });
    else job.settle({ failure: reply.code, ...(reply.detail !== undefined && { detail: reply.detail }) });
  }

  /** A worker that ended itself or ran out of memory may say nothing at all; one that works answers between two pieces. */
  #listenForSilence(): void {
    const job = this.#job;
    if (!job || this.#options.uninterruptible?.includes(job.task)) return;
    const limit = this.#options.silence ?? 20_000;
    this.#heard = performance.now();
    this.#watch = setInterval(() => {
      if (performance.now() - this.#heard > limit) this.end('worker-died', 'silence');
      else this.#post({ kind: 'ping' });
    }, limit / 4);
  }
}
