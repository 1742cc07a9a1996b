import { describe, expect, it } from 'vitest';
import { fontMeasure } from '#drawing/fonts/coverage';
import { type CodeId, codeStrokes } from '#drawing/matrix/code-strokes';
import { type MatrixInput, matrixSheets } from '#drawing/matrix/matrix-sheets';
import { pathSegments } from '#drawing/pdf/path-data';
import { type Scene, textsOf } from '#drawing/scene/scene';
import { tDynamic } from '#i18n/index';
import { exampleBlock } from '../example-chart.ts';

const texts = (scene: Scene): string[] => [...textsOf(scene)].map((t) => t.text);
const names = (n: number) => Array.from({ length: n }, (_, i) => `Person ${i + 1}`);
const sheets = (n: number, rest: Partial<MatrixInput> = {}): readonly Scene[] =>
  matrixSheets({
    sheet: { format: 'A4', orientation: 'landscape', ink: 'monochrome' },
    block: exampleBlock,
    marking: 'RESTRICTED',
    words: tDynamic,
    names: names(n),
    associated: names(n).map(() => 3),
    marks: [],
    edges: [],
    half: false,
    legend: [{ code: 'association', strength: 'confirmed', text: 'confirmed' }],
    note: 'A to Z.',
    heads: { name: 'Entity', associated: 'Associated' },
    ...rest,
  });
/** What is drawn in the layer of the matrix. */
const drawn = (scene: Scene) => scene.layers.find((l) => l.name === 'table')!.shapes;

describe('a matrix larger than a sheet', () => {
  it('has every pair of row and column on exactly one sheet, both named there, all on the paper', () => {
    const n = 90;
    const marks = Array.from({ length: n }, (_, row) => ({
      row,
      column: (row * 37 + 11) % n,
      code: 'association' as const,
      strength: 'confirmed' as const,
      out: false,
      back: false,
      links: 1,
    }));
    const all = sheets(n, { marks, legend: [] });
    expect(all.length).toBeGreaterThan(4);
    // Each mark is drawn once; nothing of the matrix lies off its sheet.
    expect(all.flatMap(drawn).filter((s) => s.kind === 'path' && s.move)).toHaveLength(n);
    for (const scene of all)
      for (const shape of drawn(scene)) {
        if (shape.kind === 'text' || shape.kind === 'rect') {
          expect(shape.x).toBeLessThanOrEqual(scene.width - 5);
          expect(shape.y).toBeLessThanOrEqual(scene.height - 5);
        }
      }
    const rows = all.flatMap((scene) => texts(scene).filter((t) => /^Person /.test(t)));
    expect(new Set(rows).size).toBe(n);
    all.forEach((scene, i) => {
      expect(texts(scene)).toContain(`Sheet ${i + 1} of ${all.length}`);
      expect(texts(scene).filter((t) => t === 'RESTRICTED')).toHaveLength(2);
      expect(texts(scene)).toContain('Associated');
    });
    // Each column bears its name, turned, within the sheet and above its first row.
    for (const scene of all) {
      const turned = drawn(scene).filter((s) => s.kind === 'text' && s.turned);
      expect(turned.length).toBeGreaterThan(0);
      for (const shape of turned) {
        if (shape.kind !== 'text') continue;
        expect(shape.text).toMatch(/^Person \d+$/);
        expect(shape.y - fontMeasure(shape.text, 400, shape.size)).toBeGreaterThan(5);
      }
    }
    // What it rests on is said once, first.
    expect(all.filter((scene) => texts(scene).includes('A to Z.'))).toEqual([all[0]]);
  });

  it('in the half form leaves out what lies above the diagonal, cells and sheets', () => {
    const mark = { code: 'participation', strength: 'confirmed', out: true, back: false, links: 2 } as const;
    const both = [
      { ...mark, row: 1, column: 0 },
      { ...mark, row: 0, column: 1 },
    ];
    const symbols = (scenes: readonly Scene[]) =>
      scenes.flatMap(drawn).filter((s) => s.kind === 'path' && s.move).length;
    const square = sheets(90, { marks: both, legend: [] });
    const half = sheets(90, { marks: both, legend: [], half: true });
    expect(half.length).toBeLessThan(square.length);
    // Symbol and arrowhead, of one of the two.
    expect([symbols(square), symbols(half)]).toEqual([4, 2]);
    expect(half.flatMap(texts).filter((t) => t === '2').length).toBeGreaterThan(0);
  });

  it('says so where nobody is in it', () => {
    const [only] = sheets(0);
    expect(only?.warnings).toEqual([{ code: 'chart-empty' }]);
  });
});

describe('the symbols', () => {
  const codes: readonly CodeId[] = ['participation', 'ownership', 'association', 'identity'];
  const all = codes.flatMap((code) =>
    (['confirmed', 'unconfirmed', 'tentative'] as const).map((strength) => ({ code, strength })),
  );

  it('are told apart by their form alone, each from every other', () => {
    const forms = all.map(({ code, strength }) => JSON.stringify(codeStrokes(code, strength)));
    expect(new Set(forms).size).toBe(all.length);
  });

  it('are paths a PDF file can hold', () => {
    for (const { code, strength } of all)
      for (const { d } of codeStrokes(code, strength)) {
        const points = pathSegments(d).flatMap((s) => (s.kind === 'close' ? [] : [...s.to]));
        expect(points.length, d).toBeGreaterThan(0);
        for (const p of points) expect(Math.abs(p), d).toBeLessThan(8);
      }
  });
});
