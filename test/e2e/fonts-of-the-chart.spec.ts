import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser.ts';
import { addEntity, chartOf, newCase } from './link-chart-steps.ts';

/** Families of the shipped fonts of which the page has fetched something. */
const fetched = (page: Page) =>
  page.evaluate(() => [
    ...new Set([...document.fonts].filter((f) => f.status === 'loaded').map((f) => f.family.replaceAll(/^"|"$/g, ''))),
  ]);

test('a chart fetches the shipped face of a script when a name is written in it, and no other', async ({ page }) => {
  const requested: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.woff2')) requested.push(new URL(request.url()).pathname);
  });
  await newCase(page, 'Grey Heron');
  await addEntity(page, 1, 'SOK Dara');
  await expect.poll(() => fetched(page)).toContain('Noto Sans');
  expect(await fetched(page)).toEqual(['Noto Sans']);
  expect(requested.every((path) => path.includes('/noto-sans-latin-'))).toBe(true);

  const names = [
    ['Noto Sans Khmer', 'សុខ ដារ៉ា'],
    ['Noto Sans Thai', 'สมชาย ใจดี'],
    ['Noto Sans Lao', 'ສົມສັກ'],
    ['Noto Sans Myanmar', 'ကိုအောင်'],
  ] as const;
  for (const [family, name] of names) {
    await chartOf(page).focus();
    await addEntity(page, 1, name);
    await expect.poll(() => fetched(page)).toContain(family);
    expect(await page.evaluate(([f, text]) => document.fonts.check(`12px "${f}"`, text), [family, name])).toBe(true);
  }
  expect(requested.filter((path) => path.includes('cyrillic') || path.includes('devanagari'))).toEqual([]);
});
