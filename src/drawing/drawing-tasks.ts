import { tDynamic } from '#i18n/index';
import { outlinedScene } from './pdf/outlined-scene.ts';
import { loadShaper, type Shaper } from './pdf/shaper.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { type PngFailure, scenePng } from './png/png-picture.ts';
import { buildSheet, type SheetInput } from './scene/build-sheet.ts';
import type { LegendRow } from './scene/legend.ts';
import type { ScenePage } from './scene/pages.ts';
import type { Scene } from './scene/scene.ts';
import { type FontBytes, fontsNeeded, type MissingCharacter, missingCharacters } from './svg/font-faces.ts';
import { svgText } from './svg/svg-text.ts';

/** All of a sheet that can be sent to another thread. */
export type SheetRequest = Omit<SheetInput, 'words' | 'measure'>;

export interface SheetResult {
  readonly scene: Scene;
  readonly legend: readonly LegendRow[];
  /** To be shown before anything is written; a sheet is not written while this is not empty. */
  readonly missing: readonly MissingCharacter[];
  /** Font files to fetch for SVG and PNG: `<folder>/files/<file>` of @fontsource. */
  readonly fonts: readonly { readonly folder: string; readonly file: string }[];
}

/** The drawing worker's tasks: what each takes and gives. */
export interface DrawingContract {
  readonly load: never;
  readonly tasks: {
    readonly sheet: { readonly params: SheetRequest; readonly result: SheetResult };
    readonly svg: {
      readonly params: { readonly scene: Scene; readonly fonts: readonly FontBytes[] };
      readonly result: string;
    };
    /** Of the fonts the WOFF files (`woffName`). Fails with `shaper-missing`. */
    readonly 'svg-outlined': {
      readonly params: { readonly scene: Scene; readonly fonts: readonly FontBytes[] };
      readonly result: string;
    };
    readonly png: {
      readonly params: { readonly scene: Scene; readonly fonts: readonly FontBytes[]; readonly dpi: number };
      readonly result: { readonly png: ArrayBuffer } | { readonly failure: PngFailure };
    };
    readonly pdf: {
      /** Of the fonts the WOFF files (`woffName`). */
      readonly params: {
        readonly pages: readonly ScenePage[];
        readonly fonts: readonly FontBytes[];
        readonly locale: string;
      };
      /** Fails with `shaper-missing` when what puts letters together could not be loaded. */
      readonly result: ArrayBuffer;
    };
  };
}

export function drawSheet(request: SheetRequest): SheetResult {
  const { scene, legend } = buildSheet({ ...request, words: tDynamic });
  return {
    scene,
    legend,
    missing: missingCharacters(scene),
    fonts: fontsNeeded(scene).map(({ subset, file }) => ({ folder: subset.folder, file })),
  };
}

/** Its title is generic, for a case's words have no place in metadata. */
export function drawSvg(scene: Scene, fonts: readonly FontBytes[]): string {
  return svgText(scene, fonts, tDynamic('drawing.sheet.title'));
}

/** The same picture with letters as outlines: it needs no fonts, and its text cannot be found. */
export async function drawOutlinedSvg(
  scene: Scene,
  fonts: readonly FontBytes[],
): Promise<{ readonly svg: string } | { readonly failure: 'shaper-missing' }> {
  const shaper = await shaperOrNone();
  if (!shaper) return { failure: 'shaper-missing' };
  return { svg: drawSvg(outlinedScene(scene, fonts, shaper), []) };
}

async function shaperOrNone(): Promise<Shaper | undefined> {
  try {
    return await loadShaper();
  } catch {
    return undefined;
  }
}

/** In a worker, whose global scope holds its fonts. */
export async function drawPng(
  scene: Scene,
  fonts: readonly FontBytes[],
  dpi: number,
  faces: FontFaceSet,
): Promise<{ readonly png: ArrayBuffer } | { readonly failure: PngFailure }> {
  const outcome = await scenePng(scene, fonts, dpi, faces);
  return outcome.ok ? { png: await outcome.png.arrayBuffer() } : { failure: outcome.code };
}

/** Yields its true progress, shape by shape. Its title is the program's name: PDF readers show it, and list it among recent files. */
export async function* drawPdf(
  pages: readonly ScenePage[],
  fonts: readonly FontBytes[],
  locale: string,
): AsyncGenerator<
  { done: number; of: number },
  { readonly pdf: ArrayBuffer } | { readonly failure: 'shaper-missing' }
> {
  const shaper = await shaperOrNone();
  if (!shaper) return { failure: 'shaper-missing' };
  const pdf = yield* writePdf({ pages, fonts, title: 'Skein', language: locale, shaper });
  return { pdf: pdf.buffer as ArrayBuffer };
}
