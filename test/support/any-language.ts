import { expect as english, type Locator, type Page } from '@playwright/test';
import { pseudo } from '../../scripts/pseudo.mjs';

/**
 * The journeys speak English. With `SKEIN_LANGUAGE=pseudo` they are walked through a build in the made-up language of `scripts/pseudo.mjs`: what they look
 * for is then found in either, letter by letter, since names and words of a case stay as they are and a sentence may hold both. What is read off the
 * page is handed to them in English again. A text that is nobody's to translate is thus found as it is; one that was forgotten shows in
 * `everywhere/another-language.spec.ts`. What this shows is that nothing works only because a text is English: no key, no selector, no comparison.
 */
export const inPseudo = process.env.SKEIN_LANGUAGE === 'pseudo';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const STRANGE = [...pseudo(PLAIN)].slice(1, 1 + PLAIN.length);
const strangeOf = new Map([...PLAIN].map((c, i) => [c, STRANGE[i]!]));
const plainOf = new Map([...PLAIN].map((c, i) => [STRANGE[i]!, c]));
/** What the made-up language puts around and after its texts. */
const AROUND = '[«»·]*';

const letter = (c: string) => (strangeOf.has(c) ? `${AROUND}[${c}${strangeOf.get(c)}]` : undefined);
const written = (c: string) =>
  letter(c) ?? (/\s/.test(c) ? `${AROUND}\\s+` : `${AROUND}${c.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}`);

/** An English text, or a pattern for one, as a pattern that also finds it in the made-up language. */
export function inEither(
  text: string | RegExp,
  how: { readonly whole?: boolean; readonly anyCase?: boolean } = {},
): RegExp {
  if (typeof text === 'string') {
    const inside = [...text.trim()].map(written).join('');
    const edge = `[\\s«»·]*`;
    return new RegExp(how.whole ? `^${edge}${inside}${edge}$` : inside, how.anyCase ? 'iu' : 'u');
  }
  let found = '';
  // Classes, counts and the heads of groups stay as they are; every other letter may be the strange one.
  const pieces = /\\[pPuk]\{[^}]*\}|\\.|\[(?:\\.|[^\]])*\]|\(\?(?:<?[=!]|:|<[^>]*>)|\{\d+(?:,\d*)?\}|[^\\]/gu;
  for (const [piece] of text.source.matchAll(pieces)) {
    if (piece === '^') found += '^[\\s«»·]*';
    else if (piece === '$') found += '[\\s«»·]*$';
    else if (/^(?:\(.*|[)|*+?]|\{.*|\\[bB])$/u.test(piece)) found += piece;
    else found += letter(piece) ?? `${AROUND}${piece === ' ' ? '(?: +)' : piece}`;
  }
  return new RegExp(found, text.flags.includes('u') ? text.flags : `${text.flags}u`);
}

/** A text of the page, of a file or of a sheet (where a line may break anywhere) in English, whatever language it stands in. */
export function inEnglish(text: string): string {
  if (!/[«»]/.test(text)) return text;
  return [...text.replace(/(?:·[·\s]*)?»|«/g, '')].map((c) => plainOf.get(c) ?? c).join('');
}

/** English words as they are typed to look for a text of the program. */
export function spoken(words: string): string {
  return inPseudo ? [...words].map((c) => strangeOf.get(c) ?? c).join('') : words;
}

/** A whole text of the program as it stands in its language, where it is pasted as a value. */
export function wholly(text: string): string {
  return inPseudo ? pseudo(text) : text;
}

type Method = (this: unknown, ...args: unknown[]) => unknown;

/** Replaces a method of all pages or all locators by one that changes what goes in or comes out. */
function wrap(prototype: object, name: string, around: (given: Method) => Method): void {
  const own = prototype as Record<string, Method>;
  const given = own[name];
  if (given) own[name] = around(given);
}

interface Named {
  readonly name?: string | RegExp;
  readonly exact?: boolean;
  readonly hasText?: string | RegExp;
  readonly hasNotText?: string | RegExp;
}

const either = (text: string | RegExp, exact = false) => inEither(text, { whole: exact, anyCase: !exact });

function findInEither(prototype: object): void {
  wrap(
    prototype,
    'getByRole',
    (given) =>
      function (role, options) {
        const { name, exact, ...rest } = (options ?? {}) as Named;
        return given.call(this, role, name === undefined ? rest : { ...rest, name: either(name, exact) });
      },
  );
  for (const name of ['getByText', 'getByLabel', 'getByTitle', 'getByPlaceholder'])
    wrap(
      prototype,
      name,
      (given) =>
        function (text, options) {
          return given.call(this, either(text as string | RegExp, (options as Named | undefined)?.exact));
        },
    );
  const hasText = ({ hasText, hasNotText, ...rest }: Named) => ({
    ...rest,
    ...(hasText !== undefined && { hasText: either(hasText) }),
    ...(hasNotText !== undefined && { hasNotText: either(hasNotText) }),
  });
  wrap(
    prototype,
    'filter',
    (given) =>
      function (options) {
        return given.call(this, hasText((options ?? {}) as Named));
      },
  );
  wrap(
    prototype,
    'locator',
    (given) =>
      function (selector, options) {
        return given.call(this, selector, options && hasText(options as Named));
      },
  );
}

function readInEnglish(prototype: object): void {
  for (const name of ['textContent', 'innerText', 'getAttribute'])
    wrap(
      prototype,
      name,
      (given) =>
        async function (...args) {
          const text = (await given.apply(this, args)) as string | null;
          return text === null ? null : inEnglish(text);
        },
    );
  for (const name of ['allTextContents', 'allInnerTexts'])
    wrap(
      prototype,
      name,
      (given) =>
        async function (...args) {
          return ((await given.apply(this, args)) as string[]).map(inEnglish);
        },
    );
}

/** Chooses by a value where there is one, else by the words of the option. */
function chooseInEither(prototype: object): void {
  wrap(
    prototype,
    'selectOption',
    (given) =>
      async function (wanted, options) {
        const text = typeof wanted === 'string' ? wanted : (wanted as { label?: string } | null)?.label;
        if (text === undefined) return given.call(this, wanted, options);
        const pattern = inEither(text, { whole: true });
        const choose = async () => {
          const offered = await (this as Locator)
            .locator('option')
            .evaluateAll((list) =>
              list.map((o) => ({ value: (o as HTMLOptionElement).value, text: o.textContent ?? '' })),
            );
          return offered.findIndex((o) => (typeof wanted === 'string' && o.value === text) || pattern.test(o.text));
        };
        await english.poll(choose, { message: `an option "${text}"`, timeout: 20_000 }).toBeGreaterThanOrEqual(0);
        return given.call(this, { index: await choose() }, options);
      },
  );
}

let taught = false;

/** Lets every page be looked at in English, whatever language its texts are in: given one, of whom the others are the like. */
export function speakEnglishTo(page: Page): void {
  if (!inPseudo || taught) return;
  taught = true;
  const pages = Object.getPrototypeOf(page) as object;
  const locators = Object.getPrototypeOf(page.locator('body')) as object;
  findInEither(pages);
  findInEither(locators);
  readInEnglish(locators);
  chooseInEither(locators);
}

type Expected = string | RegExp | readonly (string | RegExp)[];

const expected = (text: Expected, how: Parameters<typeof inEither>[1]) =>
  typeof text === 'string' || text instanceof RegExp ? inEither(text, how) : text.map((t) => inEither(t, how));

/** A tree of what a screen reader hears, with every word in either language. Patterns of a tree know no flags and end at a stroke. */
export function treeInEither(tree: string): string {
  const pattern = (text: string | RegExp) =>
    `/${inEither(text, { whole: typeof text === 'string' }).source.replace(/(?<!\\)\//g, '\\/')}/`;
  return tree.replace(
    /"((?:[^"\\]|\\.)*)"|(?<=^\s*- [a-z]+: )([^/\n].*)$|(?<=\s)\/((?:[^/\\\n]|\\.)+)\//gm,
    (_, quoted?: string, said?: string, given?: string) =>
      given !== undefined ? pattern(new RegExp(given)) : pattern((quoted ?? said ?? '').replace(/\\"/g, '"')),
  );
}

/** Attributes that hold words. */
const SPOKEN = new Set(['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-description', 'alt']);

interface Looked {
  readonly isNot: boolean;
}

/** Judges with Playwright's own matcher and tells its verdict. */
async function judged(looked: Looked, name: string, act: () => Promise<void>) {
  try {
    await act();
    return { pass: !looked.isNot, name, message: () => `${name} holds` };
  } catch (error) {
    return { pass: looked.isNot, name, message: () => (error instanceof Error ? error.message : String(error)) };
  }
}

const asked = (looked: Looked, of: unknown) => (looked.isNot ? english(of as Locator).not : english(of as Locator));

/** Playwright's `expect`, in either language. */
export const expect = !inPseudo
  ? english
  : (english.extend({
      toContainText(this: Looked, of: Locator, text: Expected, options?: object) {
        return judged(this, 'toContainText', () => asked(this, of).toContainText(expected(text, {}) as never, options));
      },
      toHaveText(this: Looked, of: Locator, text: Expected, options?: object) {
        return judged(this, 'toHaveText', () =>
          asked(this, of).toHaveText(expected(text, { whole: true }) as never, options),
        );
      },
      toHaveAccessibleName(this: Looked, of: Locator, text: string | RegExp, options?: object) {
        return judged(this, 'toHaveAccessibleName', () =>
          asked(this, of).toHaveAccessibleName(inEither(text, { whole: true }), options),
        );
      },
      toMatchAriaSnapshot(this: Looked, of: Locator, tree: string, options?: object) {
        return judged(this, 'toMatchAriaSnapshot', () =>
          asked(this, of).toMatchAriaSnapshot(treeInEither(tree), options),
        );
      },
      toHaveAttribute(this: Looked, of: Locator, name: string, ...rest: unknown[]) {
        const [value, ...options] = rest;
        const wanted =
          SPOKEN.has(name) && (typeof value === 'string' || value instanceof RegExp)
            ? [inEither(value, { whole: true }), ...options]
            : rest;
        return judged(this, 'toHaveAttribute', () =>
          (asked(this, of).toHaveAttribute as (...args: unknown[]) => Promise<void>)(name, ...wanted),
        );
      },
    }) as typeof english);
