/** One end of a line between two threads, whatever carries it. */
export interface Port {
  post(message: unknown, transfer?: readonly Transferable[]): void;
  /** Calls back for every message from now on. One listener. */
  listen(onMessage: (message: unknown) => void): void;
  close(): void;
}

/** What a page's worker, a worker's global scope and a MessagePort have in common. */
export interface WebPort {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  start?(): void;
  close?(): void;
}

export function webPort(port: WebPort): Port {
  return {
    post: (message, transfer = []) => port.postMessage(message, [...transfer]),
    listen: (onMessage) => {
      port.addEventListener('message', (event) => onMessage(event.data));
      port.start?.();
    },
    close: () => port.close?.(),
  };
}

/** Node's `parentPort`. */
export interface NodePort {
  postMessage(message: unknown, transfer: readonly never[]): void;
  on(type: 'message', listener: (message: unknown) => void): unknown;
  close?(): void;
}

export function nodePort(port: NodePort): Port {
  return {
    post: (message, transfer = []) => port.postMessage(message, transfer as readonly never[]),
    listen: (onMessage) => {
      port.on('message', onMessage);
    },
    close: () => port.close?.(),
  };
}

/** A worker as its owner holds it: the line, its end, and the news that it has died by itself. */
export interface Line {
  readonly port: Port;
  /** Ends the worker at once, in the middle of whatever it does. */
  end(): void;
  onDeath(told: (detail: string) => void): void;
}
