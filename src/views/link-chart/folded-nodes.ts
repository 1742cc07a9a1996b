import type { Folding } from '#domain/chart/folding';
import type { Group } from '#domain/chart/group';
import { type Placement, placementId } from '#domain/chart/placement';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { entityInk } from '#drawing/style/entity-image';
import { countMembers, type FoldedLabel, foldedData, foldedLabel } from '#drawing/style/folded';
import type { Words } from '#drawing/words';
import { Later, ShownNode } from './shown.ts';

/** A folded group that is drawn, with what it holds of the chart now: hidden and filtered members are not in it. */
export interface FoldedItem {
  readonly group: Group;
  readonly members: readonly Entity[];
  /** Links between two of them. */
  readonly inside: readonly Link[];
  readonly label: FoldedLabel;
  readonly place: Placement;
  readonly node: ShownNode;
}

interface Gathered {
  readonly members: Entity[];
  readonly inside: Link[];
  /** Whether the filter lets any member through. */
  passes: boolean;
}

/**
 * Gathers what folded groups stand for while a chart is read, and makes their items. Begin, tell of each member and link, end. What did not change
 * comes out as the very same object.
 */
export class FoldedNodes {
  #folding: Folding | null = null;
  #gathered = new Map<Id, Gathered>();
  #members = new Set<Id>();
  #kept = new Map<Id, { readonly key: string; readonly item: FoldedItem }>();

  begin(folding: Folding): void {
    this.#folding = folding;
    this.#gathered = new Map();
    this.#members = new Set();
  }

  /** A member that is on the chart and neither hidden nor kept off by the filter. */
  member(entity: Entity, passes: boolean): void {
    const group = this.#folding!.standIn.get(entity.id)!;
    this.#members.add(entity.id);
    const of = this.#gathered.get(group);
    if (!of) this.#gathered.set(group, { members: [entity], inside: [], passes });
    else {
      of.members.push(entity);
      of.passes ||= passes;
    }
  }

  drawn(): Iterable<Id> {
    return this.#gathered.keys();
  }
  members(): Iterable<Id> {
    return this.#members;
  }

  /** False for a member that is folded away and not shown. */
  shows(entity: Id): boolean {
    return this.#members.has(entity) || !this.#folding!.standIn.has(entity);
  }

  /** Takes a link whose ends are both in one folded group; false for any other. */
  inside(link: Link): boolean {
    const group = this.#folding!.standIn.get(link.from);
    if (group === undefined || group !== this.#folding!.standIn.get(link.to)) return false;
    this.#gathered.get(group)?.inside.push(link);
    return true;
  }

  end(o: { readonly theme: 'light' | 'dark'; readonly locale: string; readonly words: Words }): readonly FoldedItem[] {
    const kept = new Map<Id, { readonly key: string; readonly item: FoldedItem }>();
    for (const [id, { members, inside, passes }] of this.#gathered) {
      const { group, x, y, pinned } = this.#folding!.groups.get(id)!;
      const label = foldedLabel(group, countMembers(members), inside.length, o.words, o.locale);
      const greyed = !passes;
      const key = JSON.stringify([group, label, x, y, pinned, greyed, o.theme, o.locale]);
      const before = this.#kept.get(id);
      const place: Placement = {
        id: placementId(group.chart, id),
        kind: 'placement',
        chart: group.chart,
        item: id,
        x,
        y,
        ...(pinned && { pinned }),
      };
      const category = group.colour ?? 0;
      const node =
        before?.key === key
          ? before.item.node
          : new ShownNode(
              place,
              { ink: entityInk({ protected: false, category, theme: o.theme }), category, greyed },
              new Later(() => foldedData(group, label, { theme: o.theme, pinned })),
            );
      kept.set(id, { key, item: { group, members, inside, label, place, node } });
    }
    this.#kept = kept;
    return [...kept.values()].map((k) => k.item);
  }
}
