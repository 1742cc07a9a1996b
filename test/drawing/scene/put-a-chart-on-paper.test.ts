import { describe, expect, it } from 'vitest';
import type { Multiplicity } from '#domain/chart/chart';
import { isProtected } from '#domain/entity/entity';
import { fontMeasure } from '#drawing/fonts/coverage';
import { buildSheet, type SheetInput } from '#drawing/scene/build-sheet';
import { layOut } from '#drawing/scene/chart-layout';
import { prepareChart } from '#drawing/scene/prepared-chart';
import type { LayerName, Scene, Shape } from '#drawing/scene/scene';
import { textsOf } from '#drawing/scene/scene';
import { SHEET_MARGIN } from '#drawing/scene/sheet';
import { tDynamic } from '#i18n/index';
import { exampleBlock, exampleContent } from '../example-chart.ts';

function draw(change: Partial<SheetInput> = {}) {
  return buildSheet({
    content: exampleContent(),
    sheet: { format: 'A4', orientation: 'landscape', ink: 'monochrome' },
    block: exampleBlock,
    marking: 'RESTRICTED',
    words: tDynamic,
    ...change,
  });
}

const layer = (scene: Scene, name: LayerName): readonly Shape[] =>
  scene.layers.find((l) => l.name === name)?.shapes ?? [];

interface Bounds {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function bounds(shape: Shape): Bounds | undefined {
  if (shape.kind === 'text') {
    const width = fontMeasure(shape.text, shape.weight, shape.size);
    const left = shape.anchor === 'start' ? shape.x : shape.anchor === 'end' ? shape.x - width : shape.x - width / 2;
    return { left, right: left + width, top: shape.y - shape.size * 0.8, bottom: shape.y + shape.size * 0.2 };
  }
  if (shape.kind === 'circle')
    return { left: shape.x - shape.r, right: shape.x + shape.r, top: shape.y - shape.r, bottom: shape.y + shape.r };
  if (shape.kind === 'rect')
    return { left: shape.x, right: shape.x + shape.width, top: shape.y, bottom: shape.y + shape.height };
  return undefined;
}

const meets = (a: Bounds, b: Bounds): boolean =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

describe('the legend', () => {
  it.each(['single', 'direction', 'each'] as Multiplicity[])('counts exactly what is drawn (%s)', (multiplicity) => {
    const content = exampleContent({ multiplicity });
    const { scene, legend } = draw({ content });
    const count = (text: string): number | undefined => legend.find((r) => r.text === text)?.count;
    const persons = content.entities.filter((e) => e.entity.type === 'person');
    expect(count('Person')).toBe(persons.filter((e) => !isProtected(e.entity)).length);
    expect(count('Protected person')).toBe(persons.filter((e) => isProtected(e.entity)).length);
    expect(count('Phone number')).toBe(content.entities.filter((e) => e.entity.type === 'phone-number').length);
    expect(count('Existence doubted')).toBe(1);
    const icons = legend.filter((r) => r.sign === 'icon').reduce((n, r) => n + r.count, 0);
    expect(icons).toBe(content.entities.length);
    const lines = legend.filter((r) => r.sign === 'strength').reduce((n, r) => n + r.count, 0);
    expect(lines).toBe(layer(scene, 'links').length);
    const printed = [...textsOf(scene)].map((t) => t.text);
    for (const row of legend) expect(printed).toContain(row.text);
  });

  it('has no row for what is not there', () => {
    const whole = exampleContent();
    const content = {
      ...whole,
      entities: whole.entities.filter((e) => ['dara', 'maly'].includes(e.entity.id)),
      links: whole.links.filter((l) => l.from === 'dara' && l.to === 'maly'),
      groups: [],
    };
    expect(draw({ content }).legend).toEqual([
      { sign: 'icon', icon: 'person', text: 'Person', count: 2 },
      { sign: 'strength', strength: 'unconfirmed', text: 'unconfirmed', count: 1 },
    ]);
  });

  it('names categories and what sizes mean', () => {
    const whole = exampleContent();
    const content = {
      ...whole,
      entities: whole.entities.map((e, i) => ({ ...e, category: (i % 3) + 1, sizeStep: (i % 4) as 0 | 1 | 2 | 3 })),
    };
    const { legend } = draw({
      content,
      legend: { categories: new Map([[1, 'Recruiters']]), sizedBy: 'Betweenness' },
    });
    expect(legend.filter((r) => r.sign === 'category').map((r) => [r.text, r.count])).toEqual([
      ['Recruiters', 14],
      ['Category 2', 13],
      ['Category 3', 13],
    ]);
    expect(legend.at(-1)).toMatchObject({ sign: 'size', text: 'Size: Betweenness', count: 40 });
  });
});

describe('in black and white', () => {
  it('no two strengths look alike, at any width', () => {
    const content = exampleContent({ multiplicity: 'each' });
    const { scene } = draw({ content });
    const looks = new Map<string, Set<string>>();
    const drawn = prepareChart(content, { words: tDynamic, locale: 'en', measure: fontMeasure }).drawn;
    layer(scene, 'links').forEach((shape, i) => {
      if (shape.kind !== 'path') throw new Error('a link is a path');
      const look = JSON.stringify([shape.dash?.map((d) => d.toFixed(4)), shape.cap, shape.strokeWidth.toFixed(4)]);
      const strengths = looks.get(look) ?? new Set();
      strengths.add(drawn[i]!.strength);
      looks.set(look, strengths);
    });
    expect(looks.size).toBeGreaterThanOrEqual(6);
    for (const strengths of looks.values()) expect(strengths.size).toBe(1);
  });

  it('there is no colour', () => {
    for (const { shapes } of draw().scene.layers)
      for (const s of shapes)
        for (const paint of s.kind === 'text' ? [s.fill] : [s.fill, s.stroke])
          expect(paint).toMatch(/^(none|pattern:.*|#(..)\2\2)$/);
  });
});

describe('on the sheet', () => {
  for (const format of ['A4', 'A3'] as const)
    for (const orientation of ['portrait', 'landscape'] as const)
      it(`${format} ${orientation} the chart keeps out of block, legend, marking and margin`, () => {
        const { scene } = draw({ sheet: { format, orientation, ink: 'colour' } });
        const chart = (['groups', 'link-labels', 'entities', 'entity-labels'] as const)
          .flatMap((name) => layer(scene, name))
          .flatMap((s) => bounds(s) ?? []);
        expect(chart.length).toBeGreaterThan(100);
        const legend = bounds(layer(scene, 'legend')[0]!)!;
        const block = layer(scene, 'block').flatMap((s) => bounds(s) ?? []);
        for (const b of chart) {
          expect(meets(b, legend)).toBe(false);
          for (const other of block) expect(meets(b, other)).toBe(false);
          expect(b.left).toBeGreaterThanOrEqual(SHEET_MARGIN - 0.5);
          expect(b.right).toBeLessThanOrEqual(scene.width - SHEET_MARGIN + 0.5);
        }
        for (const b of [...block, legend]) {
          expect(b.left).toBeGreaterThanOrEqual(SHEET_MARGIN - 0.01);
          expect(b.right).toBeLessThanOrEqual(scene.width - SHEET_MARGIN + 0.01);
        }
        for (const b of layer(scene, 'legend').flatMap((s) => bounds(s) ?? [])) expect(meets(b, legend)).toBe(true);
      });

  it('no label of a link is left out, and none covers a symbol when there is room', () => {
    const { scene } = draw({ sheet: { format: 'A3', orientation: 'landscape', ink: 'colour' } });
    const content = exampleContent();
    const { drawn } = prepareChart(content, { words: tDynamic, locale: 'en', measure: fontMeasure });
    const labels = layer(scene, 'link-labels').map((s) => (s.kind === 'text' ? s.text : ''));
    expect(labels.join(' ').replace(/\s+/g, ' ').length).toBe(drawn.map((d) => d.label).join(' ').length);
    const discs = layer(scene, 'entities').filter((s) => s.kind === 'circle');
    for (const label of layer(scene, 'link-labels')) {
      const b = bounds(label)!;
      for (const d of discs) {
        if (d.kind !== 'circle') continue;
        const inner = { left: d.x - d.r * 0.8, right: d.x + d.r * 0.8, top: d.y - d.r * 0.8, bottom: d.y + d.r * 0.8 };
        expect(meets(b, inner)).toBe(false);
      }
    }
    expect(scene.warnings).toEqual([]);
  });

  it('labels slide between 30 and 70 per cent of their line before they leave it', () => {
    const layout = layOut(prepareChart(exampleContent(), { words: tDynamic, locale: 'en', measure: fontMeasure }), 2, {
      words: tDynamic,
      locale: 'en',
      measure: fontMeasure,
    });
    for (const { geometry, label } of layout.lines) {
      if (!label) continue;
      const [a, , , d] = geometry.curve;
      const length = Math.hypot(d.x - a.x, d.y - a.y);
      const share = ((label.at.x - a.x) * (d.x - a.x) + (label.at.y - a.y) * (d.y - a.y)) / length ** 2;
      expect(share).toBeGreaterThan(0.29);
      expect(share).toBeLessThan(0.71);
    }
  });

  it('type that would be too small is warned of', () => {
    const whole = exampleContent();
    const content = { ...whole, entities: whole.entities.map((e) => ({ ...e, x: e.x * 4, y: e.y * 4 })) };
    const many = (count: number) => ({
      ...content,
      entities: Array.from({ length: count }, (_, i) => ({
        entity: { id: `e${i}`, kind: 'entity' as const, type: 'person' as const, label: `Person number ${i}` },
        x: (i % 30) * 110,
        y: Math.floor(i / 30) * 110,
      })),
      links: [],
      groups: [],
    });
    const { scene } = draw({ content: many(900) });
    // No sheet is large enough to read them all.
    expect(scene.warnings).toContainEqual({ code: 'type-too-small', points: expect.any(Number) });
    const warning = draw({ content: many(250) }).scene.warnings.find((w) => w.code === 'type-too-small');
    expect(warning).toMatchObject({ code: 'type-too-small', format: expect.any(String) });
    if (warning?.code !== 'type-too-small' || !warning.format) throw new Error('no larger sheet named');
    const larger = draw({
      content: many(250),
      sheet: { format: warning.format, orientation: 'landscape', ink: 'colour' },
    });
    expect(larger.scene.warnings.map((w) => w.code)).not.toContain('type-too-small');
    expect([...textsOf(scene)].filter((t) => t.text.startsWith('Person number'))).toHaveLength(900);
  });

  it('an empty chart has its block, its marking and says that it is empty', () => {
    const content = { ...exampleContent(), entities: [], links: [], groups: [] };
    const { scene, legend } = draw({ content });
    expect(legend).toEqual([]);
    expect(scene.warnings).toEqual([{ code: 'chart-empty' }]);
    const printed = [...textsOf(scene)].map((t) => t.text);
    expect(printed).toContain('Nothing on this chart yet.');
    expect(printed).toContain('Network, 1–20 May 2026');
    expect(printed.filter((t) => t === 'RESTRICTED')).toHaveLength(2);
  });

  it('one entity alone, a line to itself and ten thousand parallel links are drawn', () => {
    const { chart, entities } = exampleContent({ multiplicity: 'single' });
    const self = {
      id: 'x',
      kind: 'link' as const,
      type: 'associate' as const,
      from: 'dara',
      to: 'dara',
      direction: 'forward' as const,
      strength: 'confirmed' as const,
    };
    const two = entities.filter((e) => ['dara', 'maly'].includes(e.entity.id));
    const links = [
      self,
      ...Array.from({ length: 10_000 }, (_, i) => ({ ...self, id: `m${i}`, to: 'maly', type: 'called' as const })),
    ];
    const { scene } = draw({ content: { chart, entities: two, links, groups: [] } });
    expect(layer(scene, 'links')).toHaveLength(2);
    expect([...textsOf(scene)].map((t) => t.text).join(' ')).toContain('10,000 calls');
    for (const s of layer(scene, 'links')) expect(s.kind === 'path' && s.d).not.toMatch(/NaN|Infinity/);
    const alone = draw({ content: { chart, entities: two.slice(0, 1), links: [], groups: [] } });
    expect(alone.scene.warnings).toEqual([]);
  });

  it('forty sources are counted, not dropped in silence', () => {
    const sources = Array.from({ length: 400 }, (_, i) => ({ reference: `IR-${i}`, grade: 'B2 4×4' }));
    const { scene } = draw({ block: { ...exampleBlock, sources } });
    const printed = [...textsOf(scene)].map((t) => t.text);
    expect(printed).toContain('400 sources');
    const shown = printed.join(' ').match(/IR-\d+ B2/g)!.length;
    const rest = Number(/and (\d+) more/.exec(printed.join(' '))![1]);
    expect(shown + rest).toBe(400);
  });
});
