import { fontFileName } from '../fonts/coverage.ts';
import type { ScenePage, SceneView } from '../scene/pages.ts';
import type { Scene, ScenePattern } from '../scene/scene.ts';
import { categoryMark } from '../style/categories.ts';
import type { FontBytes } from '../svg/font-faces.ts';
import { EmbeddedFont } from './embedded-font.ts';
import { woffName } from './font-file.ts';
import { colour, type PageNames, pathOperators, sceneOperators } from './page-content.ts';
import { pathSegments } from './path-data.ts';
import { ascii, decimal, PdfFile, type PdfValue, type Reference, textString } from './pdf-file.ts';
import type { Shaper } from './shaper.ts';

export interface PdfInput {
  readonly pages: readonly ScenePage[];
  /** Of the files that `fontsNeeded` names for all scenes of the pages, the WOFF ones (`woffName`). */
  readonly fonts: readonly FontBytes[];
  /** Generic: a word of the case has no place in metadata. */
  readonly title: string;
  /** BCP 47, of the program's own words on the sheet. */
  readonly language: string;
  readonly shaper: Shaper;
}

/** Points (1/72 inch) per millimetre. */
const POINTS = 72 / 25.4;
/** Shapes between two reports. */
const STRETCH = 50;

/**
 * Pages as a PDF file: vector, with shaped text and the glyphs it needs inside, which can be searched and copied in every script.
 * It says nothing of who made it, with what or when; the same pages give the same bytes. Yields how many shapes are drawn.
 * @throws RangeError when a needed font is not among `fonts`.
 */
export function* writePdf(input: PdfInput): Generator<{ done: number; of: number }, Uint8Array> {
  const file = new PdfFile();
  const catalogue = file.reserve();
  const pages = file.reserve();
  const bytes = new Map(input.fonts.map((f) => [f.file, f.bytes]));
  const fonts = new Map<string, { name: string; at: Reference; font: EmbeddedFont }>();
  const fontOf: PageNames['font'] = (subset, weight) => {
    const woff = woffName(fontFileName(subset, weight));
    let known = fonts.get(woff);
    if (!known) {
      const data = bytes.get(woff);
      if (!data) throw new RangeError(`font not handed in: ${woff}`);
      const name = `${subset.family.replaceAll(' ', '')}-${weight === 600 ? 'SemiBold' : 'Regular'}`;
      known = { name: `/F${fonts.size + 1}`, at: file.reserve(), font: new EmbeddedFont(name, data, input.shaper) };
      fonts.set(woff, known);
    }
    return known;
  };
  const resources = file.reserve();
  const patterns: { name: string; at: Reference }[] = [];
  const drawn = new Set(input.pages.flatMap((page) => [page.scene, ...page.views.map((v) => v.scene)]));
  const of = [...drawn].reduce((sum, s) => sum + shapesIn(s), 0);
  let done = 0;
  function* contentOf(scene: Scene): Generator<{ done: number; of: number }, string> {
    const height = scene.height * POINTS;
    const own = new Map<string, string>();
    for (const pattern of scene.patterns) {
      const name = `/P${patterns.length + 1}`;
      patterns.push({ name, at: writePattern(file, pattern, height) });
      own.set(pattern.id, name);
    }
    const operators = [`${POINTS.toFixed(6)} 0 0 ${(-POINTS).toFixed(6)} 0 ${decimal(height)} cm`];
    for (const operator of sceneOperators(scene, { font: fontOf, pattern: (id) => own.get(id) })) {
      operators.push(operator);
      if (++done % STRETCH === 0) yield { done: Math.min(done, of), of };
    }
    return operators.join('\n');
  }

  const kids: Reference[] = [];
  /** Scenes that pages show a part of, each written once. */
  const forms = new Map<Scene, { name: string; at: Reference }>();
  for (const page of input.pages) {
    const operators: string[] = [];
    for (const view of page.views) {
      let form = forms.get(view.scene);
      if (!form) {
        const content = yield* contentOf(view.scene);
        const BBox = [0, 0, view.scene.width * POINTS, view.scene.height * POINTS];
        const at = file.addStream({ Type: '/XObject', Subtype: '/Form', BBox, Resources: resources }, ascii(content));
        form = { name: `/X${forms.size + 1}`, at };
        forms.set(view.scene, form);
      }
      operators.push(viewOperators(view, page.scene.height, form.name));
    }
    operators.push(yield* contentOf(page.scene));
    kids.push(
      file.add({
        Type: '/Page',
        Parent: pages,
        MediaBox: [0, 0, page.scene.width * POINTS, page.scene.height * POINTS],
        Resources: resources,
        Contents: file.addStream({}, ascii(operators.join('\n'))),
      }),
    );
  }
  file.add(
    {
      Font: named(fonts.values()),
      ...(patterns.length > 0 && { Pattern: named(patterns) }),
      ...(forms.size > 0 && { XObject: named(forms.values()) }),
    },
    resources,
  );
  let tag = 0;
  for (const { font, at } of fonts.values()) {
    font.write(file, at, subsetTag(tag++));
    yield { done: of, of };
  }
  file.add({ Type: '/Pages', Kids: kids, Count: kids.length }, pages);
  const outline = kids.length > 1 ? writeOutline(file, input.pages, kids) : undefined;
  file.add(
    {
      Type: '/Catalog',
      Pages: pages,
      // A reader opens with the list of sheets beside the first.
      ...(outline && { Outlines: outline, PageMode: '/UseOutlines' }),
      Lang: `(${input.language.replace(/[^\w-]/g, '')})`,
      ViewerPreferences: { DisplayDocTitle: 'true' },
    },
    catalogue,
  );
  return file.bytes(catalogue, file.add({ Title: textString(input.title) }));
}

/** The list of sheets a reader shows beside them (ISO 32000-1, 12.3.3): one entry a page, by its name. */
function writeOutline(file: PdfFile, pages: readonly ScenePage[], kids: readonly Reference[]): Reference {
  const root = file.reserve();
  const items = pages.map(() => file.reserve());
  pages.forEach((page, i) => {
    const [previous, next] = [items[i - 1], items[i + 1]];
    file.add(
      {
        Title: textString(page.name === '' ? String(i + 1) : page.name),
        Parent: root,
        Dest: [kids[i]!, '/Fit'],
        ...(previous && { Prev: previous }),
        ...(next && { Next: next }),
      },
      items[i]!,
    );
  });
  file.add({ Type: '/Outlines', First: items[0]!, Last: items.at(-1)!, Count: items.length }, root);
  return root;
}

/** Shows a part of a scene, written as a form, on a page of the given height (mm). */
function viewOperators({ scene, from, at, scale }: SceneView, height: number, form: string): string {
  const [x, y] = [at.x, height - at.y - from.height * scale].map((mm) => mm * POINTS) as [number, number];
  const below = (scene.height - from.y - from.height) * POINTS;
  return [
    'q',
    `${[x, y, from.width * scale * POINTS, from.height * scale * POINTS].map(decimal).join(' ')} re W n`,
    `${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} ${decimal(x - from.x * POINTS * scale)} ${decimal(y - below * scale)} cm`,
    `${form} Do`,
    'Q',
  ].join('\n');
}

function shapesIn(scene: Scene): number {
  return scene.layers.reduce((sum, layer) => sum + layer.shapes.length, 0);
}

function named(things: Iterable<{ readonly name: string; readonly at: Reference }>): PdfValue {
  return Object.fromEntries([...things].map(({ name, at }) => [name.slice(1), at]));
}

/** Six capitals before the name of a font that holds only some of its glyphs (ISO 32000-1, 9.6.4). */
function subsetTag(number: number): string {
  let rest = number;
  let out = '';
  for (let i = 0; i < 6; i++) {
    out = String.fromCharCode(65 + (rest % 26)) + out;
    rest = Math.floor(rest / 26);
  }
  return out;
}

/** A category's pattern as a tile of 8 × 8 that is repeated; its place is that of the page, whichever shape it fills. */
function writePattern(file: PdfFile, { category, ink, tint, tile }: ScenePattern, height: number): Reference {
  const mark = categoryMark(category)!;
  const scale = (tile / 8) * POINTS;
  const operators = [
    `${colour(tint)} rg 0 0 8 8 re f`,
    `${colour(ink)} ${mark.patternFilled ? 'rg' : 'RG'} 1 w 1 j`,
    pathOperators(pathSegments(mark.pattern)),
    mark.patternFilled ? 'f' : 'S',
  ];
  return file.addStream(
    {
      Type: '/Pattern',
      PatternType: 1,
      PaintType: 1,
      TilingType: 1,
      BBox: [0, 0, 8, 8],
      XStep: 8,
      YStep: 8,
      Matrix: [scale.toFixed(6), 0, 0, (-scale).toFixed(6), 0, height],
      Resources: {},
    },
    ascii(operators.join('\n')),
  );
}
