import { brotliDecompressSync } from 'node:zlib';

/** Table tags by their number in a WOFF2 directory (W3C WOFF File Format 2.0, §5.2); only the first ones occur here. */
const KNOWN =
  'cmap head hhea hmtx maxp name OS/2 post cvt_ fpgm glyf loca prep CFF_ VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB'.split(
    ' ',
  );

/** Code points with a glyph and their advance widths in thousandths, read from a WOFF2 file. */
export function readWoff2(file: Buffer): { widths: Map<number, number> } {
  const count = file.readUInt16BE(12);
  const compressed = file.readUInt32BE(20);
  let p = 48;
  const base128 = (): number => {
    let value = 0;
    for (;;) {
      const byte = file[p++]!;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const directory: { tag: string; transformed: boolean; length: number }[] = [];
  for (let i = 0; i < count; i++) {
    const flags = file[p++]!;
    let tag = KNOWN[flags & 63] ?? '?';
    if ((flags & 63) === 63) {
      tag = file.toString('latin1', p, p + 4);
      p += 4;
    }
    const version = flags >> 6;
    const transformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
    const original = base128();
    directory.push({ tag, transformed, length: transformed ? base128() : original });
  }
  const data = brotliDecompressSync(file.subarray(p, p + compressed));
  const tables = new Map<string, { data: Buffer; transformed: boolean }>();
  let offset = 0;
  for (const { tag, transformed, length } of directory) {
    tables.set(tag, { data: data.subarray(offset, offset + length), transformed });
    offset += length;
  }
  const advance = advances(tables);
  const widths = new Map<number, number>();
  for (const [point, glyph] of characterMap(tables.get('cmap')!.data)) widths.set(point, advance(glyph));
  return { widths };
}

function advances(tables: Map<string, { data: Buffer; transformed: boolean }>): (glyph: number) => number {
  const metrics = tables.get('hhea')!.data.readUInt16BE(34);
  const unitsPerEm = tables.get('head')!.data.readUInt16BE(18);
  const { data, transformed } = tables.get('hmtx')!;
  return (glyph) => {
    const i = Math.min(glyph, metrics - 1);
    const units = transformed ? data.readUInt16BE(1 + 2 * i) : data.readUInt16BE(4 * i);
    return Math.round((units * 1000) / unitsPerEm);
  };
}

function characterMap(cmap: Buffer): Map<number, number> {
  const out = new Map<number, number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(4 + 8 * i + 4);
    if (cmap.readUInt16BE(at) !== 4) continue;
    const segments = cmap.readUInt16BE(at + 6) / 2;
    for (let s = 0; s < segments; s++) {
      const word = (block: number): number => cmap.readUInt16BE(at + 14 + 2 * s + block);
      const [end, start, delta] = [word(0), word(2 + 2 * segments), word(2 + 4 * segments)];
      const rangeAt = at + 16 + 6 * segments + 2 * s;
      const range = cmap.readUInt16BE(rangeAt);
      for (let c = start; c <= end && c !== 0xffff; c++) {
        let glyph = (c + delta) & 0xffff;
        if (range !== 0) {
          glyph = cmap.readUInt16BE(rangeAt + range + 2 * (c - start));
          if (glyph !== 0) glyph = (glyph + delta) & 0xffff;
        }
        if (glyph !== 0) out.set(c, glyph);
      }
    }
  }
  return out;
}
