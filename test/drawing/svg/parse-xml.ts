export interface XmlElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (XmlElement | string)[];
}

/**
 * Reads XML strictly, as far as these files need it: elements, attributes in double quotes, text, the five entities.
 * Throws where a conforming parser would (XML 1.0, productions 2, 10, 14, 39–44, 66–68).
 */
export function parseXml(source: string): XmlElement {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: production [2] forbids them
  const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;
  if (forbidden.test(source) || !source.isWellFormed()) throw new Error('character XML cannot hold');
  let at = source.startsWith('<?xml') ? source.indexOf('?>') + 2 : 0;
  const root: XmlElement = { tag: '', attributes: new Map(), children: [] };
  const open: XmlElement[] = [root];
  const decode = (text: string): string => {
    if (/&(?!(amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`stray ampersand: ${text}`);
    return text.replace(
      /&(amp|lt|gt|quot|apos);/g,
      (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" })[name]!,
    );
  };
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const text = source.slice(at, next < 0 ? undefined : next);
    if (text.includes(']]>')) throw new Error('stray ]]>');
    if (text !== '') open.at(-1)!.children.push(decode(text));
    if (next < 0) break;
    const tag = /^<(\/?)([A-Za-z][\w:-]*)((?:\s+[A-Za-z][\w:-]*="[^"<]*")*)\s*(\/?)>/.exec(source.slice(next));
    if (!tag) throw new Error(`no tag at ${source.slice(next, next + 40)}`);
    const [whole, closes, name, list, empty] = tag as unknown as [string, string, string, string, string];
    at = next + whole.length;
    if (closes) {
      if (open.pop()!.tag !== name) throw new Error(`unexpected </${name}>`);
      continue;
    }
    const attributes = new Map<string, string>();
    for (const [, key, value] of list.matchAll(/([\w:-]+)="([^"]*)"/g)) {
      if (attributes.has(key!)) throw new Error(`attribute twice: ${key}`);
      attributes.set(key!, decode(value!));
    }
    const element: XmlElement = { tag: name, attributes, children: [] };
    open.at(-1)!.children.push(element);
    if (!empty) open.push(element);
  }
  if (open.length !== 1) throw new Error(`not closed: ${open.at(-1)!.tag}`);
  const elements = root.children.filter((c) => typeof c !== 'string');
  if (elements.length !== 1) throw new Error('not one root element');
  return elements[0]!;
}

export function* descendants(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const c of element.children) if (typeof c !== 'string') yield* descendants(c);
}

export function textOf(element: XmlElement): string {
  return element.children.map((c) => (typeof c === 'string' ? c : textOf(c))).join('');
}
