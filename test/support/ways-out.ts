// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the sources are text that runs in the page.
/**
 * Ways for a page to say something to somebody outside. Each is the source of a function that runs in the page with the foreign address
 * (`http://127.0.0.1:PORT/word`) and is free to throw: what counts is whether anybody outside hears it.
 */
const put =
  'const put = (tag, set) => { const e = Object.assign(document.createElement(tag), set); document.body.append(e); return e; };';
/** Source text, because Playwright hands functions to the page as text: `put` appends an element with properties. */
const way = (body: string): string => `(address) => { ${put} ${body} }`;

/** Those that leave the page standing; they are all tried on one page. */
export const quietWays: Readonly<Record<string, string>> = {
  fetch: way('fetch(address).catch(() => 0);'),
  'fetch without CORS': way(
    "fetch(address, { mode: 'no-cors', method: 'POST', body: 'word', keepalive: true }).catch(() => 0);",
  ),
  XMLHttpRequest: way("const x = new XMLHttpRequest(); x.open('GET', address); x.send();"),
  WebSocket: way("new WebSocket(address.replace('http', 'ws'));"),
  WebTransport: way("new WebTransport(address.replace('http', 'https')).ready.catch(() => 0);"),
  EventSource: way('new EventSource(address);'),
  sendBeacon: way("navigator.sendBeacon(address, 'word');"),
  'fetch later': way('globalThis.fetchLater?.(address, { activateAfter: 0 });'),
  'image object': way('new Image().src = address;'),
  'image element': way("put('img', { src: address });"),
  'image set': way("put('img', { srcset: address + ' 1x' });"),
  'image as input': way("put('input', { type: 'image', src: address });"),
  'style: background': way("put('div', { textContent: 'x' }).style.backgroundImage = `url(${address})`;"),
  'style: list mark': way("put('li', { textContent: 'x' }).style.listStyleImage = `url(${address})`;"),
  'style: cursor and mask': way(
    "const s = put('div', { textContent: 'x' }).style; s.maskImage = `url(${address})`; s.borderImageSource = `url(${address})`; s.cursor = `url(${address}), auto`;",
  ),
  'style sheet, linked': way("put('link', { rel: 'stylesheet', href: address });"),
  'style sheet, inline': way(
    "put('style', { textContent: `body { background-image: url(${address}) } @import '${address}';` });",
  ),
  'style sheet, adopted': way(
    'const s = new CSSStyleSheet(); s.replaceSync(`html { background-image: url(${address}) }`); document.adoptedStyleSheets.push(s);',
  ),
  'font face': way(
    "const f = new FontFace('word', `url(${address})`); document.fonts.add(f); f.load().catch(() => 0);",
  ),
  frame: way("put('iframe', { src: address });"),
  'frame, written': way('put(\'iframe\', {}).srcdoc = `<img src="${address}">`;'),
  'frame, navigated': way("put('iframe', {}).contentWindow.location = address;"),
  'frame, filled': way(
    "const d = put('iframe', {}).contentDocument; const i = d.createElement('img'); i.src = address; d.body.append(i);",
  ),
  'frame of fetch': way("put('iframe', {}).contentWindow.fetch(address).catch(() => 0);"),
  object: way("put('object', { data: address });"),
  embed: way("put('embed', { src: address });"),
  video: way("put('video', { src: address, poster: address, preload: 'auto' }).load();"),
  audio: way("put('audio', { src: address, preload: 'auto' }).load();"),
  'svg image': way(
    "const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const i = document.createElementNS(s.namespaceURI, 'image'); i.setAttribute('href', address); s.append(i); document.body.append(s);",
  ),
  'svg use': way(
    "const s = document.createElementNS('http://www.w3.org/2000/svg', 'svg'); const i = document.createElementNS(s.namespaceURI, 'use'); i.setAttribute('href', address + '#a'); s.append(i); document.body.append(s);",
  ),
  'script element': way("put('script', { src: address });"),
  'script, imported': way('import(address).catch(() => 0);'),
  'script, inline': way("put('script', { textContent: `fetch('${address}')` });"),
  markup: way('put(\'div\', {}).innerHTML = `<img src="${address}">`;'),
  'event attribute': way(
    "put('div', {}).setAttribute('onclick', `fetch('${address}')`); document.body.lastChild.click();",
  ),
  worker: way('new Worker(address);'),
  'worker from a blob': way(
    "new Worker(URL.createObjectURL(new Blob([`importScripts('${address}')`], { type: 'text/javascript' })));",
  ),
  'shared worker': way('new SharedWorker(address);'),
  'service worker': way('navigator.serviceWorker.register(address).catch(() => 0);'),
  'hint: prefetch': way("put('link', { rel: 'prefetch', href: address });"),
  'hint: preload': way("put('link', { rel: 'preload', as: 'image', href: address });"),
  'hint: module preload': way("put('link', { rel: 'modulepreload', href: address });"),
  'hint: preconnect': way("put('link', { rel: 'preconnect', href: address });"),
  'hint: preconnect, set later': way("const l = put('link', {}); l.href = address; l.rel = 'preconnect';"),
  'hint: preconnect in a frame': way(
    "const d = put('iframe', {}).contentDocument; const l = d.createElement('link'); l.rel = 'preconnect'; l.href = address; d.head.append(l);",
  ),
  'hint: prerender': way("put('link', { rel: 'prerender', href: address });"),
  'speculation rules': way(
    "put('script', { type: 'speculationrules', textContent: JSON.stringify({ prefetch: [{ urls: [address], eagerness: 'immediate' }] }) });",
  ),
  icon: way("put('link', { rel: 'icon', href: address });"),
  manifest: way("put('link', { rel: 'manifest', href: address });"),
  ping: way("const a = put('a', { href: '#', ping: address, textContent: 'x' }); a.click();"),
  'peer connection': way(
    "const p = new RTCPeerConnection({ iceServers: [{ urls: 'stun:' + new URL(address).host }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o));",
  ),
  'peer connection of a frame': way(
    "const f = put('iframe', {}); const p = new f.contentWindow.RTCPeerConnection({ iceServers: [{ urls: 'stun:' + new URL(address).host }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o));",
  ),
  'peer connection of a frame, by its number': way(
    "put('iframe', {}); const w = window[window.length - 1]; const p = new w.RTCPeerConnection({ iceServers: [{ urls: 'stun:' + new URL(address).host }] }); p.createDataChannel('x'); p.createOffer().then((o) => p.setLocalDescription(o));",
  ),
};

/** Those that would lead the page away or open another; each is tried on a page of its own. */
export const leavingWays: Readonly<Record<string, string>> = {
  'location =': way('location = address;'),
  'location.href =': way('location.href = address;'),
  'location.assign': way('location.assign(address);'),
  'location.replace': way('location.replace(address);'),
  'navigation.navigate': way('navigation.navigate(address);'),
  'meta refresh': way(
    "const m = document.createElement('meta'); m.httpEquiv = 'refresh'; m.content = '0;url=' + address; document.head.append(m);",
  ),
  'window.open': way('window.open(address);'),
  'window.open of a frame': way("put('iframe', {}).contentWindow.open(address);"),
  'top of a frame': way("put('iframe', {}).contentWindow.top.location = address;"),
  link: way("put('a', { href: address, textContent: 'x' }).click();"),
  'link by its attribute': way(
    "const a = put('a', { textContent: 'x' }); a.setAttribute('href', address); a.setAttribute('target', '_blank'); a.click();",
  ),
  'link past the guard of its attributes': way(
    "const a = put('a', { target: '_blank', textContent: 'x' }); Element.prototype.setAttribute.call(a, 'href', address); a.click();",
  ),
  'link in a new tab': way("put('a', { href: address, target: '_blank', textContent: 'x' }).click();"),
  'link to save': way("put('a', { href: address, download: 'x', textContent: 'x' }).click();"),
  'link never put on the page': way(
    "Object.assign(document.createElement('a'), { href: address, target: '_blank' }).click();",
  ),
  'link in a shadow': way(
    "const r = put('div', {}).attachShadow({ mode: 'closed' }); const a = document.createElement('a'); a.href = address; a.target = '_blank'; r.append(a); a.click();",
  ),
  'link in a drawing': way(
    "const n = 'http://www.w3.org/2000/svg'; const s = document.createElementNS(n, 'svg'); const a = document.createElementNS(n, 'a'); a.setAttribute('href', address); a.setAttribute('target', '_blank'); s.append(a); document.body.append(s); a.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));",
  ),
  'area of a map': way(
    "const m = put('map', { name: 'm' }); const a = document.createElement('area'); a.href = address; a.target = '_blank'; m.append(a); a.click();",
  ),
  form: way("put('form', { action: address, method: 'POST' }).submit();"),
  'form in a new tab': way("put('form', { action: address, target: '_blank' }).requestSubmit();"),
  'form in a new tab, sent by code': way("put('form', { action: address, target: '_blank' }).submit();"),
  'form by its button': way(
    "const f = put('form', {}); const b = document.createElement('button'); b.formAction = address; f.append(b); b.click();",
  ),
};

/** Ways that a browser closes by itself (or, without a window on a screen, does not use); tried all the same. */
export const closedByBrowsers: readonly string[] = [
  'svg use',
  'worker',
  'shared worker',
  'service worker',
  'hint: prerender',
  'icon',
  'manifest',
];

/** For a worker of the own origin. */
export const workerWays: Readonly<Record<string, string>> = {
  'worker: fetch': '(address) => fetch(address).catch(() => 0)',
  'worker: XMLHttpRequest': "(address) => { const x = new XMLHttpRequest(); x.open('GET', address); x.send(); }",
  'worker: WebSocket': "(address) => new WebSocket(address.replace('http', 'ws'))",
  'worker: EventSource': '(address) => new EventSource(address)',
  'worker: importScripts': '(address) => importScripts(address)',
  'worker: import': '(address) => import(address).catch(() => 0)',
  'worker: worker': '(address) => new Worker(address)',
  'worker: font':
    "(address) => { const f = new FontFace('w', `url(${address})`); self.fonts.add(f); return f.load().catch(() => 0); }",
};
