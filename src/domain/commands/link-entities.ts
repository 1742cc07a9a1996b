import type { Link } from '../link/link.ts';
import type { Statement } from '../statement/statement.ts';
import { command } from './command.ts';
import { gone, planMake } from './edit.ts';

/** Draws a link between two records that are there (an entity may be linked to itself), with its basis when it has one. */
export const linkEntities = command({
  id: 'link-entities',
  plan(state, payload: { link: Link; statements?: readonly Statement[] }) {
    const { link } = payload;
    for (const end of [link.from, link.to]) if (!state.entity(end)) return gone(end);
    for (const s of payload.statements ?? []) if (!state.find('source', s.source)) return gone(s.source);
    return planMake(state, [link, ...(payload.statements ?? [])]);
  },
});
