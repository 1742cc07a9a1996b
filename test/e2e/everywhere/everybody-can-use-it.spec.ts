import type { Page } from '@playwright/test';
import { expect, test } from '../../support/browser.ts';
import { seriousFindings } from '../serious-barriers.ts';
import { plain, walk } from './screens.ts';

test.setTimeout(240_000);

test('every screen, reached by the keyboard, has no serious barrier, light and dark', async ({ page }) => {
  const all: string[] = [];
  let screens = 0;
  await walk(page, plain, async (name) => {
    screens++;
    for (const look of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme: look, reducedMotion: 'reduce' });
      await expect(page.locator('html')).toHaveAttribute('data-theme', look);
      for (const finding of await seriousFindings(page)) all.push(`${name}, ${look}: ${finding}`);
    }
  });
  expect(screens).toBe(17);
  expect(all).toEqual([]);
});

/** Text is cut where an element hides what does not fit and offers no other way to read it. */
const cutTexts = (page: Page) =>
  page.evaluate(() => {
    const cut: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>(
      'button, a, label, legend, th, h1, h2, h3, h4, [role=tab], [role=menuitem], [role=option], .note, p, dt, dd',
    )) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || !element.checkVisibility({ visibilityProperty: true })) continue;
      if (element.closest('.visually-hidden, [title], [aria-label]')) continue;
      const style = getComputedStyle(element);
      const clips = style.overflowX !== 'visible' && style.overflowX !== 'auto' && style.overflowX !== 'scroll';
      if (clips && style.textOverflow !== 'ellipsis' && element.scrollWidth > element.clientWidth + 1)
        cut.push(`${element.localName}.${element.className}: ${(element.textContent ?? '').trim().slice(0, 60)}`);
    }
    return [...new Set(cut)];
  });

test('at twice the size nothing of a screen lies where no scrolling leads, and no label is cut', async ({ page }) => {
  // A window of 1366 × 768 at 200 %.
  await page.setViewportSize({ width: 683, height: 384 });
  const lost: string[] = [];
  await walk(page, plain, async (name) => {
    for (const text of await cutTexts(page)) lost.push(`${name}: cut: ${text}`);
    const outside = await page.evaluate(() => {
      const reachable = (element: Element) => {
        const box = element.getBoundingClientRect();
        // Clipped by an ancestor that does not scroll?
        for (let up = element.parentElement; up; up = up.parentElement) {
          const style = getComputedStyle(up);
          const frame = up.getBoundingClientRect();
          const scrollsX = /auto|scroll/.test(style.overflowX);
          const scrollsY = /auto|scroll/.test(style.overflowY);
          if (scrollsX && scrollsY) return true;
          if (style.overflowX === 'hidden' && (box.right > frame.right + 4 || box.left < frame.left - 4)) return false;
          if (style.overflowY === 'hidden' && (box.bottom > frame.bottom + 4 || box.top < frame.top - 4)) return false;
          if (scrollsX || scrollsY) return true;
          if (style.position === 'fixed') break;
        }
        return box.right <= window.innerWidth + 4 && box.bottom <= window.innerHeight + 4;
      };
      return [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea')]
        .filter(
          (e) =>
            e.checkVisibility({ visibilityProperty: true }) && !e.matches('.skip') && !e.closest('.visually-hidden'),
        )
        .filter((e) => e.getBoundingClientRect().width > 1 && !reachable(e))
        .map(
          (e) =>
            `${e.localName}.${e.className}: ${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}`,
        );
    });
    for (const text of new Set(outside)) lost.push(`${name}: out of reach: ${text}`);
  });
  expect(lost).toEqual([]);
});
