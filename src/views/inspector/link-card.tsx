import type { Direction, Link, Strength } from '#domain/link/link';
import { type LinkTypeId, linkTypes } from '#domain/link-types/index';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { linkWords, nameOf, wordOf } from '#i18n/record-words';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { follow } from '#session/selection';
import { Button, Name, Section, Segmented, Select } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { deleteWithPlan, said } from '../acts.tsx';
import { BasisSection } from './basis-section.tsx';
import { EditField } from './edit-field.tsx';
import { listOf, WhenSection } from './entity-card.tsx';

const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];
const DIRECTIONS: readonly Direction[] = ['none', 'forward', 'back', 'both'];
const DECIMAL = /^\d+(\.\d+)?$/;

export function LinkCard({ link }: { link: Link }) {
  const t = useT();
  const open = useOpenCase();
  const ends = useCaseValue((s) => [nameOf(s.entity(link.from)), nameOf(s.entity(link.to))], sameValue);
  const entities = useCaseValue(
    (s) => (s.countOf('entity') > 500 ? [] : [...s.allOf('entity')].map((e) => ({ value: e.id, label: nameOf(e) }))),
    sameValue,
  );
  const stages = useCaseValue((s) => s.properties?.stages ?? [], sameValue);
  const edit = (set: Partial<Link>, clear: string[] = []) =>
    void said(open.run('edit-link', { id: link.id, set, clear }));
  const amount = link.amounts?.[0];
  const others = link.amounts?.slice(1) ?? [];
  return (
    <>
      <div className="who">
        <span className="face">
          <Icon name="link" />
        </span>
        <div>
          <h2>{linkWords(link)}</h2>
          <div className="row">
            <Button variant="link" onClick={() => follow([link.from])}>
              <Name text={ends[0]!} />
            </Button>
            <span aria-hidden>{{ none: '—', forward: '→', back: '←', both: '↔' }[link.direction]}</span>
            <Button variant="link" onClick={() => follow([link.to])}>
              <Name text={ends[1]!} />
            </Button>
          </div>
        </div>
      </div>
      <BasisSection record={link.id} rows={link.basis ?? []} fields={[]} />
      <Section title={t('inspector.type')}>
        <div className="stack">
          <Select<LinkTypeId>
            side
            label={t('inspector.link.type')}
            value={link.type}
            onChange={(type) => edit({ type })}
            options={linkTypes.map((l) => ({ value: l.id, label: tDynamic(`link-type.${l.id}`) }))}
          />
          <EditField
            label={t('inspector.link.wording')}
            value={link.wording ?? ''}
            onSave={(v) => (v.trim() ? edit({ wording: v }) : edit({}, ['wording']))}
          />
          <Segmented<Strength>
            label={t('inspector.link.strength')}
            value={link.strength}
            onChange={(strength) => edit({ strength })}
            options={STRENGTHS.map((s) => ({ value: s, label: tDynamic(`strength.${s}`) }))}
          />
          <Select<Direction>
            side
            label={t('inspector.link.direction')}
            value={link.direction}
            onChange={(direction) => edit({ direction })}
            options={DIRECTIONS.map((d) => ({ value: d, label: tDynamic(`direction.${d}`) }))}
          />
          <Select
            side
            label={t('inspector.stage')}
            value={link.stage ?? ''}
            onChange={(stage) => (stage ? edit({ stage }) : edit({}, ['stage']))}
            options={[
              { value: '', label: t('inspector.stage.none') },
              ...stages.map((s) => ({ value: s, label: wordOf('stage', s) })),
            ]}
          />
          <EditField
            label={t('inspector.link.count')}
            value={link.count === undefined ? '' : String(link.count)}
            check={(v) => (v === '' || /^[1-9]\d{0,14}$/.test(v) ? undefined : t('inspector.link.count.error'))}
            onSave={(v) => (v ? edit({ count: Number(v) }) : edit({}, ['count']))}
          />
          <EditField
            label={t('inspector.link.amount')}
            value={amount?.amount ?? ''}
            check={(v) => (v === '' || DECIMAL.test(v) ? undefined : t('inspector.link.amount.error'))}
            onSave={(v) => {
              const amounts = [...(v ? [{ amount: v, currency: amount?.currency ?? 'USD' }] : []), ...others];
              if (amounts.length) edit({ amounts });
              else edit({}, ['amounts']);
            }}
          />
          {amount && (
            <EditField
              label={t('inspector.link.currency')}
              value={amount.currency}
              onSave={(currency) => edit({ amounts: [{ ...amount, currency }, ...others] })}
            />
          )}
        </div>
      </Section>
      {entities.length > 0 && (
        <Section title={t('inspector.link.ends')}>
          <div className="stack">
            <Select
              side
              label={t('inspector.link.from')}
              value={link.from}
              onChange={(from) => void said(open.run('relink', { id: link.id, from }))}
              options={entities}
            />
            <Select
              side
              label={t('inspector.link.to')}
              value={link.to}
              onChange={(to) => void said(open.run('relink', { id: link.id, to }))}
              options={entities}
            />
          </div>
        </Section>
      )}
      <WhenSection record={link} onSave={(span) => (span ? edit({ span }) : edit({}, ['span']))} />
      <Section title={t('inspector.notes')}>
        <div className="stack">
          <EditField
            many
            hideLabel
            label={t('inspector.notes')}
            value={link.notes ?? ''}
            onSave={(v) => (v.trim() ? edit({ notes: v }) : edit({}, ['notes']))}
          />
          <EditField
            label={t('inspector.tags')}
            value={(link.tags ?? []).join(', ')}
            onSave={(v) => (v.trim() ? edit({ tags: listOf(v, ',').sort() }) : edit({}, ['tags']))}
          />
        </div>
      </Section>
      <div className="inspector-acts">
        <Button variant="danger" icon="trash" onClick={() => void deleteWithPlan(open, [link.id])}>
          {t('inspector.delete')}
        </Button>
      </div>
    </>
  );
}
