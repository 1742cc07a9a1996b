import { type CanvasGroup, type CanvasNode, strangersIn } from '#ui/graph-canvas/index';

/** Frames that say of themselves how many stand inside them without belonging to them. */
export function withStrangers(
  groups: readonly CanvasGroup[],
  nodes: readonly Pick<CanvasNode, 'id' | 'x' | 'y' | 'data'>[],
  words: (name: string, count: number) => string,
): readonly CanvasGroup[] {
  return groups.map((group) => {
    const count = strangersIn(group.members, nodes);
    return count === 0 ? group : { ...group, name: words(group.name, count) };
  });
}
