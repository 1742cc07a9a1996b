// @ts-check
/**
 * Vitest's reporter groups failures with `Map.groupBy`, which came with Node 21; without it a failing run on Node 20 would end before
 * naming what failed. For the tools' own process only: the program and its tests run without it.
 */
const groups = /** @type {{ groupBy?: unknown }} */ (/** @type {unknown} */ (Map));

if (!groups.groupBy) {
  groups.groupBy = (
    /** @type {Iterable<unknown>} */ items,
    /** @type {(item: unknown, index: number) => unknown} */ keyOf,
  ) => {
    /** @type {Map<unknown, unknown[]>} */
    const grouped = new Map();
    let index = 0;
    for (const item of items) {
      const key = keyOf(item, index++);
      const group = grouped.get(key);
      if (group) group.push(item);
      else grouped.set(key, [item]);
    }
    return grouped;
  };
}
