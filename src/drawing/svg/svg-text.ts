import type { Scene } from '../scene/scene.ts';
import { type FontBytes, fontFaceRules } from './font-faces.ts';
import { type SvgNode, svgTree } from './svg-tree.ts';

/** Code points XML 1.0 has no way to write, not even escaped. Texts of a scene hold none; this is the last guard. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that must be found
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

function escaped(text: string): string {
  return text
    .replace(UNWRITABLE, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Writes an element out as XML. */
export function serialise(node: SvgNode): string {
  const attributes = Object.entries(node.attributes)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
  if (node.children.length === 0) return `<${node.tag}${attributes}/>`;
  const inner = node.children.map((c) => (typeof c === 'string' ? escaped(c) : serialise(c))).join('');
  return `<${node.tag}${attributes}>${inner}</${node.tag}>${node.tag === 'g' ? '\n' : ''}`;
}

/**
 * The scene as an SVG file that needs nothing beside it: fonts inside, no reference outside, no word of who or what made it.
 * `fonts` must hold what `fontsNeeded(scene)` names. Ask `missingCharacters` first and show what it lists.
 * @throws RangeError when a needed font is not among `fonts`.
 */
export function svgText(scene: Scene, fonts: readonly FontBytes[], title: string): string {
  const tree = svgTree(scene, { title, fontFaces: fontFaceRules(scene, fonts) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${serialise(tree)}\n`;
}
