import { expect, test } from 'vitest';
import { buildSheet, type SheetInput } from '#drawing/scene/build-sheet';
import type { LayerName, Scene } from '#drawing/scene/scene';
import { tDynamic } from '#i18n/index';
import { exampleBlock, exampleContent } from '../example-chart.ts';

const content = exampleContent();
const [a] = content.links;
const items = [a!.from, a!.to, a!.id];
const draw = (ink: 'colour' | 'monochrome', emphasis: SheetInput['content']['emphasis']) =>
  buildSheet({
    content: { ...content, ...(emphasis && { emphasis }) },
    sheet: { format: 'A3', orientation: 'landscape', ink },
    block: exampleBlock,
    words: tDynamic,
  });
const shapesOf = (scene: Scene, name: LayerName) => scene.layers.find((l) => l.name === name)?.shapes ?? [];
const namesOf = (scene: Scene) =>
  shapesOf(scene, 'entity-labels').flatMap((s) => (s.kind === 'text' ? [[s.text, s.fill] as const] : []));

test.each(['colour', 'monochrome'] as const)(
  'what is not of the path is pale on the sheet, names, lines and words of lines, and the legend says which path (%s)',
  (ink) => {
    const plain = draw(ink, undefined);
    const { scene, legend } = draw(ink, { items, label: 'Sok – Dara: 1 link' });

    // Nobody is left out, and most are paler than without it.
    expect(namesOf(scene).map(([t]) => t)).toHaveLength(namesOf(plain.scene).length);
    const fills = (s: Scene) => new Set(namesOf(s).map(([, fill]) => fill));
    expect(fills(scene).size).toBeGreaterThan(fills(plain.scene).size);

    // One line keeps its ink and its words; it is drawn last, over the pale ones.
    const strokes = shapesOf(scene, 'links').map((s) => (s.kind === 'text' ? '' : s.stroke));
    const full = shapesOf(plain.scene, 'links').map((s) => (s.kind === 'text' ? '' : s.stroke))[0]!;
    expect(strokes.filter((s) => s === full)).toHaveLength(1);
    expect(strokes.at(-1)).toBe(full);
    const words = shapesOf(scene, 'link-labels').length;
    expect(words).toBeGreaterThan(0);
    expect(words).toBeLessThan(shapesOf(plain.scene, 'link-labels').length);

    expect(legend[0]).toEqual({ sign: 'brought-out', text: 'Brought out: Sok – Dara: 1 link', count: 2 });
    expect(legend[1]).toMatchObject({ sign: 'pale', count: content.entities.length - 2 });
    expect(plain.legend.some((r) => r.sign === 'brought-out' || r.sign === 'pale')).toBe(false);
  },
);
