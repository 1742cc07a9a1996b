import type { Step } from '../change/step.ts';
import type { Entity } from '../entity/entity.ts';
import type { Link } from '../link/link.ts';
import type { CaseRecord } from '../record.ts';
import type { Source } from '../source/source.ts';
import { command, isRefusal } from './command.ts';
import { type Edit, gone } from './edit.ts';
import { editEntity } from './edit-entity.ts';
import { editLink } from './edit-link.ts';
import { editSource } from './edit-source.ts';
import { PseudonymRegister } from './protection.ts';

/** A paste or fill in the table: many edits and new records as one change. All or nothing. */
export const fillCells = command({
  id: 'fill-cells',
  plan(
    state,
    payload: {
      entities?: readonly Edit<Entity>[];
      links?: readonly Edit<Link>[];
      sources?: readonly Edit<Source>[];
      made?: readonly (Entity | Link | Source)[];
    },
  ) {
    const steps: Step[] = [];
    const parts = [
      ...(payload.entities ?? []).map((e) => editEntity.plan(state, e)),
      ...(payload.links ?? []).map((e) => editLink.plan(state, e)),
      ...(payload.sources ?? []).map((e) => editSource.plan(state, e)),
    ];
    for (const part of parts) {
      if (isRefusal(part)) return part;
      steps.push(...part);
    }
    const made = new Map<string, CaseRecord>();
    const register = new PseudonymRegister(state);
    for (const r of payload.made ?? []) {
      if (state.get(r.id) || made.has(r.id)) return { refused: 'id-taken', detail: { id: r.id } };
      made.set(r.id, r.kind === 'entity' ? register.cover(r) : r);
    }
    for (const r of made.values()) {
      if (r.kind === 'link')
        for (const end of [r.from, r.to]) if (!state.entity(end) && made.get(end)?.kind !== 'entity') return gone(end);
      steps.push({ id: r.id, before: null, after: r });
    }
    return steps;
  },
});
