import { type ScenePage, singlePage } from '#drawing/scene/pages';
import { SHEET_FORMATS, type Sheet, type SheetFormat, sheetSize } from '#drawing/scene/sheet';
import { tilePages, tilePlan } from '#drawing/scene/tiles';
import { tDynamic } from '#i18n/index';
import type { SheetChoice } from './sheet-choice.ts';
import type { DrawnSheet } from './use-sheet.ts';

export function isLarger(sheet: Sheet, format: SheetFormat): boolean {
  return SHEET_FORMATS.indexOf(sheet.format) > SHEET_FORMATS.indexOf(format);
}

/** How many sheets of paper of a format a sheet is cut into, the plan not counted. */
export function tilesFor(sheet: Sheet, format: SheetFormat): number {
  return tilePlan(sheetSize(sheet), format).tiles.length;
}

/** What is printed and written of a sheet: itself, or a plan and its parts. */
export function pagesOf({ request, result }: DrawnSheet, tiles: SheetChoice['tiles']): readonly ScenePage[] {
  if (tiles === 'none' || !isLarger(request.sheet, tiles)) return [singlePage(result.scene)];
  const { marking } = request;
  const plan = tilePlan(result.scene, tiles);
  return tilePages(result.scene, plan, { words: tDynamic, ...(marking !== undefined && { marking }) });
}
