import { describe, expect, it } from 'vitest';
import { canonicalText, parseCanonical } from '#domain/change/canonical';
import { CaseState } from '#domain/change/case-state';
import { type ChangeRecord, EMPTY_HEAD, type Head } from '#domain/change/change-record';
import { undoStacks } from '#domain/change/history';
import {
  buildChange,
  conflictOf,
  decodeStep,
  packDigest,
  partDigest,
  stateDigest,
  verifyHeaders,
} from '#domain/change/log';
import { invert, type Step } from '#domain/change/step';
import { isRefusal } from '#domain/commands/command';
import { type CommandId, commandById, commands } from '#domain/commands/index';
import { ActGenerator, danglingReferences } from '../../support/acts.ts';

const AUTHOR = { initials: 'AB', unit: 'PIU' };
const clock = { wall: '2026-05-22T02:41:07.123Z', zone: 'Asia/Phnom_Penh' };

/** A log in memory: enough to replay, undo and redo as the store does. */
class Log {
  readonly state = new CaseState();
  readonly records: ChangeRecord[] = [];
  head: Head = EMPTY_HEAD;
  readonly acts: ActGenerator;
  constructor(seed: number) {
    this.acts = new ActGenerator(seed);
  }
  append(command: string, payload: unknown, steps: readonly Step[], extra: { undoes?: number; redoes?: number } = {}) {
    const record = buildChange({
      steps,
      payload,
      command,
      author: AUTHOR,
      head: this.head,
      clock,
      salt: this.acts.salt,
      ...extra,
    });
    this.records.push(record);
    this.head = { seq: record.header.seq, hash: record.hash };
    this.state.apply(steps);
  }
  do(act = this.acts.next(this.state)): readonly Step[] | undefined {
    const plan = commandById(act.command)!.plan(this.state, act.payload as never);
    if (isRefusal(plan)) return undefined;
    expect(conflictOf(this.state, plan)).toBeUndefined();
    if (plan.length) this.append(act.command, act.payload, plan);
    return plan;
  }
  steps(seq: number): Step[] {
    const r = this.records[seq - 1]!;
    return [...r.steps, ...r.packs.flatMap((p) => p.parts)].map(decodeStep);
  }
  undo() {
    const seq = undoStacks(this.records.map((r) => r.header)).undo.at(-1);
    if (seq === undefined) return false;
    const steps = invert(this.steps(seq));
    expect(conflictOf(this.state, steps)).toBeUndefined();
    this.append('undo', {}, steps, { undoes: seq });
    return true;
  }
  redo() {
    const seq = undoStacks(this.records.map((r) => r.header)).redo.at(-1);
    if (seq === undefined) return false;
    this.append('redo', {}, this.steps(seq), { redoes: seq });
    return true;
  }
  replay(): CaseState {
    const state = new CaseState();
    for (const r of this.records) state.apply(this.steps(r.header.seq));
    return state;
  }
}

function started(seed: number): Log {
  const log = new Log(seed);
  log.do(log.acts.act(log.state, 'create-case'));
  return log;
}

describe.each([1, 2, 3])('two hundred random acts, seed %i', (seed) => {
  const log = started(seed);
  const seen = new Set<string>();
  for (let i = 0; i < 200; i++) {
    const act = log.acts.next(log.state);
    if (log.do(act)?.length) seen.add(act.command);
  }

  it('leaves no reference that leads nowhere', () => {
    expect(danglingReferences(log.state)).toEqual([]);
  });

  it('replays to the same state, with the same indexes', () => {
    const again = log.replay();
    expect(stateDigest(again)).toBe(stateDigest(log.state));
    expect(again.indexSizes()).toEqual(log.state.indexSizes());
    expect(CaseState.of(log.state.all()).indexSizes()).toEqual(log.state.indexSizes());
  });

  it('chains, and each part is what its digest says', () => {
    const chain = verifyHeaders(log.records.map((r) => r.headerBytes));
    expect(chain.fault).toBeUndefined();
    expect(chain.head).toEqual(log.head);
    for (const r of log.records) {
      for (const p of [r.payload, ...r.steps]) expect(partDigest(p.salt, p.bytes)).toBe(p.digest);
      for (const k of r.packs) {
        for (const p of k.parts) expect(partDigest(p.salt, p.bytes)).toBe(p.digest);
        expect(packDigest(k.parts.map((p) => p.digest))).toBe(k.digest);
      }
    }
  });

  it('comes back to the empty state when all is undone, and to the same state when all is redone', () => {
    const full = stateDigest(log.state);
    const empty = started(seed);
    let undone = 0;
    while (log.undo()) undone++;
    expect(stateDigest(log.state)).toBe(stateDigest(empty.state));
    while (log.redo()) undone--;
    expect(undone).toBe(0);
    expect(stateDigest(log.state)).toBe(full);
    expect(verifyHeaders(log.records.map((r) => r.headerBytes)).fault).toBeUndefined();
  });

  it('tries most of the commands', () => {
    expect(seen.size).toBeGreaterThan(commands.length * 0.7);
  });
});

/** By name, so that a new command is missed here until somebody has thought of it. */
const EVERY = [
  'add-source',
  'apply-measure',
  'arrange-chart',
  'clear-measure',
  'create-case',
  'create-chart',
  'create-entity',
  'date-role',
  'delete-records',
  'edit-case-properties',
  'edit-chart',
  'edit-entity',
  'edit-group',
  'edit-link',
  'edit-source',
  'edit-statement',
  'fill-cells',
  'fold-group',
  'group-items',
  'hide-items',
  'import-table',
  'lift-protection',
  'link-entities',
  'merge-entities',
  'move-items',
  'pin-items',
  'place-items',
  'protect-person',
  'regrade-source',
  'regrade-statement',
  'relink',
  'remove-from-chart',
  'state-basis',
  'style-items',
  'tag-records',
  'unfold-group',
  'unmerge-entities',
] as const satisfies readonly CommandId[];

describe('every command', () => {
  it('is in this list', () => {
    expect([...EVERY].sort()).toEqual(commands.map((c) => c.id).sort());
  });

  it.each(EVERY)('%s is the identity after undo', (id) => {
    let acted = false;
    for (let seed = 10; seed < 40 && !acted; seed++) {
      const log = new Log(seed);
      if (id !== 'create-case') {
        log.do(log.acts.act(log.state, 'create-case'));
        for (let i = 0; i < 60; i++) log.do();
      }
      const before = stateDigest(log.state);
      const act = log.acts.act(log.state, id);
      const plan = act && commandById(id)!.plan(log.state, act.payload as never);
      if (!plan || isRefusal(plan) || plan.length === 0) continue;
      log.state.apply(plan);
      expect(stateDigest(log.state)).not.toBe(before);
      expect(danglingReferences(log.state)).toEqual([]);
      log.state.apply(invert(plan));
      expect(stateDigest(log.state)).toBe(before);
      acted = true;
    }
    expect(acted).toBe(true);
  });
});

describe('the chain', () => {
  it('finds every single bit flipped in a header, and names the record', () => {
    const log = started(5);
    for (let i = 0; i < 2; i++) log.do();
    const raw = log.records.map((r) => r.headerBytes);
    raw.forEach((bytes, index) => {
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const altered = bytes.slice();
        altered[bit >> 3]! ^= 1 << (bit & 7);
        const chain = verifyHeaders(raw.map((b, i) => (i === index ? altered : b)));
        const isLast = index === raw.length - 1;
        if (isLast && !chain.fault) expect(chain.head.hash).not.toBe(log.head.hash);
        else expect(chain.fault?.seq).toBeLessThanOrEqual(index + 2);
        expect(chain.headers.length).toBeGreaterThanOrEqual(index);
      }
    });
  });

  it('finds a swap and a gap', () => {
    const log = started(6);
    for (let i = 0; i < 8; i++) log.do();
    const raw = log.records.map((r) => r.headerBytes);
    expect(verifyHeaders([raw[1]!, raw[0]!]).fault).toEqual({ seq: 1, code: 'sequence' });
    expect(verifyHeaders([raw[0]!, raw[2]!]).fault).toEqual({ seq: 2, code: 'sequence' });
  });

  it('keeps words of the case out of the header', () => {
    const log = started(7);
    log.do({ command: 'create-entity', payload: { entity: { ...log.acts.entity(), label: 'SECRETNAME' } } } as never);
    const header = new TextDecoder().decode(log.records.at(-1)!.headerBytes);
    expect(header).not.toContain('SECRETNAME');
    expect(new TextDecoder().decode(log.records.at(-1)!.steps[0]!.bytes)).toContain('SECRETNAME');
  });
});

describe('canonical JSON', () => {
  it('refuses what must never enter the log', () => {
    for (const bad of [1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '\uD800', 10n, undefined, () => 0])
      expect(() => canonicalText(bad)).toThrow(TypeError);
  });
  it('orders keys by code unit and keeps an own __proto__', () => {
    expect(canonicalText({ b: 1, a: [true, null], é: 'x' })).toBe('{"a":[true,null],"b":1,"é":"x"}');
    const hostile = JSON.parse('{"__proto__":{"polluted":1}}');
    expect(canonicalText(hostile)).toBe('{"__proto__":{"polluted":1}}');
  });
  it('refuses bytes that are not the canonical form of what they say', () => {
    const enc = new TextEncoder();
    expect(() => parseCanonical(enc.encode('{"b":1,"a":2}'))).toThrow();
    expect(() => parseCanonical(enc.encode('{"a":1.0}'))).toThrow();
    expect(() => parseCanonical(Uint8Array.of(0x22, 0xff, 0x22))).toThrow();
  });
});
