import type { Amount, Direction, Link, Strength } from '#domain/link/link';
import { isLinkTypeId, linkTypes } from '#domain/link-types/index';
import { number, t } from '#i18n/index';
import { amountText, linkWords, nameOf, wordOf } from '#i18n/record-words';
import { entityNamed, namesFor } from './entity-fields.ts';
import { chosen, type Field, having, notAChoice, type Problem } from './field.ts';
import {
  attributeField,
  basisField,
  choicesOf,
  notesField,
  spanFields,
  stageField,
  tagsField,
} from './shared-fields.tsx';

const typeChoices = () => choicesOf('link-type', linkTypes.map((d) => d.id) as string[]);
const directions: readonly Direction[] = ['none', 'forward', 'back', 'both'];
const strengths: readonly Strength[] = ['confirmed', 'unconfirmed', 'tentative'];

/** "4,200.50 USD; 300 EUR": decimal text with a currency each; undefined when one of them is not. */
export function readAmounts(text: string): Amount[] | undefined {
  const amounts: Amount[] = [];
  for (const part of text.split(';')) {
    const typed = part.trim();
    if (typed === '') continue;
    const match = /^([A-Za-z]{3})?\s*(-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s*([A-Za-z]{3})?$/.exec(typed);
    const currency = match?.[1] ?? match?.[3];
    if (!match || currency === undefined || (match[1] && match[3])) return undefined;
    amounts.push({ amount: match[2]!.replace(/[, ]/g, ''), currency: currency.toUpperCase() });
  }
  return amounts;
}

function endField(end: 'from' | 'to'): Field<Link> {
  return {
    id: end,
    title: t(`table.${end}`),
    width: 160,
    required: true,
    text: (l, look) => (l[end] === '' ? '' : nameOf(look.state.entity(l[end]))),
    suggest: namesFor,
    read(l, text, look) {
      // A name that stands there is no change, even where others are called the same.
      if (l[end] !== '' && text.trim() === nameOf(look.state.entity(l[end]))) return l;
      const id = text.trim() === '' ? { problem: t('table.problem.end-missing') } : entityNamed(text, look);
      return typeof id === 'string' ? { ...l, [end]: id } : id;
    },
  };
}

/** What stands in a cell of fixed words. */
function wordField(id: 'strength' | 'direction', values: readonly string[], width: number): Field<Link> {
  const choices = () => choicesOf(id, values);
  return {
    id,
    title: t(`table.${id}`),
    width,
    kind: 'choice',
    text: (l) => wordOf(id, l[id]),
    editText: (l) => l[id],
    choices,
    read(l, text): Link | Problem {
      const value = chosen(choices(), text);
      return value === undefined ? notAChoice(text, choices()) : ({ ...l, [id]: value } as Link);
    },
  };
}

/** Columns of links; `attributes` are the fields that stand in columns of their own. */
export function linkFields(attributes: readonly string[]): Field<Link>[] {
  return [
    endField('from'),
    {
      id: 'type',
      title: t('table.link-type'),
      width: 130,
      kind: 'choice',
      required: true,
      text: (l) => wordOf('link-type', l.type),
      editText: (l) => l.type,
      choices: typeChoices,
      read(l, text) {
        const type = chosen(typeChoices(), text);
        return type !== undefined && isLinkTypeId(type) ? { ...l, type } : notAChoice(text, typeChoices());
      },
    },
    endField('to'),
    {
      id: 'wording',
      title: t('table.wording'),
      about: t('table.wording.about'),
      width: 130,
      text: (l) => l.wording ?? '',
      read: (l, text) => having(l, 'wording', text.trim() === linkWords({ ...l, wording: '' }) ? '' : text.trim()),
    },
    wordField('direction', directions, 100),
    wordField('strength', strengths, 100),
    ...spanFields<Link>(),
    {
      id: 'count',
      title: t('table.count'),
      width: 66,
      kind: 'number',
      text: (l) => (l.count === undefined ? '' : number(l.count)),
      editText: (l) => (l.count === undefined ? '' : String(l.count)),
      sortBy: (l) => l.count,
      read(l, text) {
        const typed = text.trim().replace(/[, ]/g, '');
        if (typed === '') return having(l, 'count', undefined);
        const count = /^\d+$/.test(typed) ? Number(typed) : 0;
        return Number.isSafeInteger(count) && count > 0
          ? { ...l, count }
          : { problem: t('table.problem.count', { text }) };
      },
    },
    {
      id: 'amounts',
      title: t('table.amounts'),
      about: t('table.amounts.about'),
      width: 130,
      text: (l) => (l.amounts ?? []).map(amountText).join('; '),
      editText: (l) => (l.amounts ?? []).map((a) => `${a.amount} ${a.currency}`).join('; '),
      sortBy: (l) => (l.amounts?.[0] ? Number(l.amounts[0].amount) : undefined),
      read(l, text) {
        const amounts = readAmounts(text);
        return amounts ? having(l, 'amounts', amounts) : { problem: t('table.problem.amount', { text }) };
      },
    },
    ...attributes.map((field) => attributeField<Link>(field)),
    stageField(),
    basisField(),
    tagsField(),
    notesField(),
  ];
}
