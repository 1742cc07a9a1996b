import type { Entity } from '#domain/entity/entity';
import { eventKinds } from '#domain/event-kinds/index';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { sameValue, useCaseValue } from '#queries/case-context';
import { Section, Select } from '#ui/controls/index';
import { type PutField, written } from './put-field.ts';
import { StageSelect } from './stage-select.tsx';
import { WhenSection } from './when-section.tsx';

/** What happened, where, in which stage and when. */
export function EventSection({ entity, put }: { entity: Entity; put: PutField<Entity> }) {
  const t = useT();
  const places = useCaseValue(
    (s) => [...s.allOf('entity')].filter((e) => e.type === 'location').map((e) => ({ value: e.id, label: nameOf(e) })),
    sameValue,
  );
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
            onChange={(v) => put('eventKind', written(v))}
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
            onChange={(place) => put('place', place || undefined)}
            options={[{ value: '', label: t('inspector.place.none') }, ...places]}
          />
          <StageSelect side value={entity.stage} onChange={(stage) => put('stage', stage)} />
        </div>
      </Section>
      <WhenSection record={entity} onSave={(span) => put('span', span || undefined)} />
    </>
  );
}
