import { onFacesLoaded } from '../fonts/index.ts';
import type { CanvasLook, View } from './canvas-types.ts';
import { type Painted, paintScene } from './plain-painter.ts';
import type { PlainScene } from './plain-scene.ts';

/** Painted beyond each edge, as a share of the canvas, so that a short pan shows no blank. */
const MARGIN = 0.2;
/** The view stands still when nothing moved it for this long, ms. */
const REST = 90;
/** While it moves, what has run out of the picture is painted anew at most this often, ms. */
const AGAIN = 250;

/**
 * The chart as one picture. While the view moves, the picture moves with it and nothing is drawn; when it rests, the picture is
 * painted anew with all its detail. A chart of any size can be pushed about at the speed of a picture.
 */
export class PlainPicture {
  readonly #canvas: HTMLCanvasElement;
  readonly #scene: () => PlainScene;
  readonly #look: () => CanvasLook;
  readonly #painted: (p: Painted) => void;
  #width = 1;
  #height = 1;
  #ratio = 1;
  #view: View = { zoom: 1, pan: { x: 0, y: 0 } };
  /** The view the picture was painted for. */
  #of: View = this.#view;
  #paintedAt = 0;
  #timer = 0;
  #names = true;
  readonly #endFaces: () => void;
  readonly #images = new Map<string, HTMLImageElement>();

  constructor(stage: HTMLElement, scene: () => PlainScene, look: () => CanvasLook, painted: (p: Painted) => void) {
    this.#canvas = document.createElement('canvas');
    this.#canvas.className = 'graph-canvas-picture';
    this.#scene = scene;
    this.#look = look;
    this.#painted = painted;
    stage.append(this.#canvas);
    this.#endFaces = onFacesLoaded(() => this.paintSoon());
  }

  destroy(): void {
    window.clearTimeout(this.#timer);
    this.#endFaces();
    this.#canvas.remove();
  }

  resize(width: number, height: number): void {
    const ratio = window.devicePixelRatio || 1;
    if (width === this.#width && height === this.#height && ratio === this.#ratio) return;
    this.#width = Math.max(1, width);
    this.#height = Math.max(1, height);
    this.#ratio = ratio;
    const part = 1 + 2 * MARGIN;
    this.#canvas.width = Math.round(this.#width * part * this.#ratio);
    this.#canvas.height = Math.round(this.#height * part * this.#ratio);
    this.#canvas.style.width = `${this.#width * part}px`;
    this.#canvas.style.height = `${this.#height * part}px`;
    this.paintSoon();
  }

  /** Shows another part: at once as a moved picture, in full when it rests. */
  show(view: View): void {
    this.#view = view;
    this.#move();
    window.clearTimeout(this.#timer);
    const since = performance.now() - this.#paintedAt;
    const wait = this.#isBlankSeen() ? Math.min(REST, Math.max(0, AGAIN - since)) : REST;
    this.#timer = window.setTimeout(() => this.paint(), wait);
  }

  /** Whether names are written where there is room; without, only symbols and lines. */
  setNames(on: boolean): void {
    if (on === this.#names) return;
    this.#names = on;
    this.paintSoon();
  }

  /** Paints anew after what is shown above has been seen. */
  paintSoon(ms = 0): void {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.paint(), ms);
  }

  paint(): void {
    window.clearTimeout(this.#timer);
    const { zoom, pan } = this.#view;
    const dx = this.#width * MARGIN;
    const dy = this.#height * MARGIN;
    const c = this.#canvas.getContext('2d')!;
    c.setTransform(this.#ratio, 0, 0, this.#ratio, 0, 0);
    c.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
    const painted = paintScene(c, this.#scene(), {
      ...this.options(),
      view: { zoom, pan: { x: pan.x + dx, y: pan.y + dy } },
      width: this.#width + 2 * dx,
      height: this.#height + 2 * dy,
    });
    this.#of = this.#view;
    this.#paintedAt = performance.now();
    this.#move();
    this.#painted(painted);
  }

  options() {
    return {
      view: this.#view,
      width: this.#width,
      height: this.#height,
      look: this.#look(),
      image: (uri: string) => this.#image(uri),
      names: this.#names,
    };
  }

  #move(): void {
    const k = this.#view.zoom / this.#of.zoom;
    const x = this.#view.pan.x - (this.#of.pan.x + this.#width * MARGIN) * k;
    const y = this.#view.pan.y - (this.#of.pan.y + this.#height * MARGIN) * k;
    this.#canvas.style.transform = `matrix(${k}, 0, 0, ${k}, ${x}, ${y})`;
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
