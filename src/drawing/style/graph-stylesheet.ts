import { chartColours, type Theme } from './colours.ts';
import { CHART_FONT_FAMILY } from './fonts.ts';
import { ARROW_GAP, ARROW_LENGTH, DOUBTED_DASH, LINK_WIDTHS, linePattern, OUTLINE_WIDTH, STRENGTHS } from './lines.ts';
import {
  DOT_RADIUS,
  LABEL_HALO,
  LABEL_SIZE,
  LABEL_ZOOM,
  LINK_LABEL_HALO,
  LINK_LABEL_SIZE,
  SELECTED_RING,
} from './sizes.ts';

export type StyleValue = string | number | readonly number[];

/** One rule for Cytoscape's `style` option, as plain data: this floor does not know the library. */
export interface GraphRule {
  readonly selector: string;
  readonly style: Readonly<Record<string, StyleValue>>;
}

/** Cytoscape draws a triangle arrow 8.7 px long at scale 1, whatever the line's width up to 3.1 px. */
const ARROW_SCALE = ARROW_LENGTH / 8.7;
/** The canvas draws a halo this far on both sides of the glyph's edge; the look gives the whole stroke. */
const half = (halo: number): number => halo / 2;

/**
 * The look of the graph canvas, reading `NodeData` and `EdgeData` (style/node-data.ts). Later rules win, as in Cytoscape.
 * The same figures draw the sheet, so that paper and screen agree.
 */
export function graphStylesheet(theme: Theme): readonly GraphRule[] {
  const c = chartColours[theme];
  return [
    {
      selector: 'node',
      style: {
        shape: 'ellipse',
        width: 'data(diameter)',
        height: 'data(diameter)',
        'background-color': c.nodeFill,
        'border-width': OUTLINE_WIDTH,
        'border-color': 'data(ring)',
        'border-style': 'solid',
        label: 'data(label)',
        color: 'data(textColour)',
        'font-family': CHART_FONT_FAMILY,
        'font-size': LABEL_SIZE,
        'font-weight': 400,
        'text-wrap': 'wrap',
        'text-max-width': '1000px',
        'text-valign': 'bottom',
        'text-halign': 'center',
        'text-margin-y': 4,
        'line-height': 1.2,
        'text-outline-color': c.canvas,
        'text-outline-width': half(LABEL_HALO),
        'min-zoomed-font-size': LABEL_SIZE * LABEL_ZOOM,
        'overlay-opacity': 0,
        'z-index': 1,
      },
    },
    {
      selector: 'node[image != ""]',
      style: {
        'background-image': 'data(image)',
        'background-width': 'data(imageSide)',
        'background-height': 'data(imageSide)',
        'background-position-x': '50%',
        'background-position-y': '50%',
        'background-clip': 'none',
        'background-image-containment': 'over',
        'bounds-expansion': 12,
      },
    },
    {
      selector: 'node[labelPlace = "inside"]',
      style: { 'text-valign': 'center', 'text-margin-y': 0, 'text-outline-width': 0 },
    },
    { selector: 'node[body = "box"]', style: { shape: 'round-rectangle' } },
    { selector: 'node[?doubted]', style: { 'border-style': 'dashed', 'border-dash-pattern': DOUBTED_DASH } },
    ...STRENGTHS.filter((s) => linePattern(s).dash.length > 0).map((s) => ({
      selector: `node[folded = "${s}"]`,
      style: { 'border-style': 'dashed', 'border-dash-pattern': linePattern(s).dash },
    })),
    { selector: 'node[?protected]', style: { color: c.protected } },
    {
      selector: 'edge',
      style: {
        width: 'data(width)',
        'line-color': c.link,
        'line-cap': 'butt',
        'curve-style': 'data(curve)',
        'control-point-step-size': 28,
        'loop-direction': '-45deg',
        'loop-sweep': '60deg',
        'source-arrow-shape': 'data(sourceArrow)',
        'target-arrow-shape': 'data(targetArrow)',
        'source-arrow-color': c.link,
        'target-arrow-color': c.link,
        'arrow-scale': ARROW_SCALE,
        'source-distance-from-node': ARROW_GAP,
        'target-distance-from-node': ARROW_GAP,
        label: 'data(label)',
        color: c.linkLabel,
        'font-family': CHART_FONT_FAMILY,
        'font-size': LINK_LABEL_SIZE,
        'text-outline-color': c.canvas,
        'text-outline-width': half(LINK_LABEL_HALO),
        'text-rotation': 'none',
        'min-zoomed-font-size': LINK_LABEL_SIZE * LABEL_ZOOM,
        'overlay-opacity': 0,
        'z-index': 0,
      },
    },
    // A head that comes from below stands before the name, not under it.
    { selector: 'edge[targetArrow != "none"]', style: { 'target-endpoint': 'outside-to-node-or-label' } },
    { selector: 'edge[sourceArrow != "none"]', style: { 'source-endpoint': 'outside-to-node-or-label' } },
    ...strengthRules(),
    {
      selector: 'node.hover',
      style: { 'underlay-color': c.hover, 'underlay-opacity': 1, 'underlay-padding': 8, 'underlay-shape': 'ellipse' },
    },
    {
      selector: 'edge.hover',
      style: { 'underlay-color': c.hover, 'underlay-opacity': 1, 'underlay-padding': 4, 'min-zoomed-font-size': 0 },
    },
    {
      selector: 'node.far',
      style: { 'border-color': c.far, color: c.text3, 'background-image-opacity': 0.65 },
    },
    {
      selector: 'node.far[?protected]',
      style: { 'border-color': c.protected, color: c.protected, 'background-image-opacity': 0.75 },
    },
    {
      selector: 'edge.far',
      style: { 'line-color': c.far, 'source-arrow-color': c.far, 'target-arrow-color': c.far, color: c.text3 },
    },
    {
      selector: 'node.near',
      style: {
        'border-color': c.accent,
        'border-width': 2,
        'font-weight': 600,
        'min-zoomed-font-size': 0,
        'text-background-color': c.canvas,
        'text-background-opacity': 0.85,
        'z-index': 2,
      },
    },
    { selector: 'node.near[?protected]', style: { 'border-color': c.protected } },
    {
      selector: 'edge.near, edge:selected',
      style: {
        'line-color': c.accent,
        'source-arrow-color': c.accent,
        'target-arrow-color': c.accent,
        color: c.text,
        'font-weight': 600,
        'z-index': 1,
      },
    },
    {
      selector: 'node:selected',
      style: {
        'background-color': c.accentSoft,
        'border-color': c.accent,
        'border-width': 2.5,
        'outline-color': c.accent,
        'outline-width': 2,
        'outline-offset': SELECTED_RING - 2,
        'outline-opacity': 1,
        'font-weight': 600,
        'min-zoomed-font-size': 0,
        'text-background-color': c.canvas,
        'text-background-opacity': 0.85,
        'z-index': 3,
      },
    },
    // Opacity is for what a filter greys, never for what is merely not selected: that must stay readable.
    { selector: '.greyed', style: { opacity: 0.3 } },
    {
      selector: 'node.dot',
      style: {
        width: 2 * DOT_RADIUS,
        height: 2 * DOT_RADIUS,
        'background-color': 'data(ring)',
        'background-image': 'none',
      },
    },
  ];
}

/** Dash by strength and width: the line style is the grade. */
function strengthRules(): GraphRule[] {
  const out: GraphRule[] = [];
  for (const strength of STRENGTHS) {
    for (const width of LINK_WIDTHS) {
      const { dash, cap } = linePattern(strength, width);
      if (dash.length === 0) continue;
      out.push({
        selector: `edge[strength = "${strength}"][width = ${width}]`,
        style: { 'line-style': 'dashed', 'line-dash-pattern': dash, 'line-cap': cap },
      });
    }
  }
  return out;
}
