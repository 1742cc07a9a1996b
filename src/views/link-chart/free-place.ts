/** Room an item with its label needs, chart units. */
export const ROOM = 104;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Finds places among what stands on a chart; remembers those it gave away. */
export class FreePlaces {
  readonly #cells = new Map<string, Place[]>();
  readonly #room: number;

  constructor(taken: Iterable<Place>, room: number = ROOM) {
    this.#room = room;
    for (const p of taken) this.#take(p);
  }

  #cell(v: number): number {
    return Math.floor(v / this.#room);
  }
  #take(p: Place): void {
    const key = `${this.#cell(p.x)} ${this.#cell(p.y)}`;
    const cell = this.#cells.get(key);
    if (cell) cell.push(p);
    else this.#cells.set(key, [p]);
  }
  #isFree(x: number, y: number): boolean {
    const cx = this.#cell(x);
    const cy = this.#cell(y);
    for (let i = cx - 1; i <= cx + 1; i++)
      for (let j = cy - 1; j <= cy + 1; j++)
        for (const p of this.#cells.get(`${i} ${j}`) ?? []) if (Math.hypot(p.x - x, p.y - y) < this.#room) return false;
    return true;
  }

  /** The nearest free place, in whole chart units, looked for on rings round the wanted one, and taken. */
  near(wanted: Place): Place {
    const x = Math.round(wanted.x);
    const y = Math.round(wanted.y);
    let found: Place = { x, y };
    search: for (let ring = 0; ring < 500; ring++) {
      const spots = ring === 0 ? 1 : 8 * ring;
      for (let i = 0; i < spots; i++) {
        // To the right first, then round: where the eye goes after writing a name.
        const angle = (i / spots) * 2 * Math.PI;
        const px = Math.round(x + ring * this.#room * 0.75 * Math.cos(angle));
        const py = Math.round(y + ring * this.#room * 0.75 * Math.sin(angle));
        if (this.#isFree(px, py)) {
          found = { x: px, y: py };
          break search;
        }
      }
    }
    this.#take(found);
    return found;
  }
}
