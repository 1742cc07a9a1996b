import type { CaseState } from '#domain/change/case-state';
import { type ChangeHeader, EMPTY_HEAD, type Head, type LocalId } from '#domain/change/change-record';
import { verifyHeaders } from '#domain/change/log';
import { blameBreak, isVouchedFor, type LogFault, readLog } from '#domain/change/raw-log';
import type { StoreContext } from './context.ts';
import { giveWay } from './give-way.ts';
import { storedHeaders, storedLog } from './read-log.ts';
import { rangeOf } from './schema.ts';
import { judge, type SavedFile, type Sentinel } from './sentinel.ts';
import { readSnapshot } from './snapshots.ts';

export interface LoadedCase {
  readonly ok: true;
  readonly localId: LocalId;
  readonly state: CaseState;
  readonly headers: ChangeHeader[];
  readonly head: Head;
  /** The change count of the snapshot that was used; 0 when the log was read from its first change. */
  readonly fromSnapshot: number;
}

/**
 * A case that must not be opened as if nothing had happened.
 * `no-such-case`: neither store nor sentinel knows it. `damaged`: the log is unreadable from `fault` on.
 * `store-empty`, `store-behind`, `store-differs`: the sentinel knows more than the store, or something else.
 * `intact` is how far the log is good.
 */
export interface LoadProblem {
  readonly ok: false;
  readonly code: 'no-such-case' | 'damaged' | 'store-empty' | 'store-behind' | 'store-differs';
  readonly intact: Head | undefined;
  readonly fault?: LogFault;
  readonly sentinel?: Sentinel;
  /** The file to look for. */
  readonly savedFile?: SavedFile;
}

export interface LoadOptions {
  /** False: read the log from its first change even where a snapshot lies. */
  readonly snapshot?: boolean;
  /** False: do not compare with the sentinel (after the analyst accepted what is left). */
  readonly sentinel?: boolean;
  readonly progress?: (done: number, of: number) => void;
}

/** Reads a case into memory: all headers, the chain verified whole, the state from snapshot + tail or from the log alone. */
export async function loadCase(
  context: StoreContext,
  localId: LocalId,
  options: LoadOptions = {},
): Promise<LoadedCase | LoadProblem> {
  const { db, codec, sentinels } = context;
  const sentinel = options.sentinel === false ? undefined : sentinels.read(localId);
  const [top, rows] = await db.transaction('r', [db.heads, db.changes], () =>
    Promise.all([
      db.heads.get(localId),
      db.changes
        .where(':id')
        .between(...rangeOf(localId))
        .toArray(),
    ]),
  );
  if (!top) {
    return sentinel
      ? { ok: false, code: 'store-empty', intact: undefined, sentinel }
      : { ok: false, code: 'no-such-case', intact: undefined };
  }
  const raw = await storedHeaders(codec, rows);
  const chain = verifyHeaders(raw);
  const damaged = (fault: LogFault, intact: Head): LoadProblem => ({
    ok: false,
    code: 'damaged',
    intact,
    fault,
    ...(sentinel && { sentinel }),
  });
  const headAt = (n: number): Head =>
    n === chain.head.seq ? chain.head : { seq: n, hash: chain.headers[n]?.prev ?? EMPTY_HEAD.hash };
  if (chain.fault) {
    const { seq } = chain.fault;
    const broken = raw[seq - 1];
    const vouched = broken && isVouchedFor(broken, raw[seq], { seq: top.seq, hash: top.hash });
    const { fault, intact } = blameBreak(chain.fault, headAt, vouched);
    return damaged(fault, intact);
  }
  if (chain.head.seq < top.seq) return damaged({ seq: chain.head.seq + 1, code: 'log-short' }, chain.head);
  if (chain.head.seq !== top.seq || chain.head.hash !== top.hash) {
    return damaged({ seq: top.seq, code: 'head-differs' }, headAt(top.seq - 1));
  }
  const hashAt = (n: number): string | undefined => (n === top.seq ? top.hash : chain.headers[n]?.prev);
  const verdict = judge(sentinel, hashAt);
  if (verdict !== 'good') return { ok: false, code: verdict, intact: chain.head, ...(sentinel && { sentinel }) };

  const snapshot = options.snapshot === false ? undefined : await readSnapshot(context, localId, hashAt);
  const read = await readLog(storedLog(db, codec, localId, { seq: top.seq, hash: top.hash }), {
    ...(snapshot && { from: snapshot }),
    breathe: giveWay,
    progress: async (done, of) => {
      options.progress?.(done, of);
      await giveWay();
    },
  });
  if (read.fault) return damaged(read.fault, read.head);
  return {
    ok: true,
    localId,
    state: read.state,
    headers: [...chain.headers],
    head: read.head,
    fromSnapshot: snapshot?.head.seq ?? 0,
  };
}
