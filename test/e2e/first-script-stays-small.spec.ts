import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { type Site, serve } from '../../scripts/serve.mjs';

let site: Site;
test.beforeAll(async () => {
  site = await serve({ port: 0 });
});
test.afterAll(() => site.close());

test('what the start page must load before it can answer is at most 450 kB, compressed', async ({ request }) => {
  const page = await (await request.get(site.url)).text();
  const addresses = [...page.matchAll(/<(?:script|link)[^>]*\b(?:src|href)="([^"]+\.js)"/g)].map(
    ([, address]) => address ?? '',
  );
  expect(addresses.length).toBeGreaterThan(0);
  let bytes = 0;
  const seen = new Set<string>();
  const load = async (address: string): Promise<void> => {
    if (seen.has(address)) return;
    seen.add(address);
    const script = await (await request.get(address)).text();
    bytes += gzipSync(script, { level: 9 }).length;
    // Static imports of the script come with it; those in parentheses wait until they are used.
    for (const [, next] of script.matchAll(
      /(?:^|[;}])\s*(?:import|export)\s*(?:[\w${}*,\s]+?from\s*)?["'](\.[^"']+\.js)["']/g,
    )) {
      await load(new URL(next ?? '', address).href);
    }
  };
  for (const address of addresses) await load(new URL(address, site.url).href);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(450_000);
});
