import type { Id } from '#domain/record';
import type { CanvasLook, CanvasPlace, Point } from './canvas-types.ts';

interface Surroundings {
  readonly parts: { readonly frame: HTMLElement; readonly stage: HTMLElement; readonly handle: HTMLElement };
  nodeAt(clientX: number, clientY: number): Id | null;
  place(clientX: number, clientY: number): CanvasPlace;
  redraw(): void;
  linked(from: Id, to: Id | null, place: CanvasPlace): void;
  /** Whose handle is shown. */
  handleOf(): Id | null;
}

/** Less than this is a click, px. */
const SLACK = 5;

/**
 * Drawing a link with the pointer: from the handle beside an item, with Alt held, or from anywhere on an item in link mode.
 * It listens before Cytoscape does and keeps such a press from it, so that the item under it stays where it is.
 */
export class LinkDrag {
  mode = false;
  readonly #s: Surroundings;
  #from: Id | null = null;
  #over: Id | null = null;
  #start: Point = { x: 0, y: 0 };
  #now: Point = { x: 0, y: 0 };
  #pointer = -1;
  #swallow = false;
  readonly #gone = new AbortController();

  constructor(s: Surroundings) {
    this.#s = s;
    const { frame } = s.parts;
    const { signal } = this.#gone;
    frame.addEventListener('pointerdown', this.#down, { capture: true, signal });
    frame.addEventListener('mousedown', this.#mouse, { capture: true, signal });
    frame.addEventListener('touchstart', this.#mouse, { capture: true, passive: false, signal });
    frame.addEventListener('pointermove', this.#move, { signal });
    frame.addEventListener('pointerup', this.#up, { signal });
    frame.addEventListener('pointercancel', this.#cancel, { signal });
    window.addEventListener('keydown', this.#key, { capture: true, signal });
  }

  destroy(): void {
    this.#gone.abort();
  }

  get active(): boolean {
    return this.#from !== null;
  }
  get from(): Id | null {
    return this.#from;
  }

  readonly #down = (e: PointerEvent): void => {
    if (e.button !== 0) return;
    const onHandle = e.target instanceof Node && this.#s.parts.handle.contains(e.target);
    const from = onHandle ? this.#s.handleOf() : this.mode || e.altKey ? this.#s.nodeAt(e.clientX, e.clientY) : null;
    if (from === null) return;
    this.#from = from;
    this.#over = null;
    this.#start = this.#now = { x: e.clientX, y: e.clientY };
    this.#pointer = e.pointerId;
    this.#swallow = true;
    this.#s.parts.frame.setPointerCapture(e.pointerId);
    this.#s.redraw();
  };

  readonly #mouse = (e: Event): void => {
    if (!this.#swallow) return;
    this.#swallow = false;
    e.stopPropagation();
    e.preventDefault();
    this.#s.parts.frame.focus({ preventScroll: true });
  };

  readonly #move = (e: PointerEvent): void => {
    if (this.#from === null || e.pointerId !== this.#pointer) return;
    this.#now = { x: e.clientX, y: e.clientY };
    this.#over = this.#s.nodeAt(e.clientX, e.clientY);
    this.#s.redraw();
  };

  readonly #up = (e: PointerEvent): void => {
    if (this.#from === null || e.pointerId !== this.#pointer) return;
    const from = this.#from;
    const moved = Math.hypot(e.clientX - this.#start.x, e.clientY - this.#start.y) > SLACK;
    const to = this.#s.nodeAt(e.clientX, e.clientY);
    this.#end();
    if (moved && to !== from) this.#s.linked(from, to, this.#s.place(e.clientX, e.clientY));
  };

  readonly #cancel = (): void => this.#end();

  readonly #key = (e: KeyboardEvent): void => {
    if (this.#from === null || e.code !== 'Escape') return;
    e.stopPropagation();
    e.preventDefault();
    this.#end();
  };

  #end(): void {
    this.#from = this.#over = null;
    this.#swallow = false;
    this.#s.redraw();
  }

  /** The line being drawn, and a ring round the item it would reach. */
  draw(
    context: CanvasRenderingContext2D,
    look: CanvasLook,
    discOf: (id: Id) => (Point & { readonly radius: number }) | null,
  ): void {
    if (this.#from === null) return;
    const start = discOf(this.#from);
    if (!start) return;
    const box = this.#s.parts.frame.getBoundingClientRect();
    let end: Point = { x: this.#now.x - box.left, y: this.#now.y - box.top };
    const target = this.#over === null || this.#over === this.#from ? null : discOf(this.#over);
    context.strokeStyle = context.fillStyle = look.accent;
    context.lineWidth = 2;
    if (target) {
      context.beginPath();
      context.arc(target.x, target.y, target.radius + 5, 0, 2 * Math.PI);
      context.stroke();
      const d = Math.hypot(target.x - start.x, target.y - start.y) || 1;
      const k = (d - target.radius - 5) / d;
      end = { x: start.x + (target.x - start.x) * k, y: start.y + (target.y - start.y) * k };
    }
    const length = Math.hypot(end.x - start.x, end.y - start.y);
    if (length <= start.radius) return;
    const ux = (end.x - start.x) / length;
    const uy = (end.y - start.y) / length;
    context.beginPath();
    context.moveTo(start.x + ux * start.radius, start.y + uy * start.radius);
    context.lineTo(end.x, end.y);
    context.stroke();
    context.beginPath();
    context.moveTo(end.x, end.y);
    context.lineTo(end.x - 9 * ux + 4.5 * uy, end.y - 9 * uy - 4.5 * ux);
    context.lineTo(end.x - 9 * ux - 4.5 * uy, end.y - 9 * uy + 4.5 * ux);
    context.fill();
  }
}
