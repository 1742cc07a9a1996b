import type { Amount, Direction, Link, Strength } from '#domain/link/link';
import type { LinkTypeId } from '#domain/link-types/index';
import type { Attribute, Id } from '#domain/record';
import type { Span } from '#domain/time/span';
import { compactRows } from '../row-report.ts';
import { DecimalSum } from '../values/numbers.ts';
import type { EntityDraft } from './entity-draft.ts';

/** What one row says of a link. */
export interface StatedLink {
  readonly from: EntityDraft;
  readonly to: EntityDraft;
  readonly type: LinkTypeId;
  readonly wording: string | undefined;
  readonly direction: Direction;
  readonly strength: Strength;
  readonly span: Span | undefined;
  readonly count: number | undefined;
  readonly amount: Amount | undefined;
  readonly weight: string | undefined;
  readonly role: string | undefined;
  readonly note: string | undefined;
  readonly attributes: readonly Attribute[];
}

/** A link of one row, or the sum of many. */
export class LinkDraft {
  readonly #first: StatedLink;
  readonly #rows: number[];
  #sum: LinkSum | undefined;
  id: Id = '';

  constructor(stated: StatedLink, row: number) {
    this.#first = stated;
    this.#rows = [row];
  }

  get rows(): readonly number[] {
    return this.#rows;
  }
  get ends(): readonly [EntityDraft, EntityDraft] {
    return [this.#first.from, this.#first.to];
  }

  /** One more row of the same ends, direction, type and strength. */
  add(stated: StatedLink, row: number): void {
    this.#sum ??= new LinkSum(this.#first);
    this.#sum.add(stated);
    this.#rows.push(row);
  }

  /** `counted`: rows without a stated count are counted as one each. */
  record(source: Id, counted: boolean): Link {
    const s = this.#first;
    const sum = this.#sum;
    const attributes = sum ? sum.attributes() : ownAttributes(s);
    const count = sum ? sum.count : (s.count ?? (counted ? 1 : undefined));
    const amounts = sum ? sum.amounts() : s.amount ? [s.amount] : [];
    const span = sum ? sum.span() : s.span;
    const notes = sum ? [...sum.notes].join('\n') : (s.note ?? '');
    return {
      id: this.id,
      kind: 'link',
      type: s.type,
      ...(s.wording === undefined ? {} : { wording: s.wording }),
      from: s.from.id,
      to: s.to.id,
      direction: s.direction,
      strength: s.strength,
      ...(span === undefined ? {} : { span }),
      ...(count === undefined ? {} : { count }),
      ...(amounts.length === 0 ? {} : { amounts }),
      ...(s.role === undefined ? {} : { role: s.role }),
      ...(notes === '' ? {} : { notes }),
      ...(attributes.length === 0 ? {} : { attributes }),
      basis: [{ source, rows: compactRows(this.#rows) }],
    };
  }
}

function ownAttributes(s: StatedLink): Attribute[] {
  return s.weight === undefined ? [...s.attributes] : [{ field: 'weight', value: s.weight }, ...s.attributes];
}

/** Distinct values of one attribute kept in a sum; above it the rows of the basis are the place to look. */
const VALUES_IN_SUM = 20;

class LinkSum {
  readonly notes = new Set<string>();
  count = 0;
  readonly #amounts = new Map<string, DecimalSum>();
  readonly #attributes = new Map<string, Set<string>>();
  readonly #spans = new SpanSum();
  #weight: DecimalSum | undefined;

  constructor(first: StatedLink) {
    this.add(first);
  }

  add(s: StatedLink): void {
    this.count += s.count ?? 1;
    if (s.span) this.#spans.add(s.span);
    if (s.note) this.notes.add(s.note);
    if (s.weight !== undefined) {
      this.#weight ??= new DecimalSum();
      this.#weight.add(s.weight);
    }
    if (s.amount) {
      let sum = this.#amounts.get(s.amount.currency);
      if (!sum) {
        sum = new DecimalSum();
        this.#amounts.set(s.amount.currency, sum);
      }
      sum.add(s.amount.amount);
    }
    for (const { field, value } of s.attributes) {
      let values = this.#attributes.get(field);
      if (!values) {
        values = new Set();
        this.#attributes.set(field, values);
      }
      if (values.size <= VALUES_IN_SUM) values.add(value);
    }
  }

  amounts(): Amount[] {
    return [...this.#amounts].map(([currency, sum]) => ({ amount: sum.toString(), currency }));
  }
  span(): Span | undefined {
    return this.#spans.span();
  }
  /** A field whose rows differ too much to list says nothing of the sum and is left to the rows. */
  attributes(): Attribute[] {
    const out: Attribute[] = this.#weight ? [{ field: 'weight', value: this.#weight.toString() }] : [];
    for (const [field, values] of this.#attributes) {
      if (values.size <= VALUES_IN_SUM) for (const value of values) out.push({ field, value });
    }
    return out;
  }
}

/** First and last of many spans. Moments with different fixed offsets are compared, and kept, in UTC. */
class SpanSum {
  #first: Moment | undefined;
  #last: Moment | undefined;
  #asStated: string | undefined;
  #zones = new Set<string>();

  add(span: Span): void {
    const { earliest, latest, zone } = span;
    const start = earliest ?? latest;
    const end = latest ?? earliest;
    if (start === undefined || end === undefined) {
      this.#asStated ??= span.asStated;
      return;
    }
    this.#zones.add(zone ?? '');
    const from = utcKey(start, zone);
    const to = utcKey(end, zone);
    if (!this.#first || from < this.#first.key) this.#first = { text: start, key: from };
    if (!this.#last || to > this.#last.key) this.#last = { text: end, key: to };
  }

  span(): Span | undefined {
    if (!this.#first || !this.#last) return this.#asStated === undefined ? undefined : { asStated: this.#asStated };
    const [zone] = this.#zones;
    if (this.#zones.size > 1) return { earliest: this.#first.key, latest: this.#last.key, zone: '+00:00' };
    return { earliest: this.#first.text, latest: this.#last.text, ...(zone ? { zone } : {}) };
  }
}

interface Moment {
  readonly text: string;
  /** For comparison: in UTC when the offset is fixed and the time is known to the minute. */
  readonly key: string;
}

function utcKey(text: string, zone: string | undefined): string {
  if (zone === undefined || text.length < 16 || !/^[+-]\d{2}:\d{2}$/.test(zone)) return text;
  return new Date(Date.parse(`${text}${zone}`)).toISOString().slice(0, text.length);
}
