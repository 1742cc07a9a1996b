import type { FontWeight } from '../style/fonts.ts';
import type { SheetFormat } from './sheet.ts';

/** Lengths on a sheet are millimetres; y grows downwards. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly layers: readonly Layer[];
  readonly warnings: readonly SceneWarning[];
  /** Millimetres per chart unit. */
  readonly scale: number;
  /** Category patterns that areas of this scene refer to. */
  readonly patterns: readonly ScenePattern[];
}

export type LayerName =
  | 'ground'
  | 'groups'
  | 'links'
  | 'label-grounds'
  | 'arrows'
  | 'link-labels'
  | 'entities'
  | 'entity-labels'
  | 'grid'
  | 'timeline'
  | 'table'
  | 'block'
  | 'legend'
  | 'marking';

export interface Layer {
  readonly name: LayerName;
  readonly shapes: readonly Shape[];
}

export interface ScenePattern {
  readonly id: string;
  readonly category: number;
  readonly ink: string;
  readonly tint: string;
  /** Side of the tile. */
  readonly tile: number;
}

interface Painted {
  /** `none`, a colour, or `pattern:<id>`. */
  readonly fill: string;
  readonly stroke: string;
  readonly strokeWidth: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
}

export interface PathShape extends Painted {
  readonly kind: 'path';
  readonly d: string;
  /** Of the path's own coordinates: scale first, then move. */
  readonly move?: { readonly x: number; readonly y: number; readonly scale: number };
}
export interface CircleShape extends Painted {
  readonly kind: 'circle';
  readonly x: number;
  readonly y: number;
  readonly r: number;
}
export interface RectShape extends Painted {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}
export interface TextShape {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor: 'start' | 'middle' | 'end';
  /** Reads upwards: turned by a quarter to the left, round `x` `y`. */
  readonly turned?: true;
  readonly fill: string;
}
export type Shape = PathShape | CircleShape | RectShape | TextShape;

export type SceneWarning =
  /** The smallest label on the sheet, in points (1/72 inch), is below what reads well (6); `format`: a sheet on which it would not be. */
  | { readonly code: 'type-too-small'; readonly points: number; readonly format?: SheetFormat }
  /** Labels that still touch something; none is left out. */
  | { readonly code: 'labels-crowded'; readonly count: number }
  /** Marks of a timeline beside which there is no room for their words. */
  | { readonly code: 'words-left-out'; readonly count: number }
  /** Nothing to draw: the sheet has block, marking and a sentence saying so. */
  | { readonly code: 'chart-empty' };

/** Every text of a scene, in the order it is drawn. */
export function* textsOf(scene: Scene): Generator<TextShape> {
  for (const layer of scene.layers) for (const shape of layer.shapes) if (shape.kind === 'text') yield shape;
}
