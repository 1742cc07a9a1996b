import { withinEach } from '../graph/induced.ts';
import type { Network } from '../graph/network.ts';
import type { Column, MeasureDefinition, ParameterValues, ReasonCode, Work } from './measure.ts';
import { partly, reasonAt } from './measure.ts';

/**
 * A measure within each group alone, as one column: links between groups are left out, and every group is a network of its own. Smuggling networks are
 * flat as a whole while single stages have their own leaders (Campana, European Journal of Criminology 15 (2018) 481), so that a figure over the whole
 * route hides them. Values of different groups are not on one scale where the measure depends on size.
 */
export function* withinGroups(
  network: Network,
  by: string,
  definition: MeasureDefinition,
  parameters: ParameterValues,
): Work<Column> {
  const n = network.nodeCount;
  const values = new Float64Array(n);
  const grouping = network.groupings?.get(by);
  if (!grouping) return partly(values, () => 'no-grouping');
  const reasons = new Map<number, ReasonCode>();
  let done = 0;
  for (const { nodes, network: part } of withinEach(network, grouping)) {
    const work = definition.run(part, parameters);
    let step = work.next();
    while (!step.done) {
      yield { done, of: n, stage: 'groups' };
      step = work.next();
    }
    const column = step.value;
    nodes.forEach((node, i) => {
      values[node] = column.values[i]!;
      const reason = reasonAt(column, i);
      if (reason) reasons.set(node, reason);
    });
    done += nodes.length;
    yield { done, of: n, stage: 'groups' };
  }
  return partly(values, (i) => (grouping.of[i]! < 0 ? 'group-not-stated' : (reasons.get(i) ?? null)));
}
