import { sha256 } from '@noble/hashes/sha2.js';
import { CaseState } from '#domain/change/case-state';
import { type ChangeRecord, EMPTY_HEAD, type Head } from '#domain/change/change-record';
import { buildChange, conflictOf } from '#domain/change/log';
import type { RawLog } from '#domain/change/raw-log';
import { isRefusal } from '#domain/commands/command';
import { type CommandId, commandById, type PayloadOf } from '#domain/commands/index';

/**
 * Works a sample case out by the same commands an analyst uses, with fixed ids, times and salts, so that the same sources
 * give the same bytes on every machine.
 */
export class LogWriter implements RawLog {
  readonly state = new CaseState();
  readonly #records: ChangeRecord[] = [];
  readonly #name: string;
  readonly #start: number;
  readonly #salting: 'drawn' | 'counted';
  #head: Head = EMPTY_HEAD;
  #salts = 0;

  /**
   * `start`: wall time of the first change, UTC ISO; each further change comes a minute later. `salting` "counted": salts count up
   * instead of being drawn, which saves a file of many records a quarter of its size; for cases in which nothing is to be kept secret.
   */
  constructor(name: string, start: string, salting: 'drawn' | 'counted' = 'drawn') {
    this.#name = name;
    this.#start = Date.parse(start);
    this.#salting = salting;
  }

  get head(): Head {
    return this.#head;
  }

  readonly salt = (): Uint8Array => {
    const n = this.#salts++;
    if (this.#salting === 'drawn') return sha256(new TextEncoder().encode(`${this.#name}/${n}`)).slice(0, 16);
    const counted = new Uint8Array(16);
    new DataView(counted.buffer).setUint32(12, n);
    return counted;
  };

  run<I extends CommandId>(id: I, payload: PayloadOf<I>): void {
    const steps = commandById(id)!.plan(this.state, payload as never);
    if (isRefusal(steps)) throw new Error(`${this.#name}: ${id} refused: ${JSON.stringify(steps)}`);
    if (steps.length === 0) return;
    const conflict = conflictOf(this.state, steps);
    if (conflict) throw new Error(`${this.#name}: ${id} does not start from what is there: ${conflict.id}`);
    const record = buildChange({
      steps,
      payload: id === 'import-table' ? { summary: (payload as PayloadOf<'import-table'>).summary } : payload,
      command: id,
      author: { initials: 'SK', unit: 'Skein samples' },
      head: this.#head,
      clock: { wall: new Date(this.#start + this.#head.seq * 60_000).toISOString(), zone: 'Etc/UTC' },
      salt: this.salt,
    });
    this.#records.push(record);
    this.#head = { seq: record.header.seq, hash: record.hash };
    this.state.apply(steps);
  }

  read(from: number, to: number): Promise<readonly ChangeRecord[]> {
    return Promise.resolve(this.#records.slice(from - 1, to));
  }
}
