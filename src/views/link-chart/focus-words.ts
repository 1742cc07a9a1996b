import { displayLabel } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import type { ChartView } from './chart-view.ts';
import { neighbourCount } from './walks.ts';

/** What a screen reader says of the item the keyboard came to; empty when it is on none. */
export function focusWords(view: ChartView, focus: Id | null): string {
  const of = view.nodes.length;
  const folded = view.folded.findIndex((f) => f.group.id === focus);
  if (folded >= 0) {
    const { group, label } = view.folded[folded]!;
    return t('link-chart.folded-item', {
      label: label.full,
      count: view.neighbours.get(group.id)?.size ?? 0,
      at: view.entities.length + folded + 1,
      of,
    });
  }
  const index = focus === null ? -1 : view.entities.findIndex((e) => e.id === focus);
  const entity = view.entities[index];
  if (!entity) return '';
  return t('link-chart.item', {
    name: displayLabel(entity),
    type: t(`entity-type.${entity.type}`),
    count: neighbourCount(entity.id, view.links),
    at: index + 1,
    of,
  });
}
