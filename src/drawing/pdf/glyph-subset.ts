import { type FontTables, sfnt } from './sfnt.ts';

/** What a font says of itself, in thousandths of the size. */
export interface FontFacts {
  readonly box: readonly [number, number, number, number];
  readonly ascent: number;
  readonly descent: number;
  /** Advance width of a glyph. */
  readonly advance: (glyph: number) => number;
}

export function fontFacts(tables: FontTables): FontFacts {
  const head = viewOf(tables, 'head');
  const hhea = viewOf(tables, 'hhea');
  const hmtx = viewOf(tables, 'hmtx');
  const thousandths = (units: number): number => Math.round((units * 1000) / head.getUint16(18));
  const metrics = hhea.getUint16(34);
  return {
    box: [36, 38, 40, 42].map((at) => thousandths(head.getInt16(at))) as [number, number, number, number],
    ascent: thousandths(hhea.getInt16(4)),
    descent: thousandths(hhea.getInt16(6)),
    advance: (glyph) => thousandths(hmtx.getUint16(4 * Math.min(glyph, metrics - 1))),
  };
}

/** Tables a reader of PDF needs of a font embedded by glyph number (ISO 32000-1, 9.9); how glyphs combine is done already. */
const KEPT = ['head', 'hhea', 'hmtx', 'maxp', 'cvt ', 'fpgm', 'prep'];

/**
 * The font with the outlines of the given glyphs (and of those they are made of) and no others. Glyphs keep their numbers.
 * For fonts with `glyf` outlines, which all shipped ones are.
 */
export function subsetFont(tables: FontTables, glyphs: Iterable<number>): Uint8Array {
  const head = new Uint8Array(tableOf(tables, 'head'));
  const glyf = viewOf(tables, 'glyf');
  const loca = viewOf(tables, 'loca');
  const count = viewOf(tables, 'maxp').getUint16(4);
  const long = viewOf(tables, 'head').getInt16(50) === 1;
  const place = (glyph: number): number => (long ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const wanted = new Set<number>();
  // Glyph 0 stands for "no glyph": readers expect it.
  const queue = [0, ...glyphs];
  for (const glyph of queue) {
    if (glyph >= count || wanted.has(glyph)) continue;
    wanted.add(glyph);
    if (place(glyph + 1) > place(glyph)) queue.push(...components(glyf, place(glyph)));
  }
  const places = new DataView(new ArrayBuffer(4 * (count + 1)));
  const outlines: Uint8Array[] = [];
  let at = 0;
  for (let glyph = 0; glyph < count; glyph++) {
    places.setUint32(4 * glyph, at);
    if (!wanted.has(glyph)) continue;
    const outline = tableOf(tables, 'glyf').subarray(place(glyph), place(glyph + 1));
    outlines.push(outline);
    // Glyphs begin at even places.
    at += (outline.length + 3) & ~3;
  }
  places.setUint32(4 * count, at);
  const data = new Uint8Array(at);
  at = 0;
  for (const outline of outlines) {
    data.set(outline, at);
    at += (outline.length + 3) & ~3;
  }
  // Places in four bytes each.
  new DataView(head.buffer).setInt16(50, 1);
  const out = new Map<string, Uint8Array>();
  for (const tag of KEPT) {
    const table = tables.get(tag);
    if (table) out.set(tag, table);
  }
  return sfnt(out.set('head', head).set('loca', new Uint8Array(places.buffer)).set('glyf', data));
}

/** Glyphs a composite glyph is made of (OpenType 1.9, glyf, "Composite glyph description"). */
function components(glyf: DataView, at: number): number[] {
  if (glyf.getInt16(at) >= 0) return [];
  const out: number[] = [];
  let p = at + 10;
  for (;;) {
    const flags = glyf.getUint16(p);
    out.push(glyf.getUint16(p + 2));
    p += 4 + (flags & 0x1 ? 4 : 2);
    if (flags & 0x8) p += 2;
    else if (flags & 0x40) p += 4;
    else if (flags & 0x80) p += 8;
    if (!(flags & 0x20)) return out;
  }
}

function tableOf(tables: FontTables, tag: string): Uint8Array {
  const table = tables.get(tag);
  if (!table) throw new RangeError(`font without ${tag}`);
  return table;
}

function viewOf(tables: FontTables, tag: string): DataView {
  const { buffer, byteOffset, byteLength } = tableOf(tables, tag);
  return new DataView(buffer, byteOffset, byteLength);
}
