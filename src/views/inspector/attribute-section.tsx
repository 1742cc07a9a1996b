import { useState } from 'react';
import type { Entity } from '#domain/entity/entity';
import { entityType } from '#domain/entity-types/index';
import type { Attribute } from '#domain/record';
import { useT } from '#i18n/react';
import { fieldText } from '#i18n/record-words';
import { IconButton, Section, Select } from '#ui/controls/index';
import { EditField } from './edit-field.tsx';
import { filled, type PutField } from './put-field.ts';

/** Attributes of an entity: those its type knows, and the analyst's own. */
export function AttributeSection({ entity, put }: { entity: Entity; put: PutField<Entity> }) {
  const t = useT();
  const [own, setOwn] = useState<string | null>(null);
  const attributes = entity.attributes ?? [];
  const known = entityType(entity.type).fields;
  const putAll = (next: readonly Attribute[]) => put('attributes', filled(next));
  return (
    <Section title={t('inspector.attributes')} end={attributes.length}>
      <div className="stack">
        {attributes.map((a, i) => (
          <div className="row" key={`${a.field} ${i}`}>
            <div className="grow">
              <EditField
                label={fieldText(a.field)}
                value={a.value}
                onSave={(value) => putAll(attributes.map((x, j) => (j === i ? { ...x, value } : x)))}
              />
            </div>
            <IconButton
              icon="close"
              iconSize={12}
              label={t('inspector.attribute.remove', { field: fieldText(a.field) })}
              onClick={() => putAll(attributes.filter((_, j) => j !== i))}
            />
          </div>
        ))}
        <Select
          side
          label={t('inspector.attribute.add')}
          value=""
          onChange={(field) => {
            if (field === '*own*') setOwn('');
            else if (field) putAll([...attributes, { field, value: '' }]);
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
              if (field.trim()) putAll([...attributes, { field: field.trim(), value: '' }]);
            }}
          />
        )}
      </div>
    </Section>
  );
}
