import type { CaseState } from '#domain/change/case-state';
import { displayLabel, isProtected } from '#domain/entity/entity';
import type { Statement } from '#domain/statement/statement';

/** A stretch of a report. `at` counts UTF-16 code units from the beginning of the text. */
export interface Piece {
  readonly at: number;
  /** As it stands in the report. */
  readonly text: string;
  /** Statements that quote it, in the order they were made. */
  readonly statements: readonly string[];
  /** Set where a protected person is named: the pseudonym to show instead. */
  readonly pseudonym?: string;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

const special = /[.*+?^${}()|[\]\\]/g;

/** Every place where a quotation stands, whatever its line breaks; none for an empty one. */
export function placesOf(text: string, quotation: string): Stretch[] {
  const words = quotation.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const pattern = new RegExp(words.map((w) => w.replace(special, '\\$&')).join('\\s+'), 'gu');
  return [...text.matchAll(pattern)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
}

/** Where protected persons are named, longest names first, so that no part of a name is left standing. */
export function protectedPlaces(state: CaseState, text: string): (Stretch & { readonly pseudonym: string })[] {
  const names: { name: string; pseudonym: string }[] = [];
  for (const e of state.allOf('entity')) {
    if (!isProtected(e)) continue;
    for (const name of [e.label, e.nativeLabel ?? '', ...(e.aliases ?? [])])
      if (name.trim().length > 1) names.push({ name, pseudonym: displayLabel(e) });
  }
  names.sort((a, b) => b.name.length - a.name.length);
  const found: (Stretch & { pseudonym: string })[] = [];
  for (const { name, pseudonym } of names)
    for (const place of caseless(text, name))
      if (!found.some((f) => f.from < place.to && place.from < f.to)) found.push({ ...place, pseudonym });
  return found;
}

function caseless(text: string, name: string): Stretch[] {
  const words = name.trim().split(/\s+/);
  const pattern = words.map((w) => w.replace(special, '\\$&')).join('\\s+');
  // Whole words where the script parts words by spaces.
  const edge = /^[\p{Script=Latin}\p{N}]/u.test(name) ? '(?<![\\p{L}\\p{N}])' : '';
  const end = /[\p{Script=Latin}\p{N}]$/u.test(name) ? '(?![\\p{L}\\p{N}])' : '';
  return [...text.matchAll(new RegExp(`${edge}${pattern}${end}`, 'giu'))].map((m) => ({
    from: m.index,
    to: m.index + m[0].length,
  }));
}

/** Cuts a report into stretches: quoted or not, naming a protected person or not. Together they are the whole text. */
export function piecesOf(state: CaseState, text: string, statements: readonly Statement[]): Piece[] {
  const quoted = statements.flatMap((s) =>
    placesOf(text, s.locator?.quotation ?? '').map((place) => ({ ...place, id: s.id })),
  );
  const hidden = protectedPlaces(state, text);
  const cuts = new Set([0, text.length]);
  for (const { from, to } of quoted) cuts.add(from).add(to);
  for (const { from, to } of hidden) cuts.add(from).add(to);
  // A name is shown as one pseudonym: nothing cuts through it.
  const edges = [...cuts].filter((c) => !hidden.some((h) => h.from < c && c < h.to)).sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (const [i, at] of edges.entries()) {
    const to = edges[i + 1];
    if (to === undefined) break;
    const name = hidden.find((h) => h.from === at && h.to === to);
    pieces.push({
      at,
      text: text.slice(at, to),
      statements: quoted.filter((q) => q.from < to && at < q.to).map((q) => q.id),
      ...(name && { pseudonym: name.pseudonym }),
    });
  }
  return pieces;
}

/** The pieces line by line, for numbering; blank lines are left out but counted. */
export function linesOf(pieces: readonly Piece[]): { readonly number: number; readonly pieces: readonly Piece[] }[] {
  const lines: { number: number; pieces: Piece[] }[] = [{ number: 1, pieces: [] }];
  for (const piece of pieces) {
    if (piece.pseudonym !== undefined) {
      lines.at(-1)!.pieces.push(piece);
      continue;
    }
    let at = piece.at;
    for (const [i, part] of piece.text.split('\n').entries()) {
      if (i > 0) lines.push({ number: lines.at(-1)!.number + 1, pieces: [] });
      if (part !== '') lines.at(-1)!.pieces.push({ ...piece, at, text: part });
      at += part.length + 1;
    }
  }
  return lines.filter((line) => line.pieces.some((p) => p.text.trim() !== ''));
}
