import { matchKey } from '#domain/identifiers/matching';
import type { ColumnMapping, Mapping } from './mapping.ts';

/** A saved mapping laid over the columns of another file. */
export interface FittedMapping {
  readonly mapping: Mapping;
  /** Columns of the file that the saved mapping does not know; they are ignored until somebody says what they are. */
  readonly unknown: readonly string[];
  /** Columns of the saved mapping that the file lacks. */
  readonly missing: readonly string[];
  /** Share of the saved, used columns found, 0–1. */
  readonly fit: number;
}

/** Case, spaces, underscores, hyphens and dots in a header are decoration: `Calling_Party` is `calling party`. */
export function headerKey(header: string): string {
  return matchKey(header).replace(/[\s_.:#/-]+/g, '');
}

/** Lays a saved mapping over the headers of a file: by name, tolerantly; order does not matter. */
export function fitMapping(saved: Mapping, headers: readonly string[]): FittedMapping {
  const byKey = new Map<string, ColumnMapping>();
  for (const c of saved.columns) if (!byKey.has(headerKey(c.header))) byKey.set(headerKey(c.header), c);
  const used = new Set<string>();
  const unknown: string[] = [];
  const columns = headers.map((header): ColumnMapping => {
    const key = headerKey(header);
    const known = byKey.get(key);
    if (!known || used.has(key)) {
      unknown.push(header);
      return { header, role: 'ignore' };
    }
    used.add(key);
    return { ...known, header };
  });
  const needed = saved.columns.filter((c) => c.role !== 'ignore');
  const missing = needed.filter((c) => !used.has(headerKey(c.header))).map((c) => c.header);
  return {
    mapping: { ...saved, columns },
    unknown,
    missing,
    fit: needed.length === 0 ? 0 : (needed.length - missing.length) / needed.length,
  };
}

/** The saved mapping that fits best and misses nothing; undefined when none does. */
export function bestMapping(saved: readonly Mapping[], headers: readonly string[]): FittedMapping | undefined {
  let best: FittedMapping | undefined;
  for (const mapping of saved) {
    const fitted = fitMapping(mapping, headers);
    if (fitted.missing.length > 0) continue;
    if (!best || fitted.unknown.length < best.unknown.length) best = fitted;
  }
  return best;
}
