import type { Buffer } from 'harfbuzzjs';
import { type FontTables, sfnt } from './sfnt.ts';

/** A glyph of a shaped text. Lengths are thousandths of the size; y grows upwards. */
export interface ShapedGlyph {
  readonly glyph: number;
  readonly advance: number;
  readonly dx: number;
  readonly dy: number;
}

/** What cannot be taken apart: a syllable, say, whose vowel stands before the consonant it follows in the text. */
export interface ShapedCluster {
  readonly text: string;
  readonly glyphs: readonly ShapedGlyph[];
}

/** A font that shapes text, with its outlines. */
export interface ShapingFont {
  shape(text: string): readonly ShapedCluster[];
  /** Outline as SVG path data in thousandths of the size, y upwards. */
  outline(glyph: number): string;
}

export interface Shaper {
  font(tables: FontTables): ShapingFont;
}

let loading: Promise<Shaper> | undefined;

/** HarfBuzz, loaded when first asked for: WebAssembly from the program's own origin. Rejects when it cannot be loaded. */
export function loadShaper(): Promise<Shaper> {
  loading ??= import('harfbuzzjs').then(
    (harfbuzz) => ({
      font: (tables) => {
        const font = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(sfnt(tables))));
        font.setScale(1000, 1000);
        return {
          shape: (text) => {
            const buffer = new harfbuzz.Buffer();
            buffer.addText(text);
            buffer.guessSegmentProperties();
            // All shipped scripts run from left to right; digits alone would be guessed from the machine's language.
            buffer.setDirection(harfbuzz.Direction.LTR);
            harfbuzz.shape(font, buffer);
            return clustersOf(text, buffer);
          },
          outline: (glyph) => font.glyphToPath(glyph),
        };
      },
    }),
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

function clustersOf(text: string, buffer: Buffer): ShapedCluster[] {
  const out: { from: number; glyphs: ShapedGlyph[] }[] = [];
  for (const item of buffer.getGlyphInfosAndPositions()) {
    const glyph = {
      glyph: item.codepoint,
      advance: item.xAdvance ?? 0,
      dx: item.xOffset ?? 0,
      dy: item.yOffset ?? 0,
    };
    const last = out.at(-1);
    // The default cluster level: numbers only grow, and equal ones stand together.
    if (last && last.from === item.cluster) last.glyphs.push(glyph);
    else out.push({ from: item.cluster, glyphs: [glyph] });
  }
  return out.map(({ from, glyphs }, i) => ({ text: text.slice(from, out[i + 1]?.from ?? text.length), glyphs }));
}
