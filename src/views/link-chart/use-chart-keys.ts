import { type KeyboardEvent, useEffect, useRef } from 'react';
import { entityTypes } from '#domain/entity-types/index';
import type { Id } from '#domain/record';
import { type ActionId, registerAction } from '#session/keys';
import { select, selection, toggleSelected } from '#session/selection';
import type { Direction4, GraphCanvasHandle } from '#ui/graph-canvas/index';
import type { ChartActs } from './chart-acts.ts';
import type { ChartView } from './chart-view.ts';
import { deleteSelected } from './delete-plan.tsx';
import { startEntity, startGroup, startLink, startRename } from './editor-acts.ts';
import { foldAll, turnFolds } from './fold-acts.ts';
import { selectAll, selectComponent, selectNeighbours, selectPath } from './select-acts.ts';

const ARROWS: Readonly<Record<string, Direction4>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
/** One press of Ctrl+Shift+arrow, chart units. */
const NUDGE = 20;
/** So long after the last press the nudges become one move, ms. */
const NUDGE_REST = 500;

const typeOfKey = new Map(entityTypes.flatMap((d) => ('key' in d ? [[d.key as number, d.id] as const] : [])));

/** Acts that need more than the chart itself. */
export interface OtherActs {
  open(): void;
  expand(): void;
  layout(): void;
  /** Ways between what is selected. */
  paths(): void;
  date(): void;
}

/** Registers the chart's acts while its pane has the focus. */
export function useChartActions(acts: ChartActs, other: OtherActs, focused: boolean): void {
  const latest = useRef(other);
  latest.current = other;
  useEffect(() => {
    if (!focused) return;
    const now = () => latest.current;
    const make = (key: number): [ActionId, () => void] => [
      `new-entity-${key}` as ActionId,
      () => {
        const type = typeOfKey.get(key);
        if (type !== undefined) startEntity(acts, type);
      },
    ];
    const all: readonly (readonly [ActionId, () => void])[] = [
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 0].map(make),
      ['link', () => startLink(acts)],
      ['open', () => now().open()],
      ['rename', () => startRename(acts)],
      ['delete', () => void deleteSelected(acts)],
      ['remove-from-chart', () => void acts.remove()],
      ['select-all', () => selectAll(acts)],
      ['select-neighbours', () => selectNeighbours(acts)],
      ['select-path', () => selectPath(acts)],
      ['find-paths', () => now().paths()],
      ['select-component', () => selectComponent(acts)],
      ['expand', () => now().expand()],
      ['direction', () => void acts.direction()],
      ['strength', () => void acts.strength()],
      ['pin', () => void acts.pin()],
      ['hide', () => void acts.hide()],
      ['reveal-all', () => void acts.reveal()],
      ['group', () => startGroup(acts)],
      ['fold-group', () => void turnFolds(acts)],
      ['fold-groups', () => void foldAll(acts, true)],
      ['unfold-groups', () => void foldAll(acts, false)],
      ['chart-date', () => now().date()],
      ['layout', () => now().layout()],
      ['fit', () => acts.canvas?.fit()],
      ['zoom-in', () => acts.canvas?.zoomBy(1.25)],
      ['zoom-out', () => acts.canvas?.zoomBy(0.8)],
    ];
    const ends = all.map(([id, act]) => registerAction(id, act));
    return () => {
      for (const end of ends) end();
    };
  }, [acts, focused]);
}

/** What the arrow and paging keys do on the canvas itself. */
export function useCanvasKeys(acts: ChartActs, onEscape: () => void): (e: KeyboardEvent<HTMLElement>) => void {
  const nudged = useRef(new Map<Id, { x: number; y: number }>());
  const rest = useRef(0);
  useEffect(() => () => window.clearTimeout(rest.current), []);

  const nudge = (direction: Direction4, handle: GraphCanvasHandle, shown: ChartView) => {
    const dx = direction === 'left' ? -NUDGE : direction === 'right' ? NUDGE : 0;
    const dy = direction === 'up' ? -NUDGE : direction === 'down' ? NUDGE : 0;
    for (const id of acts.items()) {
      const from = nudged.current.get(id) ?? shown.places.get(id);
      if (from) nudged.current.set(id, { x: from.x + dx, y: from.y + dy });
    }
    const items = [...nudged.current].map(([id, p]) => ({ id, ...p }));
    void handle.animate(items, 0);
    window.clearTimeout(rest.current);
    rest.current = window.setTimeout(() => {
      const moved = [...nudged.current].map(([id, p]) => ({ id, ...p }));
      nudged.current.clear();
      if (moved.length > 0) void acts.move(moved);
    }, NUDGE_REST);
  };

  return (e) => {
    const handle = acts.canvas;
    const view = acts.view();
    if (!handle || e.nativeEvent.isComposing || e.altKey || e.metaKey) return;
    const done = () => {
      e.preventDefault();
      e.stopPropagation();
    };
    const focus = handle.focusItem();
    const direction = ARROWS[e.code];
    const goTo = (id: Id | null | undefined) => {
      if (id === null || id === undefined) return;
      if (e.shiftKey) {
        const kept = selection.get().filter((x) => view.places.has(x));
        select([...(kept.length === 0 && focus !== null ? [focus] : kept), id]);
      } else if (!e.ctrlKey) select([id]);
      handle.setFocusItem(id);
      handle.reveal(id);
    };
    if (direction) {
      done();
      if (e.ctrlKey && e.shiftKey) nudge(direction, handle, view);
      else goTo(focus === null ? view.order[0] : handle.next(focus, direction));
      return;
    }
    if (e.code === 'PageDown' || e.code === 'PageUp' || e.code === 'Home' || e.code === 'End') {
      done();
      const order = view.order;
      const at = focus === null ? -1 : order.indexOf(focus);
      if (e.code === 'Home') goTo(order[0]);
      else if (e.code === 'End') goTo(order.at(-1));
      else if (e.code === 'PageDown') goTo(order[(at + 1) % Math.max(1, order.length)]);
      else goTo(order.at(at <= 0 ? -1 : at - 1));
      return;
    }
    if (e.code === 'Space' && focus !== null && !e.ctrlKey) {
      done();
      toggleSelected(focus);
    } else if (e.code === 'Escape') {
      onEscape();
      select([]);
    }
  };
}
