import { type ScenePage, singlePage } from '#drawing/scene/pages';
import { SHEET_FORMATS, type Sheet, type SheetFormat, type Size, shortSide } from '#drawing/scene/sheet';
import { type TilePlan, tilePages, tilePlan } from '#drawing/scene/tiles';
import { tDynamic } from '#i18n/index';
import { isList, type SheetChoice } from './sheet-choice.ts';
import type { DrawnSheet } from './use-sheet.ts';

export function isLarger(sheet: Pick<Sheet, 'format'>, format: SheetFormat): boolean {
  return shortSide(sheet.format) > shortSide(format);
}

/** How many sheets of paper of a format a sheet is cut into, the plan not counted. */
export function tilesFor(size: Size, format: SheetFormat): number {
  return tilePlan(size, format).tiles.length;
}

/** How the first sheet is cut; undefined where it is printed whole. */
export function planOf({ request, result }: DrawnSheet, { subject, tiles }: SheetChoice): TilePlan | undefined {
  if (isList(subject) || tiles === 'none' || !isLarger(request.sheet, tiles)) return undefined;
  return tilePlan(result.sheets[0]!.scene, tiles);
}

/** What is printed and written: each sheet itself, the first as a plan and its parts where it is cut. */
export function pagesOf(drawn: DrawnSheet, choice: SheetChoice): readonly ScenePage[] {
  const [first, ...rest] = drawn.result.sheets;
  const { marking } = drawn.request;
  const plan = planOf(drawn, choice);
  const others = rest.map((sheet) => singlePage(sheet.scene, sheet.name));
  if (!plan) return [singlePage(first!.scene, first!.name), ...others];
  return [...tilePages(first!.scene, plan, { words: tDynamic, ...(marking !== undefined && { marking }) }), ...others];
}

/** The next larger sheet, for what does not fit this one. */
export function nextLarger(format: SheetFormat): SheetFormat | undefined {
  return SHEET_FORMATS.find((f) => shortSide(f) > shortSide(format));
}
