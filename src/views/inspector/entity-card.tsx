import { useState } from 'react';
import { type Entity, isProtected, type PersonStatus } from '#domain/entity/entity';
import { entityType } from '#domain/entity-types/index';
import { eventKinds } from '#domain/event-kinds/index';
import type { Link } from '#domain/link/link';
import type { Attribute } from '#domain/record';
import { roles } from '#domain/roles/index';
import { namesSought } from '#domain/search/spelled-out';
import { asserts } from '#domain/source/unsourced';
import { usualExtent } from '#domain/time/extent';
import type { Span } from '#domain/time/span';
import { iconRole } from '#drawing/icons/icon-role';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { fieldText, nameOf, wordOf } from '#i18n/record-words';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { Button, Checkbox, IconButton, Name, Note, Section, Select, Tag } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { deleteWithPlan, said } from '../acts.tsx';
import { extentChoices, extentChosen, tidied, withExtent } from '../span-extent.ts';
import { liftProtection } from './acts.tsx';
import { BasisSection } from './basis-section.tsx';
import { EditField } from './edit-field.tsx';
import { Findings } from './findings.tsx';
import { LinksSection } from './links-section.tsx';
import { UnmergeList } from './merge-acts.tsx';
import { protectPerson, SpelledOutNote } from './spelled-out.tsx';

const STATUSES: readonly PersonStatus[] = ['suspect', 'witness', 'migrant', 'victim', 'official', 'unknown'];
const ISO = /^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?)?)?)?$/;

/** "a; b" as a list without blanks and doubles. */
export function listOf(text: string, separator: string): string[] {
  return [
    ...new Set(
      text
        .split(separator)
        .map((x) => x.trim())
        .filter(Boolean),
    ),
  ];
}

export function EntityCard({ entity }: { entity: Entity }) {
  const t = useT();
  const open = useOpenCase();
  const guarded = isProtected(entity);
  const type = entityType(entity.type);
  const edit = (set: Partial<Entity>, clear: string[] = []) =>
    void said(open.run('edit-entity', { id: entity.id, set, clear }));
  const text = (key: 'nativeLabel' | 'notes' | 'eventKind' | 'stage') => (value: string) =>
    value.trim() === '' ? edit({}, [key]) : edit({ [key]: value });
  const fields = [...new Set([...type.fields.map((f) => f.id), ...(entity.attributes ?? []).map((a) => a.field)])];

  return (
    <>
      <div className="who">
        <span className={guarded ? 'face protected' : 'face'}>
          <Icon name={guarded ? 'protected' : iconRole(entity)} />
        </span>
        <div>
          <h2>
            <Name text={nameOf(entity)} isProtected={guarded} />
          </h2>
          {!guarded && entity.nativeLabel && <Name text={entity.nativeLabel} />}
          <div className="row">
            <Tag>{tDynamic(`entity-type.${entity.type}`)}</Tag>
            {(entity.roles ?? []).map((r) => (
              <Tag key={r.role}>{wordOf('role', r.role)}</Tag>
            ))}
            {entity.status && <Tag>{tDynamic(`status-of.${entity.status}`)}</Tag>}
            {guarded && (
              <Tag tone="protected" icon="protected">
                {t('inspector.protected')}
              </Tag>
            )}
          </div>
        </div>
      </div>
      <BasisSection
        needed={asserts(entity)}
        record={entity.id}
        rows={entity.basis ?? []}
        fields={fields}
        covered={guarded ? namesSought(entity) : []}
      />
      {guarded ? (
        <Note
          tone="protected"
          actions={<Button onClick={() => void liftProtection(open, entity.id)}>{t('inspector.lift')}</Button>}
        >
          {t('inspector.protected.why', { pseudonym: nameOf(entity) })}
          <SpelledOutNote person={entity} />
        </Note>
      ) : (
        <Section title={t('inspector.name')}>
          <div className="stack">
            <EditField label={t('inspector.name')} value={entity.label} onSave={(label) => edit({ label })} />
            <EditField
              label={t('inspector.native-name')}
              value={entity.nativeLabel ?? ''}
              onSave={text('nativeLabel')}
            />
            <EditField
              label={t('inspector.aliases')}
              hint={t('inspector.aliases.hint')}
              value={(entity.aliases ?? []).join('; ')}
              onSave={(v) => (v.trim() ? edit({ aliases: listOf(v, ';') }) : edit({}, ['aliases']))}
            />
          </div>
        </Section>
      )}
      {entity.type === 'person' && <PersonSection entity={entity} edit={edit} />}
      {entity.type === 'event' && <EventSection entity={entity} edit={edit} text={text} />}
      <Findings entity={entity} />
      {!guarded && <AttributeSection entity={entity} edit={edit} />}
      {entity.type !== 'event' && (
        <WhenSection record={entity} onSave={(span) => (span ? edit({ span }) : edit({}, ['span']))} />
      )}
      <LinksSection entity={entity} />
      {!guarded && (
        <Section title={t('inspector.notes')}>
          <EditField many hideLabel label={t('inspector.notes')} value={entity.notes ?? ''} onSave={text('notes')} />
        </Section>
      )}
      <Section title={t('inspector.tags')}>
        <div className="stack">
          <EditField
            hideLabel
            label={t('inspector.tags')}
            hint={t('inspector.tags.hint')}
            value={(entity.tags ?? []).join(', ')}
            onSave={(v) => (v.trim() ? edit({ tags: listOf(v, ',').sort() }) : edit({}, ['tags']))}
          />
          <Checkbox
            label={t('inspector.doubted')}
            checked={entity.doubted ?? false}
            onChange={(on) => (on ? edit({ doubted: true }) : edit({}, ['doubted']))}
          />
        </div>
      </Section>
      <UnmergeList entity={entity} />
      <div className="inspector-acts">
        <Button variant="danger" icon="trash" onClick={() => void deleteWithPlan(open, [entity.id])}>
          {t('inspector.delete')}
        </Button>
      </div>
    </>
  );
}

type EditEntity = (set: Partial<Entity>, clear?: string[]) => void;

function PersonSection({ entity, edit }: { entity: Entity; edit: EditEntity }) {
  const t = useT();
  const open = useOpenCase();
  const stages = useCaseValue((s) => s.properties?.stages ?? [], sameValue);
  const [role, setRole] = useState('');
  const spells = entity.roles ?? [];
  const put = (next: Entity['roles'] & object) => (next.length ? edit({ roles: next }) : edit({}, ['roles']));
  return (
    <Section title={t('inspector.roles')}>
      <div className="stack">
        <Select
          side
          label={t('inspector.status')}
          value={entity.status ?? ''}
          onChange={(status) => (status ? edit({ status: status as PersonStatus }) : edit({}, ['status']))}
          options={[
            { value: '', label: t('inspector.no-status') },
            ...STATUSES.map((s) => ({ value: s, label: tDynamic(`status-of.${s}`) })),
          ]}
        />
        {spells.map((spell, i) => (
          <div className="row" key={`${spell.role} ${i}`}>
            <span className="grow">{wordOf('role', spell.role)}</span>
            <Select
              hideLabel
              label={t('inspector.stage')}
              value={spell.stage ?? ''}
              onChange={(stage) => {
                const { stage: _, ...rest } = spell;
                put(spells.map((s, j) => (j === i ? { ...rest, ...(stage && { stage }) } : s)));
              }}
              options={[
                { value: '', label: t('inspector.stage.none') },
                ...stages.map((s) => ({ value: s, label: wordOf('stage', s) })),
              ]}
            />
            <IconButton
              icon="close"
              label={t('inspector.role.remove', { role: wordOf('role', spell.role) })}
              onClick={() => put(spells.filter((_, j) => j !== i))}
            />
          </div>
        ))}
        <Select
          side
          label={t('inspector.role.add')}
          value={role}
          onChange={(id) => {
            setRole('');
            if (id) put([...spells, { role: id }]);
          }}
          options={[
            { value: '', label: '…' },
            ...roles.map((r) => ({ value: r.id as string, label: tDynamic(`role.${r.id}`) })),
          ]}
        />
        {!isProtected(entity) && (
          <div>
            <Button icon="protected" onClick={() => void protectPerson(open, entity)}>
              {t('inspector.protect')}
            </Button>
          </div>
        )}
      </div>
    </Section>
  );
}

function EventSection({
  entity,
  edit,
  text,
}: {
  entity: Entity;
  edit: EditEntity;
  text: (key: 'eventKind' | 'stage') => (value: string) => void;
}) {
  const t = useT();
  const places = useCaseValue(
    (s) => [...s.allOf('entity')].filter((e) => e.type === 'location').map((e) => ({ value: e.id, label: nameOf(e) })),
    sameValue,
  );
  const stages = useCaseValue((s) => s.properties?.stages ?? [], sameValue);
  const kinds = eventKinds.map((k) => ({ value: k.id as string, label: tDynamic(`event-kind.${k.id}`) }));
  const own = entity.eventKind && !kinds.some((k) => k.value === entity.eventKind);
  return (
    <>
      <Section title={t('inspector.event-kind')}>
        <div className="stack">
          <Select
            hideLabel
            label={t('inspector.event-kind')}
            value={entity.eventKind ?? ''}
            onChange={text('eventKind')}
            options={[
              { value: '', label: t('inspector.no-status') },
              ...(own ? [{ value: entity.eventKind!, label: entity.eventKind! }] : []),
              ...kinds,
            ]}
          />
          <Select
            side
            label={t('inspector.place')}
            value={entity.place ?? ''}
            onChange={(place) => (place ? edit({ place }) : edit({}, ['place']))}
            options={[{ value: '', label: t('inspector.place.none') }, ...places]}
          />
          <Select
            side
            label={t('inspector.stage')}
            value={entity.stage ?? ''}
            onChange={text('stage')}
            options={[
              { value: '', label: t('inspector.stage.none') },
              ...stages.map((s) => ({ value: s, label: wordOf('stage', s) })),
            ]}
          />
        </div>
      </Section>
      <WhenSection record={entity} onSave={(span) => (span ? edit({ span }) : edit({}, ['span']))} />
    </>
  );
}

/** Earliest, latest, what the two mean, and the source's own words; never fills in what was not said. */
export function WhenSection(props: {
  readonly record: Entity | Link;
  readonly onSave: (span: Span | undefined) => void;
}) {
  const { record, onSave } = props;
  const { span } = record;
  const t = useT();
  const usual = useCaseValue((s) => usualExtent(record, s));
  const save = (next: Span) => {
    const kept = tidied(next);
    onSave(kept.earliest || kept.latest || kept.asStated ? kept : undefined);
  };
  const put = (key: 'earliest' | 'latest' | 'asStated') => (value: string) => {
    const { [key]: _, ...rest } = span ?? {};
    save(value.trim() ? { ...rest, [key]: value.trim() } : rest);
  };
  const check = (v: string) => (v.trim() === '' || ISO.test(v.trim()) ? undefined : t('inspector.when.hint'));
  return (
    <Section title={t('inspector.when')} end={span?.zone}>
      <div className="stack">
        <EditField
          label={t('inspector.when.from')}
          value={span?.earliest ?? ''}
          onSave={put('earliest')}
          check={check}
        />
        <EditField label={t('inspector.when.to')} value={span?.latest ?? ''} onSave={put('latest')} check={check} />
        {(span?.earliest !== undefined || span?.latest !== undefined) && (
          <Select
            label={t('span.extent')}
            value={extentChosen(span)}
            onChange={(extent) => save(withExtent(span, extent))}
            options={extentChoices(usual)}
          />
        )}
        <EditField label={t('inspector.when.stated')} value={span?.asStated ?? ''} onSave={put('asStated')} />
      </div>
    </Section>
  );
}

function AttributeSection({ entity, edit }: { entity: Entity; edit: EditEntity }) {
  const t = useT();
  const [own, setOwn] = useState<string | null>(null);
  const attributes = entity.attributes ?? [];
  const known = entityType(entity.type).fields;
  const put = (next: readonly Attribute[]) => (next.length ? edit({ attributes: next }) : edit({}, ['attributes']));
  return (
    <Section title={t('inspector.attributes')} end={attributes.length}>
      <div className="stack">
        {attributes.map((a, i) => (
          <div className="row" key={`${a.field} ${i}`}>
            <div className="grow">
              <EditField
                label={fieldText(a.field)}
                value={a.value}
                onSave={(value) => put(attributes.map((x, j) => (j === i ? { ...x, value } : x)))}
              />
            </div>
            <IconButton
              icon="close"
              iconSize={12}
              label={t('inspector.attribute.remove', { field: fieldText(a.field) })}
              onClick={() => put(attributes.filter((_, j) => j !== i))}
            />
          </div>
        ))}
        <Select
          side
          label={t('inspector.attribute.add')}
          value=""
          onChange={(field) => {
            if (field === '*own*') setOwn('');
            else if (field) put([...attributes, { field, value: '' }]);
          }}
          options={[
            { value: '', label: '…' },
            ...known.map((f) => ({ value: f.id as string, label: fieldText(f.id) })),
            { value: '*own*', label: t('inspector.attribute.own') },
          ]}
        />
        {own !== null && (
          <EditField
            label={t('inspector.attribute.field')}
            value=""
            onSave={(field) => {
              setOwn(null);
              if (field.trim()) put([...attributes, { field: field.trim(), value: '' }]);
            }}
          />
        )}
      </div>
    </Section>
  );
}
