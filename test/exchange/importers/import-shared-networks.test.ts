import { beforeAll, describe, expect, it } from 'vitest';
import { canonicalBytes } from '#domain/change/canonical';
import { examine, loadPhoneRules } from '#domain/identifiers/index';
import { attribute, dataFile, entitiesOf, expected, linksOf, planned, withColumn, withLinks } from './reading.ts';

interface Graph {
  readonly graph: { readonly nodes: number; readonly edges: number; readonly total_weight: number };
}

beforeAll(loadPhoneRules);

describe('coded criminal networks', () => {
  it('imports Operation Oversize: three relations between 182 persons', async () => {
    const want = expected<Record<'wiretap_records' | 'arrest_warrant' | 'judgment', Graph>>('oversize_drug_mafia');
    const plan = await planned(dataFile('oversize_drug_mafia/edges_layers.csv'));
    const links = linksOf(plan);
    for (const layer of ['wiretap_records', 'arrest_warrant', 'judgment'] as const)
      expect(links.filter((l) => l.wording === layer)).toHaveLength(want[layer].graph.edges);
    expect(entitiesOf(plan)).toHaveLength(want.wiretap_records.graph.nodes);
    expect(plan.accepted).toBe(549);
    expect(links.every((l) => l.type === 'associate' && l.direction === 'none')).toBe(true);
  });
  it('imports the list of all 182 persons and finds the known ones again', async () => {
    const first = entitiesOf(await planned(dataFile('oversize_drug_mafia/nodes.csv')));
    expect(first).toHaveLength(182);
    const existing = first.map((e) => ({ id: e.id, type: e.type, label: e.label, aliases: [], identifiers: [] }));
    const plan = await planned(dataFile('oversize_drug_mafia/edges_layers.csv'), undefined, { existing });
    expect(plan.matches).toMatchObject({ new: 0, known: 182, unclear: 0 });
    expect(entitiesOf(plan)).toHaveLength(0);
    expect(plan.matches.list.every((m) => m.via === 'label')).toBe(true);
  });
  it('imports CAVIAR phase by phase and as published', async () => {
    const want = expected<Record<string, Graph>>('caviar');
    const total = await planned(dataFile('caviar/total_edges_directed.csv'));
    expect(entitiesOf(total)).toHaveLength(want['total_directed']?.graph.nodes ?? -1);
    expect(linksOf(total)).toHaveLength(want['total_directed']?.graph.edges ?? -1);
    expect(linksOf(total).reduce((n, l) => n + (l.count ?? 0), 0)).toBe(want['total_directed']?.graph.total_weight);

    const phases = await planned(dataFile('caviar/phases_edges.csv'), (m) => withLinks(m, { sum: false }));
    for (let phase = 1; phase <= 11; phase++) {
      const links = linksOf(phases).filter((l) => attribute(l, 'phase') === String(phase));
      expect(links).toHaveLength(want[`phase${phase}_directed`]?.graph.edges ?? -1);
      expect(links.reduce((n, l) => n + (l.count ?? 0), 0)).toBe(want[`phase${phase}_directed`]?.graph.total_weight);
    }
  });
  it('sums the phases into directed pairs, as the source itself does not', async () => {
    const want = expected<{ consistency: { directed_pairs_in_sum_of_phases: number } }>('caviar');
    const plan = await planned(dataFile('caviar/phases_edges.csv'));
    expect(linksOf(plan)).toHaveLength(want.consistency.directed_pairs_in_sum_of_phases);
    expect(
      linksOf(plan)
        .flatMap((l) => l.basis ?? [])
        .every((b) => b.source === plan.source.id),
    ).toBe(true);
  });
  it('keeps the weights of Koschade exact', async () => {
    const want = expected<{ undirected: Graph }>('koschade_bali2002').undirected.graph;
    const links = linksOf(await planned(dataFile('koschade_bali2002/edges.csv')));
    expect(links).toHaveLength(want.edges);
    expect(links.reduce((n, l) => n + Number(attribute(l, 'weight')), 0)).toBe(want.total_weight);
  });
  it('reads the persons of the Boston matrix as rows', async () => {
    const want = expected<{ persons: number; memberships: number }>('paul_revere_1772');
    const persons = entitiesOf(await planned(dataFile('paul_revere_1772/PaulRevereAppD.csv')));
    expect(persons).toHaveLength(want.persons);
    expect(persons.flatMap((p) => p.attributes ?? []).filter((a) => a.value === '1')).toHaveLength(want.memberships);
    expect(persons[0]?.label).toBe('Adams.John');
  });
});

describe('payments', () => {
  it('sums AMLSim to the cent, loops included', async () => {
    const want = expected<{
      accounts: number;
      transactions: number;
      graph: {
        directed_pairs: number;
        self_transfers: number;
        total_amount_exact: string;
        sent_exact_top5: [string, string][];
      };
    }>('amlsim_small');
    const single = await planned(dataFile('amlsim_small/small_tx.csv'), (m) =>
      withLinks({ ...m, currency: 'USD' }, { sum: false }),
    );
    expect(linksOf(single)).toHaveLength(want.transactions);
    const accounts = entitiesOf(await planned(dataFile('amlsim_small/small_accounts.csv')));
    expect(accounts).toHaveLength(want.accounts);
    const joined = await planned(dataFile('amlsim_small/small_tx.csv'), (m) => ({ ...m, currency: 'USD' }), {
      existing: accounts.map((e) => ({ id: e.id, type: e.type, label: e.label, aliases: [], identifiers: [] })),
    });
    expect(joined.matches.new).toBe(0);
    expect(joined.matches.known).toBe(entitiesOf(single).length);
    expect(new Map(single.warned.counts).get('link.self')).toBe(want.graph.self_transfers);
    const cents = (text: string): number => Math.round(Number(text) * 100);
    const total = linksOf(single).reduce((n, l) => n + cents(l.amounts?.[0]?.amount ?? ''), 0);
    expect(total).toBe(cents(want.graph.total_amount_exact));

    const summed = await planned(dataFile('amlsim_small/small_tx.csv'), (m) =>
      withColumn({ ...m, currency: 'USD' }, 'TXN_SOURCE_TYPE_CODE', { role: 'attribute' }),
    );
    // Loops are links here; the pairs of the key leave them out or not, but never both.
    const pairs = new Set(linksOf(summed).map((l) => `${l.from}>${l.to}`));
    expect(pairs.size).toBe(linksOf(summed).length);
    expect(linksOf(summed).length).toBe(want.graph.directed_pairs);
    const label = new Map(entitiesOf(summed).map((e) => [e.id, e.label]));
    for (const [account, amount] of want.graph.sent_exact_top5) {
      const sent = linksOf(summed).filter((l) => label.get(l.from) === account);
      expect(sent.reduce((n, l) => n + cents(l.amounts?.[0]?.amount ?? ''), 0)).toBe(cents(amount));
    }
  });
  it('reads the payments of Blue Kestrel: 236 rows, two currencies, names at the accounts', async () => {
    const plan = await planned(dataFile('sample_case_blue_kestrel/payments.csv'));
    expect(plan.accepted).toBe(236);
    const links = linksOf(plan);
    expect(links.reduce((n, l) => n + (l.count ?? 0), 0)).toBe(236);
    expect(new Set(links.flatMap((l) => (l.amounts ?? []).map((a) => a.currency)))).toEqual(new Set(['USD', 'XKS']));
    const account = entitiesOf(plan).find((e) => e.label === 'ACC-01');
    expect(account?.type).toBe('account');
    expect(attribute(account, 'from_name') ?? attribute(account, 'to_name')).toBe('Sandpiper Marine Supplies Ltd');
  });
});

describe('telephone bills', () => {
  const { bills } = expected<{ bills: Record<string, number> }>('sample_case_blue_kestrel');

  it('reads SarTel: semicolons, dd.mm.yyyy, numbers as 0044', async () => {
    const plan = await planned(dataFile('sample_case_blue_kestrel/calls/sartel_order_117.csv'), undefined, {
      examine: (kind, text) => examine(kind, text, 'GB'),
    });
    expect(plan.accepted).toBe(2150);
    expect(plan.rejected.total).toBe(1);
    const spans = linksOf(plan).map((l) => l.span);
    expect(spans.every((s) => s?.earliest?.startsWith('2026-') && (s.latest ?? '') >= s.earliest)).toBe(true);
    expect(linksOf(plan).reduce((n, l) => n + (l.count ?? 0), 0)).toBe(2150);
  });
  it('reads LannaCom: tabs, a separate time, Buddhist-era years, Thai words', async () => {
    const plan = await planned(dataFile('sample_case_blue_kestrel/calls/lannacom_reply.tsv'), (m) =>
      withLinks(
        withColumn(m, 'Type', {
          values: [
            { stated: 'โทร', means: 'called' },
            { stated: 'ข้อความ', means: 'messaged' },
          ],
        }),
        { sum: false },
      ),
    );
    expect(plan.accepted).toBe(
      (bills['+447700900454'] ?? 0) + (bills['+447700900467'] ?? 0) + (bills['+447700900481'] ?? 0),
    );
    const first = linksOf(plan)[0];
    expect(first?.span).toEqual({
      earliest: '2026-03-02T11:25:47',
      latest: '2026-03-02T11:25:47',
      asStated: '02/03/2569 11:25:47',
    });
    expect(new Set(linksOf(plan).map((l) => l.type))).toEqual(new Set(['called', 'messaged']));
  });
  it('reads Monsoon: title lines above, totals below', async () => {
    const plan = await planned(
      dataFile('sample_case_blue_kestrel/calls/monsoon_900562.csv'),
      undefined,
      {},
      { kind: 'entities' },
    );
    expect(plan.accepted).toBe(bills['+447700900562']);
    expect(new Map(plan.rejected.counts)).toEqual(
      new Map([
        ['row.above-header', 4],
        ['row.blank', 2],
        ['row.header', 1],
        ['row.totals', 2],
      ]),
    );
  });
  it('takes the party of a bill from its title line, and turns incoming calls round', async () => {
    const plan = await planned(dataFile('sample_case_blue_kestrel/calls/monsoon_900562.csv'), undefined, {
      examine: (kind, text) => examine(kind, text, 'GB'),
    });
    const own = entitiesOf(plan).find((e) => e.label === '07700 900562');
    const calls = (end: 'from' | 'to'): number =>
      linksOf(plan).reduce((n, l) => n + (l[end] === own?.id ? (l.count ?? 0) : 0), 0);
    // The totals line of the bill itself.
    expect([calls('from'), calls('to')]).toEqual([124, 110]);
  });
  it('asks for the order of an operator report whose days never pass the 12th, and reads it when told', async () => {
    const want = expected<{ target_005: { records: number; first: string; last: string; distinct_contacts: number } }>(
      'cdr_operator_layouts',
    ).target_005;
    const file = dataFile('cdr_operator_layouts/target_005_layout_quoted_parties.csv');
    const unanswered = await planned(file);
    expect(new Map(unanswered.rejected.counts).get('date.order-needed')).toBeGreaterThan(200);
    const plan = await planned(file, (m) => withColumn(m, 'Call Date', { reading: { order: 'day-first' } }));
    expect(plan.accepted).toBe(want.records);
    const spans = linksOf(plan).map((l) => l.span);
    expect(spans.map((s) => s?.earliest ?? '').sort()[0]).toBe(want.first);
    expect(
      spans
        .map((s) => s?.latest ?? '')
        .sort()
        .at(-1),
    ).toBe(want.last);
    expect(entitiesOf(plan)).toHaveLength(want.distinct_contacts + 1);
    expect(entitiesOf(plan).every((e) => /^447700900\d{3}$/.test(e.label))).toBe(true);
  });
  it('reads the canonical table of the same bill to the same links', async () => {
    const plan = await planned(dataFile('cdr_operator_layouts/target_005_canonical.csv'));
    const report = await planned(dataFile('cdr_operator_layouts/target_005_layout_quoted_parties.csv'), (m) =>
      withColumn(m, 'Call Date', { reading: { order: 'day-first' } }),
    );
    const pairs = (p: typeof plan): string[] => {
      const label = new Map(entitiesOf(p).map((e) => [e.id, e.label]));
      const sums = new Map<string, number>();
      for (const l of linksOf(p)) {
        const key = `${label.get(l.from)}>${label.get(l.to)}`;
        sums.set(key, (sums.get(key) ?? 0) + (l.count ?? 0));
      }
      return [...sums].map(([k, n]) => `${k} ${n}`).sort();
    };
    expect(pairs(plan)).toEqual(pairs(report));
  });
});

describe('lists of things', () => {
  it('reads persons: names in their script, dates of birth in two calendars, status as written', async () => {
    const plan = await planned(dataFile('sample_case_blue_kestrel/persons.csv'));
    const persons = entitiesOf(plan);
    expect(persons).toHaveLength(20);
    const first = persons[0];
    expect(first).toMatchObject({ label: 'Sok Vannara', nativeLabel: 'សុខ វណ្ណារ៉ា', status: 'suspect' });
    expect(attribute(first, 'birth-date')).toBe('1984-05-17');
    expect(attribute(first, 'date_of_birth')).toBe('17/05/1984');
    expect(attribute(persons[2], 'birth-date')).toBe('1990-08-14');
    expect(attribute(persons[2], 'date_of_birth')).toBe('14/08/2533');
    expect(attribute(persons[2], 'status')).toBe('person of interest');
    expect(attribute(persons[5], 'birth-date')).toBe('1990-08-14');
    // Two persons of one name stay two persons, and are pointed out.
    expect(persons.filter((p) => p.label === 'Nguyen Van Tam')).toHaveLength(2);
    expect(plan.warned.list.find((w) => w.code === 'label.twin')?.value).toBe('Nguyen Van Tam');
  });
  it('reads vessels with their identifiers, and knows them again by IMO and MMSI', async () => {
    const file = dataFile('sample_case_blue_kestrel/vessels.csv');
    const vessels = entitiesOf(await planned(file, undefined, { examine }));
    expect(vessels).toHaveLength(8);
    expect(attribute(vessels[1], 'imo')).toBe('3012743');
    const again = await planned(file, undefined, {
      examine,
      existing: [
        {
          id: 'v',
          type: 'vessel',
          label: 'another name',
          aliases: [],
          identifiers: [{ kind: 'imo', value: 'IMO 3012743' }],
        },
        { id: 'w', type: 'vessel', label: 'NAGA  wind', aliases: [], identifiers: [] },
      ],
    });
    expect(again.matches.list.map((m) => [m.label, m.via, m.known?.id])).toEqual([
      ['Coral Dawn', 'identifier', 'v'],
      ['Naga Wind', 'label', 'w'],
    ]);
  });
  it('reads vehicles by plate and subscribers by number', async () => {
    const vehicles = entitiesOf(
      await planned(dataFile('sample_case_blue_kestrel/vehicles.csv'), undefined, { examine }),
    );
    expect(vehicles).toHaveLength(15);
    expect(vehicles.every((v) => v.type === 'vehicle' && /^[A-Z]{2} \d[A-Z]-\d+$/.test(v.label))).toBe(true);
    const plan = await planned(dataFile('sample_case_blue_kestrel/subscribers.csv'), undefined, {
      examine,
      existing: [
        {
          id: 'p',
          type: 'phone-number',
          label: '00447700900014',
          aliases: [],
          identifiers: [{ kind: 'phone', value: '+447700900014' }],
        },
      ],
    });
    expect(plan.accepted).toBe(136);
    expect(plan.matches.list).toMatchObject([{ label: '+44 7700 900014', outcome: 'known', via: 'identifier' }]);
    expect(entitiesOf(plan)).toHaveLength(135);
  });
  it('reads the 917 incidents of the migrant boats as dated events', async () => {
    const want = expected<{ all: { records: number; passengers: number; deaths: number } }>(
      'vast2008_migrant_boats',
    ).all;
    const events = entitiesOf(await planned(dataFile('vast2008_migrant_boats/migrant_boats.csv')));
    expect(events).toHaveLength(want.records);
    expect(events.every((e) => e.type === 'event' && /^200[567]-\d\d-\d\d$/.test(e.span?.earliest ?? ''))).toBe(true);
    expect(events.reduce((n, e) => n + Number(attribute(e, 'passengers')), 0)).toBe(want.passengers);
    expect(events.reduce((n, e) => n + Number(attribute(e, 'deaths')), 0)).toBe(want.deaths);
  });
  it('plans the same records from the same file, fit for the log', async () => {
    const file = dataFile('sample_case_blue_kestrel/payments.csv');
    const bytes = (steps: Iterable<unknown>): string =>
      [...steps].map((s) => new TextDecoder().decode(canonicalBytes(s))).join('\n');
    const a = bytes((await planned(file)).steps());
    expect(bytes((await planned(file)).steps())).toBe(a);
    expect(a).toContain('"kind":"source"');
  });
});
