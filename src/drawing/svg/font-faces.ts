import { fontFileName, fontRuns, missingIn } from '../fonts/coverage.ts';
import type { FontSubset } from '../fonts/font-subsets.ts';
import { type Scene, textsOf } from '../scene/scene.ts';
import type { FontWeight } from '../style/fonts.ts';

/** A font file a scene needs: `@fontsource/<folder>/files/<file>`. */
export interface NeededFont {
  readonly subset: FontSubset;
  readonly weight: FontWeight;
  readonly file: string;
}

/** A font file as the app fetched it or the command line read it. */
export interface FontBytes {
  /** As `NeededFont.file`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

interface Use extends NeededFont {
  readonly points: Set<number>;
}

function uses(scene: Scene): readonly Use[] {
  const out = new Map<string, Use>();
  for (const shape of textsOf(scene)) {
    for (const { text, subset } of fontRuns(shape.text)) {
      const file = fontFileName(subset, shape.weight);
      let use = out.get(file);
      if (!use) {
        use = { subset, weight: shape.weight, file, points: new Set() };
        out.set(file, use);
      }
      for (const c of text) use.points.add(c.codePointAt(0)!);
    }
  }
  return [...out.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The shipped fonts that draw the texts of a scene, and no others. */
export function fontsNeeded(scene: Scene): readonly NeededFont[] {
  return uses(scene).map(({ subset, weight, file }) => ({ subset, weight, file }));
}

export interface MissingCharacter {
  readonly character: string;
  /** "U+1F600". */
  readonly code: string;
  /** Texts of the sheet it stands in, each once. */
  readonly texts: readonly string[];
}

/** Characters of sheets no shipped font has, to be shown before anything is written: a sheet never has boxes. */
export function missingCharacters(...scenes: readonly Scene[]): readonly MissingCharacter[] {
  const found = new Map<string, Set<string>>();
  for (const { text } of scenes.flatMap((scene) => [...textsOf(scene)])) {
    for (const c of missingIn(text)) {
      const texts = found.get(c);
      if (texts) texts.add(text);
      else found.set(c, new Set([text]));
    }
  }
  return [...found]
    .sort(([a], [b]) => a.codePointAt(0)! - b.codePointAt(0)!)
    .map(([character, texts]) => ({
      character,
      code: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`,
      texts: [...texts],
    }));
}

/** `@font-face` rules with the files inside, each for the characters it draws here. */
export function fontFaceRules(scene: Scene, fonts: readonly FontBytes[]): string {
  const bytes = new Map(fonts.map((f) => [f.file, f.bytes]));
  return uses(scene)
    .map(({ subset, weight, file, points }) => {
      const data = bytes.get(file);
      if (!data) throw new RangeError(`font not handed in: ${file}`);
      return (
        `@font-face{font-family:"${subset.family}";font-style:normal;font-weight:${weight};` +
        `src:url(data:font/woff2;base64,${base64(data)}) format("woff2");unicode-range:${ranges(points)}}`
      );
    })
    .join('\n');
}

function ranges(points: ReadonlySet<number>): string {
  const out: [number, number][] = [];
  for (const p of [...points].sort((a, b) => a - b)) {
    const last = out.at(-1);
    if (last && last[1] === p - 1) last[1] = p;
    else out.push([p, p]);
  }
  const hex = (p: number): string => p.toString(16).toUpperCase();
  return out.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(',');
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  // In pieces: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x2000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x2000));
  return btoa(binary);
}
