import { describe, expect, it } from 'vitest';
import { buildSheet } from '#drawing/scene/build-sheet';
import { textsOf } from '#drawing/scene/scene';
import { SHEET_FORMATS, type SheetFormat, sheetSize } from '#drawing/scene/sheet';
import { OVERLAP, tilePages, tilePlan } from '#drawing/scene/tiles';
import { tDynamic } from '#i18n/index';
import { pdfText } from '../../support/pdf-text.ts';
import { exampleBlock, exampleContent } from '../example-chart.ts';
import { pdfOfPages } from './sheet.ts';

const sheetOn = (format: SheetFormat) =>
  buildSheet({
    content: exampleContent(),
    sheet: { format, orientation: 'landscape', ink: 'colour' },
    block: exampleBlock,
    marking: 'RESTRICTED',
    words: tDynamic,
  }).scene;

describe.each(SHEET_FORMATS)('a sheet of %s', (format) => {
  const size = sheetSize({ format, orientation: 'landscape' });

  it.each(['A4', 'A3'] as const)(
    'is covered by tiles on %s, each overlapping the next and none without need',
    (paper) => {
      const plan = tilePlan(size, paper);
      expect(plan.tiles).toHaveLength(plan.columns * plan.rows);
      for (const { x, y, row, column } of plan.tiles) {
        const right = x + plan.window.width;
        const bottom = y + plan.window.height;
        if (column < plan.columns - 1) {
          expect(right - plan.tiles.find((t) => t.row === row && t.column === column + 1)!.x).toBeCloseTo(OVERLAP);
          expect(right).toBeLessThan(size.width);
        } else expect(right).toBeGreaterThanOrEqual(size.width);
        if (row < plan.rows - 1) {
          expect(bottom - plan.tiles.find((t) => t.row === row + 1 && t.column === column)!.y).toBeCloseTo(OVERLAP);
          expect(bottom).toBeLessThan(size.height);
        } else expect(bottom).toBeGreaterThanOrEqual(size.height);
      }
      const printed = sheetSize(plan);
      expect(plan.window.width).toBeLessThanOrEqual(printed.width - 10);
      expect(plan.window.height).toBeLessThanOrEqual(printed.height - 10);
    },
  );
});

it('the way round of the paper is the one that takes fewer sheets', () => {
  expect(tilePlan({ width: 420, height: 297 }, 'A4').tiles).toHaveLength(4);
  expect(tilePlan({ width: 190, height: 1000 }, 'A4')).toMatchObject({ orientation: 'portrait', columns: 1, rows: 4 });
  expect(tilePlan({ width: 9000, height: 9000 }, 'A4').tiles.at(-1)!.name).toMatch(/^A[A-Z]\d\d$/);
});

it('every page of the file has the marking and its number, and the sheet is in it once', async () => {
  const scene = sheetOn('A3');
  const plan = tilePlan(scene, 'A4');
  const pages = tilePages(scene, plan, { marking: 'RESTRICTED', words: tDynamic });
  expect(pages).toHaveLength(5);
  for (const { scene: own } of pages) {
    const texts = [...textsOf(own)].map((t) => t.text);
    expect(texts.filter((t) => t === 'RESTRICTED')).toHaveLength(2);
    for (const shape of textsOf(own)) {
      expect(shape.x).toBeGreaterThanOrEqual(5);
      expect(shape.y).toBeLessThanOrEqual(own.height - 5);
    }
  }
  pages.slice(1).forEach((page, i) => {
    expect([...textsOf(page.scene)].map((t) => t.text)).toContain(
      `${['A1', 'A2', 'B1', 'B2'][i]} · sheet ${i + 1} of 4`,
    );
  });
  expect([...textsOf(pages[0]!.scene)].map((t) => t.text)).toEqual(expect.arrayContaining(['A1', 'A2', 'B1', 'B2']));
  const pdf = await pdfOfPages(...pages);
  const source = Buffer.from(pdf).toString('latin1');
  expect(source.match(/\/Type \/Page\b/g)).toHaveLength(5);
  expect(source.match(/\/Subtype \/Form\b/g)).toHaveLength(1);
  const lines = pdfText(pdf).split('\n');
  expect(lines.filter((text) => text === 'SOK Dara')).toHaveLength(1);
  expect(lines.filter((text) => text === 'RESTRICTED')).toHaveLength(2 + 2 * 5);
});

it('type may grow with the sheet, since a wall is read from further away', () => {
  const sizes = (format: SheetFormat) =>
    [...textsOf(sheetOn(format))].filter((t) => t.text === 'SOK Dara').map((t) => t.size)[0]!;
  expect(sizes('A1')).toBeGreaterThan(1.3 * sizes('A3'));
});
