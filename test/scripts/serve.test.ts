import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../scripts/policy.mjs';
import { readPort, type Site, serve, whoAnswers } from '../../scripts/serve.mjs';

const root = mkdtempSync(join(tmpdir(), 'skein-serve-'));
let site: Site;

beforeAll(async () => {
  mkdirSync(join(root, 'dist/assets'), { recursive: true });
  writeFileSync(join(root, 'secret.txt'), 'outside');
  writeFileSync(join(root, 'dist/index.html'), '<!doctype html><title>Skein</title>');
  writeFileSync(join(root, 'dist/assets/a-1.js'), 'export {};');
  writeFileSync(join(root, 'dist/assets/drawing-Ab_1-x.js'), 'export {};');
  writeFileSync(join(root, 'dist/assets/f-1.woff2'), 'font');
  writeFileSync(join(root, 'dist/assets/ខ្មែរ.txt'), 'text');
  site = await serve({ port: 0, root: join(root, 'dist') });
});

afterAll(async () => {
  await site.close();
  rmSync(root, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** The path goes out exactly as given: `fetch` would tidy it first. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<Answer>((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: site.port, path, method, headers, agent: false }, (answer) => {
      let body = '';
      answer.on('data', (part) => {
        body += String(part);
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.once('error', reject);
    sent.end();
  });
}

describe('the server', () => {
  test('sends policy and guards with every answer, refusals too', async () => {
    for (const path of ['/', '/assets/a-1.js', '/missing', '/.well-known/skein']) {
      const { headers } = await ask(path);
      expect(headers['content-security-policy'], path).toBe(contentSecurityPolicy);
      expect(headers['x-content-type-options'], path).toBe('nosniff');
      expect(headers['referrer-policy'], path).toBe('no-referrer');
      expect(headers['cross-origin-opener-policy'], path).toBe('same-origin');
      expect(headers['cross-origin-resource-policy'], path).toBe('same-origin');
      expect(headers['x-frame-options'], path).toBe('DENY');
      expect(headers['permissions-policy'], path).toContain('geolocation=()');
    }
  });

  test('lets the worker that draws sheets compile WebAssembly, and nothing and nobody else', async () => {
    const { headers } = await ask('/assets/drawing-Ab_1-x.js');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy.replace(" 'wasm-unsafe-eval'", '')).toBe(contentSecurityPolicy);
    expect(contentSecurityPolicy).not.toContain('wasm');
    for (const path of ['/', '/drawing-1.js', '/assets/drawing-1.html', '/assets/a-drawing-1.js'])
      expect((await ask(path)).headers['content-security-policy'], path).toBe(contentSecurityPolicy);
  });

  test('names the type of what it sends', async () => {
    expect((await ask('/')).headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await ask('/assets/a-1.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await ask('/assets/f-1.woff2')).headers['content-type']).toBe('font/woff2');
    expect((await ask(`/assets/${encodeURIComponent('ខ្មែរ')}.txt`)).body).toBe('text');
  });

  test('keeps hashed files for good and asks again for the page', async () => {
    expect((await ask('/assets/a-1.js')).headers['cache-control']).toContain('immutable');
    const page = await ask('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const again = await ask('/', { headers: { 'If-None-Match': String(page.headers.etag) } });
    expect(again.status).toBe(304);
    expect(again.body).toBe('');
  });

  test('has no way out of its folder', async () => {
    for (const path of [
      '/../secret.txt',
      '/assets/../../secret.txt',
      '/%2e%2e/secret.txt',
      '/..%2fsecret.txt',
      '/..%5csecret.txt',
      '//etc/passwd',
      '/assets/%00',
      '/%zz',
      '/assets',
    ]) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(404);
      expect(answer.body, path).not.toContain('outside');
    }
  });

  test('answers only to its own name, whatever points at the address', async () => {
    for (const host of ['rebound.example', `rebound.example:${site.port}`, '127.0.0.1', '127.0.0.1:1']) {
      const answer = await ask('/', { headers: { Host: host } });
      expect(answer.status, host).toBe(421);
      expect(answer.body).not.toContain('<title>');
    }
    const moved = await ask('/?a=1', { headers: { Host: `localhost:${site.port}` } });
    expect(moved.status).toBe(308);
    expect(moved.headers.location).toBe(`http://127.0.0.1:${site.port}/`);
  });

  test('only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS'])
      expect((await ask('/', { method })).status, method).toBe(405);
    const head = await ask('/', { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.body).toBe('');
  });
});

describe('the port', () => {
  test('tells this program from a stranger and from nobody', async () => {
    expect(await whoAnswers(site.port)).toMatchObject({
      kind: 'skein',
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
    });

    const stranger = createServer((_, response) => response.end('hello'));
    await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening));
    const { port } = stranger.address() as AddressInfo;
    expect(await whoAnswers(port)).toEqual({ kind: 'stranger' });
    await new Promise((closed) => stranger.close(closed));
    expect(await whoAnswers(port)).toEqual({ kind: 'free' });
  });

  test('taken: serving fails with a code instead of taking another', async () => {
    await expect(serve({ port: site.port, root: join(root, 'dist') })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('is read strictly', () => {
    expect(readPort('7400')).toBe(7400);
    for (const text of ['', 'abc', '-1', '70000', '80.5', '1e3', ' 80'])
      expect(() => readPort(text), text).toThrow('--port');
  });
});

describe('npm start', () => {
  const start = (port: number) =>
    new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) => {
      execFile(
        process.execPath,
        ['scripts/start.mjs', '--port', String(port)],
        { env: { ...process.env, BROWSER: 'none' }, timeout: 15_000 },
        (error, stdout, stderr) => resolve({ status: error ? Number(error.code) : 0, stdout, stderr }),
      );
    });

  test('on a port where Skein runs names that address and ends', async () => {
    const { status, stdout } = await start(site.port);
    expect(status).toBe(0);
    expect(stdout).toContain(`already running: http://127.0.0.1:${site.port}/`);
  });

  test("on a stranger's port says so, how to choose another, and that cases live per address", async () => {
    const stranger = createServer((_, response) => response.end('hello'));
    await new Promise<void>((listening) => stranger.listen(0, '127.0.0.1', listening));
    const { status, stderr } = await start((stranger.address() as AddressInfo).port);
    stranger.close();
    expect(status).toBe(1);
    expect(stderr).toContain('in use by another program');
    expect(stderr).toContain('--port');
    expect(stderr).toContain('Cases live per address');
  });
});
