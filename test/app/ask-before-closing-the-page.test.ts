import { expect, it } from 'vitest';
import type { CaseSnapshot, OpenCase } from '#queries/open-case';
import { askOnClosing } from '../../src/app/workspace/ask-on-closing.ts';

/** A case of which it can be said how many acts wait, what is told of its saving, and what is held. */
function desk() {
  const of = { waiting: 0, kind: 'saved', held: false };
  const listeners = new Set<() => void>();
  const watchers = new Set<() => void>();
  const listen = (to: Set<() => void>) => (l: () => void) => {
    to.add(l);
    return () => to.delete(l);
  };
  const open = {
    snapshot: () => ({ save: { kind: of.kind } }) as CaseSnapshot,
    subscribe: listen(listeners),
    writing: { get: () => of.waiting, subscribe: listen(watchers) },
    unsaved: () => (of.held ? {} : undefined),
  } as unknown as OpenCase;
  const page = new EventTarget();
  return {
    open,
    page,
    asks: () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true })),
    waits(n: number) {
      of.waiting = n;
      for (const w of watchers) w();
    },
    tells(kind: string, held = false) {
      of.kind = kind;
      of.held = held;
      for (const l of listeners) l();
    },
    heard: () => listeners.size + watchers.size,
  };
}

it('asks from the first moment of an act until the disk has it, whatever is told of the saving', () => {
  const { open, page, asks, waits, tells } = desk();
  askOnClosing(open, page);
  expect(asks()).toBe(false);
  waits(1);
  expect(asks()).toBe(true);
  // Another tab's change came in meanwhile: "saved" is told, of that one.
  tells('saved');
  expect(asks()).toBe(true);
  waits(0);
  expect(asks()).toBe(false);
});

it('asks while a change is held that the disk would not take, and no more when it is left', () => {
  const { open, page, asks, tells, heard } = desk();
  const end = askOnClosing(open, page);
  tells('failed', true);
  expect(asks()).toBe(true);
  end();
  expect(asks()).toBe(false);
  expect(heard()).toBe(0);
});
