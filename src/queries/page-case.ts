import type { Author } from '#domain/change/change-record';
import { undoStacks, undosBetween } from '#domain/change/history';
import { isRefusal } from '#domain/commands/command';
import { type CommandId, commandById, type PayloadOf } from '#domain/commands/index';
import type { CommitFailure, CommitResult, Frozen, OpenCase as StoredCase } from '#store/index';
import type { CaseSnapshot, OpenCase, Outcome, SaveStatus } from './open-case.ts';

/** What a page case needs of the world around it. */
export interface PageCaseSurroundings {
  readonly author: () => Author;
  readonly frozen: () => Frozen | undefined;
  /** Tells the case that the store froze. */
  readonly onFrozen: (listener: () => void) => () => void;
  readonly close: () => void;
}

/** The store's case as views see it: snapshots for React, outcomes in words, and a failed write held until settled. */
export function pageCase(stored: StoredCase, around: PageCaseSurroundings): OpenCase {
  const listeners = new Set<() => void>();
  let save = saved();
  let version = 0;
  let running = 0;
  let from: CaseSnapshot['from'] = 'here';
  let held: { readonly failure: CommitFailure; readonly again: () => Promise<CommitResult> } | undefined;
  let current: CaseSnapshot = take();

  function take(): CaseSnapshot {
    return { state: stored.state, version, head: stored.head, undo: { ...stored.stacks }, save, from };
  }
  function tell(): void {
    version++;
    current = take();
    for (const l of [...listeners]) l();
  }
  /** @param landed the act that runs is on disk */
  function status(landed = false): SaveStatus {
    if (around.frozen() || stored.gone) return { kind: 'frozen', reason: frozenReason(around.frozen()) };
    if (held) return { kind: 'failed', reason: held.failure.reason };
    return running > 0 && !landed ? { kind: 'saving' } : saved();
  }
  function saved(): SaveStatus {
    return { kind: 'saved', at: stored.headers.at(-1)?.wall ?? null };
  }

  const unsubscribe = [
    stored.subscribe(() => {
      // This tab writes only while an act of its own is running.
      const moved = stored.head.seq !== current.head.seq;
      if (moved) from = running > 0 ? 'here' : 'elsewhere';
      // The store tells of a new head after the disk has it: "saving" would be told, and drawn, for nothing.
      save = status(moved && from === 'here');
      tell();
    }),
    around.onFrozen(() => {
      save = status();
      tell();
    }),
  ];

  let turn: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const watchers = new Set<() => void>();

  /** Puts an act behind those before it; until it is answered it counts as waiting for the disk. */
  function inTurn(act: () => Outcome | Promise<Outcome>): Promise<Outcome> {
    const wait = (by: number) => {
      waiting += by;
      for (const w of [...watchers]) w();
    };
    wait(1);
    const outcome = turn.then(act).finally(() => wait(-1));
    turn = outcome.catch(() => undefined);
    return outcome;
  }

  /** One act after another: what was begun while a write was failing must not push out the change that is held. */
  function settle(write: () => Promise<CommitResult>): Promise<Outcome> {
    return inTurn(() => {
      if (around.frozen() || stored.gone) return { saved: false, refused: 'frozen' };
      if (held) return { saved: false, refused: 'not-saved' };
      return attempt(write);
    });
  }

  async function attempt(write: () => Promise<CommitResult>): Promise<Outcome> {
    const before = held;
    running++;
    const slow = setTimeout(() => {
      save = status();
      tell();
    }, SLOW_MS);
    let result: CommitResult | undefined;
    try {
      result = await write();
      const came = outcome(result);
      // A change that was held stays so until it is on disk, or nothing is left of it to write. One given up meanwhile is not held anew.
      if (came.saved) held = undefined;
      else if ('failed' in result && held === before) held = { failure: result, again: write };
      return came;
    } finally {
      running--;
      clearTimeout(slow);
      // What was last told, which may be "saving" since the store told of its new head.
      const told = save.kind;
      save = status();
      if (save.kind !== told || (result && 'failed' in result)) tell();
    }
  }

  function outcome(result: CommitResult): Outcome {
    if ('committed' in result) return { saved: true, seq: result.header.seq };
    if ('failed' in result) return { saved: false, failed: result.reason };
    if (result.refused === NOTHING) return { saved: true, seq: null };
    return { saved: false, refused: result.refused, ...(result.detail && { detail: result.detail }) };
  }

  const one: OpenCase = {
    localId: stored.localId,
    stored,
    snapshot: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    writing: {
      get: () => waiting,
      subscribe(watcher) {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
    },
    run<I extends CommandId>(id: I, payload: PayloadOf<I>) {
      const command = commandById(id);
      if (!command) throw new RangeError(`no command ${id}`);
      return settle(() =>
        stored.commit({
          command: id,
          author: around.author(),
          plan: (state) => {
            const steps = command.plan(state, payload as never);
            if (isRefusal(steps)) return steps;
            return steps.length ? { steps, payload: logged(id, payload) } : { refused: NOTHING };
          },
        }),
      );
    },
    undo: () => settle(() => stored.undo(around.author())),
    redo: () => settle(() => stored.redo(around.author())),
    async undoTo(seq) {
      const then = undoStacks(stored.headers.slice(0, seq));
      let undone = 0;
      for (;;) {
        // Asked anew each time: another tab may act between two undos.
        const left = undosBetween(then, stored.stacks);
        if (left === undefined) return { undone, outcome: { saved: false, refused: 'undone-since' } };
        if (left === 0) return { undone, outcome: { saved: true, seq: undone > 0 ? stored.head.seq : null } };
        const outcome = await one.undo();
        if (!outcome.saved) return { undone, outcome };
        undone++;
      }
    },
    commitStaged: (staged, command, payload, expected) =>
      settle(() =>
        stored.commitStaged(staged, { command, payload, author: around.author(), ...(expected && { expected }) }),
      ),
    retry() {
      // In turn with the acts: what is begun meanwhile finds the change still held, and a second retry waits for the first.
      return inTurn(() => (held ? attempt(held.again) : { saved: true, seq: null }));
    },
    abandon() {
      held = undefined;
      save = status();
      tell();
    },
    unsaved: () => held?.failure.change,
    unsavedSteps: () => held?.failure.steps ?? [],
    headers: async (from, to) => stored.headers.slice(Math.max(0, from - 1), to),
    async change(seq) {
      const header = stored.headers[seq - 1];
      if (!header) throw new RangeError(`no change ${seq}`);
      return { header, hash: stored.headers[seq]?.prev ?? stored.head.hash, steps: await stored.readSteps(seq) };
    },
    payload: (seq) => stored.readPayload(seq),
    stateAt: (seq) => stored.stateAt(seq),
    close() {
      for (const u of unsubscribe) u();
      listeners.clear();
      around.close();
    },
  };
  return one;
}

/** A disk that takes longer than this is said to be saving. */
const SLOW_MS = 250;

/** A plan without steps: nothing is written, and that is no refusal to the analyst. */
const NOTHING = 'nothing-changes';

/** Steps of an import are in the step parts already; its payload keeps the summary alone. */
function logged(id: CommandId, payload: unknown): unknown {
  return id === 'import-table' ? { summary: (payload as PayloadOf<'import-table'>).summary } : payload;
}

function frozenReason(frozen: Frozen | undefined): 'storage-closed' | 'newer-version' {
  return frozen === 'superseded' ? 'newer-version' : 'storage-closed';
}
