import { MessageChannel } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { Step } from '#domain/change/step';
import type { Mapping } from '#exchange/importers/index';
import { refusedImport } from '#exchange/importers/index';
import type { ExchangeContract, PlanParams, PreviewReport, StagePort } from '#exchange/worker-contract';
import { exchangeHandlers } from '#exchange/worker-tasks';
import { Client } from '#threads/client';
import { type Line, nodePort } from '#threads/port';
import { failed } from '#threads/protocol';
import { serve } from '#threads/serve';

/** A stage in memory: what was added, and what became of it. */
class MemoryStage implements StagePort {
  readonly stageId: string;
  readonly localId: string;
  readonly steps: Step[] = [];
  fate: 'open' | 'sealed' | 'released' | 'discarded' = 'open';
  /** Steps after which the store is full. */
  room = Number.POSITIVE_INFINITY;
  constructor(stageId: string, localId: string) {
    this.stageId = stageId;
    this.localId = localId;
  }
  async add(steps: readonly Step[]): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    if (this.steps.length + steps.length > this.room) throw new DOMException('full', 'QuotaExceededError');
    this.steps.push(...steps);
  }
  async seal() {
    this.fate = 'sealed';
    return { stageId: this.stageId, localId: this.localId, packs: ['p'], steps: this.steps.length };
  }
  release(): void {
    this.fate = 'released';
  }
  async discard(): Promise<void> {
    this.fate = 'discarded';
  }
}

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

function worker(room = Number.POSITIVE_INFINITY): { client: Client<ExchangeContract>; stages: MemoryStage[] } {
  const stages: MemoryStage[] = [];
  const { port1, port2 } = new MessageChannel();
  let n = 0;
  serve(
    nodePort(port2 as never),
    exchangeHandlers({
      newId: () => `id${++n}`,
      openStage: async (localId) => {
        const stage = new MemoryStage(`s${stages.length}`, localId);
        stage.room = room;
        stages.push(stage);
        return stage;
      },
    }),
  );
  const line: Line = { port: nodePort(port1 as never), end: () => port1.close(), onDeath: () => {} };
  ends.push(() => {
    port1.close();
    port2.close();
  });
  return { client: new Client<ExchangeContract>(() => line), stages };
}

function planParams(file: Blob, form: PreviewReport['form'], mapping: Mapping): PlanParams {
  return {
    importer: 'csv-links',
    file,
    name: 'f.csv',
    form,
    mapping,
    told: '',
    decisions: [],
    chart: { to: 'none' },
    source: { reference: 'S1' },
    lastPseudonym: 0,
  };
}

const table = (rows: number): Blob =>
  new Blob([`from,to\n${Array.from({ length: rows }, (_, i) => `a${i % 700},b${i}`).join('\n')}\n,x\n`]);

async function previewAndPlan(client: Client<ExchangeContract>, file: Blob) {
  const preview = await client.run('preview-table', { importer: 'csv-links', file, name: 'f.csv', options: {} });
  if (failed(preview) || refusedImport(preview.result)) throw new Error(JSON.stringify(preview));
  const plan = await client.run('plan-import', planParams(file, preview.result.form, preview.result.guess));
  if (failed(plan) || refusedImport(plan.result)) throw new Error(JSON.stringify(plan));
  return { preview: preview.result, plan: plan.result };
}

describe('the exchange worker', () => {
  it('previews, plans, stages and lets go, with real progress', async () => {
    const { client, stages } = worker();
    const file = table(3_000);
    const { preview, plan } = await previewAndPlan(client, file);
    expect([preview.rows, preview.dataRows]).toEqual([3_002, 3_001]);
    expect([plan.accepted, plan.rejected.total, plan.notData.total, plan.counts.links]).toEqual([3_000, 1, 1, 3_000]);
    expect(await plan.rejectedFile.text()).toContain('end.missing,from');
    const seen: number[] = [];
    const written = await client.run(
      'write-import',
      { plan: plan.plan, localId: 'L', places: new Map() },
      { onProgress: (p) => seen.push(p.done) },
    );
    if (failed(written) || refusedImport(written.result)) throw new Error(JSON.stringify(written));
    expect(written.result.staged).toEqual({ stageId: 's0', localId: 'L', packs: ['p'], steps: plan.counts.steps });
    expect(written.result.summary).toMatchObject({
      rows: 3_002,
      accepted: 3_000,
      rejected: 1,
      aside: 1,
      linksMade: 3_000,
    });
    expect(stages[0]?.steps).toHaveLength(plan.counts.steps);
    expect(seen.every((n, i) => n <= plan.counts.steps && (i === 0 || n >= (seen[i - 1] ?? 0)))).toBe(true);
    await client.run('end-import', { stageId: 's0', committed: true });
    expect(stages[0]?.fate).toBe('released');
  });
  it('discards everything staged when cancelled in the middle', async () => {
    const { client, stages } = worker();
    const { plan } = await previewAndPlan(client, table(8_000));
    const cancel = new AbortController();
    const run = client.run(
      'write-import',
      { plan: plan.plan, localId: 'L', places: new Map() },
      { signal: cancel.signal },
    );
    while ((stages[0]?.steps.length ?? 0) < 1_000) await new Promise((resolve) => setTimeout(resolve, 2));
    cancel.abort();
    expect(await run).toEqual({ failure: 'cancelled' });
    await expect.poll(() => stages[0]?.fate).toBe('discarded');
    expect(stages[0]?.steps.length).toBeLessThan(plan.counts.steps);
  });
  it('discards everything staged when the store is full, and names no word of the file', async () => {
    const { client, stages } = worker(1_500);
    const { plan } = await previewAndPlan(client, table(3_000));
    const written = await client.run('write-import', { plan: plan.plan, localId: 'L', places: new Map() });
    expect(written).toMatchObject({ result: { refused: 'store.full' } });
    expect(stages[0]?.fate).toBe('discarded');
  });
  it('tells a full store from another fault, also where the browser only breaks the writing off', async () => {
    const full = new DOMException('', 'QuotaExceededError');
    for (const [fault, refused] of [
      [Object.assign(new Error('wrapped'), { name: 'AbortError', inner: full }), 'store.full'],
      [new DOMException('', 'AbortError'), 'store.full'],
      [new TypeError('broken'), 'store.refused'],
    ] as const) {
      const { client, stages } = worker();
      const { plan } = await previewAndPlan(client, table(10));
      const add = MemoryStage.prototype.add;
      MemoryStage.prototype.add = () => Promise.reject(fault);
      const written = await client.run('write-import', { plan: plan.plan, localId: 'L', places: new Map() });
      MemoryStage.prototype.add = add;
      expect(written).toMatchObject({ result: { refused } });
      expect(stages[0]?.fate).toBe('discarded');
    }
  });
  it('refuses to write a plan it no longer has', async () => {
    const { client } = worker();
    expect(await client.run('write-import', { plan: 7, localId: 'L', places: new Map() })).toMatchObject({
      result: { refused: 'plan.lost' },
    });
  });
  it('counts what never was data by itself, and every row once', async () => {
    const { client } = worker();
    const file = new Blob(['Calls of May\n\nfrom,to,calls\nAnna,Boran,3\n\nfrom,to,calls\nBoran,,1\nTotal,,4\n']);
    const { plan } = await previewAndPlan(client, file);
    expect(plan.accepted + plan.rejected.total + plan.notData.total).toBe(plan.rows);
    expect(plan.accepted).toBe(1);
    expect(plan.rejected.counts).toEqual([['end.missing', 1]]);
    expect(new Map(plan.notData.counts)).toEqual(
      new Map([
        ['row.above-header', 1],
        ['row.blank', 2],
        ['row.header', 1],
        ['row.header-repeated', 1],
        ['row.totals', 1],
      ]),
    );
    // The file for the analyst holds them all.
    expect((await plan.rejectedFile.text()).trim().split('\n')).toHaveLength(1 + 7);
  });
  it('takes the case in slices, and refuses to plan against one it was not told', async () => {
    const { client } = worker();
    const file = new Blob(['from,to\nAnna,Boran\n']);
    const preview = await client.run('preview-table', { importer: 'csv-links', file, name: 'f.csv', options: {} });
    if (failed(preview) || refusedImport(preview.result)) throw new Error('no preview');
    const { form, guess } = preview.result;
    const params = { ...planParams(file, form, guess), told: 'case 4' };
    expect(await client.run('plan-import', params)).toMatchObject({ result: { refused: 'case.untold' } });
    const person = (id: string, label: string) => ({
      id,
      type: 'person' as const,
      label,
      aliases: [],
      identifiers: [],
    });
    const slice = { told: 'case 4', begin: true, entities: [person('a', 'Anna')], records: [] };
    await client.run('tell-case', slice);
    await client.run('tell-case', { ...slice, begin: false, entities: [person('b', 'BORAN')] });
    const other = await client.run('tell-case', { ...slice, begin: false, told: 'case 5' });
    expect(other).toMatchObject({ result: { refused: 'case.untold' } });
    expect(await client.run('plan-import', params)).toMatchObject({
      result: { matches: { known: 2, new: 0, knownIds: ['a', 'b'] } },
    });
  });
  it('tells of a file that is no table as a result, not as a failure', async () => {
    const { client } = worker();
    const outcome = await client.run('preview-table', {
      importer: 'csv-entities',
      file: new Blob([Uint8Array.of(0x25, 0x50, 0x44, 0x46, 0x2d)]),
      name: 'x',
      options: {},
    });
    expect(outcome).toMatchObject({ result: { refused: 'file.binary', detail: { kind: 'pdf' } } });
  });
});
