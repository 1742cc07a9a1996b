import { useEffect, useState } from 'react';
import type { Entity } from '#domain/entity/entity';
import { entityType } from '#domain/entity-types/index';
import { examine, loadPhoneRules, phoneRulesLoaded } from '#domain/identifiers/index';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { fieldText } from '#i18n/record-words';
import { Note, Section } from '#ui/controls/index';

/** What the identifiers of a record give to think: explained, never refused; the value stays as stated. */
export function Findings({ entity }: { entity: Entity }) {
  const t = useT();
  const [ruled, setRuled] = useState(phoneRulesLoaded);
  useEffect(() => {
    if (!ruled) void loadPhoneRules().then(() => setRuled(true));
  }, [ruled]);
  const fields = entityType(entity.type).fields;
  const found = (entity.attributes ?? []).flatMap((a) => {
    const identifier = fields.find((f) => f.id === a.field)?.identifier;
    if (!identifier || (identifier === 'phone' && !ruled)) return [];
    return examine(identifier, a.value)
      .findings.filter((f) => f.level === 'warn')
      .map((f) => ({ field: a.field, text: tDynamic(f.code, f.detail) }));
  });
  if (found.length === 0) return null;
  return (
    <Section title={t('inspector.findings')} end={found.length}>
      {found.map((f) => (
        <Note tone="warning" key={`${f.field} ${f.text}`}>
          {fieldText(f.field)}: {f.text}
        </Note>
      ))}
    </Section>
  );
}
