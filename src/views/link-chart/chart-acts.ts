import type { CaseState } from '#domain/change/case-state';
import type { Chart } from '#domain/chart/chart';
import { type Category, placementId } from '#domain/chart/placement';
import type { CommandId, PayloadOf } from '#domain/commands/index';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import { type EntityType, type EntityTypeId, entityType } from '#domain/entity-types/index';
import type { Link, Strength } from '#domain/link/link';
import type { LinkTypeId } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { type MessageKey, t, tDynamic } from '#i18n/index';
import { newId } from '#queries/ids';
import type { OpenCase } from '#queries/open-case';
import { copiedItems } from '#session/clipboard';
import { select, selection } from '#session/selection';
import { snapping } from '#session/snapping';
import { announce } from '#ui/dialogs/index';
import type { GraphCanvasHandle, Point } from '#ui/graph-canvas/index';
import { drawnLink, nextDirection, nextStrength } from '../link-edits.ts';
import { snapped } from './alignment.ts';
import type { ChartView } from './chart-view.ts';
import { drawnAs, placeOf } from './drawn-as.ts';
import { FreePlaces } from './free-place.ts';
import { components, shortestPath, withNeighbours } from './walks.ts';

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

/** The acts of the analyst on one chart. Each ends in one command at most, and says what became of it. */
export class ChartActs {
  readonly #s: () => Surroundings;
  lastType: EntityTypeId = 'person';

  constructor(surroundings: () => Surroundings) {
    this.#s = surroundings;
  }

  view(): ChartView {
    return this.#s().view;
  }
  get #state(): CaseState {
    return this.#s().open.snapshot().state;
  }
  get #chart(): Id {
    return this.#s().view.chart.id;
  }

  /** Runs a command; true when it is saved. Says what went wrong, and `said` when it went well. */
  async run<I extends CommandId>(command: I, payload: PayloadOf<I>, said?: () => string): Promise<boolean> {
    const outcome = await this.#s().open.run(command, payload);
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
    const { places } = this.#s().view;
    return selection.get().flatMap((id) => (places.has(id) ? (this.#state.entity(id) ?? []) : []));
  }
  /** Selected items as they are drawn: entities, and folded groups. */
  items(): Id[] {
    const { places } = this.#s().view;
    return selection.get().filter((id) => places.has(id));
  }
  /** Selected entities, and those that selected folded groups stand for. */
  behind(): Id[] {
    const { folded } = this.#s().view;
    const inside = new Map(folded.map((f) => [f.group.id, f.members.map((m) => m.id)]));
    return this.items().flatMap((id) => inside.get(id) ?? [id]);
  }
  links(): Link[] {
    return selection.get().flatMap((id) => this.#state.link(id) ?? []);
  }
  groups(): Id[] {
    return selection.get().filter((id) => this.#state.find('group', id)?.chart === this.#chart);
  }

  /** Where a new item goes without a mouse: near the middle of what is seen, where there is room. */
  freePlace(): Point {
    const { canvas, view } = this.#s();
    const e = canvas?.extent() ?? NOWHERE;
    return new FreePlaces(view.places.values()).near({ x: (e.x1 + e.x2) / 2, y: (e.y1 + e.y2) / 2 });
  }

  startEntity(type: EntityTypeId, place: Point = this.freePlace(), linkFrom?: Id): void {
    this.lastType = type;
    this.#s().edit({ kind: 'name', type, place, ...(linkFrom !== undefined && { linkFrom }) });
  }

  async makeEntity(type: EntityTypeId, label: string, place: Point, linkFrom?: Id): Promise<void> {
    this.lastType = type;
    const definition: EntityType = entityType(type);
    const entity: Entity = {
      id: newId(),
      kind: 'entity',
      type,
      label,
      ...(definition.labelIs !== undefined && { attributes: [{ field: definition.labelIs, value: label }] }),
    };
    const at = { chart: this.#chart, x: Math.round(place.x), y: Math.round(place.y) };
    const made = await this.run('create-entity', { entity, at }, () =>
      t('link-chart.said.made', { name: label, type: t(`entity-type.${type}`) }),
    );
    if (made) this.#arrived(entity.id, linkFrom);
  }

  /** An entity the case has already: put on the chart, or shown where it stands. */
  async takeEntity(id: Id, place: Point, linkFrom?: Id): Promise<void> {
    const entity = this.#state.entity(id);
    if (!entity) return;
    const { view } = this.#s();
    const group = this.#state.find('group', drawnAs(view, id));
    if (group && view.places.has(group.id)) {
      announce(t('link-chart.said.found-in', { name: displayLabel(entity), group: group.name }));
      this.#arrived(group.id, undefined);
      return;
    }
    if (view.places.has(id)) announce(t('link-chart.said.found', { name: displayLabel(entity) }));
    else if (!(await this.place([{ id, x: Math.round(place.x), y: Math.round(place.y) }]))) return;
    this.#arrived(id, linkFrom);
  }

  #arrived(id: Id, linkFrom: Id | undefined): void {
    const { canvas, edit } = this.#s();
    select(linkFrom === undefined ? [id] : [linkFrom, id]);
    // The canvas hears of the new item with the next drawing.
    requestAnimationFrame(() => {
      this.#s().canvas?.setFocusItem(id);
      this.#s().canvas?.reveal(id);
    });
    if (linkFrom === undefined || linkFrom === id) {
      edit(null);
      canvas?.focus();
    } else edit({ kind: 'link', from: linkFrom, to: id });
  }

  place(items: readonly { readonly id: Id; readonly x: number; readonly y: number }[]): Promise<boolean> {
    return this.run('place-items', { chart: this.#chart, items }, () =>
      t('link-chart.said.placed', { count: items.length }),
    );
  }

  /** Puts records on the chart near a point, each where there is room. */
  async placeNear(ids: readonly Id[], near: (id: Id) => Point): Promise<void> {
    const { view } = this.#s();
    const free = new FreePlaces(view.places.values());
    const items = ids.map((id) => ({ id, ...free.near(near(id)) }));
    if (items.length > 0 && (await this.place(items))) select(ids);
  }

  startLink(): void {
    const { edit } = this.#s();
    const chosen = this.entities();
    if (chosen.length === 2) edit({ kind: 'link', from: chosen[0]!.id, to: chosen[1]!.id });
    else if (chosen.length === 1) edit({ kind: 'link-to', from: chosen[0]!.id });
    else announce(t('link-chart.said.link-which'));
  }

  async makeLink(from: Id, to: Id, type: LinkTypeId, wording: string | undefined, reversed: boolean): Promise<void> {
    const { canvas, edit } = this.#s();
    const link = drawnLink(from, to, type, wording, reversed);
    const name = (id: Id) => displayLabel(this.#state.entity(id)!);
    const made = await this.run('link-entities', { link }, () =>
      t('link-chart.said.linked', {
        from: name(link.from),
        to: name(link.to),
        what: wording ?? tDynamic(`link-type.${type}`),
        strength: t(`link-chart.strength.${link.strength}`),
      }),
    );
    edit(null);
    canvas?.focus();
    if (!made) return;
    select([link.id]);
    canvas?.setFocusItem(to);
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
    const first = links[0] ?? (groups[0] === undefined ? undefined : this.#state.find('group', groups[0]));
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

  async retypeLink(id: Id, type: LinkTypeId, wording: string | undefined): Promise<void> {
    await this.run('edit-link', {
      id,
      set: { type, ...(wording !== undefined && { wording }) },
      ...(wording === undefined && { clear: ['wording'] }),
    });
  }

  async pin(): Promise<void> {
    const items = this.behind();
    if (items.length === 0) return announce(t('link-chart.said.select-first'));
    const pinned = !items.every((id) => this.#state.find('placement', placementId(this.#chart, id))?.pinned);
    await this.run('pin-items', { chart: this.#chart, items, pinned }, () =>
      t(pinned ? 'link-chart.said.pinned' : 'link-chart.said.unpinned', { count: items.length }),
    );
  }

  async hide(): Promise<void> {
    const items = [...this.behind(), ...this.links().map((l) => l.id)];
    if (items.length === 0) return announce(t('link-chart.said.select-first'));
    const done = await this.run('hide-items', { chart: this.#chart, items, hidden: true }, () =>
      t('link-chart.said.hidden', { count: items.length }),
    );
    if (done) select([]);
  }

  async reveal(items: readonly Id[] = this.#s().view.hidden): Promise<void> {
    if (items.length === 0) return;
    await this.run('hide-items', { chart: this.#chart, items, hidden: false }, () =>
      t('link-chart.said.revealed', { count: items.length }),
    );
  }

  async remove(): Promise<void> {
    const items = this.behind();
    if (items.length === 0) return announce(t('link-chart.said.select-first'));
    const next = this.#beside(this.items());
    const done = await this.run('remove-from-chart', { chart: this.#chart, items }, () =>
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
    const { neighbours } = this.#s().view;
    const gone = new Set(going);
    for (const id of going) for (const other of neighbours.get(id) ?? []) if (!gone.has(other)) return other;
    return [...neighbours.keys()].find((id) => !gone.has(id)) ?? null;
  }
  #goTo(id: Id | null): void {
    select(id === null ? [] : [id]);
    requestAnimationFrame(() => this.#s().canvas?.setFocusItem(id));
  }

  async colour(colour: Category | undefined): Promise<void> {
    const items = this.entities().map((e) => e.id);
    const chart = this.#chart;
    if (items.length > 0) await this.run('style-items', { chart, items, ...(colour !== undefined && { colour }) });
    for (const id of this.groups())
      await this.run('edit-group', { id, ...(colour === undefined ? { clear: ['colour'] } : { set: { colour } }) });
  }

  startGroup(): void {
    const members = this.entities().map((e) => e.id);
    if (members.length === 0) announce(t('link-chart.said.select-first'));
    else this.#s().edit({ kind: 'group', members });
  }

  async makeGroup(name: string, members: readonly Id[]): Promise<void> {
    const group = {
      id: newId(),
      kind: 'group' as const,
      chart: this.#chart,
      name,
      members,
      strength: 'unconfirmed' as const,
    };
    const done = await this.run('group-items', { groups: [group] }, () =>
      t('link-chart.said.grouped', { name, of: members.length }),
    );
    if (done) select([group.id]);
  }

  startRename(): void {
    const { edit } = this.#s();
    const [id] = selection.get();
    const record = id === undefined ? undefined : this.#state.get(id);
    if (record?.kind === 'entity') edit({ kind: 'rename', id: record.id });
    else if (record?.kind === 'link') edit({ kind: 'rename-link', id: record.id });
    else if (record?.kind === 'group') edit({ kind: 'rename-group', id: record.id });
    else announce(t('link-chart.said.select-first'));
  }

  async rename(id: Id, label: string): Promise<void> {
    const record = this.#state.get(id);
    if (record?.kind === 'group') await this.run('edit-group', { id, set: { name: label } });
    if (record?.kind !== 'entity') return;
    // What is shown of a protected person is the pseudonym, so that is what is being changed.
    if (isProtected(record)) {
      await this.run('edit-entity', { id, set: { pseudonym: label } });
      return;
    }
    const field = (entityType(record.type) as EntityType).labelIs;
    const attributes =
      field === undefined
        ? undefined
        : (record.attributes ?? []).map((a) =>
            a.field === field && a.value === record.label ? { ...a, value: label } : a,
          );
    await this.run('edit-entity', { id, set: { label, ...(attributes && { attributes }) } });
  }

  selectAll(): void {
    this.#chosen([...this.#s().view.places.keys()]);
  }
  selectNeighbours(): void {
    this.#chosen(withNeighbours(this.#ends(), this.#s().view.neighbours));
  }
  selectComponent(): void {
    this.#chosen(components(this.#ends(), this.#s().view.neighbours));
  }
  /** Selected entities, and the ends of selected links. */
  #ends(): Id[] {
    const { view } = this.#s();
    const ends = this.links().flatMap((l) => [drawnAs(view, l.from), drawnAs(view, l.to)]);
    return [...this.items(), ...ends].filter((id) => view.places.has(id));
  }
  #chosen(ids: readonly Id[]): void {
    if (ids.length === 0) {
      announce(t('link-chart.said.select-first'));
      return;
    }
    select(ids);
    announce(t('link-chart.said.selected', { count: ids.length }));
  }

  /** The first selected is where it starts, the last where it ends; the links on the way are selected too. */
  selectPath(): void {
    const { view } = this.#s();
    const chosen = this.items();
    if (chosen.length < 2) {
      announce(t('link-chart.said.select-two'));
      return;
    }
    const path = shortestPath(chosen[0]!, chosen.at(-1)!, view.neighbours);
    if (!path) {
      announce(t('link-chart.said.no-path'));
      return;
    }
    const steps = new Set(path.slice(1).flatMap((id, i) => [`${path[i]} ${id}`, `${id} ${path[i]}`]));
    const links = view.links
      .filter((l) => steps.has(`${drawnAs(view, l.from)} ${drawnAs(view, l.to)}`))
      .map((l) => l.id);
    select([...path, ...links]);
    announce(t('link-chart.said.path', { count: path.length - 1 }));
  }

  /** The text for the system's clipboard; empty when nothing is selected. */
  copy(): string {
    const { view, open } = this.#s();
    const chosen = this.behind().flatMap((id) => this.#state.entity(id) ?? []);
    if (chosen.length === 0) return '';
    const text = chosen.map(displayLabel).join('\n');
    const items = chosen.map((e) => {
      const { x, y } = this.#state.find('placement', placementId(view.chart.id, e.id))!;
      return { id: e.id, x, y };
    });
    copiedItems.set({ localId: open.localId, items, text });
    announce(t('link-chart.said.copied', { count: chosen.length }));
    return text;
  }

  /** Puts copied items on this chart in the order they stood in, moved into view where there is room. */
  async paste(): Promise<boolean> {
    const { open, view, canvas } = this.#s();
    const copied = copiedItems.get();
    if (!copied || copied.localId !== open.localId) return false;
    const items = copied.items.filter((i) => !placeOf(view, i.id) && this.#state.entity(i.id));
    if (items.length === 0) {
      announce(t('link-chart.said.already'));
      select(copied.items.map((i) => i.id));
      return true;
    }
    const e = canvas?.extent() ?? NOWHERE;
    const mid = (key: 'x' | 'y') => (Math.min(...items.map((i) => i[key])) + Math.max(...items.map((i) => i[key]))) / 2;
    const inside = items.every((i) => i.x > e.x1 && i.x < e.x2 && i.y > e.y1 && i.y < e.y2);
    const dx = inside || view.places.size === 0 ? 0 : (e.x1 + e.x2) / 2 - mid('x');
    const dy = inside || view.places.size === 0 ? 0 : (e.y1 + e.y2) / 2 - mid('y');
    const free = new FreePlaces(view.places.values(), 40);
    const placed = items.map((i) => ({ id: i.id, ...free.near({ x: i.x + dx, y: i.y + dy }) }));
    if (await this.place(placed)) {
      select(placed.map((i) => i.id));
      if (view.places.size === 0) requestAnimationFrame(() => this.#s().canvas?.fit());
    }
    return true;
  }

  async move(dropped: readonly { readonly id: Id; readonly x: number; readonly y: number }[]): Promise<void> {
    const { places } = this.#s().view;
    const items = snapping.get() ? dropped.map(snapped) : dropped;
    // Shown on the grid even where that is the very place it was taken from, and nothing is to be written.
    if (items !== dropped) void this.#s().canvas?.animate(items, 0);
    const saved = await this.run('move-items', { chart: this.#chart, items }, () =>
      t('link-chart.said.moved', { count: items.length }),
    );
    if (saved) return;
    // Nothing was written, so nothing may look as if it were.
    const back = items.flatMap(({ id }) => {
      const p = places.get(id);
      return p ? [{ id, x: p.x, y: p.y }] : [];
    });
    await this.#s().canvas?.animate(back, 0);
  }

  async editChart(set: Partial<Chart>): Promise<void> {
    await this.run('edit-chart', { id: this.#chart, set });
  }
}

/** Words of a strength or direction for lists and menus. */
export function strengthWord(strength: Strength): string {
  return t(`link-chart.strength.${strength}` satisfies MessageKey);
}
