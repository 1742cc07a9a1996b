import type { Id } from '#domain/record';
import type { CanvasGroup, CanvasNode } from '#ui/graph-canvas/index';

type Standing = Pick<CanvasNode, 'id' | 'x' | 'y'>;

/** How many items stand between the members of a group, by their middles, without being one of them. */
export function strangersIn(members: readonly Id[], nodes: readonly Standing[]): number {
  const own = new Set(members);
  const held = nodes.filter((n) => own.has(n.id));
  if (held.length === 0) return 0;
  const [xs, ys] = [held.map((n) => n.x), held.map((n) => n.y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return nodes.filter((n) => !own.has(n.id) && n.x >= left && n.x <= right && n.y >= top && n.y <= bottom).length;
}

/** Frames that say of themselves how many stand inside them without belonging to them. */
export function withStrangers(
  groups: readonly CanvasGroup[],
  nodes: readonly Standing[],
  words: (name: string, count: number) => string,
): readonly CanvasGroup[] {
  return groups.map((group) => {
    const count = strangersIn(group.members, nodes);
    return count === 0 ? group : { ...group, name: words(group.name, count) };
  });
}
