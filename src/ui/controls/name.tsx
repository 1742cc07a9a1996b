import { Fragment } from 'react';

/** Scripts that use joiners and zero-width spaces for good reason: there they stay unseen. */
const needsJoiners =
  /[\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Sinhala}]/u;
const tall = /[\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Thai}]/u;
const joiner = /[\u200b\u200c\u200d]/u;
// Controls, direction marks and overrides, fillers, tags, noncharacters: what is not seen, or turns the reading order round.
const unseen = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/u;

export interface NamePiece {
  readonly text: string;
  /** Set on a character that would not be seen: `U+202E`. */
  readonly hidden?: string;
}

/** Cuts a text into what can be seen and what cannot, so that no hidden character goes unnoticed. */
export function namePieces(text: string): NamePiece[] {
  const joinersBelong = needsJoiners.test(text);
  const out: NamePiece[] = [];
  let seen = '';
  for (const character of text) {
    if (!unseen.test(character) || (joinersBelong && joiner.test(character))) {
      seen += character;
      continue;
    }
    if (seen) out.push({ text: seen });
    seen = '';
    out.push({ text: character, hidden: `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}` });
  }
  if (seen) out.push({ text: seen });
  return out;
}

/** Whether a text holds a script whose marks need a line of 24 px. */
export function needsTallLine(text: string): boolean {
  return tall.test(text);
}

/** Any text that came from outside, shown as given: isolated in its direction, hidden characters made visible. */
export function Name({ text, isProtected, clip }: { text: string; isProtected?: boolean; clip?: boolean }) {
  const className = `name${needsTallLine(text) ? ' native' : ''}${isProtected ? ' protected' : ''}${clip ? ' clip' : ''}`;
  if (!unseen.test(text)) return <bdi className={className}>{text}</bdi>;
  return (
    <bdi className={className}>
      {namePieces(text).map((piece, i) =>
        piece.hidden ? (
          <span key={i} className="hidden-character">
            {piece.hidden}
          </span>
        ) : (
          <Fragment key={i}>{piece.text}</Fragment>
        ),
      )}
    </bdi>
  );
}
