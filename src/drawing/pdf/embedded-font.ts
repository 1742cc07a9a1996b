import { fontFacts, subsetFont } from './glyph-subset.ts';
import { ascii, type PdfFile, type Reference, utf16 } from './pdf-file.ts';
import { type FontTables, woffTables } from './sfnt.ts';
import type { ShapedCluster, ShapedGlyph, Shaper, ShapingFont } from './shaper.ts';

/** A glyph as a PDF shows it. */
export interface ShownGlyph extends ShapedGlyph {
  /** Its number in the file: one for each glyph *and* the text it stands for, so that a reader can tell the text from the glyph. */
  readonly code: number;
  /** The width the file states of it, thousandths of the size. */
  readonly width: number;
}

export interface ShownCluster {
  readonly text: string;
  readonly glyphs: readonly ShownGlyph[];
}

interface Coded {
  readonly glyph: number;
  readonly text: string;
}

/** A font of a PDF file: shapes text, notes what is used of it, and writes that much of itself into the file. */
export class EmbeddedFont {
  readonly #name: string;
  readonly #tables: FontTables;
  readonly #shaping: ShapingFont;
  readonly #advance: (glyph: number) => number;
  readonly #codes = new Map<string, number>();
  /** By code, from 1: 0 is "no glyph". */
  readonly #coded: Coded[] = [{ glyph: 0, text: '' }];
  /** A chart says the same words again and again. */
  readonly #shaped = new Map<string, readonly ShownCluster[]>();

  /** @param name PostScript name without spaces, `NotoSansKhmer-Regular` */
  constructor(name: string, woff: Uint8Array, shaper: Shaper) {
    this.#name = name;
    this.#tables = woffTables(woff);
    this.#shaping = shaper.font(this.#tables);
    this.#advance = fontFacts(this.#tables).advance;
  }

  /** A glyph without ink, of which only the width matters; undefined when the font has no space. */
  spacer(): ShownGlyph | undefined {
    const space = this.#shaping.shape(' ')[0]?.glyphs[0];
    if (!space || space.glyph === 0) return undefined;
    return { ...space, code: this.#code(space.glyph, ''), width: this.#advance(space.glyph) };
  }

  shape(text: string): readonly ShownCluster[] {
    let clusters = this.#shaped.get(text);
    if (!clusters) {
      clusters = this.#shaping.shape(text).map((cluster) => this.#shown(cluster));
      this.#shaped.set(text, clusters);
    }
    return clusters;
  }

  /** Shares the cluster's characters out over its glyphs, in order: read one after the other they give the text. */
  #shown({ text, glyphs }: ShapedCluster): ShownCluster {
    const characters = [...text];
    return {
      text,
      glyphs: glyphs.map((glyph, i) => {
        const last = i === glyphs.length - 1;
        const part = characters.slice(i, last ? undefined : i + 1).join('');
        return { ...glyph, code: this.#code(glyph.glyph, part), width: this.#advance(glyph.glyph) };
      }),
    };
  }

  #code(glyph: number, text: string): number {
    const key = `${glyph} ${text}`;
    let code = this.#codes.get(key);
    if (code === undefined) {
      code = this.#coded.push({ glyph, text }) - 1;
      this.#codes.set(key, code);
    }
    return code;
  }

  /** Writes the font with the glyphs used so far (ISO 32000-1, 9.7: a composite font addressed by glyph). */
  write(file: PdfFile, at: Reference, tag: string): void {
    const facts = fontFacts(this.#tables);
    const name = `/${tag}+${this.#name}`;
    const data = subsetFont(this.#tables, new Set(this.#coded.map((c) => c.glyph)));
    const glyphOf = new Uint8Array(2 * this.#coded.length);
    this.#coded.forEach(({ glyph }, code) => {
      glyphOf[2 * code] = glyph >> 8;
      glyphOf[2 * code + 1] = glyph & 255;
    });
    const descriptor = file.add({
      Type: '/FontDescriptor',
      FontName: name,
      // Symbolic: its codes are of its own.
      Flags: 4,
      FontBBox: facts.box,
      ItalicAngle: 0,
      Ascent: facts.ascent,
      Descent: facts.descent,
      CapHeight: 714,
      StemV: 80,
      FontFile2: file.addStream({ Length1: data.length }, data),
    });
    const descendant = file.add({
      Type: '/Font',
      Subtype: '/CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: '(Adobe)', Ordering: '(Identity)', Supplement: 0 },
      FontDescriptor: descriptor,
      DW: 0,
      W: [0, this.#coded.map(({ glyph }) => facts.advance(glyph))],
      CIDToGIDMap: file.addStream({}, glyphOf),
    });
    file.add(
      {
        Type: '/Font',
        Subtype: '/Type0',
        BaseFont: name,
        Encoding: '/Identity-H',
        DescendantFonts: [descendant],
        ToUnicode: file.addStream({}, ascii(unicodeMap(this.#coded))),
      },
      at,
    );
  }
}

/** Entries a block of such a map may hold (Adobe Technical Note 5014). */
const BLOCK = 100;

/** Zero-width space: readers that look at glyphs one by one leave it out. */
const NOTHING = '\u200B';

/** Which text each code stands for (ISO 32000-1, 9.10.3). A glyph beyond its cluster's characters stands for none. */
function unicodeMap(coded: readonly Coded[]): string {
  const lines = coded.slice(1).map(({ text }, i) => `<${hex(i + 1)}> <${utf16(text === '' ? NOTHING : text)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < lines.length; i += BLOCK) {
    const block = lines.slice(i, i + BLOCK);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

/** A code as a content stream shows it. */
export function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
