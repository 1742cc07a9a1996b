/** Room an item with its label needs, chart units; labels are wide, so across it is half as much again. */
export const ROOM = 84;
const WIDER = 1.5;
/** Turning by the golden angle never lines items up, so that links between them do not run over others. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

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
    const key = `${this.#cell(p.x / WIDER)} ${this.#cell(p.y)}`;
    const cell = this.#cells.get(key);
    if (cell) cell.push(p);
    else this.#cells.set(key, [p]);
  }
  #isFree(x: number, y: number): boolean {
    const cx = this.#cell(x / WIDER);
    const cy = this.#cell(y);
    for (let i = cx - 1; i <= cx + 1; i++)
      for (let j = cy - 1; j <= cy + 1; j++)
        for (const p of this.#cells.get(`${i} ${j}`) ?? [])
          if (Math.hypot((p.x - x) / WIDER, p.y - y) < this.#room) return false;
    return true;
  }

  /** The nearest free place, in whole chart units, looked for on a spiral round the wanted one, and taken. */
  near(wanted: Place): Place {
    let found: Place = { x: Math.round(wanted.x), y: Math.round(wanted.y) };
    for (let i = 0; i < 200_000; i++) {
      const radius = this.#room * 0.5 * Math.sqrt(i);
      const x = Math.round(wanted.x + WIDER * radius * Math.cos(i * GOLDEN));
      const y = Math.round(wanted.y + radius * Math.sin(i * GOLDEN));
      if (!this.#isFree(x, y)) continue;
      found = { x, y };
      break;
    }
    this.#take(found);
    return found;
  }
}
