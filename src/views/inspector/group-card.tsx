import type { Group } from '#domain/chart/group';
import type { Category } from '#domain/chart/placement';
import { isProtected } from '#domain/entity/entity';
import type { Strength } from '#domain/link/link';
import { iconRole } from '#drawing/icons/icon-role';
import { categoryMarks } from '#drawing/style/categories';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { follow } from '#session/selection';
import { Button, IconButton, Name, Section, Segmented, Select, Tag } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { deleteWithPlan, said } from '../acts.tsx';
import { BasisSection } from './basis-section.tsx';
import { EditField } from './edit-field.tsx';
import { GroupTiesSection } from './group-ties-section.tsx';
import { usePutField } from './put-field.ts';

const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];
/** Entities to choose a new member from, at most: a longer list is no help, and members are added on the chart. */
const OFFERED = 500;

/** A box on a chart: what it is called, how sure the membership is, who is in it and who says so. */
export function GroupCard({ group }: { group: Group }) {
  const t = useT();
  const open = useOpenCase();
  const chart = useCaseValue((s) => s.find('chart', group.chart)?.name ?? '');
  const members = useCaseValue(
    (s) =>
      group.members.flatMap((id) => {
        const e = s.entity(id);
        return e ? [{ id, name: nameOf(e), guarded: isProtected(e), icon: iconRole(e) }] : [];
      }),
    sameValue,
  );
  const others = useCaseValue((s) => {
    const inside = new Set(group.members);
    const placed = [...s.placementsOn(group.chart)].flatMap((id) => {
      const placement = s.find('placement', id);
      const e = placement && s.entity(placement.item);
      return e && !inside.has(e.id) ? [{ value: e.id, label: nameOf(e) }] : [];
    });
    return placed.length > OFFERED ? [] : placed.sort((a, b) => (a.label < b.label ? -1 : 1));
  }, sameValue);
  const put = usePutField(group);
  const fold = () => void said(open.run(group.folded ? 'unfold-group' : 'fold-group', { groups: [group.id] }));
  const ungroup = () => void said(open.run('delete-records', { ids: [group.id] }));
  const takeOut = (id: string) => {
    const left = group.members.filter((m) => m !== id);
    if (left.length > 0) put('members', left);
    else ungroup();
  };
  return (
    <>
      <div className="who">
        <span className="face">
          <Icon name="group" />
        </span>
        <div>
          <h2>
            <Name text={group.name} />
          </h2>
          <div className="row">
            <Tag>{t('inspector.group')}</Tag>
            {group.folded && <Tag>{t('inspector.group.folded')}</Tag>}
            <span className="muted small">
              <Name text={t('inspector.group.on', { chart })} />
            </span>
          </div>
        </div>
      </div>
      <Section title={t('inspector.group')}>
        <div className="stack">
          <EditField
            label={t('inspector.name')}
            value={group.name}
            onSave={(name) => name.trim() && put('name', name.trim())}
          />
          <Segmented<Strength>
            label={t('inspector.group.strength')}
            value={group.strength}
            onChange={(strength) => put('strength', strength)}
            options={STRENGTHS.map((s) => ({ value: s, label: tDynamic(`strength.${s}`) }))}
          />
          <Select
            side
            label={t('inspector.group.colour')}
            value={String(group.colour ?? '')}
            onChange={(value) => put('colour', value ? (Number(value) as Category) : undefined)}
            options={[
              { value: '', label: t('inspector.group.colour.none') },
              ...categoryMarks.map((mark) => ({
                value: String(mark.category),
                label: `${mark.category} · ${tDynamic(`inspector.shape.${mark.shape}`)}`,
              })),
            ]}
          />
        </div>
      </Section>
      <Section title={t('inspector.group.members')} end={members.length}>
        <ul className="tree">
          {members.map((m) => (
            <li key={m.id}>
              <Icon name={m.guarded ? 'protected' : m.icon} />
              <Button variant="quiet" className="clip grow" onClick={() => follow([m.id])}>
                <Name text={m.name} isProtected={m.guarded} clip />
              </Button>
              <IconButton
                icon="close"
                iconSize={12}
                label={t('inspector.group.take-out', { name: m.name })}
                onClick={() => takeOut(m.id)}
              />
            </li>
          ))}
        </ul>
        {others.length > 0 && (
          <div className="stack">
            <Select
              side
              label={t('inspector.group.add')}
              value=""
              onChange={(id) => id && put('members', [...group.members, id])}
              options={[{ value: '', label: '…' }, ...others]}
            />
          </div>
        )}
      </Section>
      <GroupTiesSection group={group} />
      <BasisSection needed={false} record={group.id} rows={[]} fields={[]} />
      <div className="inspector-acts">
        <Button
          icon="group"
          title={t('inspector.group.fold.about')}
          aria-pressed={group.folded === true}
          onClick={fold}
        >
          {t(group.folded ? 'inspector.group.unfold' : 'inspector.group.fold')}
        </Button>
        <Button icon="close" title={t('inspector.group.ungroup.about')} onClick={ungroup}>
          {t('inspector.group.ungroup')}
        </Button>
        <Button variant="danger" icon="trash" onClick={() => void deleteWithPlan(open, [group.id, ...group.members])}>
          {t('inspector.group.delete')}
        </Button>
      </div>
    </>
  );
}
