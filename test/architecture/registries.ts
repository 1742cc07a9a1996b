import { parseSync } from 'vite';

/** A plain list that doubles as a table of contents: add one file and one line. What each entry owes is written here. */
export interface Registry {
  /** Folder below `src/`; the list stands in its `index.ts`. */
  readonly folder: string;
  /** Name of the exported list. */
  readonly list: string;
  /** Message keys each entry must have in every language. */
  readonly messages: (id: string) => readonly string[];
  /** Whether each entry must be named by a test under `test/<floor>/`. */
  readonly tested: boolean;
}

const plain =
  (...prefixes: string[]) =>
  (id: string): string[] =>
    prefixes.map((prefix) => prefix.replace('*', id));

export const registries: readonly Registry[] = [
  {
    folder: 'domain/entity-types',
    list: 'entityTypes',
    messages: plain('entity-type.*', 'entity-type.*.plural'),
    tested: false,
  },
  {
    folder: 'domain/link-types',
    list: 'linkTypes',
    messages: plain('link-type.*', 'link-type.*.reverse'),
    tested: false,
  },
  { folder: 'domain/grading', list: 'gradingSchemes', messages: plain('grading.*'), tested: false },
  { folder: 'domain/grading', list: 'handlingSchemes', messages: plain('handling.*'), tested: false },
  { folder: 'domain/stages', list: 'stages', messages: plain('stage.*'), tested: false },
  { folder: 'domain/roles', list: 'roles', messages: plain('role.*'), tested: false },
  { folder: 'domain/event-kinds', list: 'eventKinds', messages: plain('event-kind.*'), tested: false },
  { folder: 'domain/identifiers', list: 'identifierKinds', messages: plain('identifier.*'), tested: true },
  { folder: 'domain/commands', list: 'commands', messages: plain('command.*'), tested: true },
  {
    folder: 'analysis/measures',
    list: 'measures',
    messages: plain('measure.*.name', 'measure.*.question', 'measure.*.definition'),
    tested: true,
  },
  {
    folder: 'analysis/measures',
    list: 'linkMeasures',
    messages: plain('measure.*.name', 'measure.*.question', 'measure.*.definition'),
    tested: true,
  },
  {
    folder: 'analysis/communities',
    list: 'communityMethods',
    messages: plain('communities.*.name', 'communities.*.question'),
    tested: true,
  },
  {
    folder: 'analysis/key-players',
    list: 'keyPlayerCriteria',
    messages: plain('key-players.*.name', 'key-players.*.question', 'key-players.*.definition'),
    tested: true,
  },
  {
    folder: 'analysis/whole-network',
    list: 'networkFigures',
    messages: plain('network-figure.*.name', 'network-figure.*.question', 'network-figure.*.definition'),
    tested: true,
  },
  { folder: 'analysis/layouts', list: 'layouts', messages: plain('layout.*.name'), tested: true },
  {
    folder: 'exchange/importers',
    list: 'importers',
    messages: plain('importer.*', 'importer.*.explain'),
    tested: true,
  },
  {
    folder: 'exchange/exporters',
    list: 'exporters',
    messages: plain('exporter.*', 'exporter.*.explain'),
    tested: true,
  },
  { folder: 'views', list: 'views', messages: plain('view.*', 'view.*.about'), tested: false },
  { folder: 'views', list: 'sides', messages: plain('side.*'), tested: false },
];

interface Node {
  readonly type: string;
  readonly [key: string]: unknown;
}

/**
 * Names of the registries an index file exports: `export const x = [a, b] as const` (`satisfies …`), a list of definitions, not of words.
 */
export function listsIn(path: string, source: string): string[] {
  const { program } = parseSync(path, source);
  const names: string[] = [];
  for (const statement of program.body as unknown as Node[]) {
    if (statement.type !== 'ExportNamedDeclaration') continue;
    const declaration = statement.declaration as Node | null;
    if (declaration?.type !== 'VariableDeclaration') continue;
    for (const { id, init } of declaration.declarations as { id: Node; init: Node | null }[]) {
      let value = init;
      let frozen = false;
      while (value?.type === 'TSSatisfiesExpression' || value?.type === 'TSAsExpression') {
        frozen ||= value.type === 'TSAsExpression';
        value = value.expression as Node;
      }
      if (!frozen || value?.type !== 'ArrayExpression') continue;
      const elements = value.elements as Node[];
      if (elements.every((element) => element.type !== 'Literal')) names.push(String(id.name));
    }
  }
  return names;
}

/** `link-entities` as code writes it: `linkEntities`. */
export const camelCase = (id: string): string => id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whether a test names an entry: by its file, its id in quotes, or the name of its definition. */
export function names(test: { readonly path: string; readonly source: string }, id: string): boolean {
  const file = test.path.split('/').at(-1);
  return (
    file === `${id}.test.ts` ||
    file === `${id}.test.tsx` ||
    ["'", '"', '`'].some((quote) => test.source.includes(quote + id + quote)) ||
    new RegExp(`(?<![\\w$])${camelCase(id)}(?![\\w$-])`).test(test.source.replace(/^\s*(\/\/|\*).*$/gm, ''))
  );
}
