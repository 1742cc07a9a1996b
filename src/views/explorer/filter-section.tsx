import { useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { entityTypes } from '#domain/entity-types/index';
import type { Strength } from '#domain/link/link';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { fieldText } from '#i18n/record-words';
import { sameValue, useCaseFigure } from '#queries/case-context';
import { clearFilter, type Filter, filter, leaveDate, NO_FILTER } from '#session/filter';
import { useSignal } from '#session/signal';
import { Button, Checkbox, Note, Section, Segmented, Select, TextField } from '#ui/controls/index';
import { DateRange } from './date-range.tsx';

const STRENGTHS: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

/** Whether nothing is filtered, however it came to that: ticking a box again leaves no trace. */
function isEmpty(f: Filter): boolean {
  return (
    [f.entityTypes, f.linkTypes, f.strengths, f.grades, f.tags].every((list) => list.length === 0) &&
    [f.from, f.to, f.weekHours, f.atDate, f.minDegree, f.maxDegree, f.attribute].every(
      (bound) => bound === undefined,
    ) &&
    f.undated === NO_FILTER.undated &&
    f.mode === NO_FILTER.mode &&
    f.appliesToAnalysis === NO_FILTER.appliesToAnalysis
  );
}

/** An empty list lets everything through; ticking all is the same as ticking none. */
function toggled<T>(list: readonly T[], value: T, all: readonly T[]): readonly T[] {
  const now = list.length === 0 ? [...all] : [...list];
  const next = now.includes(value) ? now.filter((x) => x !== value) : [...now, value];
  return next.length === all.length ? [] : next;
}

function picked<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((x) => x !== value) : [...list, value];
}

/** `pick`: nothing ticked lets everything through, for what not every record has (tags, grades). */
function Boxes<T extends string>(props: {
  title: string;
  pick?: true;
  all: readonly { value: T; label: string; count: number }[];
  chosen: readonly T[];
  onChange: (chosen: readonly T[]) => void;
}) {
  if (props.all.length === 0) return null;
  const values = props.all.map((a) => a.value);
  return (
    <fieldset className="explorer-boxes">
      <legend className="small muted">{props.title}</legend>
      {props.all.map((a) => (
        <Checkbox
          key={a.value}
          label={a.label}
          end={number(a.count)}
          checked={(!props.pick && props.chosen.length === 0) || props.chosen.includes(a.value)}
          onChange={() =>
            props.onChange(props.pick ? picked(props.chosen, a.value) : toggled(props.chosen, a.value, values))
          }
        />
      ))}
    </fieldset>
  );
}

/** What the filter can be set to, counted over the whole case. */
function choicesOf(s: CaseState) {
  const types = new Map<string, number>();
  const fields = new Set<string>();
  const tags = new Map<string, number>();
  const linkTypes = new Map<string, number>();
  const strengths = new Map<string, number>();
  const grades = new Map<string, number>();
  const more = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const e of s.allOf('entity')) {
    more(types, e.type);
    for (const a of e.attributes ?? []) fields.add(a.field);
    for (const tag of e.tags ?? []) more(tags, tag);
  }
  for (const l of s.allOf('link')) {
    more(linkTypes, l.type);
    more(strengths, l.strength);
    for (const tag of l.tags ?? []) more(tags, tag);
  }
  for (const x of s.allOf('source'))
    if (x.grade) more(grades, `${x.grade.scheme}:${x.grade.source}:${x.grade.information}`);
  return {
    types: [...types],
    fields: [...fields].sort(),
    tags: [...tags].sort(),
    linkTypes: [...linkTypes].sort(),
    strengths: [...strengths],
    grades: [...grades].sort(),
  };
}

export function FilterSection() {
  const t = useT();
  const f = useSignal(filter);
  const choices = useCaseFigure(choicesOf, sameValue);
  const set = (next: Partial<Filter>) => filter.set((now) => ({ ...now, ...next }));
  const without = (key: 'minDegree' | 'maxDegree' | 'attribute') =>
    filter.set(({ [key]: _, ...rest }) => rest as Filter);
  const listed = (entries: readonly (readonly [string, number])[], label: (v: string) => string) =>
    entries.map(([value, count]) => ({ value, label: label(value), count }));
  const types = new Map(choices.types);
  const strengths = new Map(choices.strengths);
  const degree = (key: 'minDegree' | 'maxDegree') => (text: string) =>
    text.trim() ? set({ [key]: Number(text) }) : without(key);
  return (
    <div id="explorer-filters">
      <Section
        title={t('explorer.filters')}
        end={
          !isEmpty(f) && (
            <Button variant="link" onClick={clearFilter}>
              {t('explorer.filter.clear')}
            </Button>
          )
        }
      >
        <div className="stack explorer-filter">
          {f.atDate && (
            <Note
              title={t(`chart-date.is.${f.atDate.kind}`, { date: f.atDate.date })}
              actions={<Button onClick={leaveDate}>{t('chart-date.leave')}</Button>}
            />
          )}
          <Boxes
            title={t('explorer.filter.strengths')}
            all={STRENGTHS.filter((s) => strengths.has(s)).map((s) => ({
              value: s,
              label: tDynamic(`strength.${s}`),
              count: strengths.get(s)!,
            }))}
            chosen={f.strengths}
            onChange={(v) => set({ strengths: v })}
          />
          <Boxes
            title={t('explorer.filter.types')}
            all={entityTypes
              .filter((x) => types.has(x.id))
              .map((x) => ({ value: x.id, label: tDynamic(`entity-type.${x.id}.plural`), count: types.get(x.id)! }))}
            chosen={f.entityTypes}
            onChange={(v) => set({ entityTypes: v })}
          />
          <Boxes
            title={t('explorer.filter.link-types')}
            all={listed(choices.linkTypes, (v) => tDynamic(`link-type.${v}`))}
            chosen={f.linkTypes}
            onChange={(v) => set({ linkTypes: v })}
          />
          <Boxes
            pick
            title={t('explorer.filter.grades')}
            all={listed(choices.grades, (v) => v.replaceAll(':', ' ').replaceAll('x', '×'))}
            chosen={f.grades}
            onChange={(v) => set({ grades: v })}
          />
          <Boxes
            pick
            title={t('explorer.filter.tags')}
            all={listed(choices.tags, (v) => v)}
            chosen={f.tags}
            onChange={(v) => set({ tags: v })}
          />
          <DateRange from={f.from} to={f.to} />
          <Checkbox label={t('explorer.filter.undated')} checked={f.undated} onChange={(undated) => set({ undated })} />
          <Checked
            label={t('explorer.filter.degree-from')}
            value={f.minDegree === undefined ? '' : String(f.minDegree)}
            onSet={degree('minDegree')}
            good={(x) => /^\d{1,9}$/.test(x)}
            error={t('explorer.filter.whole-number')}
          />
          <Checked
            label={t('explorer.filter.degree-to')}
            value={f.maxDegree === undefined ? '' : String(f.maxDegree)}
            onSet={degree('maxDegree')}
            good={(x) => /^\d{1,9}$/.test(x)}
            error={t('explorer.filter.whole-number')}
          />
          <Select
            side
            label={t('explorer.filter.attribute')}
            value={f.attribute?.field ?? ''}
            onChange={(field) =>
              field ? set({ attribute: { field, contains: f.attribute?.contains ?? '' } }) : without('attribute')
            }
            options={[
              { value: '', label: t('explorer.filter.any-attribute') },
              ...choices.fields.map((x) => ({ value: x, label: fieldText(x) })),
            ]}
          />
          {f.attribute && (
            <Checked
              label={t('explorer.filter.contains')}
              value={f.attribute.contains}
              onSet={(contains) => set({ attribute: { field: f.attribute!.field, contains } })}
              good={() => true}
              error=""
            />
          )}
          <Segmented<Filter['mode']>
            label={t('explorer.filter.mode')}
            value={f.mode}
            onChange={(mode) => set({ mode })}
            options={[
              { value: 'hide', label: t('explorer.filter.hide') },
              { value: 'grey', label: t('explorer.filter.grey') },
            ]}
          />
          <Checkbox
            label={t('explorer.filter.analysis')}
            checked={f.appliesToAnalysis}
            onChange={(appliesToAnalysis) => set({ appliesToAnalysis })}
          />
        </div>
      </Section>
    </div>
  );
}

/** A field that sets the filter when what is typed can be read, and says what it wants when not. */
function Checked(props: {
  label: string;
  value: string;
  onSet: (text: string) => void;
  good: (text: string) => boolean;
  error: string;
}) {
  const [text, setText] = useState(props.value);
  const [last, setLast] = useState(props.value);
  if (last !== props.value) {
    setLast(props.value);
    setText(props.value);
  }
  const ok = text.trim() === '' || props.good(text.trim());
  return (
    <TextField
      side
      label={props.label}
      value={text}
      {...(!ok && { error: props.error })}
      onChange={(next) => {
        setText(next);
        if (next.trim() === '' || props.good(next.trim())) {
          setLast(next.trim());
          props.onSet(next);
        }
      }}
    />
  );
}
