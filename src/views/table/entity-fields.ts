import { displayLabel, type Entity, isProtected, type PersonStatus } from '#domain/entity/entity';
import { type EntityTypeId, entityTypes, isEntityTypeId } from '#domain/entity-types/index';
import { eventKinds } from '#domain/event-kinds/index';
import { roles } from '#domain/roles/index';
import { number, t } from '#i18n/index';
import { nameOf, wordOf } from '#i18n/record-words';
import { offered } from '../known-entities.ts';
import { listOf } from '../list-text.ts';
import { chosen, type Field, having, type Look, notAChoice, type Problem } from './field.ts';
import {
  attributeField,
  basisField,
  choicesOf,
  notesField,
  spanFields,
  stageField,
  tagsField,
} from './shared-fields.tsx';

const STATUSES: readonly PersonStatus[] = ['suspect', 'witness', 'migrant', 'victim', 'official', 'unknown'];

/** Whose identity the table must not show. */
const guarded = (e: Entity): boolean => isProtected(e);

const nameField = (): Field<Entity> => ({
  id: 'name',
  title: t('table.name'),
  width: 180,
  required: true,
  // A record not yet made shows what was typed; a protected person the pseudonym alone.
  text: displayLabel,
  locked: guarded,
  read: (e, text) => (text.trim() === '' ? { problem: t('table.problem.name-missing') } : { ...e, label: text.trim() }),
});

/** Called as an entity is called: its name, its own script, an alias; "Name · Type" where the name alone is not enough. */
export function entityNamed(text: string, look: Look): string | Problem {
  const found = look.byName(text);
  if (found.length === 1) return found[0]!;
  if (found.length > 1) return { problem: t('table.problem.ambiguous', { name: text.trim(), count: found.length }) };
  const cut = text.lastIndexOf(' · ');
  if (cut > 0) {
    const type = chosen(typeChoices(), text.slice(cut + 3));
    const typed = look.byName(text.slice(0, cut)).filter((id) => look.state.entity(id)?.type === type);
    if (typed.length === 1) return typed[0]!;
    if (typed.length > 1) return { problem: t('table.problem.ambiguous', { name: text.trim(), count: typed.length }) };
  }
  return { problem: t('table.problem.unknown-name', { name: text.trim() }) };
}

/** Names to offer while an end is typed; with the type where two share a name. */
export function namesFor(typed: string, look: Look): string[] {
  return offered(look.state, typed, undefined, 8).map((e) => {
    const name = displayLabel(e);
    return look.byName(name).length > 1 ? `${name} · ${t(`entity-type.${e.type}`)}` : name;
  });
}

export function typeChoices() {
  return choicesOf(
    'entity-type',
    entityTypes.filter((d) => d.id !== 'event').map((d) => d.id),
  );
}

const nativeField = (): Field<Entity> => ({
  id: 'native-name',
  title: t('table.native-name'),
  width: 130,
  text: (e) => e.nativeLabel ?? '',
  closed: guarded,
  read: (e, text) => having(e, 'nativeLabel', text.trim()),
});

const aliasField = (): Field<Entity> => ({
  id: 'aliases',
  title: t('table.aliases'),
  about: t('table.separated', { separator: ';' }),
  width: 130,
  text: (e) => (e.aliases ?? []).join('; '),
  closed: guarded,
  read: (e, text) => having(e, 'aliases', listOf(text, ';')),
});

const linksField = (): Field<Entity> => ({
  id: 'links',
  title: t('table.links'),
  width: 62,
  kind: 'number',
  text: (e, look) => number(look.state.linksOf(e.id).size),
  sortBy: (e, look) => look.state.linksOf(e.id).size,
});

function chartsOf(e: Entity, look: Look): number {
  const charts = new Set<string>();
  for (const id of look.state.placementsOf(e.id)) {
    const placement = look.state.find('placement', id);
    if (placement) charts.add(placement.chart);
  }
  return charts.size;
}

const chartsField = (): Field<Entity> => ({
  id: 'charts',
  title: t('table.charts'),
  about: t('table.charts.about'),
  width: 66,
  kind: 'number',
  text: (e, look) => number(chartsOf(e, look)),
  sortBy: (e, look) => chartsOf(e, look),
});

const roleChoices = () => choicesOf('role', roles.map((r) => r.id) as string[]);

/** Columns of persons, phones, vessels …; `attributes` are the fields that stand in columns of their own, where they are seen without scrolling far. */
export function entityFields(attributes: readonly string[]): Field<Entity>[] {
  return [
    nameField(),
    {
      id: 'type',
      title: t('table.type'),
      width: 110,
      kind: 'choice',
      required: true,
      text: (e) => wordOf('entity-type', e.type),
      editText: (e) => e.type,
      choices: typeChoices,
      read(e, text) {
        const type = chosen(typeChoices(), text);
        return type !== undefined && isEntityTypeId(type)
          ? { ...e, type: type as EntityTypeId }
          : notAChoice(text, typeChoices());
      },
    },
    {
      id: 'status',
      title: t('table.status'),
      width: 92,
      kind: 'choice',
      text: (e) => (e.status ? wordOf('status-of', e.status) : ''),
      editText: (e) => e.status ?? '',
      choices: () => choicesOf('status-of', STATUSES, ''),
      read(e, text) {
        if (text.trim() === '') return having(e, 'status', undefined);
        const status = chosen(choicesOf('status-of', STATUSES), text);
        return status === undefined
          ? notAChoice(text, choicesOf('status-of', STATUSES))
          : { ...e, status: status as PersonStatus };
      },
    },
    {
      id: 'roles',
      title: t('table.roles'),
      about: t('table.separated', { separator: ';' }),
      width: 130,
      text: (e) => (e.roles ?? []).map((r) => wordOf('role', r.role)).join('; '),
      suggest: () => roleChoices().map((c) => c.label),
      read(e, text) {
        // A role that stays keeps its stage, organisation and time.
        const spells = listOf(text, ';').map((word) => {
          const role = chosen(roleChoices(), word) ?? word;
          return e.roles?.find((spell) => spell.role === role) ?? { role };
        });
        return having(e, 'roles', spells);
      },
    },
    linksField(),
    ...attributes.map((field) => attributeField<Entity>(field, guarded)),
    nativeField(),
    aliasField(),
    chartsField(),
    basisField(),
    tagsField(),
    notesField(guarded),
  ];
}

function participants(e: Entity, look: Look): string {
  const names: string[] = [];
  for (const id of look.state.linksOf(e.id)) {
    const link = look.state.link(id);
    if (!link) continue;
    const name = nameOf(look.state.entity(link.from === e.id ? link.to : link.from));
    names.push(link.role ? `${name} (${wordOf('role', link.role)})` : name);
  }
  return names.join('; ');
}

const kindChoices = () => choicesOf('event-kind', eventKinds.map((k) => k.id) as string[]);

/** Columns of events, which stand apart from the other entities. */
export function eventFields(attributes: readonly string[]): Field<Entity>[] {
  return [
    nameField(),
    ...spanFields<Entity>(),
    {
      id: 'event-kind',
      title: t('table.event-kind'),
      text: (e) => (e.eventKind ? wordOf('event-kind', e.eventKind) : ''),
      suggest: () => kindChoices().map((c) => c.label),
      read: (e, text) => having(e, 'eventKind', chosen(kindChoices(), text) ?? text.trim()),
    },
    stageField(),
    {
      id: 'place',
      title: t('table.place'),
      width: 130,
      text: (e, look) => (e.place ? nameOf(look.state.entity(e.place)) : ''),
      suggest: namesFor,
      read(e, text, look) {
        if (text.trim() === '') return having(e, 'place', undefined);
        const place = entityNamed(text, look);
        return typeof place === 'string' ? { ...e, place } : place;
      },
    },
    {
      id: 'participants',
      title: t('table.participants'),
      about: t('table.participants.about'),
      width: 200,
      text: participants,
    },
    ...attributes.map((field) => attributeField<Entity>(field)),
    chartsField(),
    basisField(),
    tagsField(),
    notesField(),
  ];
}
