/**
 * Closes the ways out of the page that a content security policy leaves open: navigation to another origin, WebRTC, new windows and links.
 * A case must not leave by a slip, nor by a hostile word inside imported text. Runs before anything else of the program.
 */
export function closeExits(page: Window & typeof globalThis): void {
  removePeerConnections(page);
  stripFrames(page);
  Object.defineProperty(page, 'open', { value: () => null, configurable: false, writable: false });
  cancelForeignNavigation(page);
  cancelForeignLinks(page);
  removeHints(page);
}

/** Addresses of this program: its own origin, and the `blob:` addresses it makes itself for files to save. */
export function isOwnAddress(address: string, page: { location: { origin: string; href: string } }): boolean {
  try {
    const url = new URL(address, page.location.href);
    return (
      (url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'blob:') &&
      url.origin === page.location.origin
    );
  } catch {
    return false;
  }
}

const peerConnections = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport'];

function removePeerConnections(of: Window): void {
  for (const name of peerConnections) {
    if (name in of) Object.defineProperty(of, name, { value: undefined, configurable: false, writable: false });
  }
}

/** An empty frame brings a fresh, unguarded window: whoever reaches for it gets it stripped. */
function stripFrames(page: Window & typeof globalThis): void {
  for (const frame of [page.HTMLIFrameElement, page.HTMLObjectElement]) {
    for (const name of ['contentWindow', 'contentDocument'] as const) {
      const original = Object.getOwnPropertyDescriptor(frame.prototype, name);
      const read = original?.get;
      if (!read) continue;
      Object.defineProperty(frame.prototype, name, {
        ...original,
        configurable: false,
        get(this: HTMLIFrameElement) {
          const inside: unknown = read.call(this);
          const window =
            name === 'contentWindow' ? (inside as Window | null) : (inside as Document | null)?.defaultView;
          if (window) removePeerConnections(window);
          return inside;
        },
      });
    }
  }
}

interface NavigateEvent extends Event {
  readonly destination: { readonly url: string };
}

function cancelForeignNavigation(page: Window): void {
  const { navigation } = page as Window & { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    if (event.cancelable && !isOwnAddress((event as NavigateEvent).destination.url, page)) event.preventDefault();
  });
}

/** Middle click opens a tab without a navigation of this page: it is caught as a click. */
function cancelForeignLinks(page: Window): void {
  const cancel = (event: Event): void => {
    for (const element of event.composedPath()) {
      if (!isLink(element)) continue;
      const address = typeof element.href === 'string' ? element.href : element.href.baseVal;
      if (address !== '' && !isOwnAddress(address, page)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
      return;
    }
  };
  for (const type of ['click', 'auxclick', 'dragstart']) page.addEventListener(type, cancel, { capture: true });
}

function isLink(target: EventTarget): target is HTMLAnchorElement | HTMLAreaElement | SVGAElement {
  return target instanceof Element && (target.localName === 'a' || target.localName === 'area') && 'href' in target;
}

const hints = new Set(['preconnect', 'dns-prefetch', 'prefetch', 'prerender', 'modulepreload', 'preload']);

/** Resource hints open connections that no policy directive covers. */
function removeHints(page: Window & typeof globalThis): void {
  new page.MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (!(node instanceof HTMLLinkElement)) continue;
        const isHint = node.rel
          .toLowerCase()
          .split(/\s+/)
          .some((rel) => hints.has(rel));
        if (isHint && !isOwnAddress(node.href, page)) node.remove();
      }
    }
  }).observe(page.document, { childList: true, subtree: true });
}
