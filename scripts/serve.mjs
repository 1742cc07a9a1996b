// @ts-check
/**
 * The built program on this machine's own address, and on no other. Everything is read into memory first: no path a client sends ever
 * reaches the disk, and a build made meanwhile does not pull files from under an open page.
 *
 * As a command: `node scripts/serve.mjs [--port N] [--root DIR]`.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { contentSecurityPolicy, guardHeaders, policyOf } from './policy.mjs';

/** Cases live per address, so the program has exactly one unless another port is asked for. */
export const usualPort = 7345;

/** Always by number: `localhost` would be another origin, with another, empty store. */
export const host = '127.0.0.1';

/** Answered as JSON, so that a second start knows this program from a stranger on the port. */
export const markerPath = '/.well-known/skein';

export const distFolder = fileURLToPath(new URL('../dist', import.meta.url));

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.skein': 'application/zip',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/**
 * @typedef {{ body: Buffer, type: string, etag: string, immutable: boolean }} ServedFile
 * @typedef {{ url: string, port: number, close: () => Promise<void> }} Site
 */

/**
 * @param {string} root
 * @returns {Map<string, ServedFile>} by path as it stands in the address, `/assets/x.js`
 */
function readFiles(root) {
  const files = new Map();
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = '/' + relative(root, file).split(sep).join('/');
    const body = readFileSync(file);
    files.set(path, {
      body,
      type: mediaTypes[extname(file)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(body).digest('base64url')}"`,
      // Vite puts a digest into the name of everything under assets/.
      immutable: path.startsWith('/assets/'),
    });
  }
  const index = files.get('/index.html');
  if (!index) throw new Error(`Nothing to serve: no index.html in ${root}. Run "npm run build" first.`);
  files.set('/', index);
  return files;
}

/**
 * Serves a built folder on 127.0.0.1.
 *
 * @param {object} [options]
 * @param {number} [options.port] 0 takes a free one
 * @param {string} [options.root]
 * @param {(report: string) => void} [options.onPolicyReport] receives the browser's violation reports, those of workers too; adds `report-uri`
 * @param {(line: string) => void} [options.onRequest] receives method and path of each request
 * @returns {Promise<Site>} rejects with code `EADDRINUSE` when the port is taken
 */
export function serve({ port = usualPort, root = distFolder, onPolicyReport, onRequest } = {}) {
  const files = readFiles(root);
  const reportPath = '/.well-known/policy-report';
  const reporting = onPolicyReport ? `; report-uri ${reportPath}` : '';

  return new Promise((resolve, reject) => {
    const server = createServer((request, response) => {
      const origin = `${host}:${actualPort()}`;
      const method = request.method ?? 'GET';
      const [path = '/'] = (request.url ?? '/').split(/[?#]/, 1);
      onRequest?.(`${method} ${request.url}`);

      /** @param {number} status @param {string} text @param {Record<string, string>} [headers] */
      const refuse = (status, text, headers = {}) => {
        response.writeHead(status, {
          ...guardHeaders,
          'Content-Security-Policy': contentSecurityPolicy,
          'Content-Type': 'text/plain; charset=utf-8',
          'Cache-Control': 'no-store',
          ...headers,
        });
        response.end(method === 'HEAD' ? undefined : text + '\n');
      };

      // A name that was made to point here (DNS rebinding) would read the program as its own origin.
      if (request.headers.host === `localhost:${actualPort()}`) {
        return refuse(308, 'Moved', { Location: `http://${origin}${path.startsWith('//') ? '/' : path}` });
      }
      if (request.headers.host !== origin) return refuse(421, `This server answers to ${origin} only.`);

      if (onPolicyReport && method === 'POST' && path === reportPath) {
        /** @type {Buffer[]} */
        const parts = [];
        request.on('data', (part) => parts.push(part));
        request.on('end', () => {
          onPolicyReport(Buffer.concat(parts).toString('utf8'));
          response.writeHead(204).end();
        });
        return;
      }
      if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Only GET and HEAD.', { Allow: 'GET, HEAD' });

      if (path === markerPath) {
        return refuse(200, JSON.stringify({ program: 'skein', version }), { 'Content-Type': 'application/json' });
      }
      const file = files.get(decodePath(path));
      if (!file) return refuse(404, 'Not found.');

      const headers = {
        ...guardHeaders,
        'Content-Security-Policy': policyOf(path) + reporting,
        'Content-Type': file.type,
        'Cache-Control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        ETag: file.etag,
      };
      if (request.headers['if-none-match'] === file.etag) {
        response.writeHead(304, headers).end();
        return;
      }
      response.writeHead(200, { ...headers, 'Content-Length': String(file.body.length) });
      response.end(method === 'HEAD' ? undefined : file.body);
    });

    const actualPort = () => {
      const address = server.address();
      return address && typeof address === 'object' ? address.port : port;
    };

    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      resolve({
        url: `http://${host}:${actualPort()}/`,
        port: actualPort(),
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/**
 * Percent escapes resolved; a malformed one matches no file.
 * @param {string} path
 */
function decodePath(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}

/**
 * Who answers on a port of this machine?
 * @param {number} port
 * @returns {Promise<{ kind: 'free' | 'stranger' } | { kind: 'skein', version: string }>}
 */
export async function whoAnswers(port) {
  try {
    const answer = await fetch(`http://${host}:${port}${markerPath}`, {
      redirect: 'error',
      signal: AbortSignal.timeout(2000),
    });
    const marker = await answer.json();
    return marker?.program === 'skein' ? { kind: 'skein', version: String(marker.version) } : { kind: 'stranger' };
  } catch (error) {
    const refused =
      error instanceof TypeError && /** @type {{ code?: string } | undefined} */ (error.cause)?.code === 'ECONNREFUSED';
    return { kind: refused ? 'free' : 'stranger' };
  }
}

/**
 * @param {string | undefined} text
 * @returns {number} a port, 1 to 65535 (0 where a free one is wanted); throws on anything else
 */
export function readPort(text) {
  if (text === undefined) return usualPort;
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new Error(`--port wants a number from 1 to 65535, not "${text}".`);
  return port;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({ options: { port: { type: 'string' }, root: { type: 'string' } } });
  const site = await serve({ port: readPort(values.port), ...(values.root ? { root: values.root } : {}) });
  console.log(site.url);
}
