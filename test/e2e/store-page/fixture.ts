import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type Site, serve } from '../../../scripts/serve.mjs';
import { buildStorePage } from './build-page.ts';

/** What the page puts on `window`; see `page.ts`. */
export interface Tools {
  readonly openStore: typeof import('#store/index').openStore;
  readonly theCase: typeof import('./work.ts').theCase;
  readonly act: typeof import('./work.ts').act;
  readonly skeinDatabase: typeof import('#store/schema').skeinDatabase;
  readonly stateDigest: typeof import('#domain/change/log').stateDigest;
}
export type Store = import('#store/index').Store;
export type OpenCase = import('#store/index').OpenCase;

/** The store alone in the real browser: `site` serves its page, built once a worker; `profile` is a folder that goes with the test. */
export const test = base.extend<{ profile: string }, { site: Site }>({
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern to learn what a fixture needs.
    async ({}, use) => {
      const root = await buildStorePage();
      const site = await serve({ port: 0, root });
      await use(site);
      await site.close();
      rmSync(root, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), 'skein-store-'));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});
