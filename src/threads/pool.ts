import { Client, type ClientOptions, type JobOptions } from './client.ts';
import type { Line } from './port.ts';
import type { Contract, Outcome, ParamsOf, ResultOf, TaskName } from './protocol.ts';

interface Waiting<C extends Contract> {
  readonly revision: string | undefined;
  start(client: Client<C>): void;
  withdraw(): void;
}

/** Several workers of one kind. Jobs wait their turn; a job goes to a worker that holds its data where one is free. */
export class Pool<C extends Contract> {
  readonly #clients: readonly Client<C>[];
  readonly #waiting: Waiting<C>[] = [];

  constructor(size: number, open: () => Line, options: ClientOptions<C> = {}) {
    this.#clients = Array.from({ length: Math.max(1, Math.floor(size)) }, () => new Client<C>(open, options));
  }

  get size(): number {
    return this.#clients.length;
  }

  /** Starts the workers for jobs that are about to come. */
  wake(): void {
    for (const client of this.#clients) client.wake();
  }

  run<T extends TaskName<C>>(
    task: T,
    params: ParamsOf<C, T>,
    options: JobOptions<C, T> = {},
  ): Promise<Outcome<ResultOf<C, T>>> {
    const { signal, revision } = options;
    if (signal?.aborted) return Promise.resolve({ failure: 'cancelled' });
    return new Promise((resolve) => {
      const entry: Waiting<C> = {
        revision,
        withdraw: () => withdraw(),
        start: (client: Client<C>) => {
          signal?.removeEventListener('abort', withdraw);
          void client.run(task, params, options).then((outcome) => {
            resolve(outcome);
            this.#next();
          });
        },
      };
      const withdraw = () => {
        const at = this.#waiting.indexOf(entry);
        if (at >= 0) this.#waiting.splice(at, 1);
        resolve({ failure: 'cancelled' });
      };
      signal?.addEventListener('abort', withdraw, { once: true });
      this.#waiting.push(entry);
      this.#next();
    });
  }

  #next(): void {
    for (;;) {
      const job = this.#waiting[0];
      const free = this.#clients.filter((c) => !c.busy);
      if (!job || free.length === 0) return;
      this.#waiting.shift();
      const { revision } = job;
      job.start((revision !== undefined && free.find((c) => c.holds(revision))) || free[0]!);
    }
  }

  /** Ends every worker; what runs and what waits fails as cancelled. The next job starts workers anew. */
  end(): void {
    for (const job of this.#waiting.splice(0)) job.withdraw();
    for (const client of this.#clients) client.end('cancelled');
  }
}
