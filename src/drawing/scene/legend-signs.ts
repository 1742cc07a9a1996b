import type { Strength } from '#domain/link/link';
import { type ChartColours, categoryColour, type Theme } from '../style/colours.ts';
import { DOUBTED_DASH, LINK_WIDTHS, type LinkWidth, linePattern } from '../style/lines.ts';
import { timeSignShapes } from '../timeline/time-signs.ts';
import { paled } from './brought-out.ts';
import type { LegendRow } from './legend.ts';
import type { Shape } from './scene.ts';
import { badgeShapes, doubtfulStroke, rankShapes, symbolShapes } from './symbol-shapes.ts';

/** Width of a sign, mm. */
export const SIGN = 10;

/** A sign as the chart draws it, in a strip 10 mm wide round the height `y`. */
export function signShapes(row: LegendRow, x: number, y: number, theme: Theme, colours: ChartColours): Shape[] {
  const unit = 0.2646;
  const line = (strength: Strength, width: LinkWidth): Shape => {
    const { dash, cap } = linePattern(strength, width);
    return {
      kind: 'path',
      d: `M${x} ${y}h${SIGN}`,
      fill: 'none',
      stroke: colours.link,
      strokeWidth: width * unit,
      ...(dash.length === 0 ? {} : { dash: dash.map((d) => d * unit), cap }),
    };
  };
  const ring = (cx: number, cy: number, r: number): Shape & { readonly kind: 'circle' } => ({
    kind: 'circle',
    x: cx,
    y: cy,
    r,
    fill: 'none',
    stroke: colours.nodeLine,
    strokeWidth: 0.3,
  });
  const middle = x + SIGN / 2;
  switch (row.sign) {
    case 'brought-out':
    case 'pale': {
      const shapes = [line('confirmed', LINK_WIDTHS[0]), { ...ring(middle, y, 1.2), fill: colours.nodeFill }];
      return row.sign === 'pale' ? paled(shapes, colours.canvas) : shapes;
    }
    case 'icon': {
      const ink = row.icon === 'protected' ? colours.protected : colours.nodeLine;
      return symbolShapes(row.icon, middle, y, 3.7, ink);
    }
    case 'doubted':
      return [{ ...ring(middle, y, 1.6), dash: DOUBTED_DASH.map((d) => d * 0.24), cap: 'butt' }];
    case 'strength':
      return [line(row.strength, LINK_WIDTHS[0])];
    case 'width':
      // Between two ticks: the thinnest would else look like a confirmed link.
      return [
        line('confirmed', row.width),
        {
          kind: 'path',
          d: `M${x} ${y - 1.1}v2.2M${x + SIGN} ${y - 1.1}v2.2`,
          fill: 'none',
          stroke: colours.link,
          strokeWidth: 0.2,
        },
      ];
    case 'category':
      return badgeShapes(row.category, middle, y, 4.2, categoryColour(theme, row.category).ink, colours.canvas);
    case 'outside': {
      const plain: Shape = ring(middle, y, 1.4);
      return row.outside === 'by-hand'
        ? [plain, ...badgeShapes(1, middle + 1.2, y + 1.1, 2.2, colours.nodeLine, colours.canvas)]
        : [plain];
    }
    case 'group': {
      const { dash, cap } = linePattern(row.strength);
      return [
        {
          kind: 'rect',
          x: x + 2,
          y: y - 1.4,
          width: 6,
          height: 2.8,
          radius: 0.5,
          fill: colours.groupFill,
          stroke: colours.groupLine,
          strokeWidth: 0.3,
          ...(dash.length === 0 ? {} : { dash: dash.map((d) => d * 0.2), cap }),
        },
      ];
    }
    case 'time':
      return timeSignShapes(row.mark, x, y, SIGN, colours);
    case 'doubtful-member':
      return [
        ring(middle, y, 1.1),
        { kind: 'circle', x: middle, y, r: 1.75, fill: 'none', ...doubtfulStroke(colours.nodeLine, 0.24) },
      ];
    case 'colour':
      return [1, 2, 3].flatMap((category, i) =>
        badgeShapes(category, x + 2.2 + i * 2.8, y, 2.6, categoryColour(theme, category).ink, colours.canvas),
      );
    case 'label':
      return [
        ring(middle, y - 0.6, 0.9),
        {
          kind: 'path',
          d: `M${middle - 1.6} ${y + 1.3}h3.2`,
          fill: 'none',
          stroke: colours.text,
          strokeWidth: 0.5,
        },
      ];
    case 'badge':
      return [
        ring(middle + 0.5, y + 0.2, 1.5),
        ...rankShapes(1, middle + 0.5, y + 0.2, 6, 0.2, colours.nodeLine, colours),
      ];
    case 'size':
      return [0.7, 1, 1.4].map((r, i) => ({ ...ring(x + 2.2 + i * 2.8, y, r), strokeWidth: 0.25 }));
  }
}
