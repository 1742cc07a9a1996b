import { onFacesLoaded } from '../fonts/index.ts';
import type { CanvasLook, NamesInView, View } from './canvas-types.ts';
import type { Bounds } from './fit-view.ts';
import type { Marked } from './marked.ts';
import { framed, isCovered, type PictureFrame, placeOfFrame } from './picture-frame.ts';
import { PlainNames } from './plain-names.ts';
import { type Painted, type PaintOptions, paintScene } from './plain-painter.ts';
import type { PlainScene } from './plain-scene.ts';

/** The view stands still when nothing moved it for this long, ms … */
const REST = { least: 90, most: 150 } as const;
/** … and for so many times as long as lay between the last steps: a machine that is busy moves in long ones. */
const STEPS = 2;
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
  named(names: NamesInView): void;
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
  #frame: PictureFrame = framed(1, 1, 1);
  /** Where the chart lay when the picture was painted: beyond it nothing is missing. */
  #inked: Bounds | null = null;
  #view: View = { zoom: 1, pan: { x: 0, y: 0 } };
  /** The view the picture was painted for. */
  #of: View = this.#view;
  /** The view the names were written for. */
  #namesOf: View = this.#view;
  #paintedAt = 0;
  /** When the view was last moved, and how long a step takes of late, ms. */
  #shownAt = 0;
  #step = 0;
  /** How long the last painting of lines and items took, ms. */
  #cost = 0;
  #again = 0;
  /** What is shown has changed since. */
  #isStale = true;
  #timer = 0;
  #isNext = false;
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
    if (width === this.#frame.width && height === this.#frame.height && ratio === this.#frame.ratio) return;
    this.#frame = framed(width, height, ratio);
    const { wide, high } = this.#frame;
    for (const canvas of [this.#canvas, this.#namesCanvas]) {
      canvas.width = Math.round(wide * ratio);
      canvas.height = Math.round(high * ratio);
      canvas.style.width = `${wide}px`;
      canvas.style.height = `${high}px`;
    }
    this.paintSoon();
  }

  /** Shows another part: at once as a moved picture, in full when it rests. */
  show(view: View): void {
    this.#view = view;
    this.#move();
    window.clearTimeout(this.#timer);
    const now = performance.now();
    const step = Math.min(now - this.#shownAt, REST.most);
    this.#shownAt = now;
    this.#step += (step - this.#step) / 4;
    const rest = Math.min(REST.most, Math.max(REST.least, STEPS * this.#step));
    this.#timer = window.setTimeout(() => this.#rest(), rest);
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

  /** … as soon as all that is being handed over has been: within the frame that shows the rest of it. */
  paintNext(): void {
    this.#isStale = true;
    window.clearTimeout(this.#timer);
    if (this.#isNext) return;
    this.#isNext = true;
    queueMicrotask(() => {
      this.#isNext = false;
      if (this.#canvas.isConnected) this.paint();
    });
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
    const scene = this.#parts.scene();
    const painted = paintScene(this.#clear(this.#canvas), scene, this.#wide(this.#of));
    this.#inked = scene.bounds();
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
    const edge = { x: this.#frame.dx, y: this.#frame.dy };
    this.#parts.asLifted(() => {
      this.#parts.named(this.#names.paint(c, this.#parts.scene(), o, this.#parts.marked(), edge));
    });
    this.#move();
  }

  #clear(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
    const c = canvas.getContext('2d')!;
    const { ratio } = this.#frame;
    c.setTransform(ratio, 0, 0, ratio, 0, 0);
    c.clearRect(0, 0, canvas.width, canvas.height);
    return c;
  }

  /** The view of the picture, with what lies beyond each edge of the canvas. */
  #wide({ zoom, pan }: View): PaintOptions {
    const { dx, dy, wide, high } = this.#frame;
    return {
      ...this.options(),
      view: { zoom, pan: { x: pan.x + dx, y: pan.y + dy } },
      width: wide,
      height: high,
    };
  }

  /** For the layer above: the view as it is now. */
  options(): PaintOptions {
    return {
      view: this.#view,
      width: this.#frame.width,
      height: this.#frame.height,
      ratio: this.#frame.ratio,
      look: this.#parts.look(),
      image: (uri: string) => this.#image(uri),
    };
  }

  #move(): void {
    for (const [canvas, of] of [
      [this.#canvas, this.#of],
      [this.#namesCanvas, this.#namesOf],
    ] as const) {
      const { k, x, y } = placeOfFrame(this.#frame, of, this.#view);
      canvas.style.transform = `matrix(${k}, 0, 0, ${k}, ${x}, ${y})`;
    }
  }

  #isBlankSeen(): boolean {
    return this.#inked !== null && !isCovered(this.#frame, this.#of, this.#view, this.#inked);
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
