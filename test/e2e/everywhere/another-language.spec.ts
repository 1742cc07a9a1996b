import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPseudo, pseudo } from '../../../scripts/pseudo.mjs';
import { serve } from '../../../scripts/serve.mjs';
import { expect, expectSpotless, newWitness, openBrowser, test } from '../../support/browser.ts';
import { walk } from './screens.ts';

test.setTimeout(180_000);

const top = fileURLToPath(new URL('../../..', import.meta.url));

/** All that the sources of the sample case say: its words are nobody's to translate. */
const wordsOfTheCase = ['sample-cases/blue-kestrel', 'scripts/samples']
  .flatMap((folder) =>
    readdirSync(join(top, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8')),
  )
  .join('\n')
  .replaceAll('""', '"');

/** Names of keys, of the program, of its own language and of formats. */
const sameEverywhere =
  /^(Skein|English|Ctrl|Alt|Shift|Enter|Delete|Home|Space|Tab|Esc|Page|Up|Down|Left|Right|CSV|PDF|SVG|PNG|GEXF|GraphML|http|UTC)$/;

test('in a made-up language every text is translated and has its room', async ({ browserName: _ }) => {
  const folder = mkdtempSync(join(tmpdir(), 'skein-pseudo-'));
  const profile = mkdtempSync(join(tmpdir(), 'skein-pseudo-profile-'));
  await buildPseudo(folder);
  const witness = newWitness();
  const site = await serve({ port: 0, root: folder });
  const { context } = await openBrowser(site, profile, witness);
  const bare = new Set<string>();
  const cut = new Set<string>();
  let texts = 0;
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(site.url);
    await walk(page, pseudo, async (name) => {
      const found = await page.evaluate(() => {
        // Words of records stand in <bdi>, in fields and in the cells of tables; a chart's own words are on its canvas.
        const ofTheCase =
          'bdi, input, textarea, option, [role=gridcell], td, svg, .paper, .mono, code, kbd, [lang]:not(html)';
        const said: { text: string; where: string }[] = [];
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const parent = node.parentElement;
          const text = node.nodeValue?.trim() ?? '';
          if (!parent || text === '' || parent.closest(ofTheCase) || parent.closest('script, style, noscript'))
            continue;
          if (parent.checkVisibility({ visibilityProperty: true })) said.push({ text, where: parent.className });
        }
        for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
          for (const key of ['aria-label', 'title', 'placeholder']) {
            const text = element.getAttribute(key);
            if (text && !element.closest('svg, .paper, .dg-cell'))
              said.push({ text, where: `${element.className} ${key}` });
          }
        const tight: string[] = [];
        for (const element of document.querySelectorAll<HTMLElement>(
          'button, [role=tab], [role=menuitem], label, th, h1, h2, h3, legend',
        )) {
          const style = getComputedStyle(element);
          if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden')) continue;
          if (style.overflowX === 'visible' || style.textOverflow === 'ellipsis' || element.title !== '') continue;
          if (element.scrollWidth > element.clientWidth + 1) tight.push(`${element.className}: ${element.textContent}`);
        }
        return { said, tight };
      });
      texts += found.said.length;
      for (const { text, where } of found.said) {
        // Between brackets stands what was translated; within it, what was put in.
        if (text.includes('«') || text.includes('»') || wordsOfTheCase.includes(text)) continue;
        const words = text.match(/[A-Za-z]{3,}/g) ?? [];
        if (words.some((word) => !sameEverywhere.test(word))) bare.add(`${name}: ${text.slice(0, 60)} (${where})`);
      }
      for (const text of found.tight) cut.add(`${name}: ${text}`);
    });
  } finally {
    await context.close();
    await site.close();
    for (const each of [folder, profile]) rmSync(each, { recursive: true, force: true, maxRetries: 3 });
  }
  expect(texts).toBeGreaterThan(500);
  expect([...bare]).toEqual([]);
  expect([...cut]).toEqual([]);
  expectSpotless(witness);
});
