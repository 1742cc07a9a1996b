import { describe, expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { readLog } from '#domain/change/raw-log';
import { isRefusal } from '#domain/commands/command';
import { commandById, commands } from '#domain/commands/index';
import { packageBytes, readPackage } from '#exchange/case-package/index';
import type { OpenCase, Store } from '#store/index';
import { summaryOf } from '#store/index';
import { analyst, Device, makeCase, open } from '../store/device-of.ts';
import { ActGenerator, danglingReferences } from '../support/acts.ts';

/** Set by `npm run soak`; the everyday suite takes 500 commands on two seeds. */
const length = Number(process.env.SKEIN_SOAK_COMMANDS ?? 500);
/** Every examination reads the whole log, so a long day costs the square of its length: it is examined, and tabs are closed, less often. */
const long = length > 1000;
const every = long ? 1000 : 100;
const seeds = (process.env.SKEIN_SOAK_SEEDS ?? '1,2').split(',').map(Number);

/** One analyst's computer through a long day: acts at random, undone and redone, tabs closed and opened, packages out and in. */
class Day {
  readonly acts: ActGenerator;
  readonly device = new Device();
  readonly seen = new Set<string>();
  #store!: Store;
  #localId = '';
  case!: OpenCase;

  constructor(seed: number) {
    this.acts = new ActGenerator(seed, `s${seed}x`);
  }

  async begin(): Promise<void> {
    this.#store = await this.device.tab();
    this.#localId = await makeCase(this.#store);
    this.case = await open(this.#store, this.#localId);
  }

  async step(): Promise<void> {
    // Mostly forward; now and then the clock stands still or goes back an hour, as laptops do.
    this.device.now += this.acts.int(50) === 0 ? -3_600_000 : this.acts.int(20_000);
    const chance = this.acts.int(100);
    if (chance < 8) await this.case.undo(analyst);
    else if (chance < 12) await this.case.redo(analyst);
    else if (chance < 13 && (!long || this.acts.int(5) === 0)) await this.reload();
    else await this.act();
  }

  async act(): Promise<void> {
    const { command, payload } = this.acts.next(this.case.state);
    const definition = commandById(command);
    if (!definition) throw new Error(`no command ${command}`);
    const result = await this.case.commit({
      command,
      author: analyst,
      plan: (state) => {
        const steps = definition.plan(state, payload as never);
        return isRefusal(steps) ? steps : { steps, payload };
      },
    });
    if ('committed' in result) this.seen.add(command);
    expect(result, `${command} failed`).not.toHaveProperty('failed');
  }

  async reload(): Promise<void> {
    await this.#store.close();
    this.#store = await this.device.tab();
    this.case = await open(this.#store, this.#localId);
  }

  /** What must hold at any moment, read from memory, from the log and from the disk. */
  async examine(): Promise<void> {
    const { state, head } = this.case;
    const digest = stateDigest(state);
    expect(danglingReferences(state), 'references that lead nowhere').toEqual([]);
    // One reading of the log is both: chain, parts and steps verified, and the replay from the first change.
    const log = await this.#store.log(this.#localId);
    if (!log) throw new Error('the case has no log');
    const read = await readLog(log, { thorough: true });
    expect(read.fault, 'chain, parts and steps').toBeUndefined();
    expect(read.head).toEqual(head);
    expect(stateDigest(read.state), 'replay from the first change').toBe(digest);
    await this.#countIndexes();

    await this.reload();
    expect(stateDigest(this.case.state), 'the case opened again').toBe(digest);
    expect(this.case.state.indexSizes(), 'its indexes').toEqual(state.indexSizes());
    expect(this.case.head).toEqual(head);
  }

  /** Out as a package and in on another computer; and what the store itself says of its log. */
  async travel(): Promise<void> {
    const { head } = this.case;
    const digest = stateDigest(this.case.state);
    expect(await this.#store.verifyCase(this.#localId)).toMatchObject({ ok: true });
    expect(stateDigest(await this.case.stateAt(head.seq)), 'the case as it was at its last change').toBe(digest);
    const source = await this.#store.packageSource(this.#localId);
    if (!source) throw new Error('nothing to write a package from');
    const read = await readPackage(await packageBytes(source));
    if (!read.ok) throw new Error(`the package was refused: ${read.code}`);
    const { properties } = this.case.state;
    if (!properties) throw new Error('the case has no properties');
    const elsewhere = await new Device().tab();
    const brought = await elsewhere.importLog(read.log, summaryOf(properties, this.case.state));
    if (!brought.ok) throw new Error(brought.code);
    expect(stateDigest((await open(elsewhere, brought.localId)).state), 'on another computer').toBe(digest);
    await elsewhere.close();
  }

  /** A row that an index does not hold would be missing from every ordered read. */
  async #countIndexes(): Promise<void> {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = this.device.indexedDB.open(this.device.name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    try {
      const counted = (request: IDBRequest<number>): Promise<number> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      for (const name of db.objectStoreNames) {
        const store = db.transaction(name).objectStore(name);
        const rows = await counted(store.count());
        for (const index of store.indexNames) {
          const { multiEntry } = store.index(index);
          if (!multiEntry) expect(await counted(store.index(index).count()), `${name}.${index}`).toBe(rows);
        }
      }
    } finally {
      db.close();
    }
  }

  async end(): Promise<void> {
    await this.#store.close();
  }
}

describe.each(seeds)(`${length} random commands on a stored case, seed %i`, (seed) => {
  test(`nothing dangles, the chain verifies, and memory, replay, disk and another computer agree after each ${every}`, {
    // A machine that has other things to do takes several times as long as the processor works.
    timeout: 120_000 + length * 1000,
  }, async () => {
    const begun = process.cpuUsage();
    const day = new Day(seed);
    await day.begin();
    try {
      for (let done = 1; done <= length; done += 1) {
        await day.step();
        if (done % every > 0) continue;
        await day.examine();
        await day.travel();
      }
      expect(day.case.head.seq).toBeGreaterThan(length / 2);
      expect(day.seen.size).toBeGreaterThan(commands.length * 0.7);

      const full = stateDigest(day.case.state);
      let undone = 0;
      while ('committed' in (await day.case.undo(analyst))) undone += 1;
      expect(undone).toBeGreaterThan(0);
      expect(day.case.state.countOf('entity'), 'entities after all is undone').toBe(0);
      for (; undone > 0; undone -= 1) await day.case.redo(analyst);
      expect(stateDigest(day.case.state), 'after all is redone').toBe(full);
      await day.examine();
      await day.travel();
      const { user, system } = process.cpuUsage(begun);
      console.log(
        `seed ${seed}: ${length} commands, ${day.case.head.seq} changes, ${Math.round((user + system) / 1e6)} s of the processor`,
      );
    } finally {
      await day.end();
    }
  });
});
