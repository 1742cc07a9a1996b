// @ts-check
/**
 * A made-up language: every text of the program between brackets, a third longer, with letters that no English word has. A build in it shows
 * what is not translatable and what has no room for a longer language. `node scripts/pseudo.mjs FOLDER` builds one to look at.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as viteBuild } from 'vite';
import { buildSamples } from './build-samples.mjs';
import { makeOffline } from './offline.mjs';

const top = fileURLToPath(new URL('..', import.meta.url));

/** Runs inside the built program, where the messages are: it names nothing outside itself. */
export function pseudo(/** @type {string} */ text) {
  const strange = 'àƀćđéƒǥħíĵķłḿńöƥɋŕšŧúṽŵẋýžÀɃĆĐÉƑǤĦÍĴĶŁḾŃÖƤɊŔŠŦÚṼŴẊÝŽ';
  const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  // What stands in {{…}} is put in later, and $t(…) names another text.
  const pieces = text.split(/(\{\{.*?\}\}|\$t\(.*?\))/);
  const changed = pieces.map((piece, i) =>
    i % 2 ? piece : [...piece].map((c) => (plain.includes(c) ? [...strange][plain.indexOf(c)] : c)).join(''),
  );
  return `«${changed.join('')}${'·'.repeat(Math.ceil(text.length / 3))}»`;
}

/**
 * What makes a build speak it.
 * @type {import('vite').Plugin}
 */
export const everyText = {
  name: 'skein-pseudo-language',
  enforce: 'pre',
  transform(code, id) {
    if (!id.replaceAll('\\', '/').endsWith('/src/i18n/messages/en/index.ts')) return null;
    return `${code}\n{ ${pseudo}\n Object.assign(en, Object.fromEntries(Object.entries(en).map(([key, text]) => [key, pseudo(text)]))); }\n`;
  },
};

/**
 * @param {string} folder emptied first
 */
export async function buildPseudo(folder) {
  await viteBuild({
    root: top,
    configFile: join(top, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [everyText],
    build: { outDir: folder, emptyOutDir: true, minify: false },
  });
  mkdirSync(join(folder, 'samples'), { recursive: true });
  await buildSamples(join(folder, 'samples'));
  await makeOffline(folder);
}

const asked = process.argv[2];
if (process.argv[1] === fileURLToPath(import.meta.url) && asked) await buildPseudo(asked);
