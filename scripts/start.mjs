// @ts-check
/** `npm start [-- --port N]`: builds when the sources moved on, serves on this machine only, says where, and opens a browser there. */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.mjs';
import { host, readPort, serve, usualPort, whoAnswers } from './serve.mjs';

/** @returns {number} */
function askedPort() {
  try {
    const { values } = parseArgs({ options: { port: { type: 'string' } } });
    return readPort(values.port);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    console.error('Usage: npm start [-- --port N]');
    process.exit(2);
  }
}

/**
 * Opens the analyst's browser; a machine without one still has the printed address.
 * @param {string} url
 */
function openBrowser(url) {
  if (process.env.CI || process.env.BROWSER === 'none') return;
  /** @type {[string, string[]]} */
  const [command, args] = process.env.BROWSER
    ? [process.env.BROWSER, [url]]
    : process.platform === 'darwin'
      ? ['open', [url]]
      : process.platform === 'win32'
        ? ['cmd', ['/c', 'start', '', url]]
        : ['xdg-open', [url]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  child.once('error', () => console.log('No browser could be opened from here: open the address above by hand.'));
  child.unref();
}

const port = askedPort();
const url = `http://${host}:${port}/`;

const there = await whoAnswers(port);
if (there.kind === 'skein') {
  console.log(`Skein ${there.version} is already running: ${url}`);
  openBrowser(url);
} else if (there.kind === 'stranger') {
  console.error(`Port ${port} is in use by another program.`);
  console.error('Close that program, or choose another port:  npm start -- --port 7400');
  console.error('Cases live per address: those made at one port are not visible at another.');
  process.exitCode = 1;
} else {
  if (await buildIfStale({ quiet: true })) console.log('Built.');
  const site = await serve({ port });
  console.log(`Skein is running: ${site.url}`);
  if (site.port !== usualPort)
    console.log(`Cases made at the usual address (port ${usualPort}) are not visible here: cases live per address.`);
  console.log('It answers to this computer only. Stop it with Ctrl+C.');
  openBrowser(site.url);
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
    process.once(signal, () => void site.close().then(() => process.exit(0)));
  }
}
