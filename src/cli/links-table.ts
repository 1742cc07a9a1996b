import { PROOF } from '#analysis/graph/network';
import { type BadInput, isBad } from './cli-command.ts';
import { type CsvTable, columnOf, readCsv } from './csv-table.ts';
import { type OptionKinds, type Options, text } from './options.ts';

/** Of commands that can leave out what is not confirmed. */
export const CONFIRMED_OPTIONS: OptionKinds = { strength: 'string', 'confirmed-only': 'boolean' };
export const CONFIRMED_USAGE = '[--strength COL --confirmed-only]';

/** How sure each line is, by the words of a column (confirmed, unconfirmed, tentative, in any case; empty = unconfirmed). */
export function proofsOf(table: CsvTable, name: string): Uint8Array | BadInput {
  const column = columnOf(table, name);
  if (isBad(column)) return column;
  const proofs = new Uint8Array(table.rows.length);
  for (const [r, row] of table.rows.entries()) {
    const word = row[column.at]!.trim().toLowerCase() || 'unconfirmed';
    if (!Object.hasOwn(PROOF, word))
      return {
        bad: `${table.path}, row ${table.line[r]}: strength "${word.slice(0, 40)}" is none of ${Object.keys(PROOF).join(', ')}`,
      };
    proofs[r] = PROOF[word as keyof typeof PROOF];
  }
  return proofs;
}

/** The rows of `--links`; with `--confirmed-only` those alone that the column `--strength` calls confirmed. */
export function readLinks(options: Options): CsvTable | BadInput {
  const table = readCsv(text(options, 'links')!);
  if (isBad(table) || options.get('confirmed-only') !== true) return table;
  const strength = text(options, 'strength');
  if (strength === undefined) return { bad: '--confirmed-only needs --strength COL' };
  const proofs = proofsOf(table, strength);
  if ('bad' in proofs) return proofs;
  const kept = <T>(list: readonly T[]) => list.filter((_, r) => proofs[r] === PROOF.confirmed);
  return { ...table, rows: kept(table.rows), line: kept(table.line) };
}
