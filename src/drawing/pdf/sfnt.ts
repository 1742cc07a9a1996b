import { unzlibSync } from 'fflate';

/** Tables of a font by tag, as they stand in the file, uncompressed. */
export type FontTables = ReadonlyMap<string, Uint8Array>;

const WOFF = 0x774f4646;

/**
 * Unpacks a WOFF file (W3C WOFF File Format 1.0): each table is stored as it is or deflated on its own.
 * @throws RangeError when the bytes are no WOFF file: the files are the program's own, so that would be a fault of the build.
 */
export function woffTables(woff: Uint8Array): FontTables {
  const view = new DataView(woff.buffer, woff.byteOffset, woff.byteLength);
  if (woff.length < 44 || view.getUint32(0) !== WOFF) throw new RangeError('not a WOFF file');
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(12);
  for (let i = 0; i < count; i++) {
    const entry = 44 + 20 * i;
    const tag = String.fromCharCode(...woff.subarray(entry, entry + 4));
    const from = view.getUint32(entry + 4);
    const stored = view.getUint32(entry + 8);
    const length = view.getUint32(entry + 12);
    const data = woff.subarray(from, from + stored);
    tables.set(tag, stored < length ? unzlibSync(data, { out: new Uint8Array(length) }) : data);
  }
  return tables;
}

/** Writes tables as a TrueType file (OpenType 1.9, "Organization of an OpenType font"), in the order of their tags. */
export function sfnt(tables: FontTables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = sorted.length;
  const padded = (length: number): number => (length + 3) & ~3;
  const out = new Uint8Array(12 + 16 * count + sorted.reduce((sum, [, data]) => sum + padded(data.length), 0));
  const view = new DataView(out.buffer);
  const power = Math.floor(Math.log2(count));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, count);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * count - 16 * 2 ** power);
  let at = 12 + 16 * count;
  sorted.forEach(([tag, data], i) => {
    const entry = 12 + 16 * i;
    for (let c = 0; c < 4; c++) out[entry + c] = tag.charCodeAt(c);
    out.set(data, at);
    view.setUint32(entry + 4, checksum(view, at, padded(data.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, data.length);
    at += padded(data.length);
  });
  return out;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
  return sum;
}
