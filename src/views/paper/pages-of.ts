import { type ScenePage, singlePage } from '#drawing/scene/pages';
import { SHEET_FORMATS, type Sheet, type SheetFormat, type Size, shortSide } from '#drawing/scene/sheet';
import { type TilePlan, tilePages, tilePlan } from '#drawing/scene/tiles';
import { tDynamic } from '#i18n/index';
import { isList, type SheetChoice } from './sheet-choice.ts';
import type { DrawnSheet } from './use-sheet.ts';

export function isLarger(sheet: Pick<Sheet, 'format'>, format: SheetFormat): boolean {
  return shortSide(sheet.format) > shortSide(format);
}

/** How many sheets of paper of a format sheets are cut into, the plans not counted. */
export function tilesFor(sizes: readonly Size[], format: SheetFormat): number {
  return sizes.reduce((n, size) => n + (exceeds(size, format) ? tilePlan(size, format).tiles.length : 1), 0);
}

/** Whether a sheet as drawn is larger than paper of a format; an index is drawn on that paper already. */
function exceeds({ width, height }: Size, format: SheetFormat): boolean {
  return Math.min(width, height) > shortSide(format);
}

/** How a sheet is cut; undefined where it is printed whole. */
export function planOf(size: Size, { subject, tiles }: Pick<SheetChoice, 'subject' | 'tiles'>): TilePlan | undefined {
  return isList(subject) || tiles === 'none' || !exceeds(size, tiles) ? undefined : tilePlan(size, tiles);
}

/** What is printed and written: each sheet itself, or a plan and its parts where it is cut. */
export function pagesOf(
  { result: { sheets }, request: { marking } }: Pick<DrawnSheet, 'result' | 'request'>,
  choice: Pick<SheetChoice, 'subject' | 'tiles'>,
): readonly ScenePage[] {
  const plans = sheets.map(({ scene }) => planOf(scene, choice));
  const several = plans.filter(Boolean).length > 1;
  return sheets.flatMap(({ scene, name }, i) => {
    const plan = plans[i];
    if (!plan) return [singlePage(scene, name)];
    return tilePages(scene, plan, {
      words: tDynamic,
      ...(marking !== undefined && { marking }),
      ...(several && { sheet: name }),
    });
  });
}

/** The next larger sheet, for what does not fit this one. */
export function nextLarger(format: SheetFormat): SheetFormat | undefined {
  return SHEET_FORMATS.find((f) => shortSide(f) > shortSide(format));
}
