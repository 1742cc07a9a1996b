import { type Placement, placementId } from '../chart/placement.ts';
import type { Entity } from '../entity/entity.ts';
import { command } from './command.ts';
import { gone, planMake } from './edit.ts';
import { PseudonymRegister } from './protection.ts';

/** Makes an entity or event, and puts it on a chart when `at` says where. */
export const createEntity = command({
  id: 'create-entity',
  plan(state, payload: { entity: Entity; at?: { chart: string; x: number; y: number; pinned?: boolean } }) {
    const entity = new PseudonymRegister(state).cover(payload.entity);
    if (!payload.at) return planMake(state, [entity]);
    const { chart, x, y, pinned } = payload.at;
    if (!state.find('chart', chart)) return gone(chart);
    const placement: Placement = {
      id: placementId(chart, entity.id),
      kind: 'placement',
      chart,
      item: entity.id,
      x,
      y,
      ...(pinned && { pinned }),
    };
    return planMake(state, [entity, placement]);
  },
});
