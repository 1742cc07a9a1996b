import type { Strength } from '#domain/link/link';
import type { Shape } from '../scene/scene.ts';
import type { ChartColours } from '../style/colours.ts';
import { dashOf, diamond } from './picture.ts';
import { ScenePen } from './scene-pen.ts';

/** What a legend of a timeline can explain. */
export type TimeSign =
  | `${'diamond' | 'bar' | 'join'}-${Strength}`
  | 'tick'
  | 'unsure'
  | 'arrow'
  | 'undated'
  | 'weekend'
  | 'night'
  | 'break';

const STRENGTH_INDEX: Readonly<Record<string, number>> = { confirmed: 0, unconfirmed: 1, tentative: 2 };
/** Millimetres for a pixel of the timeline. */
const UNIT = 0.2;

/** A sign as the timeline draws it, in a strip `width` mm wide from `x`, round the height `y`. */
export function timeSignShapes(sign: TimeSign, x: number, y: number, width: number, colours: ChartColours): Shape[] {
  const pen = new ScenePen({ x, y }, UNIT, () => 0);
  const w = width / UNIT;
  const middle = w / 2;
  const [kind, strength = ''] = sign.split('-');
  const step = STRENGTH_INDEX[strength] ?? 0;
  pen.strokeStyle = colours.link;
  pen.fillStyle = colours.link;
  const line = (...points: readonly (readonly [number, number])[]): void => {
    pen.beginPath();
    points.forEach(([px, py], i) => {
      if (i % 2 === 0) pen.moveTo(px, py);
      else pen.lineTo(px, py);
    });
    pen.stroke();
  };
  switch (kind) {
    case 'diamond':
      pen.beginPath();
      diamond(pen, middle, 0, step === 0 ? 6 : 5.5);
      pen.fillStyle = step === 0 ? colours.link : colours.canvas;
      pen.fill();
      if (step > 0) {
        pen.lineWidth = 1.25;
        pen.stroke();
      }
      if (step === 1) {
        pen.beginPath();
        pen.moveTo(middle, -6);
        pen.lineTo(middle, 6);
        pen.lineTo(middle - 6, 0);
        pen.closePath();
        pen.fillStyle = colours.link;
        pen.fill();
      }
      break;
    case 'bar':
      pen.fillStyle = colours.groupFill;
      pen.fillRect(4, -6, w - 8, 12);
      pen.setLineDash(dashOf(step));
      pen.strokeRect(4, -6, w - 8, 12);
      break;
    case 'join':
      // Between two lines, as on the sheet: up and down.
      line([middle - 10, -8], [middle + 10, -8], [middle - 10, 8], [middle + 10, 8]);
      pen.setLineDash(dashOf(step));
      pen.lineWidth = 1.25;
      line([middle, -8], [middle, 8]);
      break;
    case 'tick':
      line([middle - 4, -6], [middle - 4, 6], [middle, -6], [middle, 6], [middle + 6, -6], [middle + 6, 6]);
      break;
    case 'unsure':
      pen.lineWidth = 1.25;
      line([4, -5], [4, 5], [w - 4, -5], [w - 4, 5]);
      pen.setLineDash([4, 3]);
      line([4, 0], [w - 4, 0]);
      break;
    case 'arrow':
      pen.beginPath();
      pen.moveTo(middle, 5);
      pen.lineTo(middle - 3.5, -1);
      pen.lineTo(middle + 3.5, -1);
      pen.closePath();
      pen.fill();
      line([middle, -8], [middle, -1]);
      break;
    case 'undated':
      pen.strokeStyle = colours.nodeLine;
      pen.setLineDash([2, 1.5]);
      pen.beginPath();
      diamond(pen, middle, 0, 5);
      pen.stroke();
      break;
    case 'weekend':
      pen.fillStyle = colours.hover;
      pen.fillRect(8, -8, w - 16, 16);
      pen.strokeStyle = colours.lineStrong;
      line([0, -8], [w, -8]);
      break;
    case 'night':
      pen.fillStyle = colours.groupFill;
      pen.fillRect(8, -5, w - 16, 13);
      pen.fillStyle = colours.lineStrong;
      pen.fillRect(8, -8, w - 16, 3);
      pen.strokeStyle = colours.lineStrong;
      line([0, -5], [w, -5]);
      break;
    case 'break':
      pen.strokeStyle = colours.lineStrong;
      for (const at of [middle - 6, middle + 6]) {
        pen.beginPath();
        for (let py = -8, side = 1; py <= 8; py += 4, side = -side) {
          if (py === -8) pen.moveTo(at + 2 * side, py);
          else pen.lineTo(at + 2 * side, py);
        }
        pen.stroke();
      }
      break;
  }
  return pen.shapes;
}
