import { clusters } from '../labels/clusters.ts';
import type { FontWeight } from '../style/fonts.ts';
import { type FontSubset, fontSubsets } from './font-subsets.ts';

/** Width of a text in the unit of `size`. The canvas may hand in its own; the tables of the shipped fonts are the default. */
export type Measure = (text: string, weight: FontWeight, size: number) => number;

/** A stretch of text that one font draws. */
export interface FontRun {
  readonly text: string;
  readonly subset: FontSubset;
}

interface Table {
  readonly subset: FontSubset;
  readonly covers: ReadonlySet<number>;
  readonly widths: Readonly<Record<FontWeight, ReadonlyMap<number, number>>>;
}

let tables: readonly Table[] | undefined;

/** Unpacked when first asked for. */
function allTables(): readonly Table[] {
  tables ??= fontSubsets.map((subset) => {
    const points: number[] = [];
    for (const range of subset.covers.split(' ')) {
      const [first, last] = range.split('-').map((h) => Number.parseInt(h, 16));
      for (let c = first!; c <= (last ?? first!); c++) points.push(c);
    }
    const widths = (packed: string): Map<number, number> => {
      const map = new Map<number, number>();
      let i = 0;
      for (const part of packed.split(' ')) {
        const [width, times] = part.split('x').map(Number);
        for (let n = times ?? 1; n > 0; n--) map.set(points[i++]!, width!);
      }
      return map;
    };
    return {
      subset,
      covers: new Set(points),
      widths: { 400: widths(subset.advances[400]), 600: widths(subset.advances[600]) },
    };
  });
  return tables;
}

/** Joiners and break marks draw nothing: a font without them is not at fault. */
const INVISIBLE = /\u200B|\u200C|\u200D|[\uFE00-\uFE0F]/u;
/** Letters after these are stacked below and take no width of their own. */
const STACKERS = new Set([0x17d2, 0x1039]);

/** Clusters asked for before; a chart repeats a few hundred. */
const drawers = new Map<string, Table | undefined>();

function drawerOf(cluster: string): Table | undefined {
  if (drawers.has(cluster)) return drawers.get(cluster);
  const points = [...cluster].filter((c) => !INVISIBLE.test(c)).map((c) => c.codePointAt(0)!);
  const table = allTables().find((t) => points.every((p) => t.covers.has(p)));
  if (drawers.size > 20_000) drawers.clear();
  drawers.set(cluster, table);
  return table;
}

/**
 * Splits a text by the font that draws it, cluster by cluster; a space stays with the font before it. A cluster no font has
 * goes with the first font, and `missingIn` names it.
 */
export function fontRuns(text: string): readonly FontRun[] {
  const runs: { text: string; table: Table }[] = [];
  for (const cluster of clusters(text)) {
    const last = runs.at(-1);
    const keeps = last && cluster === ' ' && last.table.covers.has(0x20);
    const table = keeps ? last.table : (drawerOf(cluster) ?? allTables()[0]!);
    if (last && last.table === table) last.text += cluster;
    else runs.push({ text: cluster, table });
  }
  return runs.map((r) => ({ text: r.text, subset: r.table.subset }));
}

/**
 * Characters of a text that would be drawn as a box, each once. A cluster counts as drawn when one font has all of it; where
 * none does, those of its characters that no font has are named, or all its marks when each exists only apart.
 */
export function missingIn(text: string): readonly string[] {
  const out = new Set<string>();
  for (const cluster of new Set(clusters(text))) {
    if (drawerOf(cluster)) continue;
    const characters = [...cluster].filter((c) => !INVISIBLE.test(c));
    const unknown = characters.filter((c) => !allTables().some((t) => t.covers.has(c.codePointAt(0)!)));
    for (const c of unknown) out.add(c);
  }
  return [...out];
}

/** Width by the advance tables of the shipped fonts, without kerning: within a few per cent of what a browser measures. */
export const fontMeasure: Measure = (text, weight, size) => {
  let thousandths = 0;
  for (const cluster of clusters(text)) {
    const table = drawerOf(cluster) ?? allTables()[0]!;
    let stacked = false;
    for (const c of cluster) {
      const point = c.codePointAt(0)!;
      if (STACKERS.has(point)) stacked = true;
      else if (stacked) stacked = false;
      else thousandths += table.widths[weight].get(point) ?? (INVISIBLE.test(c) ? 0 : 600);
    }
  }
  return (thousandths * size) / 1000;
};

/** Where the app finds the bytes of a subset: `@fontsource/<folder>/files/<name>`. */
export function fontFileName(subset: FontSubset, weight: FontWeight): string {
  return `${subset.folder}-${subset.subset}-${weight}-normal.woff2`;
}
