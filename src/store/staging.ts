import { type LocalId, PACK_SIZE, type Pack, type Part } from '#domain/change/change-record';
import { makePack, packDigest, partDigest } from '#domain/change/log';
import { isPurged, partValues } from '#domain/change/raw-log';
import type { Step } from '#domain/change/step';
import { mayWrite, type StoreContext } from './context.ts';
import { packParts, packRow } from './rows.ts';
import { CASE_TABLES, type PackRow, rangeOf } from './schema.ts';

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');
}

/** Steps written in one transaction while staging. */
const BATCH_STEPS = 2000;

/** Stages of this very page or worker; the lock tells about the others. */
const liveHere = new Set<string>();
const lockName = (stageId: string): string => `skein-stage-${stageId}`;

/** Claims a stage until released; the claim ends by itself when its page or worker dies. */
async function claim(context: StoreContext, stageId: string): Promise<() => void> {
  liveHere.add(stageId);
  let letGo: () => void = () => {};
  const { locks } = context;
  if (locks) {
    await new Promise<void>((held, refused) => {
      locks
        .request(lockName(stageId), () => {
          held();
          return new Promise<void>((resolve) => {
            letGo = resolve;
          });
        })
        .catch(refused);
    });
  }
  return () => {
    liveHere.delete(stageId);
    letGo();
  };
}

/** What a bulk change looks like once all of it lies in the store, invisible. Travels between worker and page. */
export interface StagedSteps {
  readonly stageId: string;
  readonly localId: LocalId;
  /** Pack digests, in order. */
  readonly packs: readonly string[];
  readonly steps: number;
  /** SHA-256 of each pack as it was given to the disk, for the reader; missing where the browser has no hashing of its own. */
  readonly checks?: readonly string[];
}

/** Hex SHA-256 by the browser, off this thread. Undefined outside secure contexts. */
async function nativeDigest(bytes: Uint8Array): Promise<string | undefined> {
  const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
  if (!subtle) return undefined;
  return hex(new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)));
}

/**
 * A bulk change in the making: steps go into content-addressed packs over many transactions. Nothing of it is visible
 * until a change record names the packs (`OpenCase.commitStaged`); packs nobody names are swept at the next open.
 */
export class Stage {
  readonly stageId: string;
  readonly localId: LocalId;
  readonly #context: StoreContext;
  readonly #release: () => void;
  #waiting: Step[] = [];
  readonly #packs: string[] = [];
  readonly #checks: string[] = [];
  #steps = 0;

  constructor(context: StoreContext, stageId: string, localId: LocalId, release: () => void) {
    this.#context = context;
    this.stageId = stageId;
    this.localId = localId;
    this.#release = release;
  }

  /** Rejects when the store cannot write (full, frozen): discard the stage then; the case is as it was. */
  async add(steps: readonly Step[]): Promise<void> {
    for (const step of steps) this.#waiting.push(step);
    while (this.#waiting.length >= BATCH_STEPS) await this.#write(this.#waiting.splice(0, BATCH_STEPS));
  }

  async seal(): Promise<StagedSteps> {
    if (this.#waiting.length) await this.#write(this.#waiting.splice(0));
    const checks = this.#checks.length === this.#packs.length ? { checks: [...this.#checks] } : {};
    return { stageId: this.stageId, localId: this.localId, packs: [...this.#packs], steps: this.#steps, ...checks };
  }

  /** After the change was committed: ends the claim. */
  release(): void {
    this.#release();
  }

  async discard(): Promise<void> {
    this.#waiting = [];
    try {
      await sweepStage(this.#context, this.stageId);
    } finally {
      this.#release();
    }
  }

  async #write(steps: readonly Step[]): Promise<void> {
    const packs: Pack[] = [];
    for (let i = 0; i < steps.length; i += PACK_SIZE) {
      packs.push(makePack(steps.slice(i, i + PACK_SIZE), this.#context.salt));
    }
    const rows: PackRow[] = [];
    for (const pack of packs) rows.push(await packRow(this.#context.codec, this.localId, pack));
    const checks = (await Promise.all(rows.map((row) => nativeDigest(row.value)))).filter((c) => c !== undefined);
    const named = [...this.#packs, ...packs.map((p) => p.digest)];
    mayWrite(this.#context);
    const { db } = this.#context;
    await db.transaction('rw', [db.packs, db.stages], async () => {
      await db.stages.put({ stageId: this.stageId, localId: this.localId, packs: named });
      await db.packs.bulkPut(rows);
    });
    this.#packs.push(...packs.map((p) => p.digest));
    this.#checks.push(...checks);
    this.#steps += steps.length;
  }
}

export async function beginStage(context: StoreContext, localId: LocalId): Promise<Stage> {
  const stageId = context.newId();
  return new Stage(context, stageId, localId, await claim(context, stageId));
}

/** A whole case in the making, under a local id that no list shows yet. */
export async function beginCase(
  context: StoreContext,
  localId: LocalId,
): Promise<{ stageId: string; release(): void }> {
  const stageId = context.newId();
  const release = await claim(context, stageId);
  try {
    mayWrite(context);
    await context.db.stages.put({ stageId, localId, packs: null });
  } catch (error) {
    release();
    throw error;
  }
  return { stageId, release };
}

/** Removes what a stage has written and nobody names. */
export async function sweepStage(context: StoreContext, stageId: string): Promise<void> {
  mayWrite(context);
  const { db } = context;
  await db.transaction('rw', [db.stages, db.heads, ...CASE_TABLES.map((t) => db[t])], async () => {
    const row = await db.stages.get(stageId);
    if (!row) return;
    if (row.packs) await db.packs.bulkDelete(row.packs.map((d): [LocalId, string] => [row.localId, d]));
    else if (!(await db.heads.get(row.localId))) {
      for (const table of CASE_TABLES) {
        await db[table]
          .where(':id')
          .between(...rangeOf(row.localId))
          .delete();
      }
    }
    await db.stages.delete(stageId);
  });
}

/** At open: removes stages whose maker is gone. Stages that another tab or worker is filling are left alone. */
export async function sweepAbandoned(context: StoreContext): Promise<number> {
  const rows = await context.db.stages.toArray();
  if (rows.length === 0) return 0;
  const held = new Set<string | undefined>((await context.locks?.query())?.held?.map((l) => l.name));
  let swept = 0;
  for (const { stageId } of rows) {
    if (liveHere.has(stageId) || held.has(lockName(stageId))) continue;
    await sweepStage(context, stageId);
    swept++;
  }
  return swept;
}

/**
 * The staged packs, compared with what their maker gave to the disk, or else with their digests; each is decoded when
 * called, so that the caller can give way between. Undefined when a pack is gone, or is not what its maker gave.
 */
export async function readStaged(
  context: StoreContext,
  staged: StagedSteps,
): Promise<(() => Promise<Step[] | undefined>)[] | undefined> {
  const { db, codec } = context;
  const rows = await db.packs.bulkGet(staged.packs.map((d): [LocalId, string] => [staged.localId, d]));
  const packs: (() => Promise<Step[] | undefined>)[] = [];
  for (const [i, row] of rows.entries()) {
    if (!row) return undefined;
    packs.push(async () => {
      const check = staged.checks?.[i];
      const vouched = check !== undefined && (await nativeDigest(row.value)) === check;
      try {
        const parts = packParts(await codec.decode(row.value), vouched ? () => '' : partDigest);
        if (!vouched && packDigest(parts.map((p) => p.digest)) !== staged.packs[i]) return undefined;
        return partValues<Step>(parts.filter((p): p is Part => !isPurged(p)));
      } catch {
        return undefined;
      }
    });
  }
  return packs;
}
