import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Attribute, Described, Id } from '#domain/record';
import { asserts } from '#domain/source/unsourced';
import { EXTENTS, isExtent } from '#domain/time/extent';
import { readMoment, writeMoment } from '#domain/time/moment';
import type { Span } from '#domain/time/span';
import { readStated } from '#domain/time/stated';
import { number, t, tDynamic } from '#i18n/index';
import { fieldText, wordOf } from '#i18n/record-words';
import { Tag } from '#ui/controls/index';
import type { Choice } from '#ui/grid/index';
import { listOf } from '../list-text.ts';
import { withExtent } from '../span-extent.ts';
import { chosen, type Field, having, type Look, notAChoice, type Problem } from './field.ts';

type Spanned = Entity | Link;

function spanWith(record: Spanned, key: 'earliest' | 'latest' | 'asStated', value: string | undefined): Spanned {
  const span: { -readonly [K in keyof Span]: Span[K] } = { ...record.span };
  if (value === undefined || value === '') delete span[key];
  else span[key] = value;
  const { span: _, ...rest } = record;
  if (span.earliest === undefined && span.latest === undefined) delete span.extent;
  const empty = span.earliest === undefined && span.latest === undefined && span.asStated === undefined;
  return (empty ? rest : { ...rest, span }) as Spanned;
}

/** One end of a span from any date that reads one way only: 2026, 2026-03, 7 March 2026, 13/05/2026, 03/05/2569 14:20. */
function endOf(text: string, key: 'earliest' | 'latest'): string | Problem | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  const moment = readMoment(typed.replace(' ', 'T'));
  if (moment) return writeMoment(moment);
  const reading = readStated(typed);
  if (reading.result === 'read') return reading.span[key] ?? reading.span.earliest;
  return {
    problem: t(reading.result === 'ambiguous' ? 'table.problem.date-ambiguous' : 'table.problem.date', { text: typed }),
  };
}

/** When it held, as four columns: the two ends as known, the source's own words, and what the two ends mean. */
export function spanFields<R extends Spanned>(): Field<R>[] {
  const end = (key: 'earliest' | 'latest'): Field<R> => ({
    id: key,
    title: t(`table.${key}`),
    about: t('table.date.about'),
    width: 130,
    text: (r) => (r.span?.[key] ?? '').replace('T', ' '),
    read(r, text) {
      const value = endOf(text, key);
      return typeof value === 'object' ? value : (spanWith(r, key, value) as R);
    },
  });
  return [
    end('earliest'),
    end('latest'),
    {
      id: 'as-stated',
      title: t('table.as-stated'),
      width: 120,
      text: (r) => r.span?.asStated ?? '',
      read: (r, text) => spanWith(r, 'asStated', text.trim()) as R,
    },
    {
      id: 'extent',
      title: t('span.extent'),
      about: t('table.extent.about'),
      width: 120,
      text: (r) => (isExtent(r.span?.extent) ? t(`span.extent.short.${r.span.extent}`) : ''),
      choices: () => extents(),
      read(r, text) {
        const value = text.trim() === '' ? '' : chosen(extents(), text);
        if (value === undefined) return notAChoice(text, extents());
        if (!r.span) return value === '' ? r : { problem: t('table.problem.extent-undated') };
        return { ...r, span: withExtent(r.span, isExtent(value) ? value : '') };
      },
    },
  ];
}

const extents = (): Choice[] => [
  { value: '', label: t('span.extent.short.unsaid') },
  ...EXTENTS.map((value) => ({ value, label: t(`span.extent.short.${value}`) })),
];

/** Sources that a record rests on: of its statements, and of the rows it was imported from. */
export function sourcesOf(look: Look, record: Described & { readonly id: Id }): number {
  const sources = new Set<Id>((record.basis ?? []).map((b) => b.source));
  for (const id of look.state.statementsAbout(record.id)) {
    const statement = look.state.find('statement', id);
    if (statement) sources.add(statement.source);
  }
  return sources.size;
}

export function basisField<R extends Spanned>(): Field<R> {
  return {
    id: 'basis',
    title: t('table.basis'),
    about: t('table.basis.about'),
    width: 86,
    kind: 'number',
    text: (r, look) => {
      const n = sourcesOf(look, r);
      return n === 0 && asserts(r) ? t('table.unsourced') : number(n);
    },
    sortBy: (r, look) => sourcesOf(look, r),
    render: (r, look) =>
      asserts(r) && sourcesOf(look, r) === 0 ? <Tag tone="warning">{t('table.unsourced')}</Tag> : null,
  };
}

export function stageField<R extends Spanned>(): Field<R> {
  const choices = (look: Look): Choice[] =>
    (look.state.properties?.stages ?? []).map((s) => ({ value: s, label: wordOf('stage', s) }));
  return {
    id: 'stage',
    title: t('table.stage'),
    width: 100,
    text: (r) => (r.stage ? wordOf('stage', r.stage) : ''),
    suggest: (_, look) => choices(look).map((c) => c.label),
    read: (r, text, look) => having(r, 'stage', chosen(choices(look), text) ?? text.trim()),
  };
}

export function tagsField<R extends Spanned>(): Field<R> {
  return {
    id: 'tags',
    title: t('table.tags'),
    about: t('table.separated', { separator: ',' }),
    text: (r) => (r.tags ?? []).join(', '),
    read: (r, text) => having(r, 'tags', listOf(text, ',').sort()),
  };
}

export function notesField<R extends Spanned>(closed?: (r: R) => boolean): Field<R> {
  return {
    id: 'notes',
    title: t('table.notes'),
    width: 180,
    text: (r) => r.notes ?? '',
    read: (r, text) => having(r, 'notes', text.trim()),
    ...(closed && { closed }),
  };
}

/** Choices of a fixed list, with words from the messages. */
export function choicesOf(prefix: string, values: readonly string[], none?: string): Choice[] {
  const known = values.map((value) => ({ value, label: tDynamic(`${prefix}.${value}`) }));
  return none === undefined ? known : [{ value: '', label: none }, ...known];
}

/** An attribute in a column of its own; several values of it stand in one cell. */
export function attributeField<R extends Entity | Link>(field: string, closed?: (record: R) => boolean): Field<R> {
  return {
    id: `attribute ${field}`,
    title: fieldText(field),
    about: t('table.separated', { separator: ';' }),
    text: (r) =>
      (r.attributes ?? [])
        .filter((a) => a.field === field)
        .map((a) => a.value)
        .join('; '),
    ...(closed && { closed }),
    read(r, text) {
      const all = r.attributes ?? [];
      const at = all.findIndex((a) => a.field === field);
      const others = all.filter((a) => a.field !== field);
      const mine: Attribute[] = listOf(text, ';').map((value) => ({ field, value }));
      const before = at < 0 ? others.length : all.slice(0, at).filter((a) => a.field !== field).length;
      return having(r, 'attributes', [...others.slice(0, before), ...mine, ...others.slice(before)]);
    },
  };
}
