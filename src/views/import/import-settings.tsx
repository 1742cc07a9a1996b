import { entityTypes } from '#domain/entity-types/index';
import type { Direction, Strength } from '#domain/link/link';
import { linkTypes } from '#domain/link-types/index';
import { EXTENTS } from '#domain/time/extent';
import type { Extent } from '#domain/time/span';
import type { ColumnMapping, Mapping } from '#exchange/importers/index';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { PreviewReport } from '#queries/exchange';
import { importerCatalogue, openQuestions } from '#queries/import-catalogue';
import { Checkbox, Name, Note, RadioGroup, Segmented, Select, TextField } from '#ui/controls/index';

const types = () => entityTypes.map((x) => ({ value: x.id, label: tDynamic(`entity-type.${x.id}`) }));
const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];
const DIRECTIONS: readonly Direction[] = ['none', 'forward', 'back', 'both'];

/** A choice of a few, its label above it like that of every other setting. */
export function Choice<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly options: readonly { readonly value: T; readonly label: string }[];
}) {
  return (
    <div className="labelled">
      <span className="label" aria-hidden="true">
        {props.label}
      </span>
      <Segmented {...props} />
    </div>
  );
}

export interface SettingsProps {
  readonly preview: PreviewReport;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

export const importerOf = (mapping: Mapping) => (mapping.kind === 'links' ? 'csv-links' : 'csv-entities');

/** What all rows have in common: types of the ends, direction, strength, zone, currency. */
export function RowSettings({ mapping, onChange }: SettingsProps) {
  const t = useT();
  const { links, entities } = mapping;
  const dated = mapping.columns.some((c) => c.role === 'date' || c.role === 'until-date');
  const amounts = mapping.columns.some((c) => c.role === 'amount');
  return (
    <div className="import-settings">
      {links && mapping.kind === 'links' && (
        <>
          <Select
            label={t('import-view.from-type')}
            options={types()}
            value={links.fromType}
            onChange={(fromType) => onChange({ ...mapping, links: { ...links, fromType } })}
          />
          <Select
            label={t('import-view.to-type')}
            options={types()}
            value={links.toType}
            onChange={(toType) => onChange({ ...mapping, links: { ...links, toType } })}
          />
          <Select
            label={t('import-view.link-type')}
            options={linkTypes.map((l) => ({ value: l.id, label: tDynamic(`link-type.${l.id}`) }))}
            value={links.type}
            onChange={(type) => onChange({ ...mapping, links: { ...links, type } })}
          />
          <Select
            label={t('import-view.direction')}
            options={DIRECTIONS.map((d) => ({ value: d, label: tDynamic(`direction.${d}`) }))}
            value={links.direction}
            onChange={(direction) => onChange({ ...mapping, links: { ...links, direction } })}
          />
          <Select
            label={t('import-view.strength')}
            hint={t(
              mapping.columns.some((c) => c.role === 'strength')
                ? 'import-view.strength.unstated'
                : 'import-view.strength.every',
            )}
            options={STRENGTHS.map((s) => ({ value: s, label: tDynamic(`strength.${s}`) }))}
            value={links.strength}
            onChange={(strength) => onChange({ ...mapping, links: { ...links, strength } })}
          />
          <Checkbox
            label={t('import-view.sum')}
            checked={links.sum}
            onChange={(sum) => onChange({ ...mapping, links: { ...links, sum } })}
          />
        </>
      )}
      {entities && mapping.kind === 'entities' && (
        <Select
          label={t('import-view.entity-type')}
          options={types()}
          value={entities.type}
          onChange={(type) => onChange({ ...mapping, entities: { type } })}
        />
      )}
      {dated && (
        <>
          <TextField
            label={t('import-view.zone')}
            hint={t('import-view.zone.hint')}
            value={mapping.zone ?? ''}
            onChange={(zone) => {
              const { zone: _, ...rest } = mapping;
              onChange(zone ? { ...rest, zone } : rest);
            }}
          />
          {mapping.columns.some((c) => c.role === 'until-date') && (
            <Select<Extent | ''>
              label={t('span.extent')}
              value={mapping.extent ?? ''}
              onChange={(chosen) => {
                const { extent: _, ...rest } = mapping;
                onChange(chosen === '' ? rest : { ...rest, extent: chosen });
              }}
              options={[
                { value: '', label: t('import-view.extent.unsaid') },
                ...EXTENTS.map((value) => ({ value, label: t(`span.extent.${value}`) })),
              ]}
            />
          )}
          <Choice<Mapping['unreadableDates']>
            label={t('import-view.unreadable')}
            value={mapping.unreadableDates}
            onChange={(unreadableDates) => onChange({ ...mapping, unreadableDates })}
            options={[
              { value: 'reject', label: t('import-view.unreadable.reject') },
              { value: 'keep-text', label: t('import-view.unreadable.keep-text') },
            ]}
          />
        </>
      )}
      {amounts && (
        <TextField
          label={t('import-view.currency')}
          value={mapping.currency ?? ''}
          onChange={(currency) => {
            const { currency: _, ...rest } = mapping;
            onChange(currency ? { ...rest, currency } : rest);
          }}
        />
      )}
    </div>
  );
}

/** One row a column: what it holds, and what it becomes. */
export function ColumnTable({ preview, mapping, onChange }: SettingsProps) {
  const t = useT();
  const roles = importerCatalogue.find((i) => i.id === importerOf(mapping))!.roles;
  const set = (index: number, change: (c: ColumnMapping) => ColumnMapping) =>
    onChange({ ...mapping, columns: mapping.columns.map((c, i) => (i === index ? change(c) : c)) });
  return (
    <div className="import-rows">
      <table className="grid">
        <thead>
          <tr>
            <th>{t('import-view.column')}</th>
            <th>{t('import-view.first')}</th>
            <th>{t('import-view.becomes')}</th>
            <th>{t('import-view.found')}</th>
          </tr>
        </thead>
        <tbody>
          {mapping.columns.map((c, i) => {
            const profile = preview.columns.find((p) => p.name === c.header);
            return (
              <tr key={c.header}>
                <th scope="row">
                  <Name text={c.header} />
                </th>
                <td className="clip">
                  <Name text={(profile?.examples ?? []).slice(0, 3).join(' · ')} />
                </td>
                <td>
                  <Select
                    hideLabel
                    label={`${t('import-view.becomes')}: ${c.header}`}
                    value={c.role}
                    onChange={(role) => set(i, (now) => ({ ...now, role }))}
                    options={roles.map((r) => ({ value: r, label: tDynamic(`import.role.${r}`) }))}
                  />
                </td>
                <td className="muted">
                  {profile &&
                    t(profile.distinctCapped ? 'import-view.found.filled-capped' : 'import-view.found.filled', {
                      filled: number(profile.filled),
                      distinct: number(profile.distinct),
                    })}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** What only the analyst can say. Day and month are never guessed. */
export function Questions({ preview, mapping, onChange }: SettingsProps) {
  const questions = openQuestions(preview.columns, mapping);
  if (questions.length === 0) return null;
  const column = (header: string, change: (c: ColumnMapping) => ColumnMapping) =>
    onChange({ ...mapping, columns: mapping.columns.map((c) => (c.header === header ? change(c) : c)) });
  return (
    <>
      {questions.map((q) => {
        const words = tDynamic(`import.question.${q.code}`, {
          column: q.column,
          examples: q.examples.slice(0, 3).join(', '),
        });
        const example = q.examples[0] ?? '';
        return (
          <Note key={`${q.code} ${q.column}`} tone={q.blocking ? 'warning' : 'info'}>
            <div className="import-question">
              <Name text={words} />
              {(q.code === 'dates.ambiguous' || q.code === 'dates.contradict') && (
                <RadioGroup
                  hideLabel
                  label={words}
                  value=""
                  onChange={(order) =>
                    column(q.column, (c) => ({ ...c, reading: { ...c.reading, order: order as 'day-first' } }))
                  }
                  options={(['day-first', 'month-first', 'text'] as const).map((o) => ({
                    value: o as string,
                    label: tDynamic(`import-view.order.${o}`, { example }),
                  }))}
                />
              )}
              {q.code === 'dates.two-digit-year' && (
                <RadioGroup
                  hideLabel
                  label={words}
                  value=""
                  onChange={(century) =>
                    column(q.column, (c) => ({ ...c, reading: { ...c.reading, century: century as '2000' } }))
                  }
                  options={(['2000', '1900'] as const).map((x) => ({
                    value: x as string,
                    label: tDynamic(`import-view.century.${x}`),
                  }))}
                />
              )}
              {(q.code === 'numbers.ambiguous' || q.code === 'numbers.contradict') && (
                <RadioGroup
                  hideLabel
                  label={words}
                  value=""
                  onChange={(decimal) => column(q.column, (c) => ({ ...c, decimal: decimal as 'point' }))}
                  options={(['point', 'comma'] as const).map((x) => ({
                    value: x as string,
                    label: tDynamic(`import-view.decimal.${x}`),
                  }))}
                />
              )}
            </div>
          </Note>
        );
      })}
    </>
  );
}
