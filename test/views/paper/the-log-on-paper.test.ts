import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Change, ChangeHeader } from '#domain/change/change-record';
import type { Step } from '#domain/change/step';
import type { Entity } from '#domain/entity/entity';
import type { CaseRecord } from '#domain/record';
import { drawSheet } from '#drawing/drawing-tasks';
import { textsOf } from '#drawing/scene/scene';
import { logRequest, printedLog } from '../../../src/views/paper/log-request.ts';
import type { Wanted } from '../../../src/views/paper/sheet-request.ts';
import { A4_ACROSS } from './a-sheet-wanted.ts';

const header = (seq: number, command: string, more: Partial<ChangeHeader> = {}): ChangeHeader => ({
  v: 1,
  seq,
  prev: '',
  wall: `2026-05-0${seq}T18:00:00.000Z`,
  zone: 'Asia/Phnom_Penh',
  author: { initials: 'AB', unit: 'Port unit' },
  command,
  payload: '',
  steps: [],
  packs: [],
  ...more,
});
const step = (before: CaseRecord | null, after: CaseRecord | null): Step =>
  ({ id: (after ?? before)!.id, before, after }) as Step;
const open: Entity = { id: 'm', kind: 'entity', type: 'person', label: 'Maly Chan' };
const guarded: Entity = { ...open, status: 'migrant', pseudonym: 'P-01' };
const other: Entity = { id: 'o', kind: 'entity', type: 'person', label: 'Sok Dara' };
const link = {
  id: 'l',
  kind: 'link',
  type: 'called',
  from: 'm',
  to: 'o',
  direction: 'none',
  strength: 'confirmed',
} as const;

/** Made unprotected, protected, linked, and deleted with the link: nothing of her is in the case any more. */
const log: readonly (readonly [ChangeHeader, readonly Step[]])[] = [
  [header(1, 'create-entity'), [step(null, open)]],
  [header(2, 'edit-entity'), [step(open, guarded)]],
  [header(3, 'create-link'), [step(null, link)]],
  [header(4, 'delete-records'), [step(link, null), step(guarded, null)]],
  [header(5, 'delete-records', { undoes: 2 }), []],
];
const state = CaseState.of([
  {
    id: 'case',
    kind: 'case',
    caseId: 'x',
    title: 'Grey Heron',
    zone: 'Asia/Phnom_Penh',
    marking: 'RESTRICTED',
    stages: [],
  },
  other,
]);
const read = {
  headers: () => Promise.resolve(log.map(([h]) => h)),
  change: (seq: number) =>
    seq === 5 ? Promise.reject(new Error('purged')) : Promise.resolve({ steps: log[seq - 1]![1] } as unknown as Change),
};
const head = { seq: 5, hash: 'ab'.repeat(32) };

test('every change stands on the sheet with who, when and what, marking and number; who was ever protected only by pseudonym', async () => {
  const printed = await printedLog(read, state, head, new AbortController().signal);
  const wanted: Wanted = {
    chart: 'c',
    subject: 'history',
    ...A4_ACROSS,
    filter: null,
    log: printed,
    author: { initials: 'AB', unit: 'Port unit' },
    today: new Date('2026-11-21T18:30:00Z'),
  };
  const { request, facts } = logRequest(state, head, wanted, {
    sheet: wanted.sheet,
    locale: 'en',
    marking: 'RESTRICTED',
  });
  expect(facts).toEqual([{ of: 'rows', count: 5 }]);
  const { sheets } = drawSheet(request);
  const on = sheets.flatMap((s) => [...textsOf(s.scene)].map((t) => t.text));
  expect(on.filter((t) => t === 'RESTRICTED')).toHaveLength(2);
  expect(on).toContain('Sheet 1 of 1');
  // 18:00 in UTC is the next day in Phnom Penh.
  expect(on).toContain('2026-05-02 01:00:00');
  expect(on.filter((t) => t === 'AB, Port unit').length).toBeGreaterThanOrEqual(5);
  expect(on.join(' ')).toContain('undone by 5');
  expect(on.join(' ')).toContain('P-01');
  expect(on.join(' ')).toContain('Sok Dara');
  expect(on.join(' ')).not.toContain('Maly');
});

test('reading stops when it is no longer wanted', async () => {
  const stop = new AbortController();
  stop.abort();
  expect((await printedLog(read, state, head, stop.signal)).about.size).toBe(0);
});
