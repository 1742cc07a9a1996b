import type { CaseState } from '#domain/change/case-state';
import { type CommandId, commands, type PayloadOf } from '#domain/commands/index';
import type { Entity, RoleSpell } from '#domain/entity/entity';
import { entityTypes } from '#domain/entity-types/index';
import type { Link } from '#domain/link/link';
import { linkTypes } from '#domain/link-types/index';
import type { CaseRecord, Id, RecordKind } from '#domain/record';
import type { Source } from '#domain/source/source';
import type { Statement } from '#domain/statement/statement';
import { seeded } from '../../scripts/samples/seeded.ts';

export { seeded };

export interface Act<I extends CommandId = CommandId> {
  readonly command: I;
  readonly payload: PayloadOf<I>;
}

const NAMES = [
  'Sok Dara',
  'សុខ ដារ៉ា',
  'สมชาย',
  'Nguyễn Văn Tâm',
  'ລາວ',
  'မြန်မာ',
  '<b>x</b>',
  '=1+1',
  'A\u200Bb',
  '\u202Eabc',
  '',
];
const STRENGTHS = ['confirmed', 'unconfirmed', 'tentative'] as const;
const DIRECTIONS = ['none', 'forward', 'back', 'both'] as const;

/** Makes random, mostly sensible payloads for every registered command; deterministic for a seed. */
export class ActGenerator {
  readonly #random: () => number;
  #serial = 0;
  readonly #prefix: string;

  constructor(seed: number, prefix = 'r') {
    this.#random = seeded(seed);
    this.#prefix = prefix;
  }

  id(): Id {
    return `${this.#prefix}${(this.#serial++).toString(36).padStart(6, '0')}`;
  }
  salt = (): Uint8Array => Uint8Array.from({ length: 16 }, () => this.int(256));
  int(n: number): number {
    return Math.floor(this.#random() * n);
  }
  pick<T>(list: readonly T[]): T {
    return list[this.int(list.length)]!;
  }
  roles(): RoleSpell[] {
    const span = { earliest: `2026-0${1 + this.int(9)}` };
    return [{ role: this.pick(['guide', 'broker']), span }, { role: 'skipper' }];
  }
  #some(state: CaseState, kind: RecordKind): Id | undefined {
    const ids = [...state.idsOf(kind)];
    return ids.length ? this.pick(ids) : undefined;
  }
  #many(state: CaseState, kind: RecordKind, max: number): Id[] {
    const ids: Id[] = [];
    for (let i = 0, n = 1 + this.int(max); i < n; i++) {
      const id = this.#some(state, kind);
      if (id) ids.push(id);
    }
    return ids;
  }
  entity(): Entity {
    const type = this.pick(entityTypes).id;
    return {
      id: this.id(),
      kind: 'entity',
      type,
      label: `${this.pick(NAMES)} ${this.int(50)}`,
      ...(this.int(4) === 0 && { status: this.pick(['suspect', 'migrant', 'victim', 'unknown'] as const) }),
      ...(this.int(5) === 0 && { attributes: [{ field: '__proto__', value: 'x' }] }),
      ...(this.int(6) === 0 && { span: { earliest: '2026-03', asStated: 'in spring' } }),
    };
  }
  link(from: Id, to: Id): Link {
    return {
      id: this.id(),
      kind: 'link',
      type: this.pick(linkTypes).id,
      from,
      to,
      direction: this.pick(DIRECTIONS),
      strength: this.pick(STRENGTHS),
      ...(this.int(3) === 0 && { count: 1 + this.int(30) }),
      ...(this.int(4) === 0 && { amounts: [{ amount: '4200.50', currency: 'USD' }] }),
    };
  }
  source(): Source {
    return {
      id: this.id(),
      kind: 'source',
      reference: `IR-${this.int(99)}`,
      sourceKind: 'report',
      ...(this.int(2) === 0 && { grade: { scheme: '4x4', source: this.pick(['A', 'B', 'C', 'X']), information: '2' } }),
    };
  }
  statement(record: Id, source: Id): Statement {
    return { id: this.id(), kind: 'statement', about: { record }, source, says: this.pick(['yes', 'no'] as const) };
  }

  /** An act for this command on this state, or undefined where the state has nothing to act on. */
  act(state: CaseState, command: CommandId): Act | undefined {
    const payload = this.#payload(state, command);
    return payload === undefined ? undefined : { command, payload: payload as never };
  }

  /** Any command but the creation of the case; tries until one has something to act on. */
  next(state: CaseState): Act {
    for (;;) {
      const weighted: CommandId[] = ['create-entity', 'create-entity', 'link-entities', 'link-entities', 'move-items'];
      const id = this.int(3) === 0 ? this.pick(weighted) : this.pick(commands.slice(1)).id;
      const act = this.act(state, id);
      if (act) return act;
    }
  }

  #payload(state: CaseState, id: CommandId): unknown {
    const chart = this.#some(state, 'chart');
    const entity = this.#some(state, 'entity');
    const other = this.#some(state, 'entity');
    const link = this.#some(state, 'link');
    const source = this.#some(state, 'source');
    const statement = this.#some(state, 'statement');
    const at = () => ({ x: this.int(2000) - 1000, y: this.int(2000) - 1000 });
    const placed = chart
      ? [...state.placementsOn(chart)].flatMap((p) => {
          const r = state.find('placement', p);
          return r && state.entity(r.item) ? [r.item] : [];
        })
      : [];
    const somePlaced = () => (placed.length ? [this.pick(placed), this.pick(placed)] : undefined);
    const edit = () => ({ label: `${this.pick(NAMES)} ${this.int(99)}`, notes: `note ${this.int(9)}` });
    switch (id) {
      case 'create-case':
        return {
          properties: { id: 'case', kind: 'case', caseId: this.id(), title: 'Soak', zone: '+07:00', stages: ['move'] },
          chart: { id: this.id(), kind: 'chart', name: 'Chart 1', multiplicity: 'single', skin: 'icons' },
        };
      case 'edit-case-properties':
        return { set: { title: `Title ${this.int(9)}`, marking: this.pick(['RESTRICTED', 'SECRET']) } };
      case 'create-entity':
        return { entity: this.entity(), ...(chart && this.int(3) && { at: { chart, ...at() } }) };
      case 'edit-entity':
        return (
          entity && {
            id: entity,
            set: this.pick([
              edit,
              edit,
              () => ({ status: this.pick(['migrant', 'suspect']) }),
              () => ({ roles: this.roles() }),
            ])(),
            clear: this.int(3) ? [] : ['span'],
          }
        );
      case 'date-role': {
        const playing = [...state.allOf('entity')].filter((e) => e.roles?.length);
        const one = playing.length ? this.pick(playing) : undefined;
        const spell = one?.roles ? this.pick(one.roles) : undefined;
        const extent = this.pick(['lasted', 'within', undefined] as const);
        const span = {
          earliest: `2026-0${1 + this.int(5)}`,
          latest: `2026-0${6 + this.int(4)}`,
          ...(extent && { extent }),
        };
        return one && spell && { id: one.id, spell, ...(this.int(3) > 0 && { span }) };
      }
      case 'protect-person':
        return entity && { id: entity };
      case 'lift-protection':
        return entity && { id: entity, reason: 'asked by the court' };
      case 'link-entities':
        if (!entity || !other) return undefined;
        return { link: this.link(entity, other) };
      case 'edit-link':
        return link && { id: link, set: { strength: this.pick(STRENGTHS), direction: this.pick(DIRECTIONS) } };
      case 'relink':
        return link && entity && { id: link, to: entity };
      case 'add-source':
        return { source: this.source() };
      case 'edit-source':
        return source && { id: source, set: { title: `T ${this.int(9)}` } };
      case 'regrade-source':
        return source && { id: source, grade: { scheme: '4x4', source: this.pick(['A', 'B']), information: '1' } };
      case 'state-basis':
        return source && (link ?? entity) && { statements: [this.statement((link ?? entity)!, source)] };
      case 'edit-statement':
        return statement && { id: statement, set: { locator: { page: String(this.int(9)) } } };
      case 'regrade-statement':
        return (
          statement && {
            id: statement,
            ...(this.int(2) && { grade: { scheme: '6x6', source: 'C', information: '3' } }),
          }
        );
      case 'tag-records':
        return (
          entity && { ids: [entity, ...(link ? [link] : [])], add: [`t${this.int(4)}`], remove: [`t${this.int(4)}`] }
        );
      case 'fill-cells':
        return {
          ...(entity && { entities: [{ id: entity, set: edit() }] }),
          made: this.int(9) === 0 ? Array.from({ length: 230 }, () => this.entity()) : [this.entity()],
        };
      case 'import-table': {
        const made: CaseRecord[] = [this.source(), this.entity(), this.entity()];
        made.push({ ...this.link(made[1]!.id, made[2]!.id), basis: [{ source: made[0]!.id, rows: '2-4' }] });
        return {
          summary: {
            source: made[0]!.id,
            rows: 1,
            accepted: 1,
            rejected: 0,
            entitiesMade: 2,
            entitiesMatched: 0,
            linksMade: 1,
          },
          steps: made.map((after) => ({ id: after.id, before: null, after })),
        };
      }
      case 'create-chart':
        return {
          chart: { id: this.id(), kind: 'chart', name: `Chart ${this.int(99)}`, multiplicity: 'each', skin: 'icons' },
        };
      case 'edit-chart':
        return (
          chart && {
            id: chart,
            set: { name: `Chart ${this.int(99)}`, multiplicity: this.pick(['single', 'direction', 'each']) },
          }
        );
      case 'place-items':
        return chart && entity && { chart, items: this.#many(state, 'entity', 5).map((i) => ({ id: i, ...at() })) };
      case 'move-items':
        return chart && somePlaced()?.map && { chart, items: somePlaced()!.map((i) => ({ id: i, ...at() })) };
      case 'arrange-chart':
        return chart && placed.length
          ? { chart, layout: 'grid', items: placed.map((i) => ({ id: i, ...at() })) }
          : undefined;
      case 'pin-items':
        return chart && placed.length ? { chart, items: somePlaced(), pinned: this.int(2) === 0 } : undefined;
      case 'hide-items':
        return chart && placed.length
          ? { chart, items: [this.pick(placed), ...(link ? [link] : [])], hidden: this.int(3) > 0 }
          : undefined;
      case 'style-items':
        return chart && placed.length
          ? {
              chart,
              items: [this.pick(placed), ...(link ? [link] : [])],
              ...(this.int(3) && { colour: 1 + this.int(9) }),
            }
          : undefined;
      case 'remove-from-chart':
        return chart && placed.length ? { chart, items: [this.pick(placed)] } : undefined;
      case 'group-items':
        return chart && placed.length
          ? {
              groups: [
                {
                  id: this.id(),
                  kind: 'group',
                  chart,
                  name: 'G',
                  members: [...new Set(somePlaced()!)],
                  strength: 'unconfirmed',
                },
              ],
            }
          : undefined;
      case 'edit-group': {
        const group = this.#some(state, 'group');
        return group && { id: group, set: { name: `G ${this.int(9)}` } };
      }
      case 'fold-group':
      case 'unfold-group': {
        const groups = [...state.allOf('group')].filter((g) => Boolean(g.folded) === (id === 'unfold-group'));
        return groups.length ? { groups: [this.pick(groups).id] } : undefined;
      }
      case 'apply-measure':
        return (
          chart && {
            applied: {
              chart,
              use: this.pick(['size', 'colour', 'outline', 'label', 'badge'] as const),
              measure: 'degree',
              parameters: [],
              scope: 'case',
              revision: 1,
              values: [...new Set(placed)].map((e) => ({ entity: e, value: '1.5' })),
            },
          }
        );
      case 'clear-measure':
        return chart && { chart, use: this.pick(['size', 'colour', ['label', 'badge']] as const) };
      case 'merge-entities': {
        const survivor = entity === undefined ? undefined : state.entity(entity);
        const same = [...state.allOf('entity')].filter((e) => e.type === survivor?.type && e.id !== entity);
        return same.length ? { merge: this.id(), survivor: entity, absorbed: this.pick(same).id } : undefined;
      }
      case 'unmerge-entities': {
        const merge = this.#some(state, 'merge');
        return merge && { merge };
      }
      case 'delete-records': {
        const id = this.#some(
          state,
          this.pick(['entity', 'link', 'source', 'statement', 'group', 'placement', 'chart'] as const),
        );
        return id && (state.countOf('chart') > 1 || state.get(id)?.kind !== 'chart') ? { ids: [id] } : undefined;
      }
      default:
        return id satisfies never;
    }
  }
}

/** References in a state that lead nowhere, as `record → missing`; none in a sound state. */
export function danglingReferences(state: CaseState): string[] {
  const bad: string[] = [];
  const need = (r: CaseRecord, id: Id | undefined) => {
    if (id !== undefined && !state.get(id)) bad.push(`${r.kind} ${r.id} → ${id}`);
  };
  for (const r of state.all()) {
    if ('basis' in r) for (const b of r.basis ?? []) need(r, b.source);
    switch (r.kind) {
      case 'entity':
        need(r, r.place);
        for (const s of r.roles ?? []) need(r, s.organisation);
        break;
      case 'link':
        need(r, r.from);
        need(r, r.to);
        break;
      case 'statement':
        need(r, r.about.record);
        need(r, r.source);
        break;
      case 'placement':
        need(r, r.chart);
        need(r, r.item);
        break;
      case 'group':
        need(r, r.chart);
        for (const m of r.members) need(r, m);
        break;
      case 'applied-measure':
        need(r, r.chart);
        for (const v of r.values) need(r, v.entity);
        break;
      case 'merge':
        need(r, r.survivor);
        break;
      default:
        break;
    }
  }
  return bad;
}
