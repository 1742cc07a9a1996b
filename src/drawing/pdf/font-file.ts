/** The WOFF file of the same font as a WOFF2 file: it unpacks without a decoder of its own. */
export function woffName(file: string): string {
  return file.replace(/\.woff2$/, '.woff');
}
