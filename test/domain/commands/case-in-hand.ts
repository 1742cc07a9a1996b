import { CaseState } from '#domain/change/case-state';
import { conflictOf } from '#domain/change/log';
import { invert, type Step } from '#domain/change/step';
import { isRefusal, type Refusal } from '#domain/commands/command';
import { type CommandId, commandById, type PayloadOf } from '#domain/commands/index';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';

/** A small case to act on in tests: one chart `c1`, one source `s1`. */
export class CaseInHand {
  readonly state = new CaseState();
  readonly done: (readonly Step[])[] = [];

  constructor() {
    this.run('create-case', {
      properties: { id: 'case', kind: 'case', caseId: 'x', title: 'T', zone: '+07:00', stages: [] },
      chart: { id: 'c1', kind: 'chart', name: 'Chart', multiplicity: 'single', skin: 'icons' },
    });
    this.run('add-source', {
      source: {
        id: 's1',
        kind: 'source',
        reference: 'IR-1',
        sourceKind: 'report',
        grade: { scheme: '4x4', source: 'B', information: '2' },
      },
    });
  }
  plan<I extends CommandId>(id: I, payload: PayloadOf<I>): readonly Step[] | Refusal {
    return commandById(id)!.plan(this.state, payload as never);
  }
  run<I extends CommandId>(id: I, payload: PayloadOf<I>): readonly Step[] {
    const plan = this.plan(id, payload);
    if (isRefusal(plan)) throw new Error(plan.refused);
    if (conflictOf(this.state, plan)) throw new Error('a step does not start from what is there');
    this.state.apply(plan);
    this.done.push(plan);
    return plan;
  }
  undo(): void {
    this.state.apply(invert(this.done.pop() ?? []));
  }
  entity(id: string, more: Partial<Entity> = {}): Entity {
    this.run('create-entity', {
      entity: { id, kind: 'entity', type: 'person', label: id, ...more },
      at: { chart: 'c1', x: 0, y: 0 },
    });
    return this.state.entity(id)!;
  }
  link(id: string, from: string, to: string, more: Partial<Link> = {}): Link {
    this.run('link-entities', {
      link: { id, kind: 'link', type: 'associate', from, to, direction: 'none', strength: 'confirmed', ...more },
      statements: [{ id: `st-${id}`, kind: 'statement', about: { record: id }, source: 's1', says: 'yes' }],
    });
    return this.state.link(id)!;
  }
}
