/** What changed between two lists of elements that are told apart by `key` and compared by identity. */
export interface Difference<T> {
  readonly added: readonly T[];
  readonly changed: readonly { readonly before: T; readonly after: T }[];
  readonly removed: readonly string[];
}

/**
 * Compares an edited list with what stands on the canvas. Elements that are the very same object are taken as unchanged,
 * so that the cost of an edit is the edit.
 */
export function difference<T>(
  shown: ReadonlyMap<string, T>,
  wanted: readonly T[],
  key: (element: T) => string,
): Difference<T> {
  const added: T[] = [];
  const changed: { before: T; after: T }[] = [];
  const seen = new Set<string>();
  for (const after of wanted) {
    const id = key(after);
    if (seen.has(id)) continue;
    seen.add(id);
    const before = shown.get(id);
    if (before === undefined) added.push(after);
    else if (before !== after) changed.push({ before, after });
  }
  const removed: string[] = [];
  if (seen.size - added.length !== shown.size) for (const id of shown.keys()) if (!seen.has(id)) removed.push(id);
  return { added, changed, removed };
}
