import { MessageChannel } from 'node:worker_threads';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterEach, expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import { existingEntity, refusedImport } from '#exchange/importers/index';
import type { ExchangeContract } from '#exchange/worker-contract';
import { exchangeHandlers } from '#exchange/worker-tasks';
import { Client } from '#threads/client';
import { nodePort } from '#threads/port';
import { failed } from '#threads/protocol';
import { serve } from '#threads/serve';
import { Matches, namesIn } from '../../../src/views/import/import-check.tsx';

const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

const covered = (id: string, label: string, pseudonym: string, more: Partial<Entity>): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label,
  status: 'victim',
  pseudonym,
  ...more,
});
const persons = [
  covered('a', 'Sreymom Vann', 'P-01', { aliases: ['Mom'] }),
  covered('b', 'Bopha Keo', 'P-02', { attributes: [{ field: 'passport-number', value: 'N01234567' }] }),
  covered('c', 'Dara Lim', 'P-03', { aliases: ['Da'] }),
  covered('d', 'Dalin Chan', 'P-04', { aliases: ['Da'] }),
];

async function planOf(importer: 'csv-links' | 'csv-entities', text: string) {
  const { port1, port2 } = new MessageChannel();
  const openStage = () => Promise.reject(new Error('nothing is written here'));
  serve(nodePort(port2 as never), exchangeHandlers({ newId: () => crypto.randomUUID(), openStage }));
  ends.push(() => {
    port1.close();
    port2.close();
  });
  const client = new Client<ExchangeContract>(() => ({
    port: nodePort(port1 as never),
    end: () => {},
    onDeath: () => {},
  }));
  const file = new Blob([text]);
  const looked = await client.run('preview-table', { importer, file, name: 'f.csv', options: {} });
  if (failed(looked) || refusedImport(looked.result)) throw new Error(JSON.stringify(looked));
  const { form, guess: mapping } = looked.result;
  await client.run('tell-case', { told: 'now', begin: true, entities: persons.map(existingEntity), records: [] });
  const plan = await client.run('plan-import', {
    importer,
    file,
    name: 'f.csv',
    form,
    mapping,
    told: 'now',
    decisions: [],
    chart: { to: 'none' },
    source: { reference: 'S' },
    lastPseudonym: 4,
  });
  if (failed(plan) || refusedImport(plan.result)) throw new Error(JSON.stringify(plan));
  return plan.result;
}

test.each([
  ['an alias', 'csv-links', 'from,to\nMom,Da\nDa,Kim\n', ['P-01', 'P-03', 'P-04'], { known: 1, unclear: 1 }],
  ['a passport', 'csv-entities', 'name,passport number\nUnknown woman,N01234567\n', ['P-02'], { known: 1, unclear: 0 }],
] as const)('a protected person matched by %s is shown by pseudonym; no plan holds the name', async (...told) => {
  const [, importer, text, pseudonyms, matches] = told;
  const plan = await planOf(importer, text);
  expect(plan.matches).toMatchObject(matches);
  const state = new CaseState();
  state.apply(persons.map((after) => ({ id: after.id, before: null, after })));
  const matched = plan.matches.list;
  const names = new Map(namesIn(state, matched));
  const html = renderToStaticMarkup(
    createElement(Matches, { matched, names, decisions: new Map(), onDecide: () => {} }),
  );
  for (const pseudonym of pseudonyms) expect(html).toContain(pseudonym);
  const said = html + JSON.stringify(plan) + (await plan.rejectedFile.text());
  for (const { label } of persons) expect(said).not.toContain(label);
});
