import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** The address line of a browser as far as the program uses it: a hash that tells when it was altered, and entries behind it. */
class AddressLine extends EventTarget {
  readonly entries = ['#/case/abcdefgh'];
  readonly history = { pushState: (_: unknown, __: string, address: string) => void this.entries.push(address) };
  readonly location = Object.defineProperty({ hash: '' }, 'hash', {
    get: () => this.entries.at(-1),
    set: (hash: string) => {
      this.entries.push(hash);
      this.dispatchEvent(new Event('hashchange'));
    },
  });
}

let line: AddressLine;
beforeEach(() => {
  line = new AddressLine();
  vi.resetModules();
  vi.stubGlobal('window', line);
});
afterEach(() => vi.unstubAllGlobals());

const atCase = { at: 'case', localId: 'abcdefgh' };

test('with nothing at stake the page goes where it is told, unasked', async () => {
  const { askBeforeLeaving, goToStart, route } = await import('../../src/app/route.ts');
  const ask = vi.fn(async () => false);
  askBeforeLeaving({ needed: () => false, ask });
  goToStart();
  expect([route.get(), ask.mock.calls.length]).toEqual([{ at: 'start' }, 0]);
});

test('with a change held the page and its address stay until the analyst says so, and one question is enough', async () => {
  const { askBeforeLeaving, goToCase, goToStart, route } = await import('../../src/app/route.ts');
  let held = true;
  let answer: (sure: boolean) => void = () => {};
  const ask = vi.fn(
    () =>
      new Promise<boolean>((resolve) => {
        answer = (sure) => {
          held = !sure;
          resolve(sure);
        };
      }),
  );
  askBeforeLeaving({ needed: () => held, ask });
  goToStart();
  goToCase('ijklmnop');
  expect([route.get(), line.location.hash, ask.mock.calls.length]).toEqual([atCase, '#/case/abcdefgh', 1]);
  answer(false);
  await new Promise((resolve) => setTimeout(resolve));
  expect([route.get(), line.location.hash]).toEqual([atCase, '#/case/abcdefgh']);

  goToStart();
  answer(true);
  await new Promise((resolve) => setTimeout(resolve));
  expect([route.get(), line.location.hash, ask.mock.calls.length]).toEqual([{ at: 'start' }, '#/', 2]);
});

test('a case that was closed asks nothing more', async () => {
  const { askBeforeLeaving, goToStart, route } = await import('../../src/app/route.ts');
  const ask = vi.fn(async () => false);
  askBeforeLeaving({ needed: () => true, ask })();
  goToStart();
  expect([route.get(), ask.mock.calls.length]).toEqual([{ at: 'start' }, 0]);
});
