import { spawnSync } from 'node:child_process';
import { inflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadShaper } from '#drawing/pdf/shaper';
import { writePdf } from '#drawing/pdf/write-pdf';
import { buildSheet } from '#drawing/scene/build-sheet';
import { singlePage } from '#drawing/scene/pages';
import { type Scene, textsOf } from '#drawing/scene/scene';
import type { Sheet } from '#drawing/scene/sheet';
import { tDynamic } from '#i18n/index';
import { canDrawPdf } from '../../support/pdf-picture.ts';
import { pdfText } from '../../support/pdf-text.ts';
import { exampleBlock, exampleContent } from '../example-chart.ts';
import { line, page, pdfOf, woffBytes } from './sheet.ts';

const sheetOf = (sheet: Partial<Sheet> = {}): Scene =>
  buildSheet({
    content: exampleContent(),
    sheet: { format: 'A4', orientation: 'landscape', ink: 'colour', ...sheet },
    block: exampleBlock,
    marking: 'RESTRICTED',
    words: tDynamic,
  }).scene;

const latin1 = (pdf: Uint8Array): string => Buffer.from(pdf).toString('latin1');

/** What stands in the file uncompressed, and the contents of its streams that are text. */
function opened(pdf: Uint8Array): { readonly plain: string; readonly streams: readonly string[] } {
  const source = latin1(pdf);
  const streams: string[] = [];
  const plain = source.replace(/\/Length (\d+)([\s\S]*?)\nstream\n/g, (whole, length: string, _rest, at: number) => {
    const from = at + whole.length;
    streams.push(inflateSync(Buffer.from(source.slice(from, from + Number(length)), 'latin1')).toString('latin1'));
    return whole;
  });
  return { plain: plain.replace(/stream\n[\s\S]*?\nendstream/g, ''), streams };
}

describe('a sheet of the example chart', () => {
  let scene: Scene;
  let pdf: Uint8Array;
  beforeAll(async () => {
    scene = sheetOf();
    pdf = await pdfOf(scene);
  });

  it('gives back every text, letter by letter, in the order it was drawn', () => {
    const texts = [...textsOf(scene)].map((t) => t.text).filter((t) => t !== '');
    expect(pdfText(pdf).split('\n').slice(0, -1)).toEqual(texts);
    for (const name of ['លឹម ពិសិដ្ឋ', 'สมชาย ใจดี', 'ບຸນມີ ສີສະຫວັດ', 'အောင်ကျော်မင်း', 'Trần Quốc Dũng'])
      expect(texts).toContain(name);
  });

  it('has one page of the size of its paper, and says where each of its objects stands', () => {
    const { plain } = opened(pdf);
    expect(plain.match(/\/Type \/Page\b/g)).toHaveLength(1);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(plain)!;
    expect(Number(width)).toBeCloseTo((297 / 25.4) * 72, 2);
    expect(Number(height)).toBeCloseTo((210 / 25.4) * 72, 2);
    const source = latin1(pdf);
    const table = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(source)![1]);
    const places = [...source.slice(table).matchAll(/^(\d{10}) 00000 n $/gm)].map(([, place]) => Number(place));
    expect(places.length).toBeGreaterThan(10);
    places.forEach((place, i) => {
      expect(source.slice(place).startsWith(`${i + 1} 0 obj\n`)).toBe(true);
    });
  });

  it('says nothing of who made it, with what or when, and no word of the case outside the page', () => {
    const { plain } = opened(pdf);
    expect(plain).toContain('/Title (Skein)');
    for (const key of [
      'Author',
      'Creator',
      'Producer',
      'CreationDate',
      'ModDate',
      'Metadata',
      'Subject',
      'Keywords',
      'URI',
      'JavaScript',
    ])
      expect(plain).not.toContain(`/${key}`);
    for (const word of ['Tamarind', 'Network', 'RESTRICTED', 'TC-2026']) expect(plain).not.toContain(word);
  });

  it('is the same file, byte for byte, when written again', async () => {
    expect(Buffer.compare(Buffer.from(await pdfOf(sheetOf())), Buffer.from(pdf))).toBe(0);
  });

  it('has every font inside, no larger than its letters need', () => {
    const { plain } = opened(pdf);
    const fonts = plain.match(/\/BaseFont \/[A-Z]{6}\+NotoSans\w*-(Regular|SemiBold)\b/g)!;
    expect(new Set(fonts).size).toBe(fonts.length / 2);
    expect(plain.match(/\/FontFile2 /g)).toHaveLength(fonts.length / 2);
    expect(pdf.length).toBeLessThan(80_000);
  });

  it('in black and white has no colour', async () => {
    const { streams } = opened(await pdfOf(sheetOf({ ink: 'monochrome' })));
    const colours = streams.flatMap((s) => [...s.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b/g)]);
    expect(colours.length).toBeGreaterThan(100);
    for (const [, r, g, b] of colours) expect([r, g]).toEqual([g, b]);
  });
});

it('text that is turned reads upwards, and is still text', async () => {
  const straight = { ...line('Sok Vannara', 60), x: 40 };
  const pdf = await pdfOf(page(straight, { ...straight, turned: true } as typeof straight));
  const matrices = opened(pdf).streams.flatMap((s) => s.match(/^.* Tm$/gm) ?? []);
  expect(matrices).toEqual(['1 0 0 -1 40 60 Tm', '0 -1 -1 0 40 60 Tm']);
  expect(
    pdfText(pdf)
      .split('\n')
      .filter((t) => t === 'Sok Vannara'),
  ).toHaveLength(2);
});

it('sheets of different size become pages of one file, with the marking on each', async () => {
  const pdf = await pdfOf(sheetOf(), sheetOf({ format: 'A3' }));
  expect(latin1(pdf).match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(pdfText(pdf).match(/RESTRICTED/g)).toHaveLength(4);
});

describe('a word whose letters are not drawn in the order they are written', () => {
  it.each([
    ['Khmer', 'ខ្មែរ ស្រ្តី កម្ពុជា ឃុំក្រាំង លើ'],
    ['Thai', 'เชียงใหม่ น้ำ กำ ที่นี่'],
    ['Lao', 'ເມືອງຫຼວງພະບາງ ນ້ຳ'],
    ['Burmese', 'မြန်မာ ကြောင်း ကျွန်ုပ် ငြိမ်း'],
    ['Vietnamese', 'Nguyễn Thị Hạnh Đường'],
    ['Latin with a mark of its own', 'e\u0301 A\u0323'],
  ])('is found as it is written: %s', async (_script, text) => {
    for (const weight of [400, 600] as const)
      expect(pdfText(await pdfOf(page(line(text, 20, { weight }))))).toBe(`${text}\n`);
  });

  it('is drawn as it must stand: the vowel left of the consonant it follows in the text', async () => {
    const { streams } = opened(await pdfOf(page(line('កេ', 20))));
    const content = streams.find((s) => s.includes('BT'))!;
    expect(content).toContain('/ActualText <FEFF178017C1>');
    const codes = /<([\dA-F]{8})>/.exec(content)![1]!;
    const map = streams.find((s) => s.includes('beginbfchar'))!;
    // Whoever does not heed the span still reads the text in order, glyph by glyph.
    expect(map).toContain(`<${codes.slice(0, 4)}> <1780>`);
    expect(map).toContain(`<${codes.slice(4)}> <17C1>`);
    const shaper = await loadShaper();
    const { woffTables } = await import('#drawing/pdf/sfnt');
    const [file] = woffBytes([page(line('កេ', 20))]);
    const font = shaper.font(woffTables(file!.bytes));
    const only = (text: string): number => font.shape(text)[0]!.glyphs.at(-1)!.glyph;
    // Alone, a vowel stands beside a dotted circle; the consonant is itself.
    const [first, second] = font.shape('កេ')[0]!.glyphs;
    expect(second!.glyph).toBe(only('ក'));
    expect(font.shape('េ')[0]!.glyphs.map((g) => g.glyph)).toContain(first!.glyph);
  });
});

it('without one of its fonts nothing is written', async () => {
  const shaper = await loadShaper();
  const steps = writePdf({
    pages: [singlePage(page(line('ក', 20)))],
    fonts: [],
    title: 'Skein',
    language: 'en',
    shaper,
  });
  expect(() => steps.next()).toThrow(RangeError);
});

it('tells how much of how much is drawn', async () => {
  const scenes = [sheetOf()];
  const told: number[] = [];
  const steps = writePdf({
    pages: scenes.map((scene) => singlePage(scene)),
    fonts: woffBytes(scenes),
    title: 'Skein',
    language: 'en',
    shaper: await loadShaper(),
  });
  for (let step = steps.next(); !step.done; step = steps.next()) {
    expect(step.value.of).toBe(scenes[0]!.layers.reduce((sum, l) => sum + l.shapes.length, 0));
    told.push(step.value.done);
  }
  expect(told.length).toBeGreaterThan(5);
  expect(told).toEqual([...told].sort((a, b) => a - b));
  expect(told.at(-1)).toBe(scenes[0]!.layers.reduce((sum, l) => sum + l.shapes.length, 0));
});

it.skipIf(!canDrawPdf())("Poppler's search finds every name, without gaps, in every script", async () => {
  const names = [
    'លឹម ពិសិដ្ឋ',
    'ខ្មែរ',
    'ស្រ្តី',
    'สมชาย ใจดี',
    'ท่าเรือเกาะแสร',
    'ບຸນມີ ສີສະຫວັດ',
    'ເມືອງຫຼວງພະບາງ',
    'အောင်ကျော်မင်း',
    'မြန်မာ',
    'Trần Quốc Dũng',
  ];
  const pdf = await pdfOf(page(...names.map((name, i) => line(name, 8 + 8 * i))));
  const { stdout } = spawnSync('pdftotext', ['-', '-'], { input: pdf });
  const lines = stdout
    .toString('utf8')
    .normalize('NFC')
    .split(/[\n\f]/);
  for (const name of names) expect(lines).toContain(name.normalize('NFC'));
});
