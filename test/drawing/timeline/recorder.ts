import type { Pen } from '#drawing/timeline/pen';

export interface Drawn {
  readonly texts: { readonly text: string; readonly x: number; readonly y: number; readonly font: string }[];
  /** Every `stroke` with the dash it was made with and the points of its path. */
  readonly strokes: { readonly dash: readonly number[]; readonly points: readonly (readonly [number, number])[] }[];
  readonly fills: { readonly points: readonly (readonly [number, number])[] }[];
  calls: number;
}

/** A pen that writes down what is drawn; every character is 6 px wide. */
export function recorder(): { pen: Pen; drawn: Drawn } {
  const drawn: Drawn = { texts: [], strokes: [], fills: [], calls: 0 };
  let points: [number, number][] = [];
  let dash: number[] = [];
  const pen = {
    fillStyle: '',
    strokeStyle: '',
    lineWidth: 1,
    lineCap: 'butt',
    lineJoin: 'miter',
    font: '',
    textAlign: 'left',
    textBaseline: 'middle',
    globalAlpha: 1,
    save() {},
    restore() {},
    rect() {},
    clip() {},
    arc() {},
    closePath() {},
    translate() {},
    scale() {},
    strokeRect() {},
    fillRect() {
      drawn.calls++;
    },
    beginPath() {
      points = [];
    },
    moveTo(x: number, y: number) {
      drawn.calls++;
      points.push([x, y]);
    },
    lineTo(x: number, y: number) {
      drawn.calls++;
      points.push([x, y]);
    },
    setLineDash(next: number[]) {
      dash = next;
    },
    stroke() {
      drawn.strokes.push({ dash, points });
    },
    fill() {
      drawn.fills.push({ points });
    },
    fillText(text: string, x: number, y: number) {
      drawn.calls++;
      drawn.texts.push({ text, x, y, font: pen.font });
    },
    measureText: (text: string) => ({ width: text.length * 6 }),
  };
  return { pen: pen as unknown as Pen, drawn };
}
