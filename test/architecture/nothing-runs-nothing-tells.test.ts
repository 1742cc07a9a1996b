import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../src');

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

function* nodesOf(value: unknown): Generator<Node> {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesOf(one);
    return;
  }
  if ('type' in value && typeof value.type === 'string') yield value as Node;
  for (const one of Object.values(value)) yield* nodesOf(one);
}

const nameOf = (node: unknown): string => String((node as { name?: unknown } | undefined)?.name ?? '');
const literal = (attribute: Node | undefined): unknown => {
  const value = attribute?.['value'] as { value?: unknown; expression?: { value?: unknown } } | undefined;
  return value?.expression ? value.expression.value : value?.value;
};

/** Ways to make text into a page or a program. */
const MAKES_MARKUP = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'srcdoc', 'createContextualFragment']);

/** What a file does that text from a case must never meet: text that becomes markup or code, and fields that the browser remembers or checks. */
function breaches(path: string, source: string): string[] {
  const { program } = parseSync(path, source);
  const out: string[] = [];
  for (const node of nodesOf(program)) {
    if (node.type === 'MemberExpression' && MAKES_MARKUP.has(nameOf(node['property'])))
      out.push(`${path}: ${nameOf(node['property'])}`);
    if (node.type === 'CallExpression' && nameOf(node['callee']) === 'eval') out.push(`${path}: eval`);
    if (node.type === 'NewExpression' && nameOf(node['callee']) === 'Function') out.push(`${path}: new Function`);
    if (node.type === 'JSXAttribute' && nameOf(node['name']) === 'dangerouslySetInnerHTML')
      out.push(`${path}: dangerouslySetInnerHTML`);
    if (node.type !== 'JSXOpeningElement') continue;
    const tag = nameOf(node['name']);
    if (tag !== 'input' && tag !== 'textarea') continue;
    const attributes = new Map(
      (node['attributes'] as Node[]).map((a) => [nameOf((a as { name?: unknown }).name), a] as const),
    );
    if (['checkbox', 'radio', 'file', 'range'].includes(String(literal(attributes.get('type'))))) continue;
    if (literal(attributes.get('spellCheck')) !== false) out.push(`${path}: <${tag}> is checked for spelling`);
    if (literal(attributes.get('autoComplete')) !== 'off') out.push(`${path}: <${tag}> is remembered by the browser`);
  }
  return out;
}

test('no text of a case becomes markup or code, and no field is remembered or checked by the browser', () => {
  const files = (readdirSync(src, { recursive: true }) as string[]).filter((path) => /\.tsx?$/.test(path));
  expect(files.length).toBeGreaterThan(300);
  expect(files.flatMap((path) => breaches(path, readFileSync(join(src, path), 'utf8')))).toEqual([]);
});

test('each of these is found where it stands', () => {
  const seeded = `
    element.innerHTML = text; eval(text); new Function(text);
    const a = <div dangerouslySetInnerHTML={{ __html: text }} />;
    const b = <input type="text" spellCheck={false} />;
    const c = <textarea autoComplete="off" />;
    const d = <input type="checkbox" />;
    const e = <input spellCheck={false} autoComplete="off" />;
  `;
  expect(breaches('seeded.tsx', seeded)).toEqual([
    'seeded.tsx: innerHTML',
    'seeded.tsx: eval',
    'seeded.tsx: new Function',
    'seeded.tsx: dangerouslySetInnerHTML',
    'seeded.tsx: <input> is remembered by the browser',
    'seeded.tsx: <textarea> is checked for spelling',
  ]);
});
