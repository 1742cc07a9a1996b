import { describe, expect, it } from 'vitest';
import { drawSheet } from '#drawing/drawing-tasks';
import { fontMeasure } from '#drawing/fonts/coverage';
import { buildSheet, type SheetInput } from '#drawing/scene/build-sheet';
import { gridReference, sheetGrid } from '#drawing/scene/grid';
import { type Scene, type TextShape, textsOf } from '#drawing/scene/scene';
import { LONGEST_ROLL, ROLL_FORMATS, shortSide } from '#drawing/scene/sheet';
import { tilePlan } from '#drawing/scene/tiles';
import { tDynamic } from '#i18n/index';
import { exampleBlock, exampleContent } from '../example-chart.ts';

const input = (rest: Partial<SheetInput> = {}): SheetInput => ({
  content: exampleContent(),
  sheet: { format: 'A1', orientation: 'landscape', ink: 'colour' },
  block: exampleBlock,
  marking: 'RESTRICTED',
  words: tDynamic,
  ...rest,
});
const layer = (scene: Scene, name: string) => scene.layers.find((l) => l.name === name)?.shapes ?? [];
const texts = (scene: Scene) => [...textsOf(scene)];

describe('a sheet with a grid', () => {
  const { scene, places } = buildSheet(input({ grid: {} }));

  it('has the same letters left and right and the same numbers above and below, in order', () => {
    const labels = layer(scene, 'grid').filter((s): s is TextShape => s.kind === 'text');
    const numbers = labels.filter((t) => /^\d+$/.test(t.text));
    const letters = labels.filter((t) => /^[A-Z]+$/.test(t.text));
    expect(numbers.length + letters.length).toBe(labels.length);
    expect(numbers.length).toBeGreaterThan(8);
    expect(letters.length).toBeGreaterThan(8);
    for (const label of new Set(labels.map((t) => t.text)))
      expect(labels.filter((t) => t.text === label)).toHaveLength(2);
  });

  it('names for each entity the field its name can be read in, protected persons by pseudonym', () => {
    expect(places).toHaveLength(exampleContent().entities.length);
    expect(places.map((p) => p.name)).toContain('P-01');
    expect(places.map((p) => p.name).join()).not.toContain('Real Name');
    const labels = layer(scene, 'grid').filter((s): s is TextShape => s.kind === 'text');
    const at = (label: string) => labels.filter((t) => t.text === label);
    const dara = places.find((p) => p.name === 'SOK Dara')!;
    const [, row, column] = /^([A-Z]+)(\d+)$/.exec(dara.field)!;
    const text = texts(scene).find((t) => t.text === 'SOK Dara')!;
    // Labels stand in the middle of their field: none is nearer.
    const width = fontMeasure(text.text, text.weight, text.size);
    const middle = text.anchor === 'middle' ? text.x : text.x + width / 2;
    const nearest = (among: TextShape[], of: (t: TextShape) => number, to: number) =>
      among.reduce((a, b) => (Math.abs(of(b) - to) < Math.abs(of(a) - to) ? b : a)).text;
    expect(
      nearest(
        labels.filter((t) => /^\d+$/.test(t.text)),
        (t) => t.x,
        middle,
      ),
    ).toBe(column);
    expect(at(row!)).toHaveLength(2);
  });

  it('keeps everything of the chart inside the frame', () => {
    const [outer] = layer(scene, 'grid');
    if (outer?.kind !== 'rect') throw new Error('no frame');
    for (const name of ['entities', 'entity-labels', 'link-labels'])
      for (const s of layer(scene, name))
        if (s.kind === 'text') {
          expect(s.x).toBeGreaterThan(outer.x);
          expect(s.x).toBeLessThan(outer.x + outer.width);
          expect(s.y).toBeLessThan(outer.y + outer.height);
        }
  });

  it('comes with an index, by name, after the chart', () => {
    const { words: _, ...request } = input({ grid: {} });
    const { sheets } = drawSheet({ kind: 'chart', ...request });
    expect(sheets.map((s) => s.name)).toEqual(['Chart', 'Index of entities']);
    const index = texts(sheets[1]!.scene).map((t) => t.text);
    expect(index).toEqual(expect.arrayContaining(['Name', 'Type', 'Field', 'SOK Dara', 'P-01', 'RESTRICTED']));
    expect(index.join()).not.toContain('Real Name');
    // Nobody hangs an index on the wall.
    expect(sheets[1]!.scene).toMatchObject({ width: 210, height: 297 });
    const { sheets: plain } = drawSheet({ kind: 'chart', ...(({ words: _, ...r }) => r)(input()) });
    expect(plain).toHaveLength(1);
  });

  it('on a sheet that is cut up, a field is the sheet of paper to take in hand', () => {
    const { scene: cut, places: found } = buildSheet(input({ grid: { tiles: 'A4' } }));
    const plan = tilePlan(cut, 'A4');
    const names = new Set(plan.tiles.map((t) => t.name));
    for (const p of found) expect(names).toContain(p.field);
    const fields = sheetGrid({ left: 0, right: 1, top: 0, bottom: 1 }, cut, plan);
    for (const t of plan.tiles)
      expect(gridReference(fields, t.x + plan.window.width / 2, t.y + plan.window.height / 2)).toBe(t.name);
  });
});

describe.each(ROLL_FORMATS)('%s', (format) => {
  it.each(['portrait', 'landscape'] as const)(
    'is as wide as the paper and as long as the chart needs (%s)',
    (orientation) => {
      const sheet = { format, orientation, ink: 'colour' } as const;
      const { scene } = buildSheet(input({ sheet }));
      const [across, along] = orientation === 'portrait' ? [scene.width, scene.height] : [scene.height, scene.width];
      expect(across).toBe(shortSide(format));
      expect(along).toBeGreaterThan(200);
      expect(along).toBeLessThanOrEqual(LONGEST_ROLL);
      // Nothing is cut off, and no strip of paper is left over beyond the legend.
      const of = orientation === 'portrait' ? (t: TextShape) => t.y : (t: TextShape) => t.x;
      const chart = texts(scene)
        .filter((t) => t.text === 'SOK Dara' || t.text === 'Legend: on this chart')
        .map(of);
      expect(Math.max(...chart)).toBeLessThan(along);
      const wide = exampleContent();
      const stretched = { ...wide, entities: wide.entities.map((e) => ({ ...e, x: e.x * 6 })) };
      const long = buildSheet(input({ sheet: { ...sheet, orientation: 'landscape' }, content: stretched })).scene;
      expect(long.width).toBeGreaterThan(long.height * 2);
    },
  );
});

describe('words on links', () => {
  const linkTexts = (linkWords: 'all' | 'short' | 'none') =>
    layer(buildSheet(input({ linkWords })).scene, 'link-labels').flatMap((s) => (s.kind === 'text' ? [s.text] : []));

  it('can be fewer, or none, while every line stays', () => {
    expect(linkTexts('none')).toEqual([]);
    const [all, short] = [linkTexts('all').join(' '), linkTexts('short').join(' ')];
    expect(short.length).toBeLessThan(all.length);
    const lines = (linkWords: 'all' | 'none') => layer(buildSheet(input({ linkWords })).scene, 'links').length;
    expect(lines('none')).toBe(lines('all'));
  });
});

it('block, marking and legend grow with a sheet for the wall', () => {
  const size = (format: 'A3' | 'A1', text: string) =>
    texts(buildSheet(input({ sheet: { format, orientation: 'landscape', ink: 'colour' } })).scene).find(
      (t) => t.text === text,
    )!.size;
  for (const text of ['RESTRICTED', exampleBlock.title, 'Legend: on this chart'])
    expect(size('A1', text) / size('A3', text)).toBeCloseTo(2);
});
