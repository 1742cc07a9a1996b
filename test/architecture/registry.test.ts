import { describe, expect, test } from 'vitest';
import { listsIn, names, type Registry, registries } from './registries.ts';

const indexSources = import.meta.glob<string>('../../src/**/index.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const indexModules = import.meta.glob<Record<string, unknown>>('../../src/**/index.ts');
const allCode = Object.keys(import.meta.glob('../../src/**/*.{ts,tsx}'));
const languageModules = import.meta.glob<Record<string, Record<string, string>>>('../../src/i18n/messages/*/index.ts', {
  eager: true,
});
const tests = Object.entries(
  import.meta.glob<string>(['../**/*.test.{ts,tsx}', '!../architecture/**'], {
    query: '?raw',
    import: 'default',
    eager: true,
  }),
).map(([path, source]) => ({ path: path.replace('../', 'test/'), source }));

const indexOf = (folder: string): string => `../../src/${folder}/index.ts`;
const isThere = ({ folder }: Registry): boolean => allCode.some((path) => path.startsWith(`../../src/${folder}/`));

/** Languages by code, each with its messages. */
const languages = new Map(
  Object.entries(languageModules).map(([path, module]) => {
    const code = path.split('/').at(-2) ?? '';
    return [code, module[code.replace('-', '')] ?? {}] as const;
  }),
);
const hasMessage = (messages: Record<string, string>, key: string): boolean =>
  [key, `${key}_one`, `${key}_other`].some((form) => (messages[form] ?? '') !== '');

describe.each(
  registries.filter(isThere).map((registry) => [`${registry.folder}: ${registry.list}`, registry] as const),
)('%s', (_, { folder, list, messages, tested }) => {
  const load = async (): Promise<readonly { readonly id: string }[]> => {
    const module = await indexModules[indexOf(folder)]?.();
    const entries = module?.[list];
    if (!Array.isArray(entries)) throw new Error(`src/${folder}/index.ts exports no list "${list}"`);
    return entries;
  };

  test('has entries, each with an id of its own', async () => {
    const ids = (await load()).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('has its messages in every language', async () => {
    const missing: string[] = [];
    for (const { id } of await load()) {
      for (const [language, known] of languages) {
        for (const key of messages(id)) if (!hasMessage(known, key)) missing.push(`${language}: ${key}`);
      }
    }
    expect(missing).toEqual([]);
  });

  if (!tested) return;

  test('has a test that names each entry', async () => {
    const floor = `test/${folder.split('/')[0]}/`;
    const here = tests.filter(({ path }) => path.startsWith(floor));
    const untested = (await load()).map(({ id }) => id).filter((id) => !here.some((file) => names(file, id)));
    expect(untested).toEqual([]);
  });
});

describe('the lists of the house', () => {
  test('are all walked here', () => {
    const walked = new Set(registries.map(({ folder, list }) => `${folder}: ${list}`));
    const unwalked: string[] = [];
    for (const [path, source] of Object.entries(indexSources)) {
      const folder = path.replace('../../src/', '').replace('/index.ts', '');
      for (const list of listsIn(path, source))
        if (!walked.has(`${folder}: ${list}`)) unwalked.push(`${folder}: ${list}`);
    }
    expect(unwalked).toEqual([]);
  });

  test('stand where they are looked for, in every folder that has code', () => {
    const lost = registries
      .filter(isThere)
      .filter(({ folder, list }) => !listsIn('index.ts', indexSources[indexOf(folder)] ?? '').includes(list))
      .map(({ folder, list }) => `${folder}: ${list}`);
    expect(lost).toEqual([]);
  });

  test('English is among the languages, and every language says everything English says', () => {
    const english = languages.get('en') ?? {};
    expect(Object.keys(english).length).toBeGreaterThan(100);
    const plural = /_(zero|one|two|few|many|other)$/;
    for (const [language, messages] of languages) {
      const missing = Object.keys(english).filter(
        (key) => !hasMessage(messages, key.replace(plural, '')) && !messages[key],
      );
      expect(missing, language).toEqual([]);
    }
  });
});

describe('the walk itself', () => {
  test('finds lists of definitions and passes over lists of words', () => {
    const source = `
      export const measures = [degree, betweenness] as const satisfies readonly Measure[];
      export const stages = [{ id: 'move' }] as const;
      export const languages = ['en', 'km'] as const;
      export const loose = [degree];
      const hidden = [degree] as const;`;
    expect(listsIn('index.ts', source)).toEqual(['measures', 'stages']);
  });

  test('takes a file name, a quoted id or the name of the definition for a test, and nothing less', () => {
    const file = (source: string, path = 'test/domain/commands/acts.test.ts') => ({ path, source });
    expect(names(file('', 'test/domain/commands/link-entities.test.ts'), 'link-entities')).toBe(true);
    expect(names(file("run('link-entities', {})"), 'link-entities')).toBe(true);
    expect(names(file('linkEntities.plan(state, payload)'), 'link-entities')).toBe(true);
    expect(names(file("run('link-entities-again')"), 'link-entities')).toBe(false);
    expect(names(file('linkEntitiesTwice()'), 'link-entities')).toBe(false);
    expect(names(file('// linkEntities is tested elsewhere'), 'link-entities')).toBe(false);
  });
});
