import { readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { afterEach, expect, test } from 'vitest';
import { stateDigest } from '#domain/change/log';
import { existingEntity, refusedImport } from '#exchange/importers/index';
import type { ExchangeContract, PlanParams, PlanReport } from '#exchange/worker-contract';
import { exchangeHandlers } from '#exchange/worker-tasks';
import type { OpenCase, Store } from '#store/index';
import { Client } from '#threads/client';
import { nodePort } from '#threads/port';
import { failed } from '#threads/protocol';
import { serve } from '#threads/serve';
import { analyst, Device, makeCase, open } from '../store/device-of.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

let ids = 0;

/** The page's client of a worker that stages into its own connection to the same store. */
function exchangeOf(store: Store): Client<ExchangeContract> {
  const { port1, port2 } = new MessageChannel();
  const around = { newId: () => `n${++ids}`, openStage: (localId: string) => store.beginStage(localId) };
  serve(nodePort(port2 as never), exchangeHandlers(around));
  ends.push(() => {
    port1.close();
    port2.close();
  });
  return new Client<ExchangeContract>(() => ({ port: nodePort(port1 as never), end: () => {}, onDeath: () => {} }));
}

/** What the page does: look, plan against the case as it stands, stage, commit, say so. */
async function bringIn(
  client: Client<ExchangeContract>,
  here: OpenCase,
  path: string,
  chart: PlanParams['chart'],
): Promise<PlanReport> {
  const file = new Blob([new Uint8Array(readFileSync(new URL(`../data/${path}`, import.meta.url)))]);
  const preview = await client.run('preview-table', { importer: 'csv-links', file, name: path, options: {} });
  if (failed(preview) || refusedImport(preview.result)) throw new Error(JSON.stringify(preview));
  const { form, guess } = preview.result;
  const entities = [...here.state.allOf('entity')].map(existingEntity);
  await client.run('tell-case', { told: here.head.hash, begin: true, entities, records: [] });
  const plan = await client.run('plan-import', {
    importer: 'csv-links',
    file,
    name: path,
    form,
    mapping: { ...guess, currency: 'USD' },
    told: here.head.hash,
    decisions: [],
    chart,
    source: { reference: path },
    lastPseudonym: 0,
  });
  if (failed(plan) || refusedImport(plan.result)) throw new Error(JSON.stringify(plan));
  const written = await client.run('write-import', {
    plan: plan.result.plan,
    localId: here.localId,
    places: new Map(),
  });
  if (failed(written) || refusedImport(written.result)) throw new Error(JSON.stringify(written));
  const { staged, summary } = written.result;
  const done = await here.commitStaged(staged, { command: 'import-table', author: analyst, payload: { summary } });
  await client.run('end-import', { stageId: staged.stageId, committed: 'committed' in done });
  if (!('committed' in done)) throw new Error(JSON.stringify(done));
  return plan.result;
}

test('a network is imported, imported again onto known persons, and undone to the empty state', async () => {
  const device = new Device();
  const [page, worker] = [await device.tab(), await device.tab()];
  const here = await open(page, await makeCase(page));
  const client = exchangeOf(worker);
  const empty = stateDigest(here.state);

  const first = await bringIn(client, here, 'oversize_drug_mafia/edges_layers.csv', { to: 'new', name: 'Oversize' });
  expect([here.state.countOf('entity'), here.state.countOf('link'), here.state.countOf('placement')]).toEqual([
    182, 549, 182,
  ]);
  const source = here.state.find('source', first.source.id);
  expect(source?.file).toMatchObject({ size: 12_895, rows: 550, accepted: 549, rejected: 0, aside: 1 });
  expect(source?.file?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(here.state.rowsFrom(first.source.id).size).toBe(182 + 549);
  const once = stateDigest(here.state);

  const second = await bringIn(client, here, 'oversize_drug_mafia/edges_layers.csv', {
    to: 'open',
    chart: first.chart ?? '',
    placed: new Set([...here.state.idsOf('entity')]),
    origin: { x: 0, y: 0 },
  });
  expect(second.matches).toMatchObject({ new: 0, known: 182, unclear: 0 });
  expect([here.state.countOf('entity'), here.state.countOf('link'), here.state.countOf('placement')]).toEqual([
    182, 1_098, 182,
  ]);

  expect(await here.undo(analyst)).toMatchObject({ committed: true });
  expect(stateDigest(here.state)).toBe(once);
  expect(await here.undo(analyst)).toMatchObject({ committed: true });
  expect(stateDigest(here.state)).toBe(empty);
  expect(await here.redo(analyst)).toMatchObject({ committed: true });
  expect(stateDigest(here.state)).toBe(once);
  expect(await page.verifyCase(here.localId)).toMatchObject({ ok: true });
});

test('an import given up leaves the case as it was', async () => {
  const device = new Device();
  const [page, worker] = [await device.tab(), await device.tab()];
  const here = await open(page, await makeCase(page));
  const before = stateDigest(here.state);
  const client = exchangeOf(worker);
  const file = new Blob([`from,to\n${Array.from({ length: 6_000 }, (_, i) => `a${i},b${i}`).join('\n')}\n`]);
  const preview = await client.run('preview-table', { importer: 'csv-links', file, name: 'f', options: {} });
  if (failed(preview) || refusedImport(preview.result)) throw new Error('no preview');
  const plan = await client.run('plan-import', {
    importer: 'csv-links',
    file,
    name: 'f',
    form: preview.result.form,
    mapping: preview.result.guess,
    told: '',
    decisions: [],
    chart: { to: 'none' },
    source: { reference: 'S' },
    lastPseudonym: 0,
  });
  if (failed(plan) || refusedImport(plan.result)) throw new Error('no plan');
  const cancel = new AbortController();
  const run = client.run(
    'write-import',
    { plan: plan.result.plan, localId: here.localId, places: new Map() },
    { signal: cancel.signal, onProgress: () => cancel.abort() },
  );
  expect(await run).toEqual({ failure: 'cancelled' });
  await expect.poll(async () => (await device.tab()).report.swept).toBe(0);
  await here.refresh();
  expect(stateDigest(here.state)).toBe(before);
  expect(await page.verifyCase(here.localId)).toMatchObject({ ok: true });
});
