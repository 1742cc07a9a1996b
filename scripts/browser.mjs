// @ts-check
/**
 * Finds a Chromium to test with, or fetches one: `CHROME_PATH`, an installed one, Playwright's own, its download, Debian's package.
 * As a command it prints the path: `node scripts/browser.mjs`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const onPath = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
  'msedge',
];

const elsewhere = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => {
    const folder = process.env[name];
    return folder
      ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')]
      : [];
  }),
};

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * An installed browser, without fetching anything.
 * @returns {string | undefined} path of the executable
 */
export function installedBrowser() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (!isExecutable(asked)) throw new Error(`CHROME_PATH names no program: ${asked}`);
    return asked;
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...onPath.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...(process.platform === 'darwin' || process.platform === 'win32' ? elsewhere[process.platform] : []),
    chromium.executablePath(),
  ];
  // Ubuntu's `chromium-browser` may be a script that only says where to get the real one: it must tell its version.
  return candidates.find(
    (path) =>
      isExecutable(path) &&
      (process.platform !== 'linux' ||
        spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0),
  );
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function run(command, args) {
  console.error(`> ${[command, ...args].join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout: 15 * 60_000 }).status === 0;
}

/**
 * A browser, fetched when there is none.
 * @returns {string} path of the executable; throws, saying what to install, when none can be had
 */
export function findBrowser() {
  const there = installedBrowser();
  if (there) return there;

  console.error('No Chromium found on this machine; fetching one.');
  const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
  run(process.execPath, [playwright, 'install', 'chromium']);
  const fetched = installedBrowser();
  if (fetched) return fetched;

  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    const packaged = installedBrowser();
    if (packaged) return packaged;
  }
  throw new Error(
    'The browser tests need Chromium. Install one ("apt-get install chromium", or "npx playwright install --with-deps chromium"), ' +
      'or name one in CHROME_PATH.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(findBrowser());
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
