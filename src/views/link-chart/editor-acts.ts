import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import { type EntityType, type EntityTypeId, entityType } from '#domain/entity-types/index';
import type { LinkTypeId } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import { newId } from '#queries/ids';
import { select, selection } from '#session/selection';
import { announce } from '#ui/dialogs/index';
import type { Point } from '#ui/graph-canvas/index';
import { drawnLink } from '../link-edits.ts';
import type { ChartActs } from './chart-acts.ts';
import { drawnAs } from './drawn-as.ts';

// What is written on the chart itself: which field opens for an act, and what is made of what was written there.

export function startEntity(acts: ChartActs, type: EntityTypeId, place: Point = acts.freePlace(), linkFrom?: Id): void {
  acts.lastType = type;
  acts.here().edit({ kind: 'name', type, place, ...(linkFrom !== undefined && { linkFrom }) });
}

export async function makeEntity(
  acts: ChartActs,
  type: EntityTypeId,
  label: string,
  place: Point,
  linkFrom?: Id,
): Promise<void> {
  acts.lastType = type;
  const definition: EntityType = entityType(type);
  const entity: Entity = {
    id: newId(),
    kind: 'entity',
    type,
    label,
    ...(definition.labelIs !== undefined && { attributes: [{ field: definition.labelIs, value: label }] }),
  };
  const at = { chart: acts.chart, x: Math.round(place.x), y: Math.round(place.y) };
  const made = await acts.run('create-entity', { entity, at }, () =>
    t('link-chart.said.made', { name: label, type: t(`entity-type.${type}`) }),
  );
  if (made) arrived(acts, entity.id, linkFrom);
}

/** An entity the case has already: put on the chart, or shown where it stands. */
export async function takeEntity(acts: ChartActs, id: Id, place: Point, linkFrom?: Id): Promise<void> {
  const entity = acts.state.entity(id);
  if (!entity) return;
  const view = acts.view();
  const group = acts.state.find('group', drawnAs(view, id));
  if (group && view.places.has(group.id)) {
    announce(t('link-chart.said.found-in', { name: displayLabel(entity), group: group.name }));
    arrived(acts, group.id, undefined);
    return;
  }
  if (view.places.has(id)) announce(t('link-chart.said.found', { name: displayLabel(entity) }));
  else if (!(await acts.place([{ id, x: Math.round(place.x), y: Math.round(place.y) }]))) return;
  arrived(acts, id, linkFrom);
}

function arrived(acts: ChartActs, id: Id, linkFrom: Id | undefined): void {
  const { canvas, edit } = acts.here();
  select(linkFrom === undefined ? [id] : [linkFrom, id]);
  // The canvas hears of the new item with the next drawing.
  requestAnimationFrame(() => {
    acts.canvas?.setFocusItem(id);
    acts.canvas?.reveal(id);
  });
  if (linkFrom === undefined || linkFrom === id) {
    edit(null);
    canvas?.focus();
  } else edit({ kind: 'link', from: linkFrom, to: id });
}

export function startLink(acts: ChartActs): void {
  const { edit } = acts.here();
  const chosen = acts.entities();
  if (chosen.length === 2) edit({ kind: 'link', from: chosen[0]!.id, to: chosen[1]!.id });
  else if (chosen.length === 1) edit({ kind: 'link-to', from: chosen[0]!.id });
  else announce(t('link-chart.said.link-which'));
}

export async function makeLink(
  acts: ChartActs,
  from: Id,
  to: Id,
  type: LinkTypeId,
  wording: string | undefined,
  reversed: boolean,
): Promise<void> {
  const { canvas, edit } = acts.here();
  const link = drawnLink(from, to, type, wording, reversed);
  const name = (id: Id) => displayLabel(acts.state.entity(id)!);
  const made = await acts.run('link-entities', { link }, () =>
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

export async function retypeLink(
  acts: ChartActs,
  id: Id,
  type: LinkTypeId,
  wording: string | undefined,
): Promise<void> {
  await acts.run('edit-link', {
    id,
    set: { type, ...(wording !== undefined && { wording }) },
    ...(wording === undefined && { clear: ['wording'] }),
  });
}

export function startGroup(acts: ChartActs): void {
  const members = acts.entities().map((e) => e.id);
  if (members.length === 0) announce(t('link-chart.said.select-first'));
  else acts.here().edit({ kind: 'group', members });
}

export async function makeGroup(acts: ChartActs, name: string, members: readonly Id[]): Promise<void> {
  const group = {
    id: newId(),
    kind: 'group' as const,
    chart: acts.chart,
    name,
    members,
    strength: 'unconfirmed' as const,
  };
  const done = await acts.run('group-items', { groups: [group] }, () =>
    t('link-chart.said.grouped', { name, of: members.length }),
  );
  if (done) select([group.id]);
}

export function startRename(acts: ChartActs): void {
  const { edit } = acts.here();
  const [id] = selection.get();
  const record = id === undefined ? undefined : acts.state.get(id);
  if (record?.kind === 'entity') edit({ kind: 'rename', id: record.id });
  else if (record?.kind === 'link') edit({ kind: 'rename-link', id: record.id });
  else if (record?.kind === 'group') edit({ kind: 'rename-group', id: record.id });
  else announce(t('link-chart.said.select-first'));
}

export async function rename(acts: ChartActs, id: Id, label: string): Promise<void> {
  const record = acts.state.get(id);
  if (record?.kind === 'group') await acts.run('edit-group', { id, set: { name: label } });
  if (record?.kind !== 'entity') return;
  // What is shown of a protected person is the pseudonym, so that is what is being changed.
  if (isProtected(record)) {
    await acts.run('edit-entity', { id, set: { pseudonym: label } });
    return;
  }
  const field = (entityType(record.type) as EntityType).labelIs;
  const attributes =
    field === undefined
      ? undefined
      : (record.attributes ?? []).map((a) =>
          a.field === field && a.value === record.label ? { ...a, value: label } : a,
        );
  await acts.run('edit-entity', { id, set: { label, ...(attributes && { attributes }) } });
}
