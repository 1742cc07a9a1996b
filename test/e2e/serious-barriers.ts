import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly string[] }[];
}

/** What the checker finds serious or worse on the screen as it stands. */
export async function seriousFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(root: Document, options: object): Promise<{ violations: Finding[]; passes: unknown[] }> };
    };
    const { violations, passes } = await axe.run(document, { resultTypes: ['violations'] });
    return { violations, passes: passes.length };
  });
  expect(found.passes, 'rules that hold').toBeGreaterThan(10);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 5).map(({ target }) => `${id}: ${help}: ${target.join(' ')} (${nodes.length})`),
    );
}

export async function noSeriousBarrier(page: Page): Promise<void> {
  expect(await seriousFindings(page)).toEqual([]);
}
