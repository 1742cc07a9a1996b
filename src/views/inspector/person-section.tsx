import { useState } from 'react';
import { type Entity, isProtected, type PersonStatus } from '#domain/entity/entity';
import { roles } from '#domain/roles/index';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { wordOf } from '#i18n/record-words';
import { useOpenCase } from '#queries/case-context';
import { Button, IconButton, Section, Select } from '#ui/controls/index';
import { filled, type PutField } from './put-field.ts';
import { protectPerson } from './spelled-out.tsx';
import { StageSelect } from './stage-select.tsx';

const STATUSES: readonly PersonStatus[] = ['suspect', 'witness', 'migrant', 'victim', 'official', 'unknown'];

/** What a person is in the case: status, roles and in which stage; and protecting who is not. */
export function PersonSection({ entity, put }: { entity: Entity; put: PutField<Entity> }) {
  const t = useT();
  const open = useOpenCase();
  const [role, setRole] = useState('');
  const spells = entity.roles ?? [];
  const putSpells = (next: Entity['roles'] & object) => put('roles', filled(next));
  return (
    <Section title={t('inspector.roles')}>
      <div className="stack">
        <Select
          side
          label={t('inspector.status')}
          value={entity.status ?? ''}
          onChange={(status) => put('status', (status as PersonStatus) || undefined)}
          options={[
            { value: '', label: t('inspector.no-status') },
            ...STATUSES.map((s) => ({ value: s, label: tDynamic(`status-of.${s}`) })),
          ]}
        />
        {spells.map((spell, i) => (
          <div className="row" key={`${spell.role} ${i}`}>
            <span className="grow">{wordOf('role', spell.role)}</span>
            <StageSelect
              hideLabel
              value={spell.stage}
              onChange={(stage) => {
                const { stage: _, ...rest } = spell;
                putSpells(spells.map((s, j) => (j === i ? { ...rest, ...(stage && { stage }) } : s)));
              }}
            />
            <IconButton
              icon="close"
              label={t('inspector.role.remove', { role: wordOf('role', spell.role) })}
              onClick={() => putSpells(spells.filter((_, j) => j !== i))}
            />
          </div>
        ))}
        <Select
          side
          label={t('inspector.role.add')}
          value={role}
          onChange={(id) => {
            setRole('');
            if (id) putSpells([...spells, { role: id }]);
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
