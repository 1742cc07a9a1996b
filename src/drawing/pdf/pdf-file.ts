import { zlibSync } from 'fflate';

/** A reference to an object of the file. */
export interface Reference {
  readonly number: number;
}

/** Values as PDF writes them; a string here is written as it is (a name with its slash, a text in its brackets). */
export type PdfValue = string | number | Reference | readonly PdfValue[] | { readonly [key: string]: PdfValue };

/** Writes the objects of a PDF file (ISO 32000-1, 7.5): numbered, compressed, with the table that says where each stands. */
export class PdfFile {
  readonly #objects: (Uint8Array | undefined)[] = [];

  /** A number for an object that is written later. */
  reserve(): Reference {
    return { number: this.#objects.push(undefined) };
  }

  add(value: PdfValue, at: Reference = this.reserve()): Reference {
    this.#objects[at.number - 1] = ascii(written(value));
    return at;
  }

  /** @param keys of the stream beside its length, `{ Subtype: '/Form' }` and the like */
  addStream(keys: { readonly [key: string]: PdfValue }, data: Uint8Array, at: Reference = this.reserve()): Reference {
    const packed = zlibSync(data, { level: 6 });
    const head = ascii(`${written({ ...keys, Length: packed.length, Filter: '/FlateDecode' })}\nstream\n`);
    this.#objects[at.number - 1] = joined([head, packed, ascii('\nendstream')]);
    return at;
  }

  /**
   * The file. Nothing in it says who made it or when, and the same objects give the same bytes.
   * @throws RangeError when a reserved object was never written.
   */
  bytes(root: Reference, info: Reference): Uint8Array {
    // Four bytes above 127 tell transport programs that this is no text.
    const parts: Uint8Array[] = [ascii('%PDF-1.7\n%'), Uint8Array.of(0xe2, 0xe3, 0xcf, 0xd3, 0x0a)];
    let at = parts.reduce((sum, p) => sum + p.length, 0);
    const places: number[] = [];
    this.#objects.forEach((object, i) => {
      if (!object) throw new RangeError(`object ${i + 1} was never written`);
      places.push(at);
      const part = joined([ascii(`${i + 1} 0 obj\n`), object, ascii('\nendobj\n')]);
      parts.push(part);
      at += part.length;
    });
    const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
    const size = places.length + 1;
    parts.push(
      ascii(
        `xref\n0 ${size}\n0000000000 65535 f \n${lines}` +
          `trailer\n${written({ Size: size, Root: root, Info: info })}\nstartxref\n${at}\n%%EOF\n`,
      ),
    );
    return joined(parts);
  }
}

function written(value: PdfValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return decimal(value);
  if (isReference(value)) return `${value.number} 0 R`;
  if (isList(value)) return `[${value.map(written).join(' ')}]`;
  const entries = Object.entries(value).map(([key, v]) => `/${key} ${written(v)}`);
  return `<< ${entries.join(' ')} >>`;
}

function isReference(value: PdfValue): value is Reference {
  return typeof value === 'object' && 'number' in value && typeof value.number === 'number';
}

function isList(value: PdfValue): value is readonly PdfValue[] {
  return Array.isArray(value);
}

/** PDF knows no exponents; a thousandth of a millimetre is less than any printer can place. */
export function decimal(value: number): string {
  const rounded = Math.round(value * 1000) / 1000;
  return Object.is(rounded, -0) ? '0' : String(rounded);
}

/** Plain where the text is letters and digits of ASCII; else UTF-16 with its byte order mark, in hexadecimal. */
export function textString(text: string): string {
  if (/^[\w .,-]*$/.test(text)) return `(${text})`;
  return actualText(text);
}

/** A text in any script. */
export function actualText(text: string): string {
  return `<FEFF${utf16(text)}>`;
}

export function utf16(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += text.charCodeAt(i).toString(16).padStart(4, '0').toUpperCase();
  return out;
}

export function ascii(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, p) => sum + p.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}
