import type { Id } from '#domain/record';
import type { PlainScene } from './plain-scene.ts';

/** What is selected, and what is linked with it: by number. */
export interface Marked {
  readonly nodes: ReadonlySet<number>;
  readonly lines: readonly number[];
  readonly near: ReadonlySet<number>;
}

/** What is selected, and who is linked with it; a selected link marks its line and both its ends. */
export function markedOf(scene: PlainScene, selection: readonly Id[]): Marked {
  const chosen = new Set(selection);
  const nodes = new Set<number>();
  const near = new Set<number>();
  let others = false;
  for (const id of chosen) {
    const i = scene.indexOf.get(id);
    if (i === undefined) others = true;
    else nodes.add(i);
  }
  const lines = nodes.size > 0 ? scene.linesOf(nodes) : [];
  if (others)
    for (let e = 0; e < scene.edges.length; e++) if (scene.edges[e]!.links.some((l) => chosen.has(l))) lines.push(e);
  for (const e of lines) {
    near.add(scene.from[e]!);
    near.add(scene.to[e]!);
  }
  for (const i of nodes) near.delete(i);
  return { nodes, lines, near };
}

/** What is selected when these are pressed with the key held that adds: a second press takes them out again. */
export function toggled(selection: readonly Id[], ids: readonly Id[]): readonly Id[] {
  const was = new Set(selection);
  const pressed = new Set(ids);
  const isOut = ids.length > 0 && ids.every((id) => was.has(id));
  return isOut ? selection.filter((id) => !pressed.has(id)) : [...new Set([...selection, ...ids])];
}
