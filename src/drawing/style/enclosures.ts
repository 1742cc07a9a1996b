import { entityRadius, GROUP_PADDING, LABEL_LINE, PLAIN_STEP, type SizeStep } from './sizes.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface EnclosedMember {
  readonly x: number;
  readonly y: number;
  readonly sizeStep?: SizeStep;
  /** Lines of the label below; default 1. */
  readonly labelLines?: number;
  /** Width of the label, px; default 0. */
  readonly labelWidth?: number;
}

/** Height of the strip that holds a group's name, inside the box at the top. */
export const GROUP_NAME = 20;

/** The box round a group's members, with room for their labels and the group's name. Undefined when none is on the chart. */
export function enclosure(members: readonly EnclosedMember[]): Box | undefined {
  if (members.length === 0) return undefined;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const m of members) {
    const r = entityRadius(m.sizeStep ?? PLAIN_STEP);
    const reach = Math.max(r, (m.labelWidth ?? 0) / 2);
    left = Math.min(left, m.x - reach);
    right = Math.max(right, m.x + reach);
    top = Math.min(top, m.y - r);
    bottom = Math.max(bottom, m.y + r + 4 + (m.labelLines ?? 1) * LABEL_LINE);
  }
  return {
    x: left - GROUP_PADDING,
    y: top - GROUP_PADDING - GROUP_NAME,
    width: right - left + 2 * GROUP_PADDING,
    height: bottom - top + 2 * GROUP_PADDING + GROUP_NAME,
  };
}
