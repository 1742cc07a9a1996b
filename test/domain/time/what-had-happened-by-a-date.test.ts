import { describe, expect, it } from 'vitest';
import { CaseState } from '#domain/change/case-state';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import { beginnings, happenedBy } from '#domain/time/happened-by';
import type { Span } from '#domain/time/span';

const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'entity',
  type: 'person',
  label: id,
  ...more,
});
const link = (id: string, from: string, to: string, span?: Span): Link => ({
  id,
  kind: 'link',
  type: 'called',
  from,
  to,
  direction: 'none',
  strength: 'confirmed',
  ...(span && { span }),
});
const on = (text: string): Span => ({ earliest: text, latest: text });
const state = CaseState.of([
  { id: 'case', kind: 'case', caseId: 'x', title: 'T', zone: '+07:00', stages: [] },
  ...['a', 'b', 'c', 'd', 'lone'].map((id) => entity(id)),
  entity('meeting', { type: 'event', span: on('2026-04-10T09:00') }),
  entity('rumour', { type: 'event' }),
  link('march', 'a', 'b', on('2026-03-05')),
  link('lasts', 'a', 'c', { earliest: '2026-03-20', latest: '2026-06-30' }),
  link('not-after', 'b', 'c', { latest: '2026-05-01' }),
  link('month', 'b', 'd', on('2026-05')),
  link('undated', 'a', 'd'),
  link('part', 'c', 'meeting'),
  link('early-part', 'd', 'meeting', on('2026-03-01')),
]);
const at = (day: string, undated = true) => {
  const by = happenedBy(state, Date.parse(`${day}T24:00+07:00`), undated);
  return {
    links: [...state.allOf('link')].filter((l) => by.link(l)).map((l) => l.id),
    entities: [...state.allOf('entity')].filter((e) => by.entity(e)).map((e) => e.id),
  };
};

describe('what had happened by a date', () => {
  it('is all that had begun by the end of it, and what may have begun', () => {
    expect(at('2026-03-04', false).links).toEqual(['not-after']);
    expect(at('2026-03-05', false).links).toEqual(['march', 'not-after']);
    expect(at('2026-03-20', false).links).toEqual(['march', 'lasts', 'not-after']);
    expect(at('2026-05-01', false).links).toContain('month');
  });
  it('gives a link without a time that of its event, and lets nobody take part before', () => {
    expect(at('2026-04-09').links).not.toContain('part');
    expect(at('2026-04-09').links).not.toContain('early-part');
    expect(at('2026-04-10', false).links).toEqual(expect.arrayContaining(['part', 'early-part']));
    expect(at('2026-04-09').entities).not.toContain('meeting');
  });
  it('shows undated links and events where they are asked for', () => {
    expect(at('2026-03-01').links).toEqual(['not-after', 'undated']);
    expect(at('2026-03-01').entities).toEqual(['a', 'b', 'c', 'd', 'lone', 'rumour']);
    expect(at('2026-03-01', false).entities).toEqual(['b', 'c', 'lone']);
  });
  it('is cumulative: nothing that was shown goes again', () => {
    for (const undated of [true, false]) {
      let before: readonly string[] = [];
      for (const day of ['2026-02-01', '2026-03-05', '2026-03-20', '2026-04-10', '2026-05-01', '2027-01-01']) {
        const now = [...at(day, undated).links, ...at(day, undated).entities];
        for (const id of before) expect(now).toContain(id);
        before = now;
      }
    }
  });
  it('knows where the picture changes', () => {
    const days = beginnings(state).map((ms) => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 10));
    expect(days).toEqual(['2026-03-01', '2026-03-05', '2026-03-20', '2026-04-10', '2026-05-01']);
  });
});
