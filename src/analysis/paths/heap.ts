/** Takes out what comes first; of what comes first alike, what was put in first, so that the same input gives the same answer. */
export class Heap<T> {
  readonly #isBefore: (a: T, b: T) => boolean;
  readonly #items: { readonly item: T; readonly serial: number }[] = [];
  #serial = 0;

  constructor(isBefore: (a: T, b: T) => boolean) {
    this.#isBefore = isBefore;
  }

  push(item: T): void {
    const items = this.#items;
    const entry = { item, serial: this.#serial++ };
    let i = items.length;
    items.push(entry);
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!this.#comesFirst(entry, items[up]!)) break;
      items[i] = items[up]!;
      i = up;
    }
    items[i] = entry;
  }

  pop(): T | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (!top || !last || items.length === 0) return top?.item;
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= items.length) break;
      if (down + 1 < items.length && this.#comesFirst(items[down + 1]!, items[down]!)) down++;
      if (!this.#comesFirst(items[down]!, last)) break;
      items[i] = items[down]!;
      i = down;
    }
    items[i] = last;
    return top.item;
  }

  #comesFirst(
    a: { readonly item: T; readonly serial: number },
    b: { readonly item: T; readonly serial: number },
  ): boolean {
    if (this.#isBefore(a.item, b.item)) return true;
    return a.serial < b.serial && !this.#isBefore(b.item, a.item);
  }
}
