import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeOffline } from '../../../scripts/offline.mjs';
import { distFolder } from '../../../scripts/serve.mjs';

/** The built program these tests look at. */
export const firstBuild = (): string => process.env.SKEIN_SITE ?? distFolder;

/**
 * The program as if built again from other sources: every file under assets/ has another name, so that nothing of the first build can be
 * had from a server that serves this one, and its words say so. The caller throws the folder away.
 */
export async function makeSecondBuild(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'skein-second-'));
  cpSync(firstBuild(), folder, { recursive: true });
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).map((name) => [name, name.replace(/\.(\w+)$/, '-2.$1')] as const);
  const byName = new Map(names);
  // Every name of a file with its dot and ending, as it stands in scripts, style sheets and the page.
  const renamed = (text: string) =>
    text.replace(/[\w.-]+\.(?:js|css|woff2|svg|wasm|png)\b/g, (name) => byName.get(name) ?? name);
  for (const [name, other] of names) {
    renameSync(join(assets, name), join(assets, other));
    if (!/\.(js|css)$/.test(name)) continue;
    const text = readFileSync(join(assets, other), 'utf8');
    writeFileSync(join(assets, other), renamed(text).replaceAll('All shortcuts', 'All shortcuts of the second'));
  }
  const page = join(folder, 'index.html');
  const plain = readFileSync(page, 'utf8')
    .replace(/\s*<meta name="skein-build"[^>]*>/, '')
    .replaceAll(/\?[0-9a-f]{32}"/g, '"');
  writeFileSync(page, renamed(plain));
  const manifest = join(folder, 'manifest.webmanifest');
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replaceAll(/\?[0-9a-f]{32}"/g, '"'));
  await makeOffline(folder);
  return folder;
}
