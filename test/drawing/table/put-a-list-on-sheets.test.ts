import { describe, expect, it } from 'vitest';
import { fontMeasure } from '#drawing/fonts/coverage';
import { type Scene, textsOf } from '#drawing/scene/scene';
import { sheetSize } from '#drawing/scene/sheet';
import { type TableInput, tableSheets } from '#drawing/table/table-sheets';
import { wrapText } from '#drawing/table/wrap-text';
import { tDynamic } from '#i18n/index';
import { pdfText } from '../../support/pdf-text.ts';
import { exampleBlock } from '../example-chart.ts';
import { pdfOf } from '../pdf/sheet.ts';

const texts = (scene: Scene): string[] => [...textsOf(scene)].map((t) => t.text);
const list = (rows: TableInput['rows'], rest: Partial<TableInput> = {}): readonly Scene[] =>
  tableSheets({
    sheet: { format: 'A4', orientation: 'landscape', ink: 'colour' },
    block: exampleBlock,
    marking: 'RESTRICTED',
    words: tDynamic,
    columns: [{ title: 'No.', align: 'end' }, { title: 'From' }, { title: 'Said' }],
    rows,
    ...rest,
  });
const many = Array.from({ length: 130 }, (_, i) => [String(i + 1), `Person ${i + 1}`, 'knows']);

describe('a list in groups', () => {
  const heads = [
    { at: 0, title: 'Group 1' },
    { at: 70, title: 'Group 2' },
    { at: 129, title: 'Group 3' },
  ];

  it('has a head over each group, again where it goes on, and never one without a row below', () => {
    const sheets = list(many, { heads });
    const said = sheets.map((sheet) => texts(sheet).filter((t) => /^(Group|Person) /.test(t)));
    const all = said.flat();
    for (const title of ['Group 1', 'Group 2', 'Group 3']) expect(all.filter((t) => t === title)).toHaveLength(1);
    expect(all.filter((t) => t.startsWith('Person '))).toHaveLength(130);
    expect(all[all.indexOf('Group 2') + 1]).toBe('Person 71');
    for (const on of said) {
      expect(on[0]).toMatch(/^Group \d/);
      expect(on.at(-1)).toMatch(/^Person /);
    }
    expect(said[1]![0]).toBe('Group 1 (continued)');
  });
});

describe('a list longer than a sheet', () => {
  const sheets = list(many);

  it('goes on over sheets, each with heading, marking top and bottom, its number and the head of the log', () => {
    expect(sheets.length).toBeGreaterThan(2);
    sheets.forEach((sheet, i) => {
      const on = texts(sheet);
      for (const title of ['No.', 'From', 'Said']) expect(on.filter((t) => t === title)).toHaveLength(1);
      expect(on.filter((t) => t === 'RESTRICTED')).toHaveLength(2);
      expect(on).toContain(`Sheet ${i + 1} of ${sheets.length}`);
      expect(on.some((t) => t.startsWith('Log: change'))).toBe(true);
    });
  });

  it('has every row once, in order, within the margins', () => {
    const rows = sheets.flatMap((sheet) => texts(sheet).filter((t) => t.startsWith('Person ')));
    expect(rows).toEqual(many.map((row) => row[1]));
    const size = sheetSize({ format: 'A4', orientation: 'landscape' });
    for (const sheet of sheets) {
      expect(sheet).toMatchObject(size);
      for (const t of textsOf(sheet)) {
        const width = fontMeasure(t.text, t.weight, t.size);
        const left = t.anchor === 'end' ? t.x - width : t.anchor === 'middle' ? t.x - width / 2 : t.x;
        expect(left).toBeGreaterThanOrEqual(5);
        expect(left + width).toBeLessThanOrEqual(size.width - 5);
        expect(t.y).toBeLessThanOrEqual(size.height - 5);
      }
    }
  });

  it('gives its text back from the file, with a list of its sheets that says no word of the case', async () => {
    const pdf = await pdfOf(...sheets);
    const lines = pdfText(pdf).split('\n');
    for (const [, name] of many) expect(lines).toContain(name);
    const source = Buffer.from(pdf).toString('latin1');
    expect(source.match(/\/Type \/Page\b/g)).toHaveLength(sheets.length);
    expect(source).toContain('/Type /Outlines');
  });
});

it('a row that needs several lines is kept together, and one higher than a sheet loses nothing', () => {
  const long = Array.from({ length: 90 }, (_, i) => `word${i}`).join(' ');
  const sheets = list(many.map(([n, name]) => [n!, name!, long]));
  for (const sheet of sheets) {
    const on = texts(sheet);
    expect(on.filter((t) => t.includes('word0')).length).toBe(on.filter((t) => t.includes('word89')).length);
  }
  const huge = Array.from({ length: 9000 }, (_, i) => `w${i}`).join(' ');
  const parts = list([['1', 'A', huge]]);
  expect(parts.length).toBeGreaterThan(1);
  const said = parts
    .flatMap((sheet) => texts(sheet).filter((t) => /^w\d/.test(t)))
    .join(' ')
    .split(' ');
  expect(said).toEqual(huge.split(' '));
});

it('a narrow list goes on beside itself', () => {
  const rows = Array.from({ length: 100 }, (_, i) => [`N${i}`, 'B4']);
  const columns = [{ title: 'Name' }, { title: 'Field' }];
  expect(list(rows, { columns, across: true })).toHaveLength(1);
  expect(list(rows, { columns }).length).toBeGreaterThan(1);
});

it('an empty list says so', () => {
  const [sheet] = list([]);
  expect(texts(sheet!)).toContain('Nothing to list.');
  expect(sheet!.warnings).toEqual([{ code: 'chart-empty' }]);
});

describe('a text in a narrow cell', () => {
  const face = { measure: fontMeasure, weight: 400, size: 3, locale: 'en' } as const;

  it.each([
    ['Latin', 'The quick brown fox, jumped over (the) lazy dog.'],
    ['one long word', 'x'.repeat(80)],
    ['Khmer', 'លឹម ពិសិដ្ឋនៅភ្នំពេញជាមួយមិត្តភក្តិ'],
    ['Thai', 'ท่าเรือเกาะแสรที่อยู่ใกล้ชายแดน'],
    ['Burmese', 'အောင်ကျော်မင်းနှင့်သူငယ်ချင်းများ'],
  ])('is broken and loses nothing (%s)', (_, text) => {
    const lines = wrapText(text, 25, face);
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    for (const line of lines) expect(fontMeasure(line, 400, 3)).toBeLessThanOrEqual(25);
  });
});
