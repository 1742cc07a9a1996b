import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { installedBrowser } from '../../../scripts/browser.mjs';
import { quietSwitches } from '../../../scripts/quiet-switches.mjs';
import { type Site, serve } from '../../../scripts/serve.mjs';

test.setTimeout(60_000);

interface NetworkLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> };
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[];
}

/** Long enough for a browser to have asked for what it wants at its start; the control shows that it is. */
const PATIENCE = 8000;

/** The log of a browser that opened the program and was left alone. A browser that is told to end may leave the last bracket out. */
async function networkLog(site: Site, switches: readonly string[]): Promise<NetworkLog> {
  const profile = mkdtempSync(join(tmpdir(), 'skein-quiet-'));
  const file = join(profile, 'network.json');
  const always = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    `--user-data-dir=${profile}`,
    `--log-net-log=${file}`,
  ];
  const browser = spawn(installedBrowser() ?? 'chromium', [...always, ...switches, site.url], { stdio: 'ignore' });
  const ended = new Promise((resolve) => browser.once('exit', resolve));
  try {
    await new Promise((resolve) => setTimeout(resolve, PATIENCE));
    browser.kill('SIGTERM');
    await ended;
    const text = readFileSync(file, 'utf8');
    try {
      return JSON.parse(text) as NetworkLog;
    } catch {
      return JSON.parse(`${text.replace(/,\s*$/, '')}]}`) as NetworkLog;
    }
  } finally {
    browser.kill('SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Names the browser asked the network for, and addresses beyond this computer it tried to reach. */
function said({ constants, events }: NetworkLog): string[] {
  const kinds = new Map(Object.entries(constants.logEventTypes).map(([name, number]) => [number, name]));
  const found = new Set<string>();
  for (const { type, params } of events) {
    const kind = kinds.get(type);
    const address = String(params?.address ?? '');
    if (kind === 'TCP_CONNECT_ATTEMPT' && address !== '' && !address.startsWith('127.0.0.1:')) found.add(address);
    if (kind === 'DNS_TRANSACTION' && params?.hostname !== undefined) found.add(String(params.hostname));
    if (kind === 'HOST_RESOLVER_SYSTEM_TASK' && params?.hostname !== undefined) found.add(String(params.hostname));
  }
  return [...found];
}

const loaded = ({ events }: NetworkLog, url: string): boolean =>
  events.some(({ params }) => String(params?.url ?? '').startsWith(`${url}assets/`));

test('with its quiet switches a browser opens the program and says nothing to anybody; without them it does', async () => {
  const site = await serve({ port: 0, ...(process.env.SKEIN_SITE ? { root: process.env.SKEIN_SITE } : {}) });
  try {
    const quiet = await networkLog(site, quietSwitches);
    expect(loaded(quiet, site.url)).toBe(true);
    expect(said(quiet)).toEqual([]);
    const plain = await networkLog(site, []);
    expect(loaded(plain, site.url)).toBe(true);
    expect(said(plain).length).toBeGreaterThan(0);
  } finally {
    await site.close();
  }
});
