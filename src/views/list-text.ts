/** "a; b" as a list without blanks and doubles. */
export function listOf(text: string, separator: string): string[] {
  return [
    ...new Set(
      text
        .split(separator)
        .map((x) => x.trim())
        .filter(Boolean),
    ),
  ];
}
