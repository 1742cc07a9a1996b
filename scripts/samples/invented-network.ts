import type { Entity } from '#domain/entity/entity';
import type { EntityTypeId } from '#domain/entity-types/index';
import type { Direction, Link, Strength } from '#domain/link/link';
import { type LinkTypeId, linkType } from '#domain/link-types/index';
import type { Source } from '#domain/source/source';
import { defaultStages } from '#domain/stages/index';
import { spreadOut } from './cell-places.ts';
import { inventedName } from './invented-names.ts';
import { LogWriter } from './log-writer.ts';
import { seeded } from './seeded.ts';

/** First day and length of what is covered: two years. */
const FIRST = Date.UTC(2024, 0, 1);
const DAYS = 731;
const DAY = 86_400_000;

type SourceId = 'calls' | 'money' | 'watch' | 'registers';

const SOURCES: readonly Source[] = (
  [
    ['calls', 'dataset', 'GEN-CALLS', 'Call data, two years', 'A', '1'],
    ['money', 'dataset', 'GEN-MONEY', 'Transfers, two years', 'A', '2'],
    ['watch', 'observation', 'GEN-WATCH', 'Observation log, two years', 'B', '2'],
    ['registers', 'dataset', 'GEN-REGISTERS', 'Registers of subscribers, owners and residents', 'B', '3'],
  ] as const
).map(([id, sourceKind, reference, title, source, information]) => ({
  id,
  kind: 'source',
  sourceKind,
  reference,
  title,
  grade: { scheme: '6x6', source, information },
  notes: 'Invented by a seeded program.',
}));

/** Share of each type up to which a draw goes. */
const TYPES: readonly (readonly [EntityTypeId, number])[] = [
  ['person', 0.4],
  ['phone-number', 0.72],
  ['account', 0.84],
  ['vehicle', 0.9],
  ['location', 0.96],
  ['organisation', 1],
];

/** What ties a thing to the person it belongs to. */
const BELONGS: Readonly<Record<string, LinkTypeId>> = {
  'phone-number': 'subscriber',
  account: 'owns',
  vehicle: 'uses',
  location: 'resides-at',
  organisation: 'member',
};

/** Share of each kind of tie among those that hold nothing together, up to which a draw goes. */
const TIES: readonly (readonly [LinkTypeId, EntityTypeId, EntityTypeId, SourceId, number])[] = [
  ['called', 'phone-number', 'phone-number', 'calls', 0.55],
  ['paid', 'account', 'account', 'money', 0.69],
  ['met', 'person', 'person', 'watch', 0.79],
  ['associate', 'person', 'person', 'watch', 0.87],
  ['seen-at', 'person', 'location', 'watch', 0.93],
  ['uses', 'person', 'vehicle', 'watch', 0.97],
  ['member', 'person', 'organisation', 'registers', 1],
];

const STRENGTHS: Readonly<Record<SourceId, readonly Strength[]>> = {
  calls: ['confirmed'],
  money: ['confirmed', 'confirmed', 'confirmed', 'unconfirmed'],
  watch: ['confirmed', 'unconfirmed', 'unconfirmed', 'tentative'],
  registers: ['confirmed', 'confirmed', 'unconfirmed'],
};

/** A group of people with what belongs to them, at work for some part of the two years. */
interface Cell {
  readonly begins: number;
  readonly lasts: number;
  /** The cell its head is tied to; of the first, itself. */
  readonly under: number;
  readonly members: Map<EntityTypeId, number[]>;
}

/**
 * A network as an inquiry of two years leaves it: cells of very different size, each with a head, people, telephones, accounts,
 * vehicles, places and firms; calls and transfers with their number and dates, mostly inside a cell, some to the one above, few
 * across. Everything in it is invented, and it says so. In one piece; the same at every build.
 */
export function inventedNetwork(entities: number, links: number): LogWriter {
  const random = seeded(20_240_101);
  const below = (n: number): number => Math.floor(random() * n);
  const cells: Cell[] = [];
  const cellOf: number[] = [];
  const made: Entity[] = [];
  while (made.length < entities) {
    const size = Math.min(entities - made.length, 12 + Math.floor(100 * random() ** 3));
    const lasts = 150 + below(DAYS - 150);
    const cell: Cell = {
      begins: below(DAYS - lasts + 1),
      lasts,
      under: Math.floor(cells.length * random() ** 2),
      members: new Map(),
    };
    for (let i = 0; i < size; i++) {
      const draw = random();
      const type = i === 0 ? 'person' : TYPES.find(([, upTo]) => draw < upTo)![0];
      const like = cell.members.get(type);
      if (like) like.push(made.length);
      else cell.members.set(type, [made.length]);
      cellOf.push(cells.length);
      made.push({ id: `n${made.length}`, kind: 'entity', type, label: inventedName(type, made.length) });
    }
    cells.push(cell);
  }

  const bySource = new Map<SourceId, Link[]>(SOURCES.map((s) => [s.id as SourceId, []]));
  const known = new Set<string>();
  /** Ends of what was tied before: who has many ties gets more. */
  const met = new Map<EntityTypeId, number[]>();
  let count = 0;
  const tie = (type: LinkTypeId, from: number, to: number, source: SourceId): void => {
    const direction: Direction = linkType(type).directed ? 'forward' : 'none';
    const key = direction === 'none' && from > to ? `${type} ${to} ${from}` : `${type} ${from} ${to}`;
    if (from === to || known.has(key)) return;
    known.add(key);
    for (const end of [from, to]) {
      const ends = met.get(made[end]!.type);
      if (ends) ends.push(end);
      else met.set(made[end]!.type, [end]);
    }
    const of = bySource.get(source)!;
    of.push({
      id: `e${count++}`,
      kind: 'link',
      type,
      from: made[from]!.id,
      to: made[to]!.id,
      direction,
      strength: STRENGTHS[source][below(STRENGTHS[source].length)]!,
      ...dated(type, cells[cellOf[from]!]!, random),
      basis: [{ source, rows: String(of.length + 2) }],
    });
  };

  cells.forEach((cell, c) => {
    const people = cell.members.get('person')!;
    const head = people[0]!;
    if (c > 0) tie('associate', head, cells[cell.under]!.members.get('person')![0]!, 'watch');
    people.forEach((person, i) => {
      if (i > 0) tie('associate', person, people[Math.floor(i * random() ** 2)]!, 'watch');
    });
    for (const [type, things] of cell.members)
      if (type !== 'person')
        for (const thing of things) tie(BELONGS[type]!, people[below(people.length)]!, thing, 'registers');
  });
  while (count < links) {
    const draw = random();
    const [type, fromType, toType, source] = TIES.find(([, , , , upTo]) => draw < upTo)!;
    const busy = met.get(fromType)!;
    const from = busy[below(busy.length)]!;
    const cell = cells[cellOf[from]!]!;
    const way = random();
    const anywhere = met.get(toType)!;
    const near = (way < 0.86 ? cell : cells[cell.under]!).members.get(toType) ?? anywhere;
    const to = way < 0.97 ? near : anywhere;
    // Who came first to a cell has more to do with the others.
    tie(type, from, to[Math.floor(to.length * random() ** 2.2)]!, source);
  }
  return written(
    made,
    bySource,
    spreadOut(
      cellOf,
      cells.map((c) => c.under),
    ),
  );
}

const date = (day: number): string => new Date(FIRST + day * DAY).toISOString().slice(0, 10);

/** When, how often and how much, as a source of this kind states it. */
function dated(type: LinkTypeId, cell: Cell, random: () => number): Pick<Link, 'span' | 'count' | 'amounts'> {
  const within = (days: number): number => Math.floor(random() * days);
  const day = cell.begins + within(cell.lasts);
  // What is said of the past without a date: one acquaintance in two, one entry of a register in four.
  const isUndated = random() < (type === 'associate' ? 0.5 : type === 'called' || type === 'paid' ? 0 : 0.25);
  if (isUndated) return {};
  if (type === 'called' || type === 'paid') {
    const many = 1 + Math.floor(60 * random() ** 6);
    const last = many === 1 ? day : Math.min(DAYS - 1, day + within(90));
    return {
      span: { earliest: date(day), latest: date(last) },
      count: many,
      ...(type === 'paid' && { amounts: [{ amount: String(50 * (1 + within(80)) * many), currency: 'EUR' }] }),
    };
  }
  if (type === 'met' || type === 'seen-at') {
    const minutes = 15 * (within(96) >> 1) + 15 * (within(96) >> 1);
    const at = `${date(day)}T${new Date(minutes * 60_000).toISOString().slice(11, 16)}`;
    return { span: { earliest: at, latest: at } };
  }
  // Since then; nothing says until when.
  return { span: { earliest: date(day) } };
}

/** The case: four sources, four imports, one chart with everything on it. */
function written(
  made: readonly Entity[],
  bySource: ReadonlyMap<SourceId, readonly Link[]>,
  places: readonly { readonly x: number; readonly y: number }[],
): LogWriter {
  const name = `generated-${made.length}`;
  const log = new LogWriter(name, '2026-01-12T01:00:00.000Z', 'counted');
  log.run('create-case', {
    properties: {
      id: 'case',
      kind: 'case',
      caseId: name,
      title: `Invented network, ${made.length.toLocaleString('en')} entities`,
      marking: 'INVENTED · no person or thing exists',
      zone: 'Etc/UTC',
      stages: [...defaultStages],
      training: 'Invented by a seeded program; no person, number, account or place exists.',
    },
    chart: { id: 'c1', kind: 'chart', name: 'Everything', multiplicity: 'single', skin: 'icons' },
  });
  for (const source of SOURCES) log.run('add-source', { source });
  let entities = made;
  for (const [source, links] of bySource) {
    const all = [...entities, ...links];
    log.run('import-table', {
      summary: {
        source,
        rows: links.length,
        accepted: links.length,
        rejected: 0,
        entitiesMade: entities.length,
        entitiesMatched: 0,
        linksMade: links.length,
      },
      steps: all.map((after) => ({ id: after.id, before: null, after })),
    });
    entities = [];
  }
  log.run('place-items', { chart: 'c1', items: made.map((e, i) => ({ id: e.id, ...places[i]! })) });
  return log;
}
