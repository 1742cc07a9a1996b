import { describe, expect, it } from 'vitest';
import { printPages } from '#drawing/print/print-page';
import { svgElement } from '#drawing/print/svg-element';
import { buildSheet } from '#drawing/scene/build-sheet';
import { singlePage } from '#drawing/scene/pages';
import { textsOf } from '#drawing/scene/scene';
import { tilePages, tilePlan } from '#drawing/scene/tiles';
import { tDynamic } from '#i18n/index';
import { exampleBlock, exampleContent } from '../example-chart.ts';

const { scene } = buildSheet({
  content: exampleContent(),
  sheet: { format: 'A3', orientation: 'portrait', ink: 'colour' },
  block: exampleBlock,
  marking: 'RESTRICTED',
  words: tDynamic,
});

/** As much of an element as the builder uses. */
class Element {
  readonly attributes = new Map<string, string>();
  readonly children: (Element | string)[] = [];
  readonly tag: string;
  readonly namespace: string;
  constructor(namespace: string, tag: string) {
    this.namespace = namespace;
    this.tag = tag;
  }
  setAttribute(name: string, value: string): void {
    this.attributes.set(name, value);
  }
  append(child: Element | string): void {
    this.children.push(child);
  }
  get all(): Element[] {
    return [this, ...this.children.flatMap((c) => (typeof c === 'string' ? [] : c.all))];
  }
  get text(): string {
    return this.children.map((c) => (typeof c === 'string' ? c : c.text)).join('');
  }
}

describe('a sheet for the printer', () => {
  const page = printPages([singlePage(scene)], 'Chart');

  it('sets the paper and leaves no margin to the browser', () => {
    expect(page.css).toContain('@page{size:297mm 420mm;margin:0}');
    expect(page.css).not.toMatch(/url\(|@import/);
  });

  it('is built node by node, without markup, inline style or a font of its own', () => {
    const root = svgElement(page.sheets[0]!.node, { createElementNS: (ns, tag) => new Element(ns, tag) });
    expect(root.all.every((e) => e.namespace === 'http://www.w3.org/2000/svg')).toBe(true);
    expect(root.all.some((e) => e.tag === 'style' || e.tag === 'script')).toBe(false);
    expect(
      root.all.flatMap((e) => [...e.attributes.keys()]).filter((a) => a === 'style' || a.startsWith('on')),
    ).toEqual([]);
    const printed = root.all.filter((e) => e.tag === 'text').map((e) => e.text);
    expect(printed).toEqual([...textsOf(scene)].map((t) => t.text));
  });

  it('names the fonts to wait for, with the characters they draw', () => {
    const khmer = page.fonts.find((f) => f.font === '400 12px "Noto Sans Khmer"');
    for (const c of 'លឹម') expect(khmer?.text).toContain(c);
    expect(page.fonts.map((f) => f.font)).toContain('600 12px "Noto Sans"');
  });
});

it('a sheet in parts is drawn once, and each part shows its piece of it', () => {
  const plan = tilePlan(scene, 'A4');
  const { css, sheets } = printPages(tilePages(scene, plan, { marking: 'RESTRICTED', words: tDynamic }), 'Chart');
  expect(css).toContain(`@page{size:${plan.orientation === 'portrait' ? '210mm 297mm' : '297mm 210mm'};margin:0}`);
  expect(sheets).toHaveLength(5);
  const roots = sheets.map((sheet) => svgElement(sheet.node, { createElementNS: (ns, tag) => new Element(ns, tag) }));
  const drawn = roots.map((root) => root.all.filter((e) => e.tag === 'text' && e.text === 'SOK Dara').length);
  expect(drawn).toEqual([1, 0, 0, 0, 0]);
  const id = roots[0]!.all.find((e) => e.tag === 'g' && e.attributes.has('id'))!.attributes.get('id');
  roots.forEach((root, i) => {
    const use = root.all.filter((e) => e.tag === 'use');
    expect(use.map((e) => e.attributes.get('href'))).toEqual([`#${id}`]);
    const view = root.all.find((e) => e.tag === 'svg' && e.attributes.has('overflow'))!;
    if (i > 0)
      expect(view.attributes.get('viewBox')).toMatch(new RegExp(`^${plan.tiles[i - 1]!.x} ${plan.tiles[i - 1]!.y} `));
  });
  const ids = roots.flatMap((root) => root.all.flatMap((e) => e.attributes.get('id') ?? []));
  expect(new Set(ids).size).toBe(ids.length);
});
