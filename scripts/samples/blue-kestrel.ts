import { join } from 'node:path';
import type { Entity } from '#domain/entity/entity';
import type { Link, Strength } from '#domain/link/link';
import type { Attribute, Id } from '#domain/record';
import type { Source } from '#domain/source/source';
import { defaultStages } from '#domain/stages/index';
import type { Statement } from '#domain/statement/statement';
import type { Span } from '#domain/time/span';
import { arranged } from './arranged.ts';
import { ENTITY_TYPE, EVENT_KIND, EVENT_STAGE, linkType, PLACE_TYPE, ROLE } from './blue-kestrel-words.ts';
import { LogWriter } from './log-writer.ts';
import { reports, table } from './sources.ts';

const ZONE = '+07:00';
const INVENTED = 'Everything in this case is invented.';

type Row = Record<string, string>;

const attribute = (field: string, value: string | undefined): Attribute[] => (value ? [{ field, value }] : []);

function entityOf(row: Row): Entity {
  const type = ENTITY_TYPE[row.type!]!;
  const words = row.role_or_description ?? '';
  const person = type === 'person';
  const migrant = row.status === 'protected';
  const status = row.status;
  const role = ROLE.find(([pattern]) => pattern.test(words))?.[1];
  const identifiers = /MMSI (\S+) IMO (\S+)/.exec(row.alias ?? '');
  const aliases = identifiers
    ? []
    : (row.alias ?? '')
        .split(';')
        .map((a) => a.trim())
        .filter(Boolean);
  const attributes = [
    ...attribute('birth-date', row.date_of_birth),
    ...attribute('nationality', row.citizenship),
    ...(row.phones ?? '')
      .split(' ')
      .filter(Boolean)
      .flatMap((p) => attribute('phone', p)),
    ...attribute('mmsi', identifiers?.[1] === '-' ? '' : identifiers?.[1]),
    ...attribute('imo', identifiers?.[2] === '-' ? '' : identifiers?.[2]),
    ...(type === 'vehicle' ? attribute('plate', row.name) : []),
    ...(type === 'phone-number' ? attribute('number', row.name) : []),
    ...(type === 'handset' ? attribute('imei', row.name) : []),
    ...(type === 'location' ? attribute('location-type', PLACE_TYPE[words]) : []),
    ...(row.lat ? attribute('coordinates', `${row.lat}, ${row.lon}`) : []),
    ...(type === 'account' ? [{ field: 'bank', value: words }] : []),
  ];
  const tags = [
    ...(status === 'cleared' ? ['cleared'] : []),
    ...(status === 'deceased' || /deceased/.test(words) ? ['deceased'] : []),
  ];
  return {
    id: row.id!.toLowerCase(),
    kind: 'entity',
    type,
    label: row.name!,
    ...(row.native_name && { nativeLabel: row.native_name }),
    ...(aliases.length && { aliases }),
    ...(person && {
      status: migrant ? ('migrant' as const) : status === 'suspect' ? ('suspect' as const) : ('unknown' as const),
    }),
    ...(migrant && { pseudonym: row.name! }),
    ...(role && { roles: [{ role }] }),
    ...(attributes.length && { attributes }),
    ...(tags.length && { tags }),
    ...(words && { notes: words }),
  };
}

/** Sources other than reports: tables and bills of the exercise, named in a basis by their file. */
class Tables {
  readonly made: Source[] = [];
  readonly #ids = new Map<string, Id>();
  id(name: string): Id {
    let id = this.#ids.get(name);
    if (!id) {
      id = `data-${this.#ids.size + 1}`;
      this.#ids.set(name, id);
      this.made.push({ id, kind: 'source', sourceKind: 'dataset', reference: name, notes: INVENTED });
    }
    return id;
  }
}

/** "KR/2026/003 para 2; calls/: …" → one statement a source; the quotation goes to the report that holds it. */
function basisOf(about: Id, text: string, quote: string, tables: Tables, texts: ReadonlyMap<Id, string>): Statement[] {
  const made: Statement[] = [];
  let quoted = quote === '';
  for (const part of text
    .split(/;|(?<=\)),/)
    .map((p) => p.trim())
    .filter(Boolean)) {
    const report = /KR\/2026\/(\d{3})/.exec(part);
    const file = /([a-z_]+\.csv|calls\/[\w.]*)/.exec(part);
    const source = report ? `rep-${report[1]}` : file ? tables.id(file[1]!) : undefined;
    if (!source) continue;
    const para = /para (\d+)/.exec(part)?.[1];
    const rest = part
      .replace(report?.[0] ?? file![1]!, '')
      .replace(/para \d+/, '')
      .replace(/^[:\s]+/, '')
      .trim();
    const holds = !quoted && report && flat(texts.get(source) ?? '').includes(flat(quote));
    if (holds) quoted = true;
    const locator = {
      ...(para && { page: `para ${para}` }),
      ...(rest && { row: rest }),
      ...(holds && { quotation: quote }),
    };
    made.push({
      id: `${about}-s${made.length + 1}`,
      kind: 'statement',
      about: { record: about },
      source,
      says: 'yes',
      ...(Object.keys(locator).length && { locator }),
    });
  }
  return made;
}

/** Where an entity stands in the handed-out material: reports that write its name or number, else the list of its kind. */
function mentionsOf(entity: Entity, texts: ReadonlyMap<Id, string>, tables: Tables): Statement[] {
  const words = [entity.label.replace(/ \(.*\)$/, ''), ...(entity.aliases ?? [])].filter((w) => w.length > 3);
  const numbers = (entity.attributes ?? []).flatMap((a) =>
    a.field === 'phone' || a.field === 'number' ? [a.value.slice(-6)] : [],
  );
  const made: Statement[] = [];
  const say = (source: Id, quotation?: string) =>
    made.push({
      id: `${entity.id}-m${made.length + 1}`,
      kind: 'statement',
      about: { record: entity.id },
      source,
      says: 'yes',
      ...(quotation && { locator: { quotation } }),
    });
  for (const [report, text] of texts) {
    const found = words.find((w) => flat(text).includes(flat(w))) ?? numbers.find((n) => text.includes(n));
    if (found) say(report, found);
  }
  if (made.length === 0) say(tables.id(LIST_OF[entity.type] ?? 'payments.csv'));
  return made;
}

/** The list of the exercise that holds the things of a type. */
const LIST_OF: Readonly<Partial<Record<Entity['type'], string>>> = {
  person: 'persons.csv',
  vessel: 'vessels.csv',
  vehicle: 'vehicles.csv',
  'phone-number': 'subscribers.csv',
  handset: 'calls/sartel_order_117.csv',
  location: 'ais_track.csv',
  account: 'payments.csv',
};

const flat = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();

function spanOf(from: string, to: string, asStated?: string): Span | undefined {
  if (!from) return undefined;
  const iso = (t: string) => t.replace(' ', 'T');
  return { earliest: iso(from), latest: iso(to || from), zone: ZONE, ...(asStated && { asStated }) };
}

function linkOf(row: Row): Link {
  const type = linkType(row.type!);
  const span = spanOf(row.first!, row.last!);
  return {
    id: row.link_id!.toLowerCase(),
    kind: 'link',
    type,
    ...(row.type !== type && { wording: row.type! }),
    from: row.from!.toLowerCase(),
    to: row.to!.toLowerCase(),
    direction: row.direction as Link['direction'],
    strength: row.strength!.toLowerCase() as Strength,
    ...(span && { span }),
    ...(row.count && { count: Number(row.count) }),
    ...(row.amount_usd && { amounts: [{ amount: row.amount_usd, currency: 'USD' }] }),
  };
}

function eventOf(row: Row): Entity {
  const kind = row.kind!;
  const approximate = row.precision === 'approximate';
  const span = spanOf(row.start!, row.end!, approximate ? `about ${row.start}` : undefined);
  return {
    id: `e${row.no!.padStart(2, '0')}`,
    kind: 'entity',
    type: 'event',
    label: row.short!,
    eventKind: EVENT_KIND[kind] ?? kind,
    ...(EVENT_STAGE[kind] && { stage: EVENT_STAGE[kind] }),
    ...(span && { span }),
    ...(row.place && { place: row.place.toLowerCase() }),
  };
}

function begin(name: string, title: string, chart: string): LogWriter {
  const log = new LogWriter(name, '2026-05-11T01:00:00.000Z');
  log.run('create-case', {
    properties: {
      id: 'case',
      kind: 'case',
      caseId: name,
      title,
      reference: 'BK/2026',
      marking: 'RESTRICTED · invented training material',
      unit: 'Port intelligence unit, Port Varun',
      zone: ZONE,
      period: { earliest: '2026-03-02', latest: '2026-05-10', zone: ZONE },
      stages: [...defaultStages],
      notEvidence: true,
      training: INVENTED,
    },
    chart: { id: 'c1', kind: 'chart', name: chart, multiplicity: 'single', skin: 'icons', asOf: '2026-05-10' },
  });
  return log;
}

/** The case worked out as in its key: entities, links with their basis, events, and two laid-out charts. */
export function blueKestrel(folder: string): LogWriter {
  const log = begin('blue-kestrel', 'Blue Kestrel', 'Association chart, 2 March to 10 May 2026');
  const sources = reports(join(folder, 'reports'));
  for (const source of sources) log.run('add-source', { source });
  const texts = new Map(sources.map((s) => [s.id, s.text ?? '']));
  const tables = new Tables();

  const entities = table(join(folder, 'key'), 'entities.csv').map(entityOf);
  for (const entity of entities) log.run('create-entity', { entity });

  const links = table(join(folder, 'key'), 'links.csv').map((row) => {
    const link = linkOf(row);
    return { link, statements: basisOf(link.id, row.basis!, row.quote!, tables, texts) };
  });
  const eventRows = table(join(folder, 'key'), 'events.csv');
  const events = eventRows.map((row) => {
    const event = eventOf(row);
    return { event, row, statements: basisOf(event.id, row.basis!, '', tables, texts) };
  });
  const mentions = entities.flatMap((e) => mentionsOf(e, texts, tables));
  for (const source of tables.made) log.run('add-source', { source });
  log.run('state-basis', { statements: mentions });
  for (const l of links) log.run('link-entities', l);
  for (const { event, row, statements } of events) {
    log.run('create-entity', { entity: event });
    if (statements.length) log.run('state-basis', { statements });
    row
      .entities!.split(' ')
      .filter(Boolean)
      .forEach((id, i) => {
        const link: Link = {
          id: `${event.id}-p${i + 1}`,
          kind: 'link',
          type: 'participated-in',
          from: id.toLowerCase(),
          to: event.id,
          direction: 'forward',
          strength: row.certainty as Strength,
          ...(event.span && { span: event.span }),
        };
        const own = statements.map((s): Statement => ({ ...s, id: `${link.id}-${s.id}`, about: { record: link.id } }));
        log.run('link-entities', { link, statements: own });
      });
  }

  const main = new Set(['person', 'organisation', 'vessel']);
  const people = entities.filter((e) => main.has(e.type)).map((e) => e.id);
  const among = new Set(people);
  arranged(
    log,
    'c1',
    people.filter((id) => [...log.state.linksOf(id)].some((l) => ends(log, l).every((end) => among.has(end)))),
  );
  const places = entities.filter((e) => ['location', 'vehicle', 'vessel'].includes(e.type)).map((e) => e.id);
  log.run('create-chart', {
    chart: { id: 'c3', kind: 'chart', name: 'Places, vessels and vehicles', multiplicity: 'single', skin: 'icons' },
  });
  arranged(log, 'c3', withNeighbours(log, places));
  log.run('create-chart', {
    chart: { id: 'c2', kind: 'chart', name: 'Phones, handset and accounts', multiplicity: 'single', skin: 'icons' },
  });
  const technical = entities.filter((e) => ['phone-number', 'handset', 'account'].includes(e.type)).map((e) => e.id);
  arranged(log, 'c2', withNeighbours(log, technical));
  return log;
}

/** The entities and all they are linked with, events apart. */
function withNeighbours(log: LogWriter, ids: readonly Id[]): Id[] {
  const around = ids.flatMap((id) => [...log.state.linksOf(id)].flatMap((l) => ends(log, l)));
  return [...new Set([...ids, ...around])].filter((id) => log.state.entity(id)?.type !== 'event').sort();
}

function ends(log: LogWriter, link: Id): Id[] {
  const { from, to } = log.state.link(link)!;
  return [from, to];
}

export { begin as beginBlueKestrel };
