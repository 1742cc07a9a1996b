import type { CaseProperties } from '#domain/case/case-properties';
import { CaseState } from '#domain/change/case-state';
import { type ChangeRecord, EMPTY_HEAD, type Head } from '#domain/change/change-record';
import { buildChange, sealChange } from '#domain/change/log';
import type { KeptOrPurged, RawChange, RawLog } from '#domain/change/raw-log';
import type { Step } from '#domain/change/step';
import type { AppliedMeasure } from '#domain/chart/applied-measure';
import type { Chart } from '#domain/chart/chart';
import type { Placement } from '#domain/chart/placement';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';

/** A log written with fixed ids, times and salts: the same on every machine and for ever. */
export class WrittenLog {
  readonly state = new CaseState();
  readonly changes: ChangeRecord[] = [];
  head: Head = EMPTY_HEAD;
  #salts = 0;

  readonly #salt = (): Uint8Array => {
    const salt = new Uint8Array(16);
    new DataView(salt.buffer).setUint32(12, ++this.#salts);
    return salt;
  };

  append(command: string, steps: readonly Step[], more: { undoes?: number } = {}): this {
    const draft = {
      payload: { n: steps.length },
      command,
      author: { initials: 'AB', unit: 'Unit 1' },
      head: this.head,
      clock: {
        wall: new Date(Date.UTC(2026, 0, 5, 8, 0, this.changes.length)).toISOString(),
        zone: 'Asia/Bangkok',
      },
      salt: this.#salt,
      ...more,
    };
    const derived = more.undoes !== undefined && this.changes[more.undoes - 1]!.packs.length > 0;
    const change = derived ? sealChange(draft, { steps: [], packs: [] }) : buildChange({ ...draft, steps });
    this.changes.push(change);
    this.state.apply(steps);
    this.head = { seq: change.header.seq, hash: change.hash };
    return this;
  }

  log(replace: (change: ChangeRecord) => RawChange = (c) => c): RawLog {
    return { head: this.head, read: async (from, to) => this.changes.slice(from - 1, to).map(replace) };
  }
}

export const caseRecord: CaseProperties = {
  id: 'case',
  kind: 'case',
  caseId: '5f0c3a9e-golden',
  title: 'ท่าเรือ · Harbour',
  zone: 'Asia/Bangkok',
  stages: ['recruit', 'move'],
};

export function entity(id: string, label: string): Entity {
  return { id, kind: 'entity', type: 'person', label };
}

export function made(entities: readonly Entity[]): Step[] {
  return entities.map((e) => ({ id: e.id, before: null, after: e }));
}

/** Six changes: the case, two people, a rename, a bulk of 260 in a pack, its undo. */
export function writtenLog(): WrittenLog {
  const ann = entity('p1', 'សុខា "Ann"\n<b>');
  const bulk = made(Array.from({ length: 260 }, (_, i) => entity(`q${i}`, `subscriber ${i}`)));
  return new WrittenLog()
    .append('create-case', [{ id: 'case', before: null, after: caseRecord }])
    .append('create-entity', made([ann]))
    .append('create-entity', made([entity('p2', 'ທອງ')]))
    .append('edit-entity', [{ id: 'p1', before: ann, after: { ...ann, label: 'Ann Sok' } }])
    .append('import-table', bulk)
    .append('undo', [...bulk].map((s) => ({ id: s.id, before: s.after, after: null })).reverse(), { undoes: 5 });
}

/** Four changes more on the same case: a link without a meaning of its ends, the same said to have lasted, an event at an unknown moment, an undo. */
export function writtenLogWithExtents(): WrittenLog {
  const members: Link = {
    id: 'l1',
    kind: 'link',
    type: 'member',
    from: 'p1',
    to: 'p2',
    direction: 'forward',
    strength: 'confirmed',
    span: { earliest: '2026-03-01', latest: '2026-03-05', asStated: 'early March, "extent":"said"' },
  };
  const lasted: Link = { ...members, span: { ...members.span, extent: 'lasted' } };
  const landing: Entity = {
    id: 'e1',
    kind: 'entity',
    type: 'event',
    label: 'ขึ้นฝั่ง',
    eventKind: 'landing',
    span: { earliest: '2026-03-02T22:00', latest: '2026-03-03T04:30', zone: '+07:00', extent: 'within' },
  };
  return writtenLog()
    .append('link-entities', [{ id: 'l1', before: null, after: members }])
    .append('edit-link', [{ id: 'l1', before: members, after: lasted }])
    .append('create-entity', made([landing]))
    .append('undo', [{ id: 'l1', before: lasted, after: members }], { undoes: 8 });
}

/** Four changes more: a chart with one who is on it, a figure under the name, groups with a doubtful member. */
export function writtenLogWithFigures(): WrittenLog {
  const figure: AppliedMeasure = {
    id: 'c1!label',
    kind: 'applied-measure',
    chart: 'c1',
    use: 'label',
    measure: 'degree',
    parameters: [],
    scope: 'case',
    revision: 8,
    values: [{ entity: 'p1', value: '0.5' }],
  };
  const groups: AppliedMeasure = {
    ...figure,
    id: 'c1!colour',
    use: 'colour',
    measure: 'louvain',
    stability: { runs: 50, below: '0.8' },
    values: [{ entity: 'p1', value: '1', doubtful: true }],
  };
  const chart: Chart = { id: 'c1', kind: 'chart', name: 'C', multiplicity: 'single', skin: 'icons' };
  const placement: Placement = { id: 'c1.p1', kind: 'placement', chart: 'c1', item: 'p1', x: 0, y: 0 };
  return writtenLog()
    .append('create-chart', [{ id: 'c1', before: null, after: chart }])
    .append('place-items', [{ id: placement.id, before: null, after: placement }])
    .append('apply-measure', [{ id: figure.id, before: null, after: figure }])
    .append('apply-measure', [{ id: groups.id, before: null, after: groups }]);
}

/** The log with one part purged. */
export function withPurged(log: WrittenLog, digest: string): RawLog {
  const purge = (p: KeptOrPurged): KeptOrPurged => (p.digest === digest ? { digest, purged: true } : p);
  return log.log((c) => ({
    headerBytes: c.headerBytes,
    payload: purge(c.payload),
    steps: c.steps.map(purge),
    packs: c.packs.map((k) => ({ digest: k.digest, parts: k.parts.map(purge) })),
  }));
}
