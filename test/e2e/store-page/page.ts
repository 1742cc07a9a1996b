import { stateDigest } from '#domain/change/log';
import { openStore, Store } from '#store/index';
import { loadCase } from '#store/load-case';
import { skeinDatabase } from '#store/schema';
import { act, theCase } from './work.ts';

/**
 * A page without the program: the store alone, as tests drive it. `#kill` verifies what is there, reports it, then works
 * and tells each acknowledged change until the browser is killed.
 */
async function post(path: string, body: unknown): Promise<void> {
  await fetch(path, { method: 'POST', body: JSON.stringify(body) });
}

/** A longer log would only make each start slower: it is retired, after it was verified, and a new one begun. */
const RETIRE_AT = 120;

async function killed(): Promise<void> {
  const store = await openStore({ snapshotDelay: 50 });
  if (!(store instanceof Store)) throw new Error(store.problem);
  let here = await theCase(store);
  const verified = await store.verifyCase(here.localId);
  await post('/report', {
    verified,
    lost: store.report.lost.length,
    dataLoss: store.report.dataLoss,
    swept: store.report.swept,
    hashes: [...here.headers.slice(1).map((h) => h.prev), here.head.hash],
    digest: stateDigest(here.state),
    fromLog: stateDigest(await here.stateAt(here.head.seq)),
  });
  if (here.head.seq > RETIRE_AT) {
    await post('/retired', {});
    await store.deleteCase(here.localId);
    here = await theCase(store);
  }
  here.subscribe((event) => {
    if (event.origin === 'here')
      for (const { header, hash } of event.changes) void post('/ack', { seq: header.seq, hash });
  });
  for (let n = here.head.seq; ; n++) await act(store, here, n);
}

if (location.hash === '#kill') killed().catch((error: unknown) => post('/error', String(error)));
else Object.assign(window, { skein: { openStore, Store, theCase, act, loadCase, skeinDatabase, stateDigest } });
