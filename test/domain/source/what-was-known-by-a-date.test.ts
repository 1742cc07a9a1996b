import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { CaseRecord } from '#domain/record';
import { datedByLog, knownBy } from '#domain/source/known-by';

const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  ...more,
});
const link = (id: string, from: string, to: string, more: Partial<Link> = {}): Link => ({
  id,
  kind: 'link',
  type: 'associate',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  ...more,
});
const source = (id: string, received?: string): CaseRecord => ({
  id,
  kind: 'source',
  reference: id,
  sourceKind: 'report',
  ...(received !== undefined && { received }),
});
const says = (about: string, from: string, what: 'yes' | 'no' = 'yes'): CaseRecord => ({
  id: `${about}-${from}-${what}`,
  kind: 'statement',
  about: { record: about },
  source: from,
  says: what,
});

const state = CaseState.of([
  { id: 'case', kind: 'case', caseId: 'x', title: 'T', zone: '+07:00', stages: [] },
  source('march', '2026-03-05'),
  source('spring', '2026-04'),
  source('may', '2026-05-02'),
  source('bill'),
  source('odd', 'in spring'),
  ...['a', 'b', 'c', 'd', 'lone', 'spoken'].map((id) => entity(id)),
  entity('meeting', { type: 'event' }),
  link('l-march', 'a', 'b'),
  link('l-both', 'a', 'c'),
  link('l-denied', 'b', 'c'),
  link('l-denied-only', 'b', 'd'),
  link('l-rows', 'c', 'd', { basis: [{ source: 'bill', rows: '3' }] }),
  link('l-hand', 'a', 'd'),
  says('l-march', 'march'),
  says('l-both', 'may'),
  says('l-both', 'spring'),
  says('l-denied', 'march', 'no'),
  says('l-denied', 'may'),
  says('l-denied-only', 'march', 'no'),
  says('spoken', 'may'),
  says('meeting', 'march'),
]);
const at = (day: string, recorded: readonly string[] = []) => {
  const known = knownBy(state, Date.parse(`${day}T24:00+07:00`), (id) => recorded.includes(id));
  const links = [...state.allOf('link')].filter((l) => known.link(l)).map((l) => l.id);
  const entities = [...state.allOf('entity')].filter((e) => known.entity(e)).map((e) => e.id);
  return { known, links, entities };
};

describe('what was known on a date', () => {
  it('is what sources say that had come in by the end of it, and who they speak of', () => {
    expect(at('2026-03-04')).toMatchObject({ links: [], entities: [] });
    const march = at('2026-03-05');
    expect(march.links).toEqual(['l-march', 'l-denied-only']);
    expect(march.entities).toEqual(['a', 'b', 'd', 'meeting']);
  });
  it('takes a month of receipt as over before it counts', () => {
    expect(at('2026-04-29').known.source('spring')).toBe(false);
    expect(at('2026-04-30').known.source('spring')).toBe(true);
    expect(at('2026-04-30').links).toContain('l-both');
  });
  it('draws nothing from a denial while somebody later says it is so', () => {
    expect(at('2026-03-05').links).not.toContain('l-denied');
    expect(at('2026-05-02').links).toContain('l-denied');
  });
  it('takes from the log when a source without a date of receipt, and what no source speaks of, was recorded', () => {
    expect(datedByLog(state)).toEqual(['bill', 'odd', 'a', 'b', 'c', 'd', 'lone', 'l-hand']);
    expect(at('2026-05-30').links).not.toContain('l-rows');
    const recorded = at('2026-05-30', ['bill', 'l-hand', 'lone']);
    expect(recorded.links).toEqual(['l-march', 'l-both', 'l-denied', 'l-denied-only', 'l-rows', 'l-hand']);
    expect(recorded.entities).toContain('lone');
  });
  it('keeps whoever a later source speaks of for that source, though he was recorded before', () => {
    expect(at('2026-05-01', ['spoken']).entities).not.toContain('spoken');
    expect(at('2026-05-02').entities).toContain('spoken');
  });
  it('only grows from day to day', () => {
    let before: readonly string[] = [];
    for (const day of ['2026-03-04', '2026-03-05', '2026-04-30', '2026-05-02', '2026-06-01']) {
      const { links, entities } = at(day);
      const now = [...links, ...entities];
      for (const id of before) expect(now).toContain(id);
      before = now;
    }
  });
});
