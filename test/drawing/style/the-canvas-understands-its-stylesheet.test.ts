import cytoscape from 'cytoscape';
import { expect, it, vi } from 'vitest';
import type { Entity } from '#domain/entity/entity';
import { drawnLinks } from '#drawing/link-summary/drawn-links';
import { graphStylesheet } from '#drawing/style/graph-stylesheet';
import { edgeData, nodeData } from '#drawing/style/node-data';
import { link, words } from '../words.ts';

const entity = (id: string, rest: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  ...rest,
});

it.each(['light', 'dark', 'monochrome'] as const)('without a complaint, %s', (theme) => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const style = graphStylesheet(theme).map((r) => ({ selector: r.selector, style: { ...r.style } }));
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: style as unknown as cytoscape.StylesheetJson,
    elements: [
      { data: { ...nodeData(entity('a', { status: 'migrant' }), { theme, sizeStep: 3 }) } },
      { data: { ...nodeData(entity('b', { doubted: true }), { theme, skin: 'classic' }) }, classes: 'near' },
      ...drawnLinks([link('a', 'b', { count: 7, strength: 'tentative' })], 'each', words).map((d) => ({
        data: { ...edgeData(d, true) },
        classes: 'far',
      })),
    ],
  });
  expect(warn.mock.calls).toEqual([]);
  const [a, b, e] = [cy.$id('a'), cy.$id('b'), cy.edges()[0]!];
  expect(a.numericStyle('width')).toBe(52);
  expect(a.style('background-image')).toContain('data:image/svg+xml');
  expect(b.style('border-style')).toBe('dashed');
  expect(b.style('text-valign')).toBe('center');
  expect(e.numericStyle('width')).toBe(2);
  expect(e.style('line-cap')).toBe('round');
  expect(e.style('line-dash-pattern').toString().replaceAll(',', ' ')).toContain('0.75');
  expect(e.style('curve-style')).toBe('bezier');
  expect(e.style('target-arrow-shape')).toBe('triangle');
  expect(e.style('source-arrow-shape')).toBe('none');
  cy.destroy();
  warn.mockRestore();
});
