import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { installedBrowser } from '../../scripts/browser.mjs';
import { seeded } from '../support/acts.ts';
import { buildStorePage } from './store-page/build-page.ts';

/** What the page has called saved survives `kill -9` of the browser. `KILLS=200` for more of it, `SEED` to repeat one. */
const kills = Number(process.env.KILLS ?? 20);
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);

/** A start on a slow or busy machine; only a page that says nothing at all takes this long. */
const PATIENCE_MS = 90_000;

interface Report {
  readonly verified: { readonly ok: boolean };
  readonly lost: number;
  readonly dataLoss: boolean;
  readonly swept: number;
  readonly hashes: readonly string[];
  readonly digest: string;
  readonly fromLog: string;
}

const types: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return JSON.parse(text);
}

/** Serves the page and hears what it says. */
class Listener {
  /** Of the log that is being written; changes of retired logs were verified and are only counted. */
  readonly acknowledged = new Map<number, string>();
  total = 0;
  readonly errors: string[] = [];
  #report: ((report: Report) => void) | undefined;
  #acked: (() => void) | undefined;
  readonly #server: Server;
  #root = '';

  constructor() {
    this.#server = createServer((request, response) => {
      const path = (request.url ?? '/').split('?')[0]!;
      if (request.method === 'POST') {
        // A body that is cut by the kill was never heard.
        bodyOf(request).then(
          (body) => {
            this.#hear(path, body);
            response.end();
          },
          () => response.destroy(),
        );
        return;
      }
      try {
        const file = readFileSync(join(this.#root, path === '/' ? 'index.html' : path));
        response.setHeader('content-type', types[extname(path) || '.html'] ?? 'application/octet-stream');
        response.end(file);
      } catch {
        response.statusCode = 404;
        response.end();
      }
    });
  }

  async listen(root: string): Promise<string> {
    this.#root = root;
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/#kill`;
  }

  report(): Promise<Report> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`no report; seed ${seed}; the page said ${this.errors.join('; ')}`)),
        PATIENCE_MS,
      );
      this.#report = (report) => {
        clearTimeout(timer);
        resolve(report);
      };
    });
  }

  nextAcknowledged(): Promise<void> {
    return new Promise((resolve, reject) => {
      const why = (): string => `no change was acknowledged; seed ${seed}; the page said ${this.errors.join('; ')}`;
      const timer = setTimeout(() => reject(new Error(why())), PATIENCE_MS);
      this.#acked = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #hear(path: string, body: unknown): void {
    if (path === '/ack') {
      const { seq, hash } = body as { seq: number; hash: string };
      this.acknowledged.set(seq, hash);
      this.#acked?.();
    } else if (path === '/retired') {
      this.total += this.acknowledged.size;
      this.acknowledged.clear();
    } else if (path === '/report') this.#report?.(body as Report);
    else if (path === '/error') this.errors.push(String(body));
  }
}

function launch(profile: string, url: string): ChildProcess {
  const path = installedBrowser();
  if (!path) throw new Error('No Chromium found: run "node scripts/browser.mjs" first.');
  const flags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--no-first-run',
  ];
  const more = [
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ];
  // A process group of its own, so that the kill takes the whole browser and nothing else.
  return spawn(path, [...flags, ...more, `--user-data-dir=${profile}`, url], { detached: true, stdio: 'ignore' });
}

async function kill(browser: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => browser.once('exit', resolve));
  process.kill(-browser.pid!, 'SIGKILL');
  await gone;
}

test('killing the browser loses nothing that was acknowledged', async () => {
  test.setTimeout(60_000 + kills * 20_000);
  const next = seeded(seed);
  const page = await buildStorePage();
  const profile = mkdtempSync(join(tmpdir(), 'skein-kill-'));
  const listener = new Listener();
  const url = await listener.listen(page);
  let browser: ChildProcess | undefined;
  let swept = 0;
  let slowest = 0;
  try {
    for (let n = 0; n <= kills; n++) {
      const reported = listener.report();
      const launched = performance.now();
      browser = launch(profile, url);
      const report = await reported;
      slowest = Math.max(slowest, performance.now() - launched);
      swept += report.swept;
      expect(report.verified, `seed ${seed}, after kill ${n}`).toMatchObject({ ok: true });
      expect([report.lost, report.dataLoss], `seed ${seed}, after kill ${n}`).toEqual([0, false]);
      expect(report.digest, `state after kill ${n}`).toBe(report.fromLog);
      for (const [seq, hash] of listener.acknowledged) expect(report.hashes[seq - 1], `change ${seq}`).toBe(hash);
      if (n < kills) {
        await listener.nextAcknowledged();
        await new Promise((resolve) => setTimeout(resolve, 20 + next() * 600));
      }
      await kill(browser);
      browser = undefined;
    }
  } finally {
    if (browser) await kill(browser);
    listener.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    rmSync(page, { recursive: true, force: true });
  }
  expect(listener.errors).toEqual([]);
  const total = listener.total + listener.acknowledged.size;
  expect(total).toBeGreaterThan(kills);
  test.info().annotations.push({
    type: 'kills',
    description: `seed ${seed}, ${kills} kills, ${total} acknowledged changes, ${swept} unfinished imports swept, slowest start ${Math.round(slowest)} ms`,
  });
});
