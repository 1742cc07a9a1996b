/**
 * Closes the ways out of the page that a content security policy leaves open: frames with their fresh windows, WebRTC, navigation,
 * new windows, links, and the connections a browser opens in advance. A case must not leave by a slip, nor by a hostile word inside
 * imported text. Runs before anything else of the program; what it closes stays closed until the page is gone.
 *
 * It guards against the program's own mistakes, not against hostile script: no such script runs under the policy.
 */
export function closeExits(page: Window & typeof globalThis): void {
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport']) {
    if (name in page) seal(page, name, undefined);
  }
  seal(page, 'open', () => null);
  forbidFrames(page);
  keepForeignAddressesOffLinks(page);
  cancelForeignNavigation(page);
  cancelForeignLinks(page);
  cancelForeignForms(page);
}

/**
 * Addresses of this program: its own origin, the `blob:` addresses it makes itself for files to save, and places within the page that is
 * open (the whole program, where it is one file opened from a disk: no other file is its own).
 */
export function isOwnAddress(address: string, location: { readonly origin: string; readonly href: string }): boolean {
  try {
    const url = new URL(address, location.href);
    if (beforeFragment(url.href) === beforeFragment(location.href)) return true;
    // What a page from a disk makes itself belongs to no origin, and so does the page.
    if (url.protocol === 'blob:' && location.href.startsWith('file:')) return url.origin === 'null';
    return (
      (url.protocol === 'http:' || url.protocol === 'https:' || url.protocol === 'blob:') &&
      url.origin === location.origin
    );
  } catch {
    return false;
  }
}

const beforeFragment = (address: string): string => address.split('#', 1)[0] ?? address;

function seal(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, configurable: false, writable: false });
}

const frames = new Set(['iframe', 'frame', 'object', 'embed', 'fencedframe', 'portal']);

/**
 * The program has no frames. An empty one would bring a second, unguarded window, and one with an address makes the browser connect
 * before the policy refuses it. Markup cannot bring one either: the policy admits no markup from text.
 */
function forbidFrames(page: Window & typeof globalThis): void {
  const { createElement, createElementNS } = page.Document.prototype;
  const check = (name: string): void => {
    const local = name.toLowerCase().split(':').at(-1) ?? '';
    if (frames.has(local)) throw new TypeError(`The policy admits no <${local}>.`);
  };
  seal(
    page.Document.prototype,
    'createElement',
    function (this: Document, name: string, options?: ElementCreationOptions) {
      check(String(name));
      return createElement.call(this, name, options);
    },
  );
  seal(
    page.Document.prototype,
    'createElementNS',
    function (this: Document, namespace: string | null, name: string, options?: ElementCreationOptions) {
      check(String(name));
      return createElementNS.call(this, namespace, name, options);
    },
  );
}

/**
 * A foreign address never becomes a link, so that there is nothing to click, to drag, to open from a menu, or to connect to in
 * advance (a browser does so when the mouse rests on a link, and for `<link rel=preconnect>`). It is shown as text with a Copy button.
 */
function keepForeignAddressesOffLinks(page: Window & typeof globalThis): void {
  const isForeign = (name: string, value: unknown): boolean =>
    /^(xlink:)?href$/i.test(name) && !isOwnAddress(String(value), page.location);

  for (const { prototype } of [page.HTMLAnchorElement, page.HTMLAreaElement, page.HTMLLinkElement, page.SVGAElement]) {
    const { setAttribute, setAttributeNS } = prototype;
    seal(prototype, 'setAttribute', function (this: Element, name: string, value: string) {
      if (!isForeign(String(name), value)) setAttribute.call(this, name, value);
    });
    seal(prototype, 'setAttributeNS', function (this: Element, namespace: string | null, name: string, value: string) {
      if (!isForeign(String(name), value)) setAttributeNS.call(this, namespace, name, value);
    });
    const property = Object.getOwnPropertyDescriptor(prototype, 'href');
    const write = property?.set;
    if (!property || !write) continue;
    Object.defineProperty(prototype, 'href', {
      ...property,
      configurable: false,
      set(this: Element, value: unknown) {
        if (!isForeign('href', value)) write.call(this, value);
      },
    });
  }
}

interface NavigateEvent extends Event {
  readonly destination: { readonly url: string };
}

function cancelForeignNavigation(page: Window): void {
  const { navigation } = page as Window & { navigation?: EventTarget };
  navigation?.addEventListener('navigate', (event) => {
    const { url } = (event as NavigateEvent).destination;
    if (event.cancelable && !isOwnAddress(url, page.location)) event.preventDefault();
  });
}

/** For a link whose address came some other way. A middle click opens a tab without a navigation of this page: it is caught as a click. */
function cancelForeignLinks(page: Window): void {
  const cancel = (event: Event): void => {
    for (const element of event.composedPath()) {
      if (!isLink(element)) continue;
      const address = typeof element.href === 'string' ? element.href : element.href.baseVal;
      if (address !== '' && !isOwnAddress(address, page.location)) {
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

/** The policy refuses every form that is sent, but only after the browser has connected to where it was to go. */
function cancelForeignForms(page: Window & typeof globalThis): void {
  const isForeign = (action: string): boolean =>
    !action.startsWith('javascript:') && !isOwnAddress(action, page.location);

  page.addEventListener(
    'submit',
    (event) => {
      const form = event.target as HTMLFormElement;
      const button = event.submitter;
      const action = button?.hasAttribute('formaction') ? (button as HTMLButtonElement).formAction : form.action;
      if (isForeign(String(action))) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    { capture: true },
  );
  const { submit } = page.HTMLFormElement.prototype;
  seal(page.HTMLFormElement.prototype, 'submit', function (this: HTMLFormElement) {
    if (!isForeign(String(this.action))) submit.call(this);
  });
}
