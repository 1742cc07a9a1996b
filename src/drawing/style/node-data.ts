import type { Placement } from '#domain/chart/placement';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import type { Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import { iconRole } from '../icons/icon-role.ts';
import { wrapLabel } from '../labels/wrap-label.ts';
import type { DrawnLink } from '../link-summary/drawn-links.ts';
import { chartColours, type Theme } from './colours.ts';
import { entityImage, entityImageSide, entityInk } from './entity-image.ts';
import type { LinkWidth } from './lines.ts';
import { CLASSIC_RADIUS, CLASSIC_STEP, entityRadius, INSIDE_LABEL, PLAIN_STEP, type SizeStep } from './sizes.ts';

/**
 * `data` of a node of the graph canvas: what `graphStylesheet` reads. Everything a style depends on is here, so that the
 * canvas sets data and classes and never a style of its own.
 *
 * Classes it understands: `near` (neighbour of the selection), `far` (not chosen while something is), `hover`, `greyed`
 * (filtered, still shown), `dot` (zoom below SYMBOL_ZOOM); and the state `:selected`.
 */
export interface NodeData {
  readonly id: Id;
  /** Wrapped, at most two lines joined by a line feed, and a figure below them; the pseudonym of a protected person. */
  readonly label: string;
  /** The whole label on one line, for hover and lists. */
  readonly fullLabel: string;
  /** `data:image/svg+xml` with symbol, rings, badges and pin; without the symbol where the name stands inside (classic persons). Empty: none. */
  readonly image: string;
  readonly imageSide: number;
  /** Of the disc, px at 100 %. */
  readonly diameter: number;
  readonly ring: string;
  readonly textColour: string;
  /** `inside`: name in the disc (classic skin), else `below`. */
  readonly labelPlace: 'inside' | 'below';
  readonly body: 'disc' | 'box';
  readonly protected: boolean;
  readonly doubted: boolean;
  /** Of a folded group: how sure its membership is; the edge of its box tells. */
  readonly folded?: Strength;
  readonly pinned: boolean;
  readonly sizeStep: SizeStep;
  /** 0 = none. */
  readonly category: number;
}

/** `data` of an edge of the graph canvas. Classes: `near`, `far`, `hover`, `greyed`; state `:selected`. */
export interface EdgeData {
  readonly id: Id;
  readonly source: Id;
  readonly target: Id;
  readonly label: string;
  readonly strength: Strength;
  readonly width: LinkWidth;
  /** Names of Cytoscape's arrow shapes. */
  readonly sourceArrow: 'triangle' | 'none';
  readonly targetArrow: 'triangle' | 'none';
  readonly curve: 'straight' | 'bezier';
  /** Ids of the link records this line stands for, in order. */
  readonly links: readonly Id[];
}

export interface EntityLook {
  readonly theme: Theme;
  readonly skin?: 'icons' | 'classic';
  readonly sizeStep?: SizeStep;
  /** Group or role the analyst asked to see (1–9); else the colour of the placement; else none. */
  readonly category?: number;
  readonly placement?: Pick<Placement, 'pinned' | 'colour'>;
  /** That it belongs to its category is doubtful. */
  readonly doubtful?: boolean;
  /** Written under the name. */
  readonly figure?: string;
  /** Its place, written at the symbol. */
  readonly rank?: number;
  /** BCP 47, for the breaking of lines only. */
  readonly locale?: string;
}

export function nodeData(entity: Entity, look: EntityLook): NodeData {
  const { theme } = look;
  const guarded = isProtected(entity);
  const sizeStep = look.sizeStep ?? PLAIN_STEP;
  const category = look.category ?? look.placement?.colour ?? 0;
  const pinned = look.placement?.pinned === true;
  const classic = look.skin === 'classic';
  const inside = classic && (entity.type === 'person' || entity.type === 'organisation');
  const text = displayLabel(entity);
  const wrapped = wrapLabel(text, {
    ...(look.locale === undefined ? {} : { locale: look.locale }),
    ...(inside ? { ...INSIDE_LABEL, ...(look.figure !== undefined && { maxLines: INSIDE_LABEL.maxLines - 1 }) } : {}),
  });
  const under = look.figure === undefined ? [] : [look.figure];
  const parts = {
    icon: iconRole(entity),
    step: sizeStep,
    protected: guarded,
    category,
    pinned,
    ...(look.doubtful && category > 0 && { doubtful: true as const }),
    ...(look.rank !== undefined && { rank: look.rank }),
    theme,
  } as const;
  // Where the name stands inside, only what stands round it is drawn over the disc.
  const round = category > 0 || look.rank !== undefined;
  const image = inside ? (round ? entityImage({ ...parts, icon: null, step: CLASSIC_STEP }) : '') : entityImage(parts);
  return {
    id: entity.id,
    label: [...wrapped.lines, ...under].join('\n'),
    fullLabel: [wrapped.full, ...under].join(' '),
    image,
    imageSide: entityImageSide(inside ? CLASSIC_STEP : sizeStep),
    diameter: inside ? 2 * CLASSIC_RADIUS : 2 * entityRadius(sizeStep),
    ring: entityInk(parts),
    textColour: guarded ? chartColours[theme].protected : chartColours[theme].text,
    labelPlace: inside ? 'inside' : 'below',
    body: inside && entity.type === 'organisation' ? 'box' : 'disc',
    protected: guarded,
    doubted: entity.doubted === true,
    pinned,
    sizeStep,
    category,
  };
}

/**
 * `parallel`: more lines join these two, so this one must bow out. A line that leads back to where it came from always does.
 */
export function edgeData(drawn: DrawnLink, parallel: boolean): EdgeData {
  return {
    id: drawn.id,
    source: drawn.from,
    target: drawn.to,
    label: drawn.label,
    strength: drawn.strength,
    width: drawn.width,
    sourceArrow: drawn.direction === 'back' || drawn.direction === 'both' ? 'triangle' : 'none',
    targetArrow: drawn.direction === 'forward' || drawn.direction === 'both' ? 'triangle' : 'none',
    curve: parallel || drawn.from === drawn.to ? 'bezier' : 'straight',
    links: drawn.links,
  };
}
