import { type Entity, isProtected } from '#domain/entity/entity';
import { entityType } from '#domain/entity-types/index';
import { namesSought } from '#domain/search/spelled-out';
import { asserts } from '#domain/source/unsourced';
import { iconRole } from '#drawing/icons/icon-role';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf, wordOf } from '#i18n/record-words';
import { useOpenCase } from '#queries/case-context';
import { Button, Checkbox, Name, Note, Section, Tag } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { deleteWithPlan } from '../acts.tsx';
import { listOf } from '../list-text.ts';
import { liftProtection } from './acts.tsx';
import { AttributeSection } from './attribute-section.tsx';
import { BasisSection } from './basis-section.tsx';
import { EditField } from './edit-field.tsx';
import { EventSection } from './event-section.tsx';
import { Findings } from './findings.tsx';
import { LinksSection } from './links-section.tsx';
import { UnmergeList } from './merge-acts.tsx';
import { PersonSection } from './person-section.tsx';
import { filled, usePutField, written } from './put-field.ts';
import { SpelledOutNote } from './spelled-out.tsx';
import { WhenSection } from './when-section.tsx';

/** All that is known of an entity, each part where it is changed. */
export function EntityCard({ entity }: { entity: Entity }) {
  const t = useT();
  const open = useOpenCase();
  const guarded = isProtected(entity);
  const type = entityType(entity.type);
  const put = usePutField(entity);
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
            <EditField label={t('inspector.name')} value={entity.label} onSave={(label) => put('label', label)} />
            <EditField
              label={t('inspector.native-name')}
              value={entity.nativeLabel ?? ''}
              onSave={(v) => put('nativeLabel', written(v))}
            />
            <EditField
              label={t('inspector.aliases')}
              hint={t('inspector.aliases.hint')}
              value={(entity.aliases ?? []).join('; ')}
              onSave={(v) => put('aliases', filled(listOf(v, ';')))}
            />
          </div>
        </Section>
      )}
      {entity.type === 'person' && <PersonSection entity={entity} put={put} />}
      {entity.type === 'event' && <EventSection entity={entity} put={put} />}
      <Findings entity={entity} />
      {!guarded && <AttributeSection entity={entity} put={put} />}
      {entity.type !== 'event' && <WhenSection record={entity} onSave={(span) => put('span', span || undefined)} />}
      <LinksSection entity={entity} />
      {!guarded && (
        <Section title={t('inspector.notes')}>
          <EditField
            many
            hideLabel
            label={t('inspector.notes')}
            value={entity.notes ?? ''}
            onSave={(v) => put('notes', written(v))}
          />
        </Section>
      )}
      <Section title={t('inspector.tags')}>
        <div className="stack">
          <EditField
            hideLabel
            label={t('inspector.tags')}
            hint={t('inspector.tags.hint')}
            value={(entity.tags ?? []).join(', ')}
            onSave={(v) => put('tags', filled(listOf(v, ',').sort()))}
          />
          <Checkbox
            label={t('inspector.doubted')}
            checked={entity.doubted ?? false}
            onChange={(on) => put('doubted', on || undefined)}
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
