/** Radius of an entity at 100 %, px. Step 1 is the plain one; the four steps are used when a measure sizes the chart. */
export const ENTITY_RADII = [10, 14, 20, 26] as const;
export type SizeStep = 0 | 1 | 2 | 3;
export const PLAIN_STEP: SizeStep = 1;

/** Person circles of the classic skin, with the name inside. */
export const CLASSIC_RADIUS = 26;
export const CLASSIC_STEP: SizeStep = 3;

/** Second ring of a protected person, this far outside the first. */
export const PROTECTED_RING = 3;
/** Ring of a selected entity, this far outside the first. */
export const SELECTED_RING = 4;

export const LABEL_SIZE = 11;
export const LABEL_LINE = 13;
export const LABEL_HALO = 3;
export const LABEL_LINES = 2;
export const LABEL_CHARACTERS = 16;
/** Of a name inside a person's circle (classic skin). */
export const INSIDE_LABEL = { maxLines: 3, maxCharacters: 7 } as const;
export const LINK_LABEL_SIZE = 10.5;
export const LINK_LABEL_HALO = 5;
export const GROUP_PADDING = 14;

/** Below these zooms labels of unselected entities go, and symbols become dots. */
export const LABEL_ZOOM = 0.55;
export const SYMBOL_ZOOM = 0.35;
export const DOT_RADIUS = 4;

export function entityRadius(step: SizeStep): number {
  return ENTITY_RADII[step];
}

/** Side of the symbol in a ring of this radius: 18 in 14. */
export function iconSide(radius: number): number {
  return Math.round((radius * 18) / 14);
}

/**
 * Size step of a value: square root of its share of the largest, in four equal parts, so that area stands for amount.
 * Values are ≥ 0; a missing or not finite one, or a chart where all are 0, has the plain step.
 */
export function sizeStep(value: number | undefined, largest: number): SizeStep {
  if (value === undefined || !Number.isFinite(value) || !(largest > 0)) return PLAIN_STEP;
  const share = Math.sqrt(Math.max(0, value) / largest);
  return Math.min(3, Math.floor(share * 4)) as SizeStep;
}
