/**
 * Text as it may be drawn: what would not be seen, or would turn the reading order round, is written out as ‹U+202E›.
 * Line feeds and tabs become spaces. Kept: ZWSP, ZWNJ and ZWJ, which the scripts of the region need and which move nothing.
 * Lone surrogates, which no file format can hold, are written out too.
 */
export function visibleText(text: string): string {
  let out = '';
  for (const character of text.normalize('NFC')) {
    const code = character.codePointAt(0)!;
    if (code === 0x09 || code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029) out += ' ';
    else if (isUnseen(code)) out += `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`;
    else out += character;
  }
  return out.replace(/ +/g, ' ').trim();
}

function isUnseen(code: number): boolean {
  return (
    code < 0x20 ||
    (code >= 0x7f && code <= 0x9f) ||
    code === 0xad ||
    code === 0x061c ||
    code === 0x180e ||
    code === 0x200e ||
    code === 0x200f ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    code === 0xfeff ||
    (code >= 0xfff0 && code <= 0xfffb) ||
    (code & 0xfffe) === 0xfffe ||
    (code >= 0xe0000 && code <= 0xe0fff)
  );
}
