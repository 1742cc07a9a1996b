import { expect, test } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { ChangeRecord } from '#domain/change/change-record';
import { isPurged, type RawChange, readLog } from '#domain/change/raw-log';
import { caseRecord, entity, made, WrittenLog } from '../exchange/case-package/written-log.ts';
import { seeded } from '../support/acts.ts';

/**
 * A log of a thousand changes, and every single bit of it flipped in turn: each flip is found, and the change it lies in
 * is the one that is named. `npm run soak` flips them all; the everyday suite all bits of a few changes and some of each.
 */
const all = process.env.SKEIN_SOAK_COMMANDS !== undefined;
const seed = Number(process.env.SKEIN_SOAK_BITS_SEED ?? 7);
const RECORDS = 1000;

function theLog(): WrittenLog {
  const log = new WrittenLog().append('create-case', [{ id: 'case', before: null, after: caseRecord }]);
  for (let i = 1; i < RECORDS; i++) {
    if (i % 3 !== 0) {
      log.append('create-entity', made([entity(`p${i}`, i % 7 === 0 ? `เรือ ${i}` : `person ${i}`)]));
    } else {
      const before = log.state.entity(`p${i - 1}`)!;
      log.append('edit-entity', [{ id: before.id, before, after: { ...before, label: `renamed ${i}` } }]);
    }
  }
  return log;
}

/** The byte arrays that a change is made of: header, salts and bytes of its parts. */
function piecesOf(change: ChangeRecord): Uint8Array[] {
  return [change.headerBytes, ...[change.payload, ...change.steps].flatMap((p) => [p.salt, p.bytes])];
}

/** The change with one bit of one piece flipped. */
function flipped(change: ChangeRecord, piece: number, bit: number): RawChange {
  const flip = (bytes: Uint8Array, n: number): Uint8Array => {
    if (n !== piece) return bytes;
    const copy = bytes.slice();
    copy[bit >> 3]! ^= 1 << (bit & 7);
    return copy;
  };
  const part = (p: ChangeRecord['payload'], i: number) => ({
    ...p,
    salt: flip(p.salt, 1 + 2 * i),
    bytes: flip(p.bytes, 2 + 2 * i),
  });
  return {
    headerBytes: flip(change.headerBytes, 0),
    payload: part(change.payload, 0),
    steps: change.steps.map((p, i) => part(p, i + 1)),
    packs: [],
  };
}

/** Bits of a piece to flip: all, or `share` of them drawn at random. */
function* bitsOf(piece: Uint8Array, share: number, random: () => number): Generator<number> {
  const bits = piece.length * 8;
  if (share >= bits) for (let bit = 0; bit < bits; bit++) yield bit;
  else for (let k = 0; k < share; k++) yield Math.floor(random() * bits);
}

test(`each flipped bit of a log of ${RECORDS} changes is found, and the change is named (seed ${seed})`, {
  timeout: all ? 3_600_000 : 120_000,
}, async () => {
  const log = theLog();
  const random = seeded(seed);
  const missed: string[] = [];
  let flips = 0;
  for (const [i, change] of log.changes.entries()) {
    const seq = i + 1;
    const whole = all || i % 100 === 0 || seq === RECORDS;
    const before = { seq: i, hash: change.header.prev };
    for (const [n, piece] of piecesOf(change).entries()) {
      for (const bit of bitsOf(piece, whole ? Number.POSITIVE_INFINITY : n === 0 ? 30 : 4, random)) {
        // What stands before the change is sound and need not be read again for every flip.
        const altered = [flipped(change, n, bit), ...log.changes.slice(seq, seq + 3)];
        const raw = {
          head: log.head,
          read: async (from: number, to: number) => altered.slice(from - seq, to - seq + 1),
        };
        const { fault } = await readLog(raw, { from: { head: before, state: new CaseState() } });
        flips++;
        if (fault?.seq !== seq)
          missed.push(`change ${seq}, piece ${n}, bit ${bit}: ${fault ? `named ${fault.seq}` : 'not found'}`);
      }
    }
  }
  expect(missed.slice(0, 20)).toEqual([]);
  expect(missed).toHaveLength(0);
  expect(flips).toBeGreaterThan(40_000);
});

test('a log read whole names the change too, wherever in it the bit lies', async () => {
  const log = theLog();
  const random = seeded(seed);
  for (const seq of [1, 2, 199, 200, 201, 202, 400, 401, 999, 1000]) {
    for (let k = 0; k < 3; k++) {
      const bit = Math.floor(random() * log.changes[seq - 1]!.headerBytes.length * 8);
      const { fault, head } = await readLog(log.log((c) => (c.header.seq === seq ? flipped(c, 0, bit) : c)));
      expect([seq, bit, fault?.seq]).toEqual([seq, bit, seq]);
      expect(head.seq).toBe(seq - 1);
    }
  }
  const sound = await readLog(log.log(), { thorough: true });
  expect(sound.fault).toBeUndefined();
  expect(log.changes.every((c) => !isPurged(c.payload))).toBe(true);
});
