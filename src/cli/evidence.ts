import { type Network, PROOF } from '#analysis/graph/network';
import { type BadInput, isBad } from './cli-command.ts';
import { columnOf, readCsv } from './csv-table.ts';
import type { NetworkInput } from './network-input.ts';
import { codesOf } from './network-lines.ts';
import { type OptionKinds, type Options, text } from './options.ts';

export const EVIDENCE_OPTIONS: OptionKinds = { strength: 'string', sources: 'string' };
export const EVIDENCE_USAGE = '[--strength COL] [--sources COL]';

/**
 * The network with what the file of links says bears its lines out: `--strength` (confirmed, unconfirmed, tentative, in any case; empty = unconfirmed) and
 * `--sources` (names parted by `;`). Without a column every line is confirmed, or names no source.
 */
export function withEvidence(
  input: NetworkInput,
  options: Options,
): { readonly network: Network; readonly sources: readonly string[] } | BadInput {
  const [strength, sources] = [text(options, 'strength'), text(options, 'sources')];
  const rows = input.graph.rows;
  if (!rows || (strength === undefined && sources === undefined)) return { network: input.graph, sources: [] };
  const table = readCsv(text(options, 'links')!);
  if (isBad(table)) return table;
  const proof = Uint8Array.from(rows.proof);
  if (strength !== undefined) {
    const column = columnOf(table, strength);
    if (isBad(column)) return column;
    for (const [r, row] of table.rows.entries()) {
      const word = row[column.at]!.trim().toLowerCase() || 'unconfirmed';
      if (!Object.hasOwn(PROOF, word))
        return {
          bad: `${table.path}, row ${table.line[r]}: strength "${word.slice(0, 40)}" is none of ${Object.keys(PROOF).join(', ')}`,
        };
      proof[r] = PROOF[word as keyof typeof PROOF];
    }
  }
  const offsets = new Int32Array(rows.count + 1);
  const names: string[] = [];
  if (sources !== undefined) {
    const column = columnOf(table, sources);
    if (isBad(column)) return column;
    for (const [r, row] of table.rows.entries()) {
      const own = new Set(
        row[column.at]!.split(';')
          .map((s) => s.trim())
          .filter((s) => s !== ''),
      );
      names.push(...own);
      offsets[r + 1] = names.length;
    }
  }
  const { of } = codesOf(names);
  return {
    network: { ...input.graph, rows: { ...rows, proof, sourceOffsets: offsets, sources: of } },
    sources: [...new Set(names)],
  };
}
