import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSheet, type SheetInput } from '#drawing/scene/build-sheet';
import type { ChartContent } from '#drawing/scene/chart-content';
import { fontsNeeded, missingCharacters } from '#drawing/svg/font-faces';
import { svgText } from '#drawing/svg/svg-text';
import { tDynamic } from '#i18n/index';
import { exampleBlock, exampleContent, fontBytes } from '../example-chart.ts';
import { descendants, parseXml, textOf } from './parse-xml.ts';

const sheet = { format: 'A4', orientation: 'landscape', ink: 'colour' } as const;

function draw(change: Partial<SheetInput> = {}) {
  const { scene } = buildSheet({
    content: exampleContent(),
    sheet,
    block: exampleBlock,
    marking: 'RESTRICTED',
    words: tDynamic,
    ...change,
  });
  const svg = svgText(scene, fontBytes(scene), 'Chart');
  return { scene, svg, root: parseXml(svg) };
}

const texts = (root: ReturnType<typeof parseXml>): string[] =>
  [...descendants(root)].filter((e) => e.tag === 'text').map(textOf);

/** One person of a name, linked to one other. */
function named(label: string, pseudonym?: string): ChartContent {
  const { chart } = exampleContent();
  return {
    chart: { ...chart, name: label },
    entities: [
      {
        entity: {
          id: 'a',
          kind: 'entity',
          type: 'person',
          label,
          ...(pseudonym === undefined ? {} : { pseudonym, protection: 'protected' as const }),
        },
        x: 0,
        y: 0,
      },
      { entity: { id: 'b', kind: 'entity', type: 'vessel', label: 'MV Sea Lark' }, x: 200, y: 0 },
    ],
    links: [{ id: 'l', kind: 'link', type: 'crewed', from: 'a', to: 'b', direction: 'forward', strength: 'confirmed' }],
    groups: [],
  };
}

describe('a sheet as SVG', () => {
  const { svg, root, scene } = draw();

  it('has the size of its paper', () => {
    for (const [format, orientation, width, height] of [
      ['A4', 'landscape', 297, 210],
      ['A4', 'portrait', 210, 297],
      ['A3', 'landscape', 420, 297],
      ['A3', 'portrait', 297, 420],
    ] as const) {
      const { root: r } = draw({ sheet: { format, orientation, ink: 'colour' } });
      expect(r.attributes.get('width')).toBe(`${width}mm`);
      expect(r.attributes.get('height')).toBe(`${height}mm`);
      expect(r.attributes.get('viewBox')).toBe(`0 0 ${width} ${height}`);
    }
  });

  it('holds every name as text, in every script', () => {
    const all = texts(root).join('\n');
    for (const name of ['SOK Dara', 'លឹម ពិសិដ្ឋ', 'สมชาย ใจดี', 'အောင်ကျော်မင်း', 'ບຸນມີ ສີສະຫວັດ', 'Trần Quốc Dũng'])
      expect(all).toContain(name);
    expect(all).toContain('Intelligence, not evidence');
    expect(all).toContain('IR-2026-010 A1 4×4');
    expect(all).toContain('abandon ability able about above absent absorb abstract');
    expect(texts(root).filter((t) => t === 'RESTRICTED')).toHaveLength(2);
  });

  it('carries the fonts it needs and no other', () => {
    const style = [...descendants(root)].find((e) => e.tag === 'style')!;
    const faces = textOf(style).split('@font-face').slice(1);
    expect(faces).toHaveLength(fontsNeeded(scene).length);
    for (const family of ['Noto Sans Khmer', 'Noto Sans Thai', 'Noto Sans Lao', 'Noto Sans Myanmar'])
      expect(textOf(style)).toContain(`font-family:"${family}"`);
    const plain = draw({ content: named('SOK Dara'), block: { title: 'x', notEvidence: false, sources: [] } });
    expect(plain.svg).not.toMatch(/@font-face\{font-family:"Noto Sans (Khmer|Thai|Lao|Myanmar)"/);
    expect(() => svgText(scene, [], 'Chart')).toThrow(RangeError);
  });

  it('refers to nothing outside and says nothing of who made it', () => {
    const outside = [...svg.matchAll(/(?:href|src|url)\s*[=(]\s*["']?([^"')]{0,20})/g)].map((m) => m[1]!);
    for (const target of outside) expect(target).toMatch(/^(data:font\/woff2|#)/);
    expect([...descendants(root)].map((e) => e.tag)).not.toEqual(expect.arrayContaining(['metadata']));
    expect(textOf([...descendants(root)].find((e) => e.tag === 'title')!)).toBe('Chart');
    expect(svg).not.toMatch(/<!--|<desc|<script|style="|generator|inkscape/i);
  });

  it('never shows the name of a protected person', () => {
    expect(svg).not.toMatch(/Real Name/);
    expect(texts(root)).toContain('P-01');
    const alone = draw({ content: { ...named('Secret Person', 'P-77'), chart: exampleContent().chart } });
    expect(alone.svg).not.toContain('Secret');
    expect(texts(alone.root)).toContain('P-77');
  });

  it('is well formed whatever the names say', () => {
    for (const name of [
      '<script>alert(1)</script>',
      '"><svg onload="x">&amp;&lt;]]>',
      'evil\u202Eexe.fdp',
      'nul\u0000bell\u0007\uFFFE\uD800',
      "O'Brien & Söhne <b>",
      '--> <!-- <![CDATA[',
    ]) {
      const block = { ...exampleBlock, title: name, sources: [{ reference: name, grade: name }] };
      const { root: r, svg: written } = draw({ content: named(name), block, marking: name });
      const tags = new Set([...descendants(r)].map((e) => e.tag));
      expect([...tags].sort()).toEqual(
        [...tags].filter((t) => /^(svg|title|defs|style|g|path|circle|rect|text|tspan)$/.test(t)).sort(),
      );
      expect(written).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
    }
    expect(texts(draw({ content: named('evil\u202Eexe') }).root).join(' ')).toContain('‹U+202E›');
  });

  it('is well formed for any name at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (name) => {
        expect(() => draw({ content: named(name), marking: name })).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });
});

describe('characters no shipped font has', () => {
  it('are listed before anything is written, with where they stand', () => {
    const { scene } = buildSheet({ content: named('王 Wei'), sheet, block: exampleBlock, words: tDynamic });
    expect(missingCharacters(scene)).toEqual([{ character: '王', code: 'U+738B', texts: ['王 Wei'] }]);
    expect(missingCharacters(draw().scene)).toEqual([]);
  });
});
