import type { Direction, Link, Strength } from '#domain/link/link';
import { type LinkTypeId, linkTypes } from '#domain/link-types/index';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { linkWords, nameOf } from '#i18n/record-words';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { follow } from '#session/selection';
import { Button, Name, Section, Segmented, Select } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { deleteWithPlan, said } from '../acts.tsx';
import { listOf } from '../list-text.ts';
import { BasisSection } from './basis-section.tsx';
import { EditField } from './edit-field.tsx';
import { filled, usePutField, written } from './put-field.ts';
import { StageSelect } from './stage-select.tsx';
import { WhenSection } from './when-section.tsx';

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
  const put = usePutField(link);
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
            onChange={(type) => put('type', type)}
            options={linkTypes.map((l) => ({ value: l.id, label: tDynamic(`link-type.${l.id}`) }))}
          />
          <EditField
            label={t('inspector.link.wording')}
            value={link.wording ?? ''}
            onSave={(v) => put('wording', written(v))}
          />
          <Segmented<Strength>
            label={t('inspector.link.strength')}
            value={link.strength}
            onChange={(strength) => put('strength', strength)}
            options={STRENGTHS.map((s) => ({ value: s, label: tDynamic(`strength.${s}`) }))}
          />
          <Select<Direction>
            side
            label={t('inspector.link.direction')}
            value={link.direction}
            onChange={(direction) => put('direction', direction)}
            options={DIRECTIONS.map((d) => ({ value: d, label: tDynamic(`direction.${d}`) }))}
          />
          <StageSelect side value={link.stage} onChange={(stage) => put('stage', stage)} />
          <EditField
            label={t('inspector.link.count')}
            value={link.count === undefined ? '' : String(link.count)}
            check={(v) => (v === '' || /^[1-9]\d{0,14}$/.test(v) ? undefined : t('inspector.link.count.error'))}
            onSave={(v) => put('count', v ? Number(v) : undefined)}
          />
          <EditField
            label={t('inspector.link.amount')}
            value={amount?.amount ?? ''}
            check={(v) => (v === '' || DECIMAL.test(v) ? undefined : t('inspector.link.amount.error'))}
            onSave={(v) => {
              const first = v ? [{ amount: v, currency: amount?.currency ?? 'USD' }] : [];
              put('amounts', filled([...first, ...others]));
            }}
          />
          {amount && (
            <EditField
              label={t('inspector.link.currency')}
              value={amount.currency}
              onSave={(currency) => put('amounts', [{ ...amount, currency }, ...others])}
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
      <WhenSection record={link} onSave={(span) => put('span', span || undefined)} />
      <Section title={t('inspector.notes')}>
        <div className="stack">
          <EditField
            many
            hideLabel
            label={t('inspector.notes')}
            value={link.notes ?? ''}
            onSave={(v) => put('notes', written(v))}
          />
          <EditField
            label={t('inspector.tags')}
            value={(link.tags ?? []).join(', ')}
            onSave={(v) => put('tags', filled(listOf(v, ',').sort()))}
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
