import type { Scene } from '#drawing/scene/scene';
import { type FontBytes, fontsNeeded } from '#drawing/svg/font-faces';

/** Files whose faces the document has; they stay, for the next sheet needs mostly the same. */
const known = new Set<string>();

/**
 * Gives the document the shipped fonts that draw a scene, each for the characters it holds, and waits until they are ready:
 * preview and print must not fall back to a font of this machine.
 * @throws RangeError when a needed font is not among `fonts`.
 */
export async function addPageFonts(scene: Scene, fonts: readonly FontBytes[]): Promise<void> {
  const bytes = new Map(fonts.map((f) => [f.file, f.bytes]));
  await Promise.all(
    fontsNeeded(scene).map(async ({ subset, weight, file }) => {
      if (known.has(file)) return;
      const data = bytes.get(file);
      if (!data) throw new RangeError(`font not handed in: ${file}`);
      const face = new FontFace(subset.family, data.slice().buffer, {
        weight: String(weight),
        unicodeRange: unicodeRange(subset.covers),
      });
      await face.load();
      if (known.has(file)) return;
      known.add(file);
      document.fonts.add(face);
    }),
  );
}

/** "20-7e a0-ff" as CSS writes it. */
function unicodeRange(covers: string): string {
  return covers
    .split(' ')
    .map((range) => `U+${range}`)
    .join(',');
}
