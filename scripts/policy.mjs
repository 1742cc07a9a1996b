// @ts-check
/**
 * What the browser is told it may do, once for all who say it: the server (as headers), the built page (as a meta element) and the tests.
 * Reasons and measurements: the page must have no way to send a word of a case anywhere.
 */

/** @type {Readonly<Record<string, string>>} */
const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'skein-worker',
};

/** Directives that a browser heeds only in a header. */
const headerOnly = new Set(['frame-ancestors']);

/** @param {Readonly<Record<string, string>>} from */
const join = (from) =>
  Object.entries(from)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** The policy as a header. */
export const contentSecurityPolicy = join(directives);

/** The worker that draws sheets, as the build names it. */
const drawingWorker = /^\/assets\/drawing-[\w-]+\.js$/;

/**
 * The policy of one answer. The worker that writes PDF files puts letters together with WebAssembly of our own origin; the page and all
 * other workers may compile none. It lends nobody a way out: what a worker may connect to stays the same.
 *
 * @param {string} path as it stands in the address, `/assets/x.js`
 */
export const policyOf = (path) =>
  drawingWorker.test(path) ? join({ ...directives, 'script-src': "'self' 'wasm-unsafe-eval'" }) : contentSecurityPolicy;

/** The policy as a `<meta http-equiv>` in the built page, so that it holds wherever the files are served from. */
export const metaPolicy = join(
  Object.fromEntries(Object.entries(directives).filter(([name]) => !headerOnly.has(name))),
);

/**
 * The policy of the program in one file, opened from a disk: its own script and styles by their digests, workers it makes itself
 * (`blob:`), and bytes that stand in the page (`data:`): such an address leads nowhere. There is no origin to load anything from.
 * WebAssembly is for the worker that writes PDF files; a worker made by the page has the page's policy.
 *
 * @param {{ scripts: string[], styles: string[] }} digests as they stand in a policy, `'sha256-…'`
 */
export const singleFilePolicy = ({ scripts, styles }) =>
  join({
    'default-src': "'none'",
    'script-src': [...scripts, "'wasm-unsafe-eval'"].join(' '),
    'style-src': styles.join(' '),
    'img-src': 'data: blob:',
    'font-src': 'data:',
    'connect-src': 'data:',
    'worker-src': 'blob:',
    'form-action': "'none'",
    'base-uri': "'none'",
    'object-src': "'none'",
    'require-trusted-types-for': "'script'",
    'trusted-types': 'skein-worker',
  });

/**
 * The policy while developing: Vite's client needs an inline preamble, inline styles and a socket to its own server.
 * Still nothing beyond this machine.
 */
export const developmentPolicy = join({
  'default-src': "'none'",
  'script-src': "'self' 'unsafe-inline' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self' ws://127.0.0.1:*",
  'worker-src': "'self' blob:",
  'manifest-src': "'self'",
  'form-action': "'none'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
});

/** Every feature a page could ask for and this one never does. Clipboard and full screen stay: they act on the analyst's own key press. */
const closedFeatures = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'compute-pressure',
  'display-capture',
  'encrypted-media',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'otp-credentials',
  'payment',
  'picture-in-picture',
  'publickey-credentials-create',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'window-management',
  'xr-spatial-tracking',
];

/** Headers of every answer, beside the policy and the type. */
export const guardHeaders = Object.freeze({
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': closedFeatures.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-DNS-Prefetch-Control': 'off',
});
