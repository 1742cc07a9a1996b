import { onFacesLoaded } from '../fonts/index.ts';
import type { CanvasLook, View } from './canvas-types.ts';
import { type Marked, PlainNames } from './plain-names.ts';
import { type Painted, type PaintOptions, paintScene } from './plain-painter.ts';
import type { PlainScene } from './plain-scene.ts';

/** Painted beyond each edge, as a share of the canvas, so that a short pan shows no blank. */
const MARGIN = 0.2;
/** The view stands still when nothing moved it for this long, ms. */
const REST = 90;
/** While it moves, what has run out of the picture is painted anew at most this often, ms. */
const AGAIN = 250;
/** … and so many times as long as the last painting took: the hand that moves comes first. */
const PAUSE = 6;

/** Where the picture gets what it shows. */
export interface PictureParts {
  readonly stage: HTMLElement;
  /** The layer above the picture; names stand above that one. */
  readonly over: HTMLCanvasElement;
  scene(): PlainScene;
  look(): CanvasLook;
  marked(): Marked;
  /** Runs this while what is dragged stands where it is dragged to. */
  asLifted(act: () => void): void;
  painted(p: Painted): void;
}

/**
 * The chart as one picture, and its names as another above it: what is selected changes which names come first, and nothing else of
 * the picture. While the view moves, both move with it and nothing is drawn; when it rests, they are painted anew with all detail. A
 * chart of any size can be pushed about at the speed of a picture.
 */
export class PlainPicture {
  readonly #canvas: HTMLCanvasElement;
  readonly #namesCanvas: HTMLCanvasElement;
  readonly #names = new PlainNames();
  readonly #parts: PictureParts;
  #width = 1;
  #height = 1;
  #ratio = 1;
  #view: View = { zoom: 1, pan: { x: 0, y: 0 } };
  /** The view the picture was painted for. */
  #of: View = this.#view;
  /** The view the names were written for. */
  #namesOf: View = this.#view;
  #paintedAt = 0;
  /** How long the last painting of lines and items took, ms. */
  #cost = 0;
  #again = 0;
  /** What is shown has changed since. */
  #isStale = true;
  #timer = 0;
  #namesAsked = 0;
  readonly #endFaces: () => void;
  readonly #images = new Map<string, HTMLImageElement>();

  constructor(parts: PictureParts) {
    this.#parts = parts;
    this.#canvas = document.createElement('canvas');
    this.#canvas.className = 'graph-canvas-picture';
    parts.stage.append(this.#canvas);
    this.#namesCanvas = document.createElement('canvas');
    this.#namesCanvas.className = 'graph-canvas-names';
    parts.over.after(this.#namesCanvas);
    this.#endFaces = onFacesLoaded(() => {
      this.#names.forgetWidths();
      this.paintSoon();
    });
  }

  destroy(): void {
    window.clearTimeout(this.#timer);
    window.clearTimeout(this.#again);
    cancelAnimationFrame(this.#namesAsked);
    this.#endFaces();
    this.#canvas.remove();
    this.#namesCanvas.remove();
  }

  resize(width: number, height: number): void {
    const ratio = window.devicePixelRatio || 1;
    if (width === this.#width && height === this.#height && ratio === this.#ratio) return;
    this.#width = Math.max(1, width);
    this.#height = Math.max(1, height);
    this.#ratio = ratio;
    const part = 1 + 2 * MARGIN;
    for (const canvas of [this.#canvas, this.#namesCanvas]) {
      canvas.width = Math.round(this.#width * part * this.#ratio);
      canvas.height = Math.round(this.#height * part * this.#ratio);
      canvas.style.width = `${this.#width * part}px`;
      canvas.style.height = `${this.#height * part}px`;
    }
    this.paintSoon();
  }

  /** Shows another part: at once as a moved picture, in full when it rests. */
  show(view: View): void {
    this.#view = view;
    this.#move();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#rest(), REST);
    if (this.#again !== 0 || !this.#isBlankSeen()) return;
    const pause = Math.max(AGAIN, PAUSE * this.#cost);
    const wait = Math.max(0, pause - (performance.now() - this.#paintedAt));
    this.#again = window.setTimeout(() => {
      this.#again = 0;
      if (this.#isBlankSeen()) this.#paintScene();
    }, wait);
  }

  /** The view stands still: all detail, if it is not there yet. */
  #rest(): void {
    if (this.#isStale || this.#of !== this.#view) this.paint();
    else if (this.#namesOf !== this.#view) this.#writeNames();
  }

  /** Writes the names anew with the next frame: others are selected. A picture that is due brings its names along. */
  writeNames(): void {
    if (this.#namesAsked !== 0 || this.#isStale) return;
    this.#namesAsked = requestAnimationFrame(() => this.#writeNames());
  }

  /** Paints anew after what is shown above has been seen. */
  paintSoon(ms = 0): void {
    this.#isStale = true;
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.paint(), ms);
  }

  paint(): void {
    window.clearTimeout(this.#timer);
    this.#paintScene();
    this.#writeNames();
  }

  /** Lines and items; the names stay those of before, moved. */
  #paintScene(): void {
    window.clearTimeout(this.#again);
    this.#again = 0;
    this.#of = this.#view;
    this.#isStale = false;
    const began = performance.now();
    const painted = paintScene(this.#clear(this.#canvas), this.#parts.scene(), this.#wide(this.#of));
    this.#paintedAt = performance.now();
    this.#cost = this.#paintedAt - began;
    this.#move();
    this.#parts.painted(painted);
  }

  /** For the view of the picture below them, which may have been moved meanwhile. */
  #writeNames(): void {
    cancelAnimationFrame(this.#namesAsked);
    this.#namesAsked = 0;
    this.#namesOf = this.#of;
    const c = this.#clear(this.#namesCanvas);
    const o = this.#wide(this.#namesOf);
    this.#parts.asLifted(() => this.#names.paint(c, this.#parts.scene(), o, this.#parts.marked()));
    this.#move();
  }

  #clear(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const c = canvas.getContext('2d')!;
    c.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    c.clearRect(0, 0, canvas.width, canvas.height);
    return c;
  }

  /** The view of the picture, with what lies beyond each edge of the canvas. */
  #wide({ zoom, pan }: View): PaintOptions {
    const dx = this.#width * MARGIN;
    const dy = this.#height * MARGIN;
    return {
      ...this.options(),
      view: { zoom, pan: { x: pan.x + dx, y: pan.y + dy } },
      width: this.#width + 2 * dx,
      height: this.#height + 2 * dy,
    };
  }

  /** For the layer above: the view as it is now. */
  options(): PaintOptions {
    return {
      view: this.#view,
      width: this.#width,
      height: this.#height,
      look: this.#parts.look(),
      image: (uri: string) => this.#image(uri),
    };
  }

  #move(): void {
    for (const [canvas, of] of [
      [this.#canvas, this.#of],
      [this.#namesCanvas, this.#namesOf],
    ] as const) {
      const k = this.#view.zoom / of.zoom;
      const x = this.#view.pan.x - (of.pan.x + this.#width * MARGIN) * k;
      const y = this.#view.pan.y - (of.pan.y + this.#height * MARGIN) * k;
      canvas.style.transform = `matrix(${k}, 0, 0, ${k}, ${x}, ${y})`;
    }
  }

  #isBlankSeen(): boolean {
    const k = this.#view.zoom / this.#of.zoom;
    const x = this.#view.pan.x - (this.#of.pan.x + this.#width * MARGIN) * k;
    const y = this.#view.pan.y - (this.#of.pan.y + this.#height * MARGIN) * k;
    const part = (1 + 2 * MARGIN) * k;
    return x > 0 || y > 0 || x + this.#width * part < this.#width || y + this.#height * part < this.#height;
  }

  #image(uri: string): CanvasImageSource | undefined {
    let image = this.#images.get(uri);
    if (!image) {
      image = new Image();
      image.onload = () => this.paintSoon();
      image.src = uri;
      this.#images.set(uri, image);
    }
    return image.complete && image.naturalWidth > 0 ? image : undefined;
  }
}
