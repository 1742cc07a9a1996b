import { inflateSync } from 'node:zlib';

/**
 * Reads the text of a PDF as a reader does when one searches or copies: glyphs through their font's ToUnicode table (ISO 32000-1,
 * 9.10.3), and the text of a marked span where it says what it stands for (14.9.4). Enough for what browsers print: no object
 * streams, no encryption. Texts in the order they were drawn; white space of the layout is not made up.
 */
export function pdfText(pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1');
  const objects = new Map<string, { readonly dict: string; readonly stream?: string }>();
  for (const match of source.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = match.index + match[0].length;
    const dict = source.slice(from, closing(source, from));
    const data = /^\s*stream\r?\n/.exec(source.slice(from + dict.length, from + dict.length + 20));
    const length = /\/Length (\d+)/.exec(dict);
    if (!data || !length) {
      objects.set(match[1]!, { dict });
      continue;
    }
    const start = from + dict.length + data[0].length;
    const bytes = Buffer.from(source.slice(start, start + Number(length[1])), 'latin1');
    objects.set(match[1]!, {
      dict,
      stream: (dict.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1'),
    });
  }
  const fonts = new Map<string, ReadonlyMap<string, string>>();
  for (const { dict } of objects.values()) {
    for (const list of dict.matchAll(/\/Font\s*<<([^>]*)>>/g)) {
      for (const [, name, number] of list[1]!.matchAll(/\/(\S+)\s+(\d+) 0 R/g)) {
        const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number!)?.dict ?? '');
        const stream = table && objects.get(table[1]!)?.stream;
        if (stream) fonts.set(name!, unicodeTable(stream));
      }
    }
  }
  let text = '';
  for (const { dict, stream } of objects.values()) {
    if (stream && !/\/Subtype\s*\/(?!Form)/.test(dict) && / Tf\s/.test(stream)) text += drawnText(stream, fonts);
  }
  return text;
}

/** Where a dictionary (or another object) ends that begins here. */
function closing(source: string, from: number): number {
  let depth = 0;
  for (let i = from; i < source.length; i++) {
    if (source.startsWith('<<', i)) {
      depth++;
      i++;
    } else if (source.startsWith('>>', i)) {
      depth--;
      i++;
      if (depth === 0) return i + 1;
    } else if (depth === 0 && source.startsWith('endobj', i)) return i;
  }
  return source.length;
}

const utf16 = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function unicodeTable(cmap: string): Map<string, string> {
  const table = new Map<string, string>();
  for (const block of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code, to] of block[1]!.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g))
      table.set(code!.toUpperCase(), utf16(to!));
  }
  for (const block of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, a, b, to] of block[1]!.matchAll(/<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>\s*<([\dA-Fa-f]+)>/g)) {
      const first = Number.parseInt(a!, 16);
      for (let n = first; n <= Number.parseInt(b!, 16); n++) {
        const code = n.toString(16).toUpperCase().padStart(a!.length, '0');
        const last = (Number.parseInt(to!.slice(-4), 16) + n - first).toString(16).padStart(4, '0');
        table.set(code, utf16(to!.slice(0, -4) + last));
      }
    }
  }
  return table;
}

function drawnText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let text = '';
  let font: ReadonlyMap<string, string> | undefined;
  /** Of each open marked span, whether it has said its text already. */
  const spans: boolean[] = [];
  const operators = /\/(\S+) [\d.]+ Tf|\/ActualText\s*<([\dA-Fa-f]+)>[^\n]*?BDC|(BDC|BMC)|(EMC)|<([\dA-Fa-f]+)>|(ET)/g;
  for (const [, name, actual, opens, closes, glyphs, ends] of content.matchAll(operators)) {
    if (name !== undefined) font = fonts.get(name);
    else if (actual !== undefined) {
      text += utf16(actual).replace('\uFEFF', '');
      spans.push(true);
    } else if (opens) spans.push(false);
    else if (closes) spans.pop();
    else if (ends) text += '\n';
    else if (glyphs !== undefined && !spans.includes(true)) {
      for (const code of glyphs.match(/.{4}/g) ?? []) text += font?.get(code.toUpperCase()) ?? '';
    }
  }
  return text;
}
