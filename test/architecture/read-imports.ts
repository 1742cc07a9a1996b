import { parseSync } from 'vite';

/** Everything by which one file can come to know another. */
export interface Reference {
  readonly specifier: string;
  /** `address`: `new URL('…', import.meta.url)`; a path, not code. `glob`: `import.meta.glob`. */
  readonly form: 'import' | 're-export' | 'dynamic import' | 'type query' | 'address' | 'glob';
  /** Vanishes at run time. `import { type A }` does not: it keeps the import of the file. */
  readonly typeOnly: boolean;
  readonly line: number;
}

export interface FileFacts {
  readonly references: readonly Reference[];
  /** Lines with `new Worker` or `new SharedWorker`. */
  readonly startsThread: readonly number[];
  /** What could not be read: syntax errors, imports of computed names, CommonJS. */
  readonly unreadable: readonly string[];
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

/**
 * Reads every reference of one source file, with the parser that Vite ships.
 * @param path decides the language: `.ts` or `.tsx`
 */
export function readImports(path: string, source: string): FileFacts {
  const references: Reference[] = [];
  const startsThread: number[] = [];
  const unreadable: string[] = [];
  const lineAt = (offset: number): number => source.slice(0, offset).split('\n').length;

  const { program, errors } = parseSync(path, source);
  for (const error of errors) unreadable.push(error.message);

  const note = (form: Reference['form'], from: unknown, typeOnly: boolean, at: Node): void => {
    const specifier = literalText(from);
    if (specifier === undefined) unreadable.push(`line ${lineAt(at.start)}: ${form} of a computed name`);
    else references.push({ specifier, form, typeOnly, line: lineAt(at.start) });
  };

  const visit = (node: Node): void => {
    switch (node.type) {
      case 'ImportDeclaration':
        note('import', node.source, node.importKind === 'type', node);
        break;
      case 'ExportNamedDeclaration':
      case 'ExportAllDeclaration':
        if (node.source) note('re-export', node.source, node.exportKind === 'type', node);
        break;
      case 'ImportExpression':
        note('dynamic import', node.source, false, node);
        break;
      case 'TSImportType':
        note('type query', node.source, true, node);
        break;
      case 'TSImportEqualsDeclaration':
        unreadable.push(`line ${lineAt(node.start)}: import = require`);
        break;
      case 'NewExpression':
        if (nameOf(node.callee) === 'URL' && isImportMeta(list(node.arguments)[1], 'url')) {
          note('address', list(node.arguments)[0], false, node);
        }
        if (['Worker', 'SharedWorker'].includes(nameOf(node.callee) ?? '')) startsThread.push(lineAt(node.start));
        break;
      case 'CallExpression':
        if (isImportMeta(node.callee, 'glob')) {
          const patterns = list(node.arguments)[0];
          const each = isNode(patterns) && patterns.type === 'ArrayExpression' ? list(patterns.elements) : [patterns];
          for (const pattern of each) note('glob', pattern, false, node);
        }
        if (isNode(node.callee) && node.callee.type === 'Identifier' && nameOf(node.callee) === 'require') {
          unreadable.push(`line ${lineAt(node.start)}: require`);
        }
        break;
    }
    for (const value of Object.values(node)) {
      if (Array.isArray(value)) {
        for (const item of value) if (isNode(item)) visit(item);
      } else if (isNode(value)) visit(value);
    }
  };
  visit(program as unknown as Node);
  return { references, startsThread, unreadable };
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Text of a literal, or of a template without holes. */
function literalText(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node.type === 'TemplateLiteral' && list(node.expressions).length === 0) {
    const quasi = list(node.quasis)[0] as { value?: { cooked?: unknown } } | undefined;
    return typeof quasi?.value?.cooked === 'string' ? quasi.value.cooked : undefined;
  }
  return undefined;
}

/** `Worker` of `Worker`, `self.Worker` and `globalThis['Worker']`. */
function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'MemberExpression') return literalText(node.property) ?? nameOf(node.property);
  return undefined;
}

function isImportMeta(node: unknown, property: string): boolean {
  return (
    isNode(node) &&
    node.type === 'MemberExpression' &&
    isNode(node.object) &&
    node.object.type === 'MetaProperty' &&
    nameOf(node.property) === property
  );
}
