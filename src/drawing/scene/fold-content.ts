import { enclosedBy, type Folding } from '#domain/chart/folding';
import type { Group } from '#domain/chart/group';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { foldLinks } from '../link-summary/folded-links.ts';
import { countMembers, type FoldedLabel, foldedLabel } from '../style/folded.ts';
import type { Words } from '../words.ts';
import type { ChartContent, PlacedEntity } from './chart-content.ts';

/** A folded group in the place of its members. */
export interface PlacedGroup {
  readonly group: Group;
  readonly x: number;
  readonly y: number;
  readonly label: FoldedLabel;
  readonly category: number;
}

export type PlacedItem = PlacedEntity | PlacedGroup;

export function isGroup(item: PlacedItem): item is PlacedGroup {
  return 'group' in item;
}

export function itemId(item: PlacedItem): Id {
  return isGroup(item) ? item.group.id : item.entity.id;
}

/** What a sheet draws of a chart's content. */
export interface DrawnContent {
  readonly items: readonly PlacedItem[];
  /** With the ends that are drawn. */
  readonly links: readonly Link[];
  /** Open groups, each with the items its box holds. */
  readonly boxes: readonly { readonly group: Group; readonly holds: readonly Id[] }[];
}

/** Puts folded groups in the place of those members that the content still holds; one that holds none of them is not drawn. */
export function foldContent(content: ChartContent, words: Words, locale: string): DrawnContent {
  const folding: Folding = content.folding ?? { standIn: new Map(), groups: new Map() };
  const open = content.groups.filter((g) => !g.folded);
  const boxes = open.map((group) => ({ group, holds: enclosedBy(group, folding) }));
  if (folding.groups.size === 0) return { items: content.entities, links: content.links, boxes };
  const { drawn, inside } = foldLinks(content.links, folding.standIn);
  const items: PlacedItem[] = content.entities.filter((e) => !folding.standIn.has(e.entity.id));
  for (const { group, x, y } of folding.groups.values()) {
    const members = content.entities.filter((e) => folding.standIn.get(e.entity.id) === group.id);
    if (members.length === 0) continue;
    const counts = countMembers(members.map((m) => m.entity));
    const label = foldedLabel(group, counts, inside.get(group.id)?.length ?? 0, words, locale);
    items.push({ group, x, y, label, category: group.colour ?? 0 });
  }
  return { items, links: drawn, boxes };
}
