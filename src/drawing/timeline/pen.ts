import { clusters } from '../labels/clusters.ts';

/** What a timeline is drawn with: a canvas of a page or of a worker, or a recorder in its place. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'save'
  | 'restore'
  | 'beginPath'
  | 'rect'
  | 'clip'
  | 'moveTo'
  | 'lineTo'
  | 'arc'
  | 'closePath'
  | 'stroke'
  | 'fill'
  | 'fillRect'
  | 'strokeRect'
  | 'setLineDash'
  | 'fillText'
  | 'measureText'
  | 'translate'
  | 'scale'
> &
  Pick<
    CanvasRenderingContext2D,
    | 'fillStyle'
    | 'strokeStyle'
    | 'lineWidth'
    | 'lineCap'
    | 'lineJoin'
    | 'font'
    | 'textAlign'
    | 'textBaseline'
    | 'globalAlpha'
  > & {
    /** A line by its path data, where the pen can draw one without a canvas's own path. */
    strokeData?(d: string): void;
  };

const CLUSTERS_LONG = 34;
const CLUSTERS_SHORT = 14;

interface Measured {
  /** Versions of the text that may be drawn, longest first, with their widths. */
  readonly fits: readonly { readonly text: string; readonly width: number }[];
}

/** Widths of the texts of a timeline in one font, measured once. Texts are cut between clusters, never within one. */
export class LabelWidths {
  readonly #known = new Map<string, Measured>();

  /** What was measured with a font that has come since is measured again. */
  forget(): void {
    this.#known.clear();
  }

  /** The longest version of a text that fits; undefined when none does. The pen must have its font set. */
  fitting(pen: Pen, text: string, room: number): { readonly text: string; readonly width: number } | undefined {
    let m = this.#known.get(text);
    if (!m) {
      const parts = clusters(text);
      const cut = [CLUSTERS_LONG, CLUSTERS_SHORT].filter((n) => parts.length > n);
      const texts = [
        ...(parts.length <= CLUSTERS_LONG ? [text] : []),
        ...cut.map((n) => `${parts.slice(0, n).join('').trimEnd()}…`),
      ];
      m = { fits: texts.map((t) => ({ text: t, width: pen.measureText(t).width })) };
      if (this.#known.size > 60_000) this.#known.clear();
      this.#known.set(text, m);
    }
    return m.fits.find((f) => f.width <= room);
  }
}
