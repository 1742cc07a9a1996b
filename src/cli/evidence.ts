import type { Network } from '#analysis/graph/network';
import { type BadInput, isBad } from './cli-command.ts';
import { columnOf } from './csv-table.ts';
import { CONFIRMED_OPTIONS, proofsOf, readLinks } from './links-table.ts';
import type { NetworkInput } from './network-input.ts';
import { codesOf } from './network-lines.ts';
import { type OptionKinds, type Options, text } from './options.ts';

export const EVIDENCE_OPTIONS: OptionKinds = { ...CONFIRMED_OPTIONS, sources: 'string' };
export const EVIDENCE_USAGE = '[--strength COL [--confirmed-only]] [--sources COL]';

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
  const table = readLinks(options);
  if (isBad(table)) return table;
  const proof = strength === undefined ? rows.proof : proofsOf(table, strength);
  if ('bad' in proof) return proof;
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
