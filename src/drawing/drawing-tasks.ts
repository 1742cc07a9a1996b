import { tDynamic } from '#i18n/index';
import { type MatrixInput, matrixSheets } from './matrix/matrix-sheets.ts';
import { outlinedScene } from './pdf/outlined-scene.ts';
import { loadShaper, type Shaper } from './pdf/shaper.ts';
import { writePdf } from './pdf/write-pdf.ts';
import { type PngFailure, scenePng } from './png/png-picture.ts';
import { type ReportInput, reportSheets } from './report/report-sheets.ts';
import { buildSheet, type SheetInput } from './scene/build-sheet.ts';
import { indexSheets } from './scene/index-sheets.ts';
import type { LegendRow } from './scene/legend.ts';
import type { ScenePage } from './scene/pages.ts';
import type { Scene } from './scene/scene.ts';
import { type FontBytes, type MissingCharacter, missingCharacters } from './svg/font-faces.ts';
import { svgText } from './svg/svg-text.ts';
import { type TableInput, tableSheets } from './table/table-sheets.ts';
import { type ActivityInput, activitySheet } from './timeline/activity-sheet.ts';
import { type TimelineInput, timelineSheets } from './timeline/timeline-sheets.ts';
import type { Words } from './words.ts';

/** What can be sent to another thread. */
type Sendable<T> = Omit<T, 'words' | 'measure'>;

/** What is put on paper, with all it needs. */
export type SheetRequest =
  | ({ readonly kind: 'chart' } & Sendable<SheetInput>)
  | ({ readonly kind: 'table' } & Sendable<TableInput>)
  | ({ readonly kind: 'matrix' } & Sendable<MatrixInput>)
  | ({ readonly kind: 'report' } & Sendable<ReportInput>)
  | ({ readonly kind: 'timeline' } & Sendable<TimelineInput>)
  | ({ readonly kind: 'activity' } & Sendable<ActivityInput>);

export interface NamedSheet {
  readonly scene: Scene;
  /** What it is, without a word of the case. */
  readonly name: string;
}

export interface SheetResult {
  /** At least one; of a chart the first is the chart, and an index may follow. */
  readonly sheets: readonly NamedSheet[];
  readonly legend: readonly LegendRow[];
  /** To be shown before anything is written; nothing is written while this is not empty. */
  readonly missing: readonly MissingCharacter[];
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
  const { sheets, legend } = drawn(request);
  return { sheets, legend, missing: missingCharacters(...sheets.map((s) => s.scene)) };
}

function drawn(request: SheetRequest): Omit<SheetResult, 'missing'> {
  const words = tDynamic;
  if (request.kind === 'table')
    return { sheets: named(tableSheets({ ...request, words }), 'drawing.pages.table', words), legend: [] };
  if (request.kind === 'matrix')
    return { sheets: named(matrixSheets({ ...request, words }), 'drawing.pages.matrix', words), legend: [] };
  if (request.kind === 'report')
    return { sheets: named(reportSheets({ ...request, words }), 'drawing.pages.report', words), legend: [] };
  if (request.kind === 'timeline') {
    const { scenes, legend } = timelineSheets({ ...request, words });
    return { sheets: named(scenes, 'drawing.pages.timeline', words), legend };
  }
  if (request.kind === 'activity')
    return { sheets: named([activitySheet({ ...request, words })], 'drawing.pages.activity', words), legend: [] };
  const { scene, legend, places } = buildSheet({ ...request, words });
  const index = request.grid ? indexSheets({ ...request, words }, scene, places) : [];
  return {
    sheets: [{ scene, name: words('drawing.pages.chart') }, ...named(index, 'drawing.pages.index', words)],
    legend,
  };
}

/** One is called what it is, several are numbered. */
function named(scenes: readonly Scene[], key: string, words: Words): readonly NamedSheet[] {
  const name = words(key);
  return scenes.map((scene, i) => ({
    scene,
    name: scenes.length === 1 ? name : words('drawing.pages.part', { name, number: i + 1, of: scenes.length }),
  }));
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
