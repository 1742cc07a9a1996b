import { describe, expect, it } from 'vitest';
import { fontMeasure } from '#drawing/fonts/coverage';
import { letterPlaces } from '#drawing/report/curves';
import { type ReportInput, reportSheets } from '#drawing/report/report-sheets';
import { type Scene, textsOf } from '#drawing/scene/scene';
import { sheetSize } from '#drawing/scene/sheet';
import { tDynamic } from '#i18n/index';
import { exampleBlock } from '../example-chart.ts';

const texts = (scene: Scene): string[] => [...textsOf(scene)].map((t) => t.text);
const report = (parts: ReportInput['parts'], rest: Partial<ReportInput> = {}): readonly Scene[] =>
  reportSheets({
    sheet: { format: 'A4', orientation: 'landscape', ink: 'colour' },
    block: exampleBlock,
    marking: 'RESTRICTED',
    words: tDynamic,
    parts,
    ...rest,
  });

const columns = [{ title: 'Figure' }, { title: 'Before', align: 'end' as const }];
const rows = Array.from({ length: 60 }, (_, i) => [`Person ${i + 1}`, String(i)]);
const falling = (n: number, by: number) => Array.from({ length: n + 1 }, (_, q) => Math.max(0, 1 - q * by));
const curves = (n: number) => ({
  kind: 'curves' as const,
  across: 'Removed',
  up: 'Largest piece',
  most: n,
  curves: ['A', 'B', 'C'].map((letter, k) => ({
    letter,
    name: `Order ${letter}`,
    values: falling(n, (k + 1) / n),
    ...(k === 2 && { low: falling(n, 4 / n), high: falling(n, 1 / n) }),
  })),
});

describe('a report on sheets', () => {
  it('goes on over sheets with marking and number on each, the heading of a table said again, no row lost', () => {
    const sheets = report([
      { kind: 'words', title: 'First', text: ['A caveat.'], weight: 600 },
      { kind: 'table', columns, rows },
      curves(30),
    ]);
    expect(sheets.length).toBeGreaterThan(1);
    sheets.forEach((sheet, i) => {
      const on = texts(sheet);
      expect(on.filter((t) => t === 'RESTRICTED')).toHaveLength(2);
      expect(on).toContain(`Sheet ${i + 1} of ${sheets.length}`);
      if (on.some((t) => t.startsWith('Person '))) expect(on.filter((t) => t === 'Before')).toHaveLength(1);
    });
    const all = sheets.flatMap(texts).filter((t) => t.startsWith('Person '));
    expect(all).toEqual(rows.map(([name]) => name));
  });

  it('leaves no heading alone at the foot of a sheet', () => {
    for (let n = 1; n < 45; n++) {
      const sheets = report([
        { kind: 'table', columns, rows: rows.slice(0, n) },
        { kind: 'words', title: 'Second', text: ['What it is.'], over: true },
        { kind: 'table', columns: [{ title: 'Other' }], rows: [['the first row']] },
      ]);
      const on = sheets.map(texts).find((t) => t.includes('Second'))!;
      expect(on, `after ${n} rows`).toContain('the first row');
    }
  });

  it('keeps a table on one sheet that is to stay together', () => {
    for (let n = 20; n < 34; n++) {
      const sheets = report([
        { kind: 'table', columns, rows: rows.slice(0, n) },
        { kind: 'table', columns: [{ title: 'Other' }], rows: [['one'], ['two'], ['three']], together: true },
      ]);
      const on = sheets.map(texts).filter((t) => t.some((x) => ['one', 'two', 'three'].includes(x)));
      expect(on, `after ${n} rows`).toHaveLength(1);
    }
  });

  it('keeps every text within the margins, also a row higher than a sheet', () => {
    const size = sheetSize({ format: 'A4', orientation: 'portrait' });
    const long = Array.from({ length: 4000 }, (_, i) => `word${i}`).join(' ');
    const sheets = report(
      [
        { kind: 'words', title: 'Without '.repeat(60), text: [long] },
        { kind: 'table', columns, rows: [[long, '1']] },
        curves(2000),
      ],
      { sheet: { format: 'A4', orientation: 'portrait', ink: 'monochrome' } },
    );
    for (const sheet of sheets)
      for (const t of textsOf(sheet)) {
        const width = fontMeasure(t.text, t.weight, t.size);
        const left = t.anchor === 'end' ? t.x - width : t.anchor === 'middle' ? t.x - width / 2 : t.x;
        expect(left).toBeGreaterThanOrEqual(5);
        expect(left + width).toBeLessThanOrEqual(size.width - 5);
        expect(t.y).toBeLessThanOrEqual(size.height - 5);
      }
    expect(sheets.flatMap(texts).join(' ')).toContain('word3999');
  });

  it('tells curves apart without colour: dashes and letters of their own, in black on a printer that has only that', () => {
    const [sheet] = report([curves(40)], { sheet: { format: 'A4', orientation: 'landscape', ink: 'monochrome' } });
    const on = texts(sheet!);
    for (const letter of ['A', 'B', 'C']) {
      expect(on).toContain(letter);
      expect(on.some((t) => t.startsWith(`${letter} · Order`))).toBe(true);
    }
    const lines = sheet!.layers
      .flatMap((l) => l.shapes)
      .filter((s) => s.kind === 'path' && s.strokeWidth === 0.45 && s.d.includes('L'));
    expect(lines).toHaveLength(3);
    const dashes = lines.map((s) => (s.kind === 'path' ? (s.dash ?? []).join(' ') : ''));
    expect(new Set(dashes).size).toBe(3);
    for (const s of lines) expect(s).toMatchObject({ stroke: '#000000' });
  });

  it('says that it is empty where there is nothing', () => {
    const [sheet] = report([]);
    expect(sheet!.warnings).toEqual([{ code: 'chart-empty' }]);
  });
});

describe('letters on curves', () => {
  const at = (q: number, v: number) => ({ x: q * 10, y: (1 - v) * 200 });

  it('stand apart, also on curves that run together', () => {
    const same = falling(40, 0.02);
    const places = letterPlaces([same, same, same, same], at, 13);
    for (const [i, p] of places.entries())
      for (const q of places.slice(i + 1)) expect(Math.hypot(p.x - q.x, p.y - q.y)).toBeGreaterThanOrEqual(13);
  });

  it('stand on their curves, of one point and of none too', () => {
    expect(letterPlaces([[1], [], [1, 0]], at, 13)).toHaveLength(3);
    const curve = falling(20, 0.05);
    const [p] = letterPlaces([curve], at, 13);
    expect(curve.some((v, q) => at(q, v).x === p!.x && at(q, v).y === p!.y)).toBe(true);
  });
});
