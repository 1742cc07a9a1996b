import { describe, expect, it } from 'vitest';
import type { Entity } from '#domain/entity/entity';
import { entityTypes } from '#domain/entity-types/index';
import { iconRole, iconStrokes } from '#drawing/icons/icon-role';
import { drawnLinks } from '#drawing/link-summary/drawn-links';
import { categoryMarks } from '#drawing/style/categories';
import { chartColours } from '#drawing/style/colours';
import { graphStylesheet } from '#drawing/style/graph-stylesheet';
import { LINK_WIDTHS, linePattern, linkWidth, STRENGTHS } from '#drawing/style/lines';
import { edgeData, nodeData } from '#drawing/style/node-data';
import { sizeStep } from '#drawing/style/sizes';
import { link, words } from '../words.ts';

const person: Entity = { id: 'p', kind: 'entity', type: 'person', label: 'SOK Dara' };

describe('strength', () => {
  it('is told by the dash alone, at every width', () => {
    for (const width of LINK_WIDTHS) {
      const seen = STRENGTHS.map((s) => JSON.stringify(linePattern(s, width)));
      expect(new Set(seen).size).toBe(STRENGTHS.length);
    }
    expect(linePattern('unconfirmed').dash).toEqual([6, 4]);
    expect(linePattern('tentative')).toEqual({ dash: [1.5, 4], cap: 'round' });
  });

  it('leaves gaps that round caps do not close', () => {
    for (const width of LINK_WIDTHS) {
      const { dash, cap } = linePattern('tentative', width);
      expect(cap).toBe('round');
      expect(dash[1]! - width).toBeGreaterThanOrEqual(2.7);
      expect(dash[0]! + width).toBeLessThan(3.1);
    }
  });

  it('reaches the canvas for every width', () => {
    const rules = graphStylesheet('light');
    for (const s of ['unconfirmed', 'tentative'] as const)
      for (const w of LINK_WIDTHS) {
        const rule = rules.find((r) => r.selector === `edge[strength = "${s}"][width = ${w}]`);
        expect(rule?.style['line-dash-pattern']).toEqual(linePattern(s, w).dash);
      }
  });
});

describe('weight and size', () => {
  it('go in steps', () => {
    expect([1, 4, 5, 19, 20, 4000].map(linkWidth)).toEqual([1.25, 1.25, 2, 2, 3, 3]);
    expect([0, 6, 7, 25, 56.25, 100].map((v) => sizeStep(v, 100))).toEqual([0, 0, 1, 2, 3, 3]);
    expect(sizeStep(undefined, 10)).toBe(1);
    expect(sizeStep(0, 0)).toBe(1);
    expect(sizeStep(Number.NaN, 10)).toBe(1);
  });
});

describe('categories', () => {
  it('differ in colour, in shape and in pattern', () => {
    expect(categoryMarks).toHaveLength(9);
    for (const key of ['shape', 'badge', 'pattern'] as const)
      expect(new Set(categoryMarks.map((m) => m[key])).size).toBe(9);
    for (const theme of ['light', 'dark'] as const)
      expect(new Set(chartColours[theme].categories.map((c) => c.ink)).size).toBe(9);
  });

  it('need no colour on a monochrome sheet', () => {
    const greys = Object.values(chartColours.monochrome).flatMap((v) =>
      typeof v === 'string' ? [v] : [v].flat().flatMap((c: { ink: string; tint: string }) => [c.ink, c.tint]),
    );
    for (const grey of greys) expect(grey).toMatch(/^#(..)\1\1$/);
  });
});

describe('symbols', () => {
  it('exist for every registered type and special kind', () => {
    for (const type of entityTypes) {
      expect(iconStrokes(iconRole({ ...person, type: type.id })).length).toBeGreaterThan(0);
    }
    const place = (kind: string): Entity => ({
      ...person,
      type: 'location',
      attributes: [{ field: 'location-type', value: kind }],
    });
    expect(iconRole(place('safe-house'))).toBe('safehouse');
    expect(iconRole(place('port'))).toBe('port');
    expect(iconRole(place('constructor'))).toBe('location');
    expect(iconRole(person)).toBe('person');
  });
});

describe('an entity on the canvas', () => {
  it('shows its name, wrapped, and a symbol as an image that needs no network', () => {
    const data = nodeData({ ...person, label: 'Koh Srae old fishing jetty' }, { theme: 'light' });
    expect(data.label).toBe('Koh Srae old\nfishing jetty');
    const svg = decodeURIComponent(data.image.slice(data.image.indexOf(',') + 1));
    expect(data.image).toMatch(/^data:image\/svg\+xml/);
    expect(svg).toMatch(/width="48" height="48"/);
    expect(data.diameter).toBe(28);
  });

  it('never shows the name of a protected person', () => {
    const migrant: Entity = { ...person, label: 'Secret Name', status: 'migrant', pseudonym: 'P-01' };
    for (const skin of ['icons', 'classic'] as const) {
      const data = nodeData(migrant, { theme: 'dark', skin });
      expect(data).toMatchObject({ label: 'P-01', fullLabel: 'P-01', protected: true });
      expect(decodeURIComponent(JSON.stringify(data))).not.toContain('Secret');
    }
  });

  it('keeps category, pin and second ring in its image', () => {
    const plain = nodeData(person, { theme: 'light' }).image;
    const pinned = nodeData(person, { theme: 'light', placement: { pinned: true } }).image;
    const coloured = nodeData(person, { theme: 'monochrome', category: 4 }).image;
    const other = nodeData(person, { theme: 'monochrome', category: 5 }).image;
    expect(new Set([plain, pinned, coloured, other]).size).toBe(4);
  });
});

describe('a line on the canvas', () => {
  it('carries arrows, width and the records behind it', () => {
    const l = link('a', 'b', { count: 20, direction: 'back' });
    const data = edgeData(drawnLinks([l], 'each', words)[0]!, false);
    expect(data).toMatchObject({
      id: l.id,
      width: 3,
      sourceArrow: 'triangle',
      targetArrow: 'none',
      curve: 'straight',
      links: [l.id],
    });
    expect(edgeData(drawnLinks([link('a', 'a')], 'each', words)[0]!, false).curve).toBe('bezier');
  });
});
