import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CaseState } from '#domain/change/case-state';
import { stateDigest, verifyHeaders } from '#domain/change/log';
import { displayLabel } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { linkType } from '#domain/link-types/index';
import { blueKestrel } from '../../scripts/samples/blue-kestrel.ts';
import { blueKestrelHandout } from '../../scripts/samples/blue-kestrel-handout.ts';
import { generated } from '../../scripts/samples/generated.ts';
import { inventedNetwork } from '../../scripts/samples/invented-network.ts';
import { oversize } from '../../scripts/samples/oversize.ts';
import { danglingReferences } from '../support/acts.ts';

const top = 'sample-cases';

describe('Blue Kestrel, worked out', () => {
  const log = blueKestrel(`${top}/blue-kestrel`);
  const { state } = log;
  const expected = JSON.parse(readFileSync(`${top}/blue-kestrel/expected.json`, 'utf8'));
  const participation = (id: string) => /^e\d\d-p/.test(id);

  it('holds the entities, links and events of the key', () => {
    const types = new Map<string, number>();
    for (const e of state.allOf('entity')) types.set(e.type, (types.get(e.type) ?? 0) + 1);
    for (const [type, n] of Object.entries(expected.entities)) expect(types.get(type.replace(' ', '-')), type).toBe(n);
    expect(types.get('event')).toBe(expected.events);
    const links = [...state.allOf('link')].filter((l) => !participation(l.id));
    expect(links).toHaveLength(expected.links);
    const strengths = { Confirmed: 0, Unconfirmed: 0 };
    for (const l of links) strengths[l.strength === 'confirmed' ? 'Confirmed' : 'Unconfirmed']++;
    expect(strengths).toEqual(expected.links_by_strength);
    expect(state.countOf('source')).toBeGreaterThanOrEqual(18);
  });

  it('lets every link and event answer "says who?"', () => {
    const unsourced = [...state.allOf('link')].filter((l) => state.statementsAbout(l.id).size === 0).map((l) => l.id);
    expect(unsourced).toEqual([]);
    const events = [...state.allOf('entity')].filter(
      (e) => e.type === 'event' && state.statementsAbout(e.id).size === 0,
    );
    expect(events).toEqual([]);
  });

  it('finds each quotation in the report it is credited to', () => {
    const flat = (t: string) => t.replace(/\s+/g, ' ').toLowerCase();
    let quotations = 0;
    for (const s of state.allOf('statement')) {
      if (!s.locator?.quotation) continue;
      quotations++;
      expect(flat(state.find('source', s.source)!.text!)).toContain(flat(s.locator.quotation));
    }
    expect(quotations).toBeGreaterThan(60);
  });

  it('shows the smuggled by pseudonym alone, and leads nowhere astray', () => {
    const migrants = [...state.allOf('entity')].filter((e) => e.status === 'migrant');
    expect(migrants.map(displayLabel).sort()).toEqual(['M-01', 'M-02', 'M-03', 'M-04', 'M-05', 'M-06']);
    expect(danglingReferences(state)).toEqual([]);
  });

  it('comes out the same twice, with a chain that verifies', async () => {
    const again = blueKestrel(`${top}/blue-kestrel`);
    expect(again.head).toEqual(log.head);
    expect(stateDigest(again.state)).toBe(stateDigest(state));
    const records = await log.read(1, log.head.seq);
    expect(verifyHeaders(records.map((r) => r.headerBytes)).head).toEqual(log.head);
  });
});

it('Oversize keeps its three relations apart', () => {
  const { state } = oversize(`${top}/oversize`);
  expect(state.countOf('entity')).toBe(182);
  const byTag = new Map<string, number>();
  for (const l of state.allOf('link')) byTag.set(l.tags![0]!, (byTag.get(l.tags![0]!) ?? 0) + 1);
  expect(byTag.get('wiretap_records')).toBe(247);
  expect([...byTag.keys()].sort()).toEqual(['arrest_warrant', 'judgment', 'wiretap_records']);
  for (const l of state.allOf('link')) expect(state.find('source', l.basis![0]!.source)).toBeDefined();
});

/** How many entities can be reached from one of them. */
function reachedFrom(state: CaseState, first: string): number {
  const seen = new Set([first]);
  const queue = [first];
  for (let i = 0; i < queue.length; i++)
    for (const id of state.linksOf(queue[i]!)) {
      const l = state.link(id)!;
      for (const end of [l.from, l.to]) {
        if (seen.has(end)) continue;
        seen.add(end);
        queue.push(end);
      }
    }
  return seen.size;
}

it('the generated case has just the size it says, in one piece', () => {
  const { state } = generated(2000, 8000);
  expect(state.countOf('entity')).toBe(2000);
  expect(state.countOf('link')).toBe(8000);
  expect(reachedFrom(state, 'n0')).toBe(2000);
});

describe('the invented network of five thousand', () => {
  const log = inventedNetwork(5000, 20_000);
  const { state } = log;
  const links = [...state.allOf('link')];

  it('has just the size it says, in one piece, all of it on its chart, and says that it is invented', () => {
    expect(state.countOf('entity')).toBe(5000);
    expect(links).toHaveLength(20_000);
    expect(reachedFrom(state, 'n0')).toBe(5000);
    expect(state.placementsOn('c1').size).toBe(5000);
    expect(state.properties!.marking).toMatch(/^INVENTED/);
    expect(danglingReferences(state)).toEqual([]);
  });

  it('ties only what its kinds of link may tie, each with a source, no two entities of one name', () => {
    const wrong = links.filter((l) => {
      const { from, to, directed } = linkType(l.type);
      const fits = (types: readonly string[] | undefined, end: string) =>
        types === undefined || types.includes(state.entity(end)!.type);
      if (!fits(from, l.from) || !fits(to, l.to)) return true;
      return l.direction !== (directed ? 'forward' : 'none') || !state.find('source', l.basis![0]!.source);
    });
    expect(wrong).toEqual([]);
    expect(new Set([...state.allOf('entity')].map((e) => e.label)).size).toBe(5000);
  });

  it('dates most links within two years, none ending before it begins, and leaves some undated', () => {
    const years = new Map<string, number>();
    for (const { span } of links) {
      const year = span?.earliest?.slice(0, 4) ?? 'undated';
      years.set(year, (years.get(year) ?? 0) + 1);
    }
    const ended = links.flatMap((l) => (l.span?.latest ? [l.span] : []));
    expect(ended.filter((s) => s.latest! < s.earliest! || s.latest! >= '2026')).toEqual([]);
    expect([...years.keys()].sort()).toEqual(['2024', '2025', 'undated']);
    for (const n of years.values()) expect(n).toBeGreaterThan(2000);
  });

  it('falls into groups: three links in four stay among the nearest 150 of the chart', () => {
    const near = (l: Link) => Math.abs(Number(l.from.slice(1)) - Number(l.to.slice(1))) < 150;
    expect(links.filter(near).length / links.length).toBeGreaterThan(0.75);
  });

  it('has no two items on one place', () => {
    const places = [...state.allOf('placement')].map((p) => `${p.x} ${p.y}`);
    expect(new Set(places).size).toBe(5000);
  });

  it('comes out the same twice', () => {
    expect(inventedNetwork(400, 1600).head).toEqual(inventedNetwork(400, 1600).head);
  });
});

it('the hand-out has the reports and lists, and neither links nor key', async () => {
  const { state } = await blueKestrelHandout(`${top}/blue-kestrel`);
  const types = new Map<string, number>();
  for (const e of state.allOf('entity')) types.set(e.type, (types.get(e.type) ?? 0) + 1);
  expect(Object.fromEntries(types)).toEqual({ person: 20, vessel: 8, vehicle: 15, 'phone-number': 136 });
  expect(state.countOf('link')).toBe(0);
  expect(state.countOf('statement')).toBe(0);
  expect([...state.allOf('source')].filter((s) => s.text)).toHaveLength(18);
  for (const e of state.allOf('entity')) expect(e.basis?.length, e.label).toBeGreaterThan(0);
});
