import { type BadInput, isBad } from './cli-command.ts';
import { said } from './command-words.ts';
import { columnOf, readCsv } from './csv-table.ts';
import { listed } from './network-options.ts';
import { type Options, text } from './options.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What `--nodes` says. */
export interface NodeTable {
  readonly ids: readonly string[];
  /** Per id, the columns of its row but the id, by name; undefined without `--nodes`. */
  readonly attributes: readonly Attributes[] | undefined;
  /** Per id its word in the column `--type`; undefined without one. */
  readonly kinds: readonly string[] | undefined;
  /** Per id whether `--kinds` and `--tagged` let it in; undefined where neither is asked. */
  readonly kept: readonly boolean[] | undefined;
}

/** Column names made unique, so that no column is lost: `name`, `name (2)`. */
function uniqueNames(header: readonly string[]): string[] {
  const seen = new Set<string>();
  return header.map((h) => {
    let name = h;
    for (let k = 2; seen.has(name); k++) name = `${h} (${k})`;
    seen.add(name);
    return name;
  });
}

/** The rows of `--nodes`, and whom of them `--kinds` and `--tagged` (words of a column, parted by `;`) let in. */
export function readNodes(options: Options): NodeTable | BadInput {
  const path = text(options, 'nodes');
  if (path === undefined) return { ids: [], attributes: undefined, kinds: undefined, kept: undefined };
  const table = readCsv(path);
  if (isBad(table)) return table;
  const column = columnOf(table, text(options, 'id')!);
  if (isBad(column)) return column;
  const names = uniqueNames(table.header);
  const ids = new Set<string>();
  const attributes: Attributes[] = [];
  for (const [i, row] of table.rows.entries()) {
    const id = row[column.at]!;
    if (id.trim() === '') return { bad: `${path}, row ${table.line[i]}: no id` };
    if (ids.has(id)) return { bad: `${path}, row ${table.line[i]}: the id "${id}" stands there a second time` };
    ids.add(id);
    // fromEntries makes own properties even of a column named __proto__.
    attributes.push(
      Object.fromEntries(names.flatMap((name, k) => (k === column.at ? [] : [[name, row[k]!] as const]))),
    );
  }
  const wordsOf = (option: string): string[] | undefined | BadInput => {
    const name = text(options, option);
    if (name === undefined) return undefined;
    const at = columnOf(table, name);
    return isBad(at) ? at : table.rows.map((row) => row[at.at]!.trim());
  };
  const kinds = wordsOf('type');
  if (kinds && 'bad' in kinds) return kinds;
  const tags = wordsOf('tags');
  if (tags && 'bad' in tags) return tags;
  const lists = ['kinds', 'two-mode'].map((option) => kinds && wordsAmong(options, option, kinds));
  for (const list of lists) if (list && 'bad' in list) return list;
  const tagsOf = tags?.map((field) => field.split(';').map((tag) => tag.trim()));
  const tagged = tagsOf && wordsAmong(options, 'tagged', tagsOf.flat());
  if (tagged && 'bad' in tagged) return tagged;
  const isKept = (i: number) =>
    lists.every((list) => !list || 'bad' in list || list.includes(kinds![i]!)) &&
    (!tagged || tagsOf![i]!.some((tag) => tagged.includes(tag)));
  return {
    ids: [...ids],
    attributes,
    kinds,
    kept: tagged || lists.some((list) => list) ? attributes.map((_, i) => isKept(i)) : undefined,
  };
}

/** The words that an option lists; each must be among those that stand in the file. */
function wordsAmong(
  options: Options,
  option: string,
  there: readonly string[],
): readonly string[] | undefined | BadInput {
  const words = listed(options, option);
  const known = [...new Set(there)].filter((word) => word !== '');
  const unknown = words?.find((word) => !known.includes(word));
  if (unknown === undefined) return words;
  return { bad: said('command-line.no-word', { option, word: unknown, known: known.slice(0, 20).join(', ') }) };
}
