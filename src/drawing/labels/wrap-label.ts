import { LABEL_CHARACTERS, LABEL_LINES } from '../style/sizes.ts';
import { clusters, labelLength } from './clusters.ts';
import { visibleText } from './visible-text.ts';

export interface WrapOptions {
  /** Default 2. */
  readonly maxLines?: number;
  /** Per line; default 16. */
  readonly maxCharacters?: number;
  /** BCP 47; decides where words end in scripts without spaces. Default: told by the script. */
  readonly locale?: string;
}

export interface WrappedLabel {
  readonly lines: readonly string[];
  /** All of it on one line. */
  readonly full: string;
  /** Whether the lines leave something out; the last then ends in an ellipsis. */
  readonly cut: boolean;
}

export const ELLIPSIS = '…';

/** Scripts that put no space between words, and the language whose dictionary knows their words. */
const spaceless: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Khmer}/u, 'km'],
  [/\p{Script=Thai}/u, 'th'],
  [/\p{Script=Lao}/u, 'lo'],
  [/\p{Script=Myanmar}/u, 'my'],
  [/\p{Script=Han}/u, 'zh'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
];

const segmenters = new Map<string, Intl.Segmenter>();
function wordSegmenter(locale: string): Intl.Segmenter {
  let s = segmenters.get(locale);
  if (!s) {
    s = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, s);
  }
  return s;
}

/**
 * Breaks a label into a few short lines: at spaces and after hyphens, between words where the script writes none, and only
 * when a single word is too long between clusters. Never inside a cluster. What does not fit ends in an ellipsis.
 */
export function wrapLabel(text: string, options: WrapOptions = {}): WrappedLabel {
  const maxLines = options.maxLines ?? LABEL_LINES;
  const max = options.maxCharacters ?? LABEL_CHARACTERS;
  // A name of ten thousand characters is cut before it is taken to pieces: no more than this can be shown.
  const full = visibleText(text);
  const start = full.length > 64 * max * maxLines ? full.slice(0, 64 * max * maxLines) : full;
  const lines: string[] = [];
  let line = '';
  const pieces = breakable(start, options.locale);
  let i = 0;
  while (i < pieces.length && lines.length < maxLines) {
    const piece = pieces[i]!;
    if (labelLength((line + piece).trimEnd()) <= max) {
      line += piece;
      i++;
    } else if (line === '' && /\S \S/u.test(piece)) {
      // A number and its word that do not fit together part.
      pieces.splice(i, 1, ...piece.split(/(?<= )/u));
    } else if (line === '') {
      const parts = clusters(piece);
      let head = '';
      let n = 0;
      while (n < parts.length && (n === 0 || labelLength(head + parts[n]!) <= max)) head += parts[n++]!;
      lines.push(head);
      pieces[i] = parts.slice(n).join('');
      if (pieces[i] === '') i++;
    } else {
      lines.push(line);
      line = '';
    }
  }
  if (line !== '' && lines.length < maxLines) {
    lines.push(line);
    line = '';
  }
  const cut = i < pieces.length || start.length < full.length;
  if (cut) lines[lines.length - 1] = withEllipsis(lines.at(-1) ?? '', pieces.slice(i).join(''), max);
  return { lines: lines.length === 0 ? [''] : lines.map((l) => l.trimEnd()), full, cut };
}

/** Fills the last line with what still fits of the rest before the ellipsis; a name cut at a word says less than it could. */
function withEllipsis(line: string, rest: string, max: number): string {
  const parts = clusters(line + rest);
  let out = '';
  for (const part of parts) {
    if (labelLength(out + part) > max - 1) break;
    out += part;
  }
  return out.trimEnd() + ELLIPSIS;
}

/** Pieces between which a line may end; spaces stay at the end of their piece. */
function breakable(text: string, locale: string | undefined): string[] {
  const out: string[] = [];
  for (const piece of text.split(/(?<=[ \u200B])|(?<=[-–—/,;])(?=\p{L})/u)) {
    const script = spaceless.find(([pattern]) => pattern.test(piece));
    if (!script) {
      if (piece !== '') out.push(piece);
      continue;
    }
    const known = locale !== undefined && spaceless.some(([, l]) => locale.startsWith(l)) ? locale : script[1];
    out.push(...words(piece, known));
  }
  return glued(out).map((piece) => piece.replaceAll('\u200B', ''));
}

/** A number stays with the word it counts: "3 payments", "4,200 USD", "14 May". Groups of a telephone number may part. */
function glued(pieces: readonly string[]): string[] {
  const out: string[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last !== undefined && /^[\d.,]*\d $/.test(last) && /^\p{L}/u.test(piece)) out[out.length - 1] = last + piece;
    else out.push(piece);
  }
  return out;
}

/** Words of a text without spaces. A piece that would begin with a mark, or is only punctuation, joins the one before. */
function words(text: string, locale: string): string[] {
  const ends = new Set<number>();
  let at = 0;
  for (const c of clusters(text)) {
    at += c.length;
    ends.add(at);
  }
  const out: string[] = [];
  let open = '';
  for (const { segment, index } of wordSegmenter(locale).segment(text)) {
    open += segment;
    const next = text[index + segment.length];
    const joins = next !== undefined && /[\s\p{P}\p{M}ๆៗໆ]/u.test(next);
    if (ends.has(index + segment.length) && !joins) {
      out.push(open);
      open = '';
    }
  }
  if (open !== '') out.push(open);
  return out;
}
