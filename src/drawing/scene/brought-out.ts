import type { Id } from '#domain/record';
import type { DrawnLink } from '../link-summary/drawn-links.ts';
import type { ChartContent } from './chart-content.ts';
import { isGroup, type PlacedItem } from './fold-content.ts';
import type { Shape } from './scene.ts';

/** Which items and lines of a chart are brought out, everything else being pale. */
export interface BroughtOut {
  readonly item: (placed: PlacedItem) => boolean;
  readonly line: (drawn: DrawnLink) => boolean;
}

/** As on the screen: a folded group with any of its members, a line with any of its links. Undefined where nothing is brought out. */
export function broughtOutOf({ emphasis, entities, folding }: ChartContent): BroughtOut | undefined {
  if (!emphasis) return undefined;
  const items = new Set<Id>(emphasis.items);
  const groups = new Set<Id>();
  for (const { entity } of entities) {
    const group = folding?.standIn.get(entity.id);
    if (group !== undefined && items.has(entity.id)) groups.add(group);
  }
  return {
    item: (placed) => (isGroup(placed) ? groups.has(placed.group.id) : items.has(placed.entity.id)),
    line: (drawn) => drawn.links.some((id) => items.has(id)),
  };
}

/** How much of its ink a pale shape keeps: more than on a screen, so that a printer still shows it. */
const KEPT = 0.4;

/** Shapes with their ink thinned by that of the ground; without colour they become grey. */
export function paled(shapes: readonly Shape[], ground: string): Shape[] {
  return shapes.map((s) =>
    s.kind === 'text'
      ? { ...s, fill: mixed(s.fill, ground) }
      : { ...s, fill: mixed(s.fill, ground), stroke: mixed(s.stroke, ground) },
  );
}

const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/iu;

/** Anything but a colour of six digits (none, a pattern) stays. */
function mixed(ink: string, ground: string): string {
  const [a, b] = [HEX.exec(ink), HEX.exec(ground)];
  if (!a || !b) return ink;
  const part = (i: number) =>
    Math.round(Number.parseInt(a[i]!, 16) * KEPT + Number.parseInt(b[i]!, 16) * (1 - KEPT))
      .toString(16)
      .padStart(2, '0');
  return `#${part(1)}${part(2)}${part(3)}`;
}
