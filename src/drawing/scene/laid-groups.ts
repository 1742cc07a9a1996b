import type { Id } from '#domain/record';
import { type Box, enclosure } from '../style/enclosures.ts';
import { FOLDED_STEP } from '../style/folded.ts';
import { LABEL_SIZE } from '../style/sizes.ts';
import { type DrawnContent, isGroup } from './fold-content.ts';
import type { Rect } from './label-placement.ts';
import type { Disc, LaidGroup, LayoutContext } from './laid-chart.ts';

/** The four sides of an enclosure as strips that names keep off. */
export function boxEdges({ x, y, width, height }: Box): Rect[] {
  const [right, bottom] = [x + width, y + height];
  return [
    { left: x - 2, right: x + 2, top: y, bottom },
    { left: right - 2, right: right + 2, top: y, bottom },
    { left: x, right, top: y - 2, bottom: y + 2 },
    { left: x, right, top: bottom - 2, bottom: bottom + 2 },
  ];
}

/** How many stand in a frame, by their middles, without being of the group. */
function strangersIn({ x, y, width, height }: Box, own: ReadonlySet<Id>, at: ReadonlyMap<Id, Disc>): number {
  let count = 0;
  for (const [id, e] of at) if (!own.has(id) && e.x > x && e.x < x + width && e.y > y && e.y < y + height) count++;
  return count;
}

/** Enclosures round their members, with their names and who else stands in them. */
export function laidGroups(
  boxes: DrawnContent['boxes'],
  at: ReadonlyMap<Id, Disc>,
  { measure, words }: LayoutContext,
): LaidGroup[] {
  const out: LaidGroup[] = [];
  for (const { group, holds } of boxes) {
    const members = holds.flatMap((id) => {
      const e = at.get(id);
      if (!e) return [];
      const step = isGroup(e.placed) ? FOLDED_STEP : e.placed.sizeStep;
      return [
        {
          x: e.x,
          y: e.y,
          ...(step === undefined ? {} : { sizeStep: step }),
          labelLines: e.lines.length,
          labelWidth: e.labelWidth,
        },
      ];
    });
    const box = enclosure(members);
    if (!box) continue;
    const count = strangersIn(box, new Set(holds), at);
    const title = count === 0 ? group.name : words('link-chart.group.strangers', { name: group.name, count });
    const width = measure(title, 600, LABEL_SIZE);
    const name = { left: box.x + 8, top: box.y + 4, right: box.x + 8 + width, bottom: box.y + 18 };
    out.push({ group, title, box: { ...box, width: Math.max(box.width, width + 16) }, name });
  }
  return out;
}
