import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { woffName } from '#drawing/pdf/font-file';
import { loadShaper } from '#drawing/pdf/shaper';
import { writePdf } from '#drawing/pdf/write-pdf';
import { type ScenePage, singlePage } from '#drawing/scene/pages';
import type { Scene, Shape } from '#drawing/scene/scene';
import { type FontBytes, fontsNeeded } from '#drawing/svg/font-faces';

const require = createRequire(import.meta.url);

/** The WOFF files of the shipped fonts that scenes need. */
export function woffBytes(scenes: readonly Scene[]): FontBytes[] {
  const needed = new Map(scenes.flatMap(fontsNeeded).map(({ subset, file }) => [woffName(file), subset.folder]));
  return [...needed].map(([file, name]) => {
    const folder = dirname(require.resolve(`@fontsource/${name}/package.json`));
    return { file, bytes: readFileSync(join(folder, 'files', file)) };
  });
}

export async function pdfOf(...scenes: readonly Scene[]): Promise<Uint8Array> {
  return pdfOfPages(...scenes.map((scene) => singlePage(scene)));
}

export async function pdfOfPages(...pages: readonly ScenePage[]): Promise<Uint8Array> {
  const steps = writePdf({
    pages,
    fonts: woffBytes(pages.flatMap((p) => [p.scene, ...p.views.map((v) => v.scene)])),
    title: 'Skein',
    language: 'en',
    shaper: await loadShaper(),
  });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** A page 100 mm square with these shapes and nothing else. */
export function page(...shapes: readonly Shape[]): Scene {
  return { width: 100, height: 100, layers: [{ name: 'entities', shapes }], warnings: [], scale: 1, patterns: [] };
}

export function line(text: string, y: number, rest: { size?: number; weight?: 400 | 600 } = {}): Shape {
  const { size = 5, weight = 400 } = rest;
  return { kind: 'text', text, x: 5, y, size, weight, anchor: 'start', fill: '#000000' };
}
