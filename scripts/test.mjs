// @ts-check
/**
 * `npm test`: everything. Types, lint and format, unused code, architecture with unit and store tests, the build, the built program in a browser.
 * Every step runs even when one before it failed; the last line is `N passed, N failed`.
 *
 * For a developer: `node scripts/test.mjs --only unit,browser` runs some steps; words after the options filter test files by path.
 * `--language pseudo` walks the browser's journeys through a build in a made-up language, where only what does not hang on English texts holds.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const top = fileURLToPath(new URL('..', import.meta.url));
const results = join(top, 'test-results');
const bin = (/** @type {string} */ path) => join(top, 'node_modules', path);

/**
 * @typedef {{ passed: number, failed: number }} Tally
 * @typedef {{ name: string, title: string, run: (filters: string[]) => Tally | Promise<Tally> }} TestStep
 */

/**
 * @param {string[]} args of node
 * @param {Record<string, string>} [env]
 * @returns {Promise<number>} exit code; a signal counts as 1
 */
function node(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: top, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** A step that is one check: it holds or it does not. */
const single = async (/** @type {string[]} */ args) =>
  (await node(args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

/**
 * The figures of a report. A skipped test counts as failed: what was not tried does not hold.
 * A runner that failed without naming a failed test (or wrote no report) counts as one failure.
 *
 * @param {string} file
 * @param {number} exitCode
 * @param {(report: any) => Tally} read
 * @returns {Tally}
 */
function tally(file, exitCode, read) {
  try {
    const counted = read(JSON.parse(readFileSync(file, 'utf8')));
    if (exitCode !== 0 && counted.failed === 0) return { ...counted, failed: 1 };
    if (counted.passed + counted.failed === 0) return { passed: 0, failed: 1 };
    return counted;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/**
 * Tests that this machine forbids (a disk of their own, say) and that report themselves so, by name. Any other skipped test counts as failed.
 *
 * @param {any} suite of Playwright's report
 * @returns {string[]}
 */
function notRun(suite) {
  const own = (suite.specs ?? []).flatMap((/** @type {any} */ spec) =>
    spec.tests.flatMap((/** @type {any} */ test) =>
      test.annotations
        .filter((/** @type {any} */ a) => a.type === 'skip' && a.description?.startsWith('not run: '))
        .map((/** @type {any} */ a) => `${spec.title}: ${a.description.slice(9)}`),
    ),
  );
  return [...own, ...(suite.suites ?? []).flatMap(notRun)];
}

/** @returns {Promise<Record<string, string>>} what tells the journeys which build to walk through, and in which language it speaks */
async function inLanguage() {
  if (!values.language) return {};
  const { buildPseudo } = await import('./pseudo.mjs');
  const folder = join(results, 'pseudo');
  await buildPseudo(folder);
  return { SKEIN_SITE: folder, SKEIN_LANGUAGE: values.language };
}

/** @type {TestStep[]} */
const steps = [
  { name: 'types', title: 'Types', run: () => single([bin('typescript/bin/tsc'), '--noEmit']) },
  { name: 'lint', title: 'Lint and format', run: () => single([bin('@biomejs/biome/bin/biome'), 'check', '.']) },
  { name: 'unused', title: 'Unused code', run: () => single([bin('knip/bin/knip.js'), '--no-progress']) },
  {
    name: 'unit',
    title: 'Architecture, unit and store tests',
    run: async (filters) => {
      const file = join(results, 'unit.json');
      const code = await node([
        bin('vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
        ...filters,
      ]);
      return tally(file, code, (report) => ({
        passed: report.numPassedTests,
        // A file that cannot be loaded has no tests: it fails as a whole.
        failed:
          report.numFailedTests +
          report.numPendingTests +
          report.numTodoTests +
          report.testResults.filter(
            (/** @type {any} */ suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
          ).length,
      }));
    },
  },
  {
    name: 'build',
    title: 'Build',
    run: async () => {
      const { buildIfStale } = await import('./build.mjs');
      try {
        console.log((await buildIfStale({ quiet: true })) ? 'Built.' : 'dist/ is up to date.');
        return { passed: 1, failed: 0 };
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        return { passed: 0, failed: 1 };
      }
    },
  },
  {
    name: 'browser',
    title: 'The built program in a browser',
    run: async (filters) => {
      const { findBrowser } = await import('./browser.mjs');
      let browser = '';
      try {
        browser = findBrowser();
      } catch (error) {
        console.error(error instanceof Error ? error.message : error);
        return { passed: 0, failed: 1 };
      }
      const file = join(results, 'browser.json');
      const otherwise = await inLanguage();
      const code = await node(
        [bin('@playwright/test/cli.js'), 'test', '--config=test/e2e/playwright.config.ts', ...filters],
        {
          CHROME_PATH: browser,
          PLAYWRIGHT_JSON_OUTPUT_FILE: file,
          ...otherwise,
        },
      );
      return tally(file, code, (report) => {
        const { stats } = report;
        const forbidden = notRun(report);
        for (const named of forbidden) console.log(`Not run: ${named}`);
        // What came through on a second try holds; the list above names it.
        return {
          passed: stats.expected + stats.flaky,
          failed: stats.unexpected + stats.skipped - forbidden.length,
        };
      });
    },
  },
];

const { values, positionals } = parseArgs({
  options: { only: { type: 'string' }, language: { type: 'string' } },
  allowPositionals: true,
});
if (values.language !== undefined && values.language !== 'pseudo') {
  console.error(`No language named ${values.language}. There is "pseudo".`);
  process.exit(2);
}
const only = values.only?.split(',');
const unknown = only?.filter((name) => !steps.some((step) => step.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`No step named ${unknown.join(', ')}. Steps: ${steps.map((step) => step.name).join(', ')}.`);
  process.exit(2);
}

rmSync(join(results, 'unit.json'), { force: true });
rmSync(join(results, 'browser.json'), { force: true });
mkdirSync(results, { recursive: true });

/** @type {(Tally & { title: string, seconds: number })[]} */
const summary = [];
for (const step of steps) {
  if (only && !only.includes(step.name)) continue;
  console.log(`\n== ${step.title}`);
  const begun = performance.now();
  const counted = await step.run(positionals);
  summary.push({ title: step.title, seconds: (performance.now() - begun) / 1000, ...counted });
}

console.log('');
for (const { title, passed, failed, seconds } of summary) {
  console.log(`${title}: ${passed} passed, ${failed} failed (${seconds.toFixed(1)} s)`);
}
const passed = summary.reduce((sum, step) => sum + step.passed, 0);
const failed = summary.reduce((sum, step) => sum + step.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
