import type { Id } from '#domain/record';

/** One grid for all charts of a case, chart units: what is snapped on two charts lines up when they are laid side by side. */
export const GRID = 20;

export const alignments = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof alignments)[number];
export const distributions = ['across', 'down'] as const;
export type Distribution = (typeof distributions)[number];

/** An item as it stands: middle, size, and whether it may be moved. */
export interface Standing {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
  readonly diameter: number;
  readonly pinned: boolean;
}

export interface Moved {
  readonly id: Id;
  readonly x: number;
  readonly y: number;
}

/** Those that go elsewhere, in whole units. */
function changed(items: readonly Standing[], place: (item: Standing) => { x: number; y: number }): Moved[] {
  return items.flatMap((item) => {
    if (item.pinned) return [];
    const to = place(item);
    const [x, y] = [Math.round(to.x), Math.round(to.y)];
    return x === item.x && y === item.y ? [] : [{ id: item.id, x, y }];
  });
}

/**
 * Lines items up by their rims (`left`, `right`, `top`, `bottom`) or middles. What they line up with is the outermost of them, or
 * the middle of all; where some are pinned, those alone decide, since they stay.
 */
export function align(items: readonly Standing[], by: Alignment): Moved[] {
  const pinned = items.filter((i) => i.pinned);
  const guides = pinned.length > 0 ? pinned : items;
  if (guides.length === 0) return [];
  const across = by === 'left' || by === 'centre' || by === 'right';
  const at = (i: Standing) => (across ? i.x : i.y);
  const least = Math.min(...guides.map((i) => at(i) - i.diameter / 2));
  const most = Math.max(...guides.map((i) => at(i) + i.diameter / 2));
  const line = (i: Standing) => {
    if (by === 'left' || by === 'top') return least + i.diameter / 2;
    if (by === 'right' || by === 'bottom') return most - i.diameter / 2;
    return (least + most) / 2;
  };
  return changed(items, (i) => (across ? { x: line(i), y: i.y } : { x: i.x, y: line(i) }));
}

/** Same steps from middle to middle between the outermost two, which stay; pinned ones stay too, and the steps are even between them. */
export function distribute(items: readonly Standing[], by: Distribution): Moved[] {
  const at = (i: Standing) => (by === 'across' ? i.x : i.y);
  const order = [...items].sort((a, b) => at(a) - at(b) || (a.id < b.id ? -1 : 1));
  const to = new Map<Id, number>();
  let from = 0;
  for (let k = 1; k < order.length; k++) {
    if (!order[k]!.pinned && k < order.length - 1) continue;
    const step = (at(order[k]!) - at(order[from]!)) / (k - from);
    for (let j = from + 1; j < k; j++) to.set(order[j]!.id, at(order[from]!) + step * (j - from));
    from = k;
  }
  return changed(items, (i) => {
    const there = to.get(i.id) ?? at(i);
    return by === 'across' ? { x: there, y: i.y } : { x: i.x, y: there };
  });
}

const onGrid = (v: number): number => Math.round(v / GRID) * GRID + 0;

export function snapped<P extends { readonly x: number; readonly y: number }>(place: P): P {
  return { ...place, x: onGrid(place.x), y: onGrid(place.y) };
}

/** Each to the nearest crossing of the grid. */
export function snapToGrid(items: readonly Standing[]): Moved[] {
  return changed(items, snapped);
}
