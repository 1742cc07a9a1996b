import type { CaseState } from '../change/case-state.ts';
import type { Step } from '../change/step.ts';
import type { Entity } from '../entity/entity.ts';
import type { Link } from '../link/link.ts';
import type { CaseRecord } from '../record.ts';
import type { Source } from '../source/source.ts';
import { command, isRefusal, type Refusal } from './command.ts';
import { type Edit, gone, planEdit } from './edit.ts';
import { editEntity } from './edit-entity.ts';
import { PseudonymRegister } from './protection.ts';

/** An edit of a link that may move its ends, to entities that are there. */
function planLink(state: CaseState, edit: Edit<Link>): readonly Step[] | Refusal {
  const { from, to } = edit.set ?? {};
  for (const end of [from, to]) if (end !== undefined && !state.entity(end)) return gone(end);
  const set = { ...edit.set };
  if (from === undefined) delete set.from;
  if (to === undefined) delete set.to;
  const clear = (edit.clear ?? []).filter((key) => key !== 'from' && key !== 'to');
  return planEdit(state, 'link', { id: edit.id, set, clear });
}

/**
 * A paste or fill in the table: many edits and new records as one change. All or nothing. Links may move their ends, and
 * sources be graded anew: `reason` says why, once for them all.
 */
export const fillCells = command({
  id: 'fill-cells',
  plan(
    state,
    payload: {
      entities?: readonly Edit<Entity>[];
      links?: readonly Edit<Link>[];
      sources?: readonly Edit<Source>[];
      made?: readonly (Entity | Link | Source)[];
      reason?: string;
    },
  ) {
    const steps: Step[] = [];
    const parts = [
      ...(payload.entities ?? []).map((e) => editEntity.plan(state, e)),
      ...(payload.links ?? []).map((e) => planLink(state, e)),
      ...(payload.sources ?? []).map((e) => planEdit(state, 'source', e)),
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
