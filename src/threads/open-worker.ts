import { type Line, nodePort, webPort } from './port.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): unknown };
}

let policy: { createScriptURL(url: string): unknown } | undefined;
const known = new Set<string>();

/**
 * The address as the page's policy wants it: where Trusted Types are enforced, a script address passes only through the policy
 * `skein-worker`, and that lets pass only addresses registered here by the program itself.
 */
export function trusted(address: string): string {
  const types = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  known.add(address);
  if (!types) return address;
  policy ??= types.createPolicy('skein-worker', {
    createScriptURL: (url) => {
      if (known.has(url)) return url;
      throw new TypeError('not the address of a worker of this program');
    },
  });
  // The constructor takes a TrustedScriptURL; its declared type knows strings only.
  return policy.createScriptURL(address) as string;
}

/**
 * Starts a worker of the page. `address` is a constant of the build (`import address from '…?worker&url'`), never made from data. In the
 * program of one file it is `blob:`, and a page from a disk starts such a worker only as a classic script.
 */
export function openWorker(address: string): Line {
  const worker = new Worker(trusted(address), { type: address.startsWith('blob:') ? 'classic' : 'module' });
  return {
    port: webPort(worker),
    end: () => worker.terminate(),
    onDeath: (told) => {
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        told(event.message ?? 'error');
      });
      worker.addEventListener('messageerror', () => told('messageerror'));
    },
  };
}

/** What Node's Worker gives, as far as it is used here. */
export interface NodeWorker {
  postMessage(message: unknown, transfer: readonly never[]): void;
  on(type: 'message', listener: (message: unknown) => void): unknown;
  on(type: 'error', listener: (error: Error) => void): unknown;
  on(type: 'exit', listener: (code: number) => void): unknown;
  terminate(): Promise<number>;
  unref(): void;
}

/** A line to a worker thread of Node, made by the caller; it keeps no process alive. */
export function nodeLine(worker: NodeWorker): Line {
  return {
    port: nodePort(worker),
    end: () => void worker.terminate(),
    onDeath: (told) => {
      worker.on('error', (error) => told(error.message));
      worker.on('exit', (code) => told(`exit ${code}`));
    },
  };
}
