import { readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test } from 'vitest';
import { analysisHandlers } from '#analysis/worker-tasks';
import { stateDigest } from '#domain/change/log';
import type { ExchangeContract } from '#exchange/worker-contract';
import { exchangeHandlers } from '#exchange/worker-tasks';
import { AnalysisDesk } from '#queries/analysis';
import { ImportDesk, type PlanReport, type TableParams } from '#queries/exchange';
import { importLayout } from '#queries/import-layout';
import { pageCase } from '#queries/page-case';
import type { Store } from '#store/index';
import { skeinDatabase } from '#store/schema';
import { type Line, nodePort } from '#threads/port';
import type { Contract } from '#threads/protocol';
import { type Handlers, serve } from '#threads/serve';
import { analyst, Device, makeCase, open, person } from '../store/device-of.ts';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const watch = { signal: new AbortController().signal, onProgress: () => {} };

function lineTo<C extends Contract>(handlers: () => Handlers<C>, dies: { now?: () => void } = {}): () => Line {
  return () => {
    const { port1, port2 } = new MessageChannel();
    serve(nodePort(port2 as never), handlers());
    const end = () => {
      port1.close();
      port2.close();
    };
    ends.push(end);
    return {
      port: nodePort(port1 as never),
      end,
      onDeath: (told) => {
        dies.now = () => told('ended');
      },
    };
  };
}

let ids = 0;

/** The page with its workers, on one case. */
async function sitAt(device = new Device(), prepare?: (store: Store, localId: string) => Promise<void>) {
  const [page, own] = [await device.tab(), await device.tab()];
  const localId = await makeCase(page);
  await prepare?.(page, localId);
  const stored = await open(page, localId);
  const here = pageCase(stored, {
    author: () => analyst,
    frozen: () => undefined,
    onFrozen: () => () => {},
    close: () => {},
  });
  const around = { newId: () => `n${++ids}`, openStage: (id: string) => own.beginStage(id) };
  const dies: { now?: () => void } = {};
  const heard: { slice?: () => Promise<void> } = {};
  const shelf = { all: async () => new Map(), set: async () => {} };
  const imports = new ImportDesk(
    lineTo<ExchangeContract>(() => {
      const tasks = exchangeHandlers(around);
      return {
        ...tasks,
        async *'tell-case'(slice, told) {
          await heard.slice?.();
          return yield* tasks['tell-case'](slice, told);
        },
      };
    }, dies),
    shelf,
  );
  const analysis = new AnalysisDesk(
    lineTo(() => analysisHandlers),
    1,
  );
  return { here, imports, analysis, dies, heard, digest: () => stateDigest(stored.state) };
}
type Seat = Awaited<ReturnType<typeof sitAt>>;

async function planOf({ imports, here }: Seat, file: Blob, chart: TableParams['chart']): Promise<PlanReport> {
  const importer = 'csv-links' as const;
  const looked = await imports.preview({ importer, file, name: 'f.csv', options: {} }, watch);
  if (!looked.ok) throw new Error(looked.refused);
  const { form, guess: mapping } = looked.value;
  const params = { importer, file, name: 'f.csv', form, mapping, decisions: [], chart, source: { reference: 'S' } };
  const plan = await imports.plan(here, params, watch);
  if (!plan.ok) throw new Error(plan.refused);
  return plan.value;
}

const network = () =>
  new Blob([new Uint8Array(readFileSync(new URL('../data/oversize_drug_mafia/edges_layers.csv', import.meta.url)))]);

test('an import that is laid out is one change, and one undo takes both back', async () => {
  const seat = await sitAt();
  const { here, imports, analysis, digest } = seat;
  const before = digest();
  const { head } = here.snapshot();
  const plan = await planOf(seat, network(), { to: 'new', name: 'Oversize' });
  const { state } = here.snapshot();
  const written = await imports.write(here, plan, watch, importLayout(analysis, state, undefined));
  expect(written).toMatchObject({ ok: true, value: { layout: 'done', outcome: { saved: true, seq: head.seq + 1 } } });
  expect(here.snapshot().head.seq).toBe(head.seq + 1);

  const places = [...state.allOf('placement')];
  expect(places).toHaveLength(182);
  expect(places.every((p) => Number.isInteger(p.x) && Number.isInteger(p.y))).toBe(true);
  // Laid out by who is linked, not by the order of the rows: ends of links stand nearer than two at random.
  const at = new Map(places.map((p) => [p.item, p]));
  const far = (a: string, b: string) => Math.hypot(at.get(a)!.x - at.get(b)!.x, at.get(a)!.y - at.get(b)!.y);
  const mean = (list: number[]) => list.reduce((sum, n) => sum + n, 0) / list.length;
  const linked = mean([...state.allOf('link')].map((l) => far(l.from, l.to)));
  const apart = mean(places.flatMap((p) => places.map((q) => far(p.item, q.item))));
  expect(linked).toBeLessThan(apart * 0.6);

  await here.undo();
  expect(digest()).toBe(before);
});

test('on a chart that is there, what it holds keeps its place', async () => {
  const seat = await sitAt();
  const { here, imports, analysis, digest } = seat;
  const first = await planOf(seat, new Blob(['from,to\nAnna,Boran\nBoran,Chea\n']), { to: 'new', name: 'Old' });
  await imports.write(here, first, watch);
  const { state } = here.snapshot();
  const chart = first.chart!;
  const before = digest();
  const old = [...state.allOf('placement')];
  const placed = new Set(old.map((p) => p.item));
  const to = { to: 'open' as const, chart, placed, origin: { x: 900, y: 0 } };
  const plan = await planOf(seat, new Blob(['from,to\nAnna,Dara\nDara,Eng\n']), to);
  await imports.write(here, plan, watch, importLayout(analysis, state, chart));
  expect([...state.allOf('placement')]).toHaveLength(5);
  for (const p of old) expect(state.find('placement', p.id)).toEqual(p);
  await here.undo();
  expect(digest()).toBe(before);
});

test('a layout given up writes nothing, and one that fails leaves the import on its first spread', async () => {
  const seat = await sitAt();
  const { here, imports, digest } = seat;
  const before = digest();
  const plan = await planOf(seat, new Blob(['from,to\nAnna,Boran\n']), { to: 'new', name: 'C' });
  const given = await imports.write(here, plan, watch, async () => ({ ok: false, code: 'cancelled' }));
  expect(given).toEqual({ ok: false, refused: 'cancelled' });
  expect(digest()).toBe(before);
  const failed = await imports.write(here, plan, watch, async () => ({ ok: false, code: 'worker-died' }));
  expect(failed).toMatchObject({ ok: true, value: { layout: 'failed', outcome: { saved: true } } });
  expect([...here.snapshot().state.allOf('placement')]).toHaveLength(2);
});

test('an import that is held keeps what was staged until it is written or given up, and no longer', async () => {
  const device = new Device();
  const seat = await sitAt(device);
  const { here, imports } = seat;
  const db = skeinDatabase(device.name, device.options() as never);
  await db.open();
  ends.push(() => db.close());
  const staged = async () => [await db.stages.count(), await db.packs.count()];
  const { put } = IDBObjectStore.prototype;
  const bring = async (name: string) => {
    const plan = await planOf(seat, new Blob([`from,to\n${name},Boran\n`]), { to: 'none' });
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'heads') throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, args);
    };
    const written = await imports.write(here, plan, watch);
    expect(written).toMatchObject({ ok: true, value: { outcome: { saved: false, failed: 'storage-full' } } });
    IDBObjectStore.prototype.put = put;
  };
  const [, before = 0] = await staged();
  await bring('Anna');
  expect(await staged()).toEqual([1, before + 1]);
  here.abandon();
  await expect.poll(staged).toEqual([0, before]);

  await bring('Chea');
  expect(await here.retry()).toMatchObject({ saved: true });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(await staged()).toEqual([0, before + 1]);
  expect([...here.snapshot().state.allOf('entity')].map((e) => e.label).sort()).toEqual(['Boran', 'Chea']);
});

test('of thousands of known persons, the last too is known, and is added to', async () => {
  const many = 2_600;
  const people = Array.from({ length: many }, (_, i) => person(`p${i}`, `Person ${i}`));
  const seat = await sitAt(new Device(), async (page, localId) => {
    const stored = await open(page, localId);
    const steps = people.map((after) => ({ id: after.id, before: null, after }));
    await stored.commit({ command: 'create-entity', author: analyst, plan: () => ({ steps, payload: {} }) });
  });
  // The last row alone says something new of somebody.
  const rows = people.map((p, i) => `${p.label},Person ${(i + 1) % many}`);
  const file = new Blob([`from,to\n${rows.join('\n')}\n  PERSON ${many - 1},Person 0\n`]);
  const plan = await planOf(seat, file, { to: 'none' });
  expect(plan.matches).toMatchObject({ known: many, new: 0, unclear: 0 });
  expect(plan.matches.list).toHaveLength(2_000);
  expect(plan.matches.knownIds).toHaveLength(many);
  expect(plan.counts.altered).toBe(1);
});

test('a worker that ended is told the case again', async () => {
  const seat = await sitAt(new Device(), async (page, localId) => {
    const stored = await open(page, localId);
    const after = person('a', 'Anna');
    const plan = () => ({ steps: [{ id: 'a', before: null, after }], payload: {} });
    await stored.commit({ command: 'create-entity', author: analyst, plan });
  });
  const file = new Blob(['from,to\nAnna,Boran\n']);
  expect((await planOf(seat, file, { to: 'none' })).matches).toMatchObject({ known: 1, new: 1 });
  seat.dies.now?.();
  expect((await planOf(seat, file, { to: 'none' })).matches).toMatchObject({ known: 1, new: 1 });
});

test('a number without its country is read as in the country of the case', async () => {
  const seat = await sitAt(new Device(), async (page, localId) => {
    const stored = await open(page, localId);
    const after = { ...person('t', '+66 81 234 5678'), type: 'phone-number' as const };
    const plan = () => ({ steps: [{ id: 't', before: null, after }], payload: {} });
    await stored.commit({ command: 'create-entity', author: analyst, plan });
  });
  const file = new Blob(['caller,called\n0812345678,0898765432\n0898765432,0812345678\n']);
  expect((await planOf(seat, file, { to: 'none' })).matches).toMatchObject({ known: 1, new: 1 });
});

const migrants = (names: readonly string[]) =>
  new Blob([`name,status\n${names.map((n) => `${n},migrant\n`).join('')}`]);

async function entitiesPlanned({ imports, here }: Seat, file: Blob): Promise<PlanReport> {
  const importer = 'csv-entities' as const;
  const looked = await imports.preview({ importer, file, name: 'f.csv', options: {} }, watch);
  if (!looked.ok) throw new Error(looked.refused);
  const { form, guess: mapping } = looked.value;
  const chart = { to: 'none' as const };
  const params = { importer, file, name: 'f.csv', form, mapping, decisions: [], chart, source: { reference: 'S' } };
  const plan = await imports.plan(here, params, watch);
  if (!plan.ok) throw new Error(plan.refused);
  return plan.value;
}

/** Another protected person enters the case under the pseudonym that a plan made before would give. */
const covered = (here: Seat['here'], id: string, pseudonym: string) => {
  const after = { ...person(id, `Name of ${id}`), status: 'migrant' as const, pseudonym };
  return here.stored.commit({
    command: 'create-entity',
    author: analyst,
    plan: () => ({ steps: [{ id, before: null, after }], payload: {} }),
  });
};

const pseudonyms = ({ here }: Seat) =>
  [...here.snapshot().state.allOf('entity')].flatMap((e) => e.pseudonym ?? []).sort();

test('a case changed between the check and the import is left alone; checked again, it takes the import', async () => {
  const seat = await sitAt();
  const { here, imports, digest } = seat;
  const file = migrants(['Anna', 'Boran']);
  const plan = await entitiesPlanned(seat, file);
  await covered(here, 'x', 'P-01');
  const before = digest();
  const { head } = here.snapshot();
  expect(await imports.write(here, plan, watch)).toEqual({ ok: false, refused: 'case.moved-on' });
  expect(digest()).toBe(before);
  expect(here.snapshot().head).toEqual(head);
  const again = await entitiesPlanned(seat, file);
  expect(await imports.write(here, again, watch)).toMatchObject({ ok: true, value: { outcome: { saved: true } } });
  expect(pseudonyms(seat)).toEqual(['P-01', 'P-02', 'P-03']);
});

test('a case changed while the import is laid out, or while it is staged, is left alone', async () => {
  const seat = await sitAt();
  const { here, imports, analysis, digest } = seat;
  const file = new Blob(['from,to\nAnna,Boran\n']);
  const plan = await planOf(seat, file, { to: 'new', name: 'C' });
  const layOut = importLayout(analysis, here.snapshot().state, undefined);
  const moved = await imports.write(here, plan, watch, async (graph, during) => {
    await covered(here, 'x', 'P-01');
    return layOut(graph, during);
  });
  expect(moved).toEqual({ ok: false, refused: 'case.moved-on' });
  const second = await planOf(seat, file, { to: 'none' });
  const editedFirst: typeof here.commitStaged = async (...staged) => {
    await covered(here, 'y', 'P-02');
    return here.commitStaged(...staged);
  };
  const late = await imports.write({ ...here, commitStaged: editedFirst }, second, watch);
  expect(late).toMatchObject({ ok: true, value: { outcome: { saved: false, refused: 'case-moved-on' } } });
  expect([...here.snapshot().state.allOf('entity')].map((e) => e.id).sort()).toEqual(['x', 'y']);
  const before = digest();
  const third = await planOf(seat, file, { to: 'none' });
  expect(await imports.write(here, third, watch)).toMatchObject({ value: { outcome: { saved: true } } });
  await here.undo();
  expect(digest()).toBe(before);
});

test('a case changed while the worker is told of it is told anew', async () => {
  const people = Array.from({ length: 2_600 }, (_, i) => person(`p${i}`, `Person ${i}`));
  const seat = await sitAt(new Device(), async (page, localId) => {
    const stored = await open(page, localId);
    const steps = people.map((after) => ({ id: after.id, before: null, after }));
    await stored.commit({ command: 'create-entity', author: analyst, plan: () => ({ steps, payload: {} }) });
  });
  const { here, imports } = seat;
  let slices = 0;
  seat.heard.slice = async () => {
    if (++slices === 2) await covered(here, 'x', 'P-07');
  };
  const plan = await entitiesPlanned(seat, migrants(['Anna']));
  expect(slices).toBe(6);
  expect(await imports.write(here, plan, watch)).toMatchObject({ value: { outcome: { saved: true } } });
  expect(pseudonyms(seat)).toEqual(['P-07', 'P-08']);
});
