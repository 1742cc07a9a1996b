import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import { type Category, placementId } from '#domain/chart/placement';
import type { CommandId, PayloadOf } from '#domain/commands/index';
import type { Entity } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import type { OpenCase } from '#queries/open-case';
import { select, selection } from '#session/selection';
import { snapping } from '#session/snapping';
import { announce } from '#ui/dialogs/index';
import type { GraphCanvasHandle, Point } from '#ui/graph-canvas/index';
import { nextDirection, nextStrength } from '../link-edits.ts';
import { snapped } from './alignment.ts';
import type { ChartView } from './chart-view.ts';
import { FreePlaces } from './free-place.ts';

/** What is being written on the chart itself. */
export type Editor =
  | { readonly kind: 'name'; readonly type: EntityTypeId; readonly place: Point; readonly linkFrom?: Id }
  | { readonly kind: 'rename'; readonly id: Id }
  | { readonly kind: 'link'; readonly from: Id; readonly to: Id }
  | { readonly kind: 'link-to'; readonly from: Id }
  | { readonly kind: 'rename-link'; readonly id: Id }
  | { readonly kind: 'group'; readonly members: readonly Id[] }
  | { readonly kind: 'rename-group'; readonly id: Id };

/** What the acts need of the view they belong to; read anew at each act. */
export interface Surroundings {
  readonly open: OpenCase;
  readonly view: ChartView;
  /** Null when the chart has been left meanwhile. */
  readonly canvas: GraphCanvasHandle | null;
  edit(editor: Editor | null): void;
}

/** What is seen of a chart that nobody sees. */
const NOWHERE = { x1: 0, y1: 0, x2: 0, y2: 0 } as const;

/** The acts of the analyst on what is selected on one chart. Each ends in one command at most, and says what became of it. */
export class ChartActs {
  readonly here: () => Surroundings;
  /** Of the entity made last: a double click makes another one like it. */
  lastType: EntityTypeId = 'person';

  constructor(surroundings: () => Surroundings) {
    this.here = surroundings;
  }

  view(): ChartView {
    return this.here().view;
  }
  get state(): CaseState {
    return this.here().open.snapshot().state;
  }
  get chart(): Id {
    return this.view().chart.id;
  }
  /** Null when the chart has been left meanwhile. */
  get canvas(): GraphCanvasHandle | null {
    return this.here().canvas;
  }
  /** The part of the chart that is seen, chart units. */
  seen() {
    return this.canvas?.extent() ?? NOWHERE;
  }

  /** Runs a command; true when it is saved. Says what went wrong, and `said` when it went well. */
  async run<I extends CommandId>(command: I, payload: PayloadOf<I>, said?: () => string): Promise<boolean> {
    const outcome = await this.here().open.run(command, payload);
    if (outcome.saved) {
      if (said) announce(said());
      return true;
    }
    announce(
      'refused' in outcome ? tDynamic(`refused.${outcome.refused}`, outcome.detail) : t('link-chart.said.failed'),
    );
    return false;
  }

  /** Selected entities that are on this chart, in the order they were chosen. */
  entities(): Entity[] {
    const { places } = this.view();
    return selection.get().flatMap((id) => (places.has(id) ? (this.state.entity(id) ?? []) : []));
  }
  /** Selected items as they are drawn: entities, and folded groups. */
  items(): Id[] {
    const { places } = this.view();
    return selection.get().filter((id) => places.has(id));
  }
  /** Selected entities, and those that selected folded groups stand for. */
  behind(): Id[] {
    const { folded } = this.view();
    const inside = new Map(folded.map((f) => [f.group.id, f.members.map((m) => m.id)]));
    return this.items().flatMap((id) => inside.get(id) ?? [id]);
  }
  links(): Link[] {
    return selection.get().flatMap((id) => this.state.link(id) ?? []);
  }
  groups(): Id[] {
    return selection.get().filter((id) => this.state.find('group', id)?.chart === this.chart);
  }

  /** Where a new item goes without a mouse: near the middle of what is seen, where there is room. */
  freePlace(): Point {
    const e = this.seen();
    return new FreePlaces(this.view().places.values()).near({ x: (e.x1 + e.x2) / 2, y: (e.y1 + e.y2) / 2 });
  }

  place(items: readonly { readonly id: Id; readonly x: number; readonly y: number }[]): Promise<boolean> {
    return this.run('place-items', { chart: this.chart, items }, () =>
      t('link-chart.said.placed', { count: items.length }),
    );
  }

  /** Puts records on the chart near a point, each where there is room. */
  async placeNear(ids: readonly Id[], near: (id: Id) => Point): Promise<void> {
    const { view } = this.here();
    const free = new FreePlaces(view.places.values());
    const items = ids.map((id) => ({ id, ...free.near(near(id)) }));
    if (items.length > 0 && (await this.place(items))) select(ids);
  }

  async direction(): Promise<void> {
    const links = this.links();
    const first = links[0];
    if (!first) return announce(t('link-chart.said.select-links'));
    const direction = nextDirection(first.direction);
    await this.#editLinks(links, { direction }, () =>
      t('link-chart.said.direction', { direction: t(`link-chart.direction.${direction}`) }),
    );
  }

  async strength(): Promise<void> {
    const links = this.links();
    const groups = this.groups();
    const first = links[0] ?? (groups[0] === undefined ? undefined : this.state.find('group', groups[0]));
    if (!first) return announce(t('link-chart.said.select-links'));
    const strength = nextStrength(first.strength);
    const said = () => t('link-chart.said.strength', { strength: t(`link-chart.strength.${strength}`) });
    if (links.length > 0) await this.#editLinks(links, { strength }, said);
    else for (const id of groups) await this.run('edit-group', { id, set: { strength } }, said);
  }

  /** One command, and so one undo, however many links. */
  async #editLinks(links: readonly Link[], set: Partial<Link>, said: () => string): Promise<void> {
    if (links.length === 1) await this.run('edit-link', { id: links[0]!.id, set }, said);
    else await this.run('fill-cells', { links: links.map((l) => ({ id: l.id, set })) }, said);
  }

  async pin(): Promise<void> {
    const items = this.behind();
    if (items.length === 0) return announce(t('link-chart.said.select-first'));
    const pinned = !items.every((id) => this.state.find('placement', placementId(this.chart, id))?.pinned);
    await this.run('pin-items', { chart: this.chart, items, pinned }, () =>
      t(pinned ? 'link-chart.said.pinned' : 'link-chart.said.unpinned', { count: items.length }),
    );
  }

  async hide(): Promise<void> {
    const items = [...this.behind(), ...this.links().map((l) => l.id)];
    if (items.length === 0) return announce(t('link-chart.said.select-first'));
    const done = await this.run('hide-items', { chart: this.chart, items, hidden: true }, () =>
      t('link-chart.said.hidden', { count: items.length }),
    );
    if (done) select([]);
  }

  async reveal(items: readonly Id[] = this.view().hidden): Promise<void> {
    if (items.length === 0) return;
    await this.run('hide-items', { chart: this.chart, items, hidden: false }, () =>
      t('link-chart.said.revealed', { count: items.length }),
    );
  }

  async remove(): Promise<void> {
    const items = this.behind();
    if (items.length === 0) return announce(t('link-chart.said.select-first'));
    const next = this.#beside(this.items());
    const done = await this.run('remove-from-chart', { chart: this.chart, items }, () =>
      t('link-chart.said.removed', { count: items.length }),
    );
    if (done) this.#goTo(next);
  }

  /** Deletes what is selected; the caller has shown what goes with it. */
  async delete(ids: readonly Id[], count: number): Promise<void> {
    const next = this.#beside(ids);
    const done = await this.run('delete-records', { ids }, () => t('link-chart.said.deleted', { count }));
    if (done) this.#goTo(next);
  }

  /** Where the focus goes when these go: to a neighbour that stays. */
  #beside(going: readonly Id[]): Id | null {
    const { neighbours } = this.view();
    const gone = new Set(going);
    for (const id of going) for (const other of neighbours.get(id) ?? []) if (!gone.has(other)) return other;
    return [...neighbours.keys()].find((id) => !gone.has(id)) ?? null;
  }
  #goTo(id: Id | null): void {
    select(id === null ? [] : [id]);
    requestAnimationFrame(() => this.canvas?.setFocusItem(id));
  }

  async colour(colour: Category | undefined): Promise<void> {
    const items = this.entities().map((e) => e.id);
    const chart = this.chart;
    if (items.length > 0) await this.run('style-items', { chart, items, ...(colour !== undefined && { colour }) });
    for (const id of this.groups())
      await this.run('edit-group', { id, ...(colour === undefined ? { clear: ['colour'] } : { set: { colour } }) });
  }

  async move(dropped: readonly { readonly id: Id; readonly x: number; readonly y: number }[]): Promise<void> {
    const { places } = this.view();
    const items = snapping.get() ? dropped.map(snapped) : dropped;
    // Shown on the grid even where that is the very place it was taken from, and nothing is to be written.
    if (items !== dropped) void this.canvas?.animate(items, 0);
    const saved = await this.run('move-items', { chart: this.chart, items }, () =>
      t('link-chart.said.moved', { count: items.length }),
    );
    if (saved) return;
    // Nothing was written, so nothing may look as if it were.
    const back = items.flatMap(({ id }) => {
      const p = places.get(id);
      return p ? [{ id, x: p.x, y: p.y }] : [];
    });
    await this.canvas?.animate(back, 0);
  }

  async editChart(set: Partial<Chart>): Promise<void> {
    await this.run('edit-chart', { id: this.chart, set });
  }
}
