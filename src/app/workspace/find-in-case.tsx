import type { CaseState } from '#domain/change/case-state';
import { displayLabel, isProtected } from '#domain/entity/entity';
import { entityType, isEntityTypeId } from '#domain/entity-types/index';
import { search } from '#domain/search/search';
import { tDynamic } from '#i18n/index';
import { openPane } from '#session/panes';
import { select, selectFound } from '#session/selection';
import { Name } from '#ui/controls/index';
import { isIconName } from '#ui/icon/index';
import { type Findable, foldForSearch, matches } from '../shell/command-palette.tsx';
import { allViews } from './view-registry.ts';

/** What the palette finds in a case: entities and sources by any of their names, charts, views. */
export function findInCase(state: CaseState, text: string): readonly Findable[] {
  const named: Findable[] = [];
  const found: Findable[] = [];
  for (const hit of search(state, text, 12)) {
    const record = state.get(hit.record);
    if (record?.kind === 'entity') {
      const icon = isEntityTypeId(record.type) ? entityType(record.type).icon : 'unknown';
      found.push({
        id: record.id,
        option: {
          label: <Name text={displayLabel(record)} isProtected={isProtected(record)} />,
          icon: isProtected(record) ? 'protected' : isIconName(icon) ? icon : 'unknown',
          detail: tDynamic(`entity-type.${record.type}`),
        },
        perform: () => selectFound(record.id),
      });
    } else if (record?.kind === 'source')
      found.push({
        id: record.id,
        option: { label: <Name text={record.reference} />, icon: 'report', detail: tDynamic('palette.source') },
        perform: () => select([record.id]),
      });
  }
  const charted = allViews.find((v) => v.perChart);
  for (const chart of charted ? state.allOf('chart') : [])
    if (matches(chart.name, text))
      found.push({
        id: chart.id,
        option: { label: <Name text={chart.name} />, icon: 'connect', detail: tDynamic('palette.chart') },
        perform: () => openPane({ view: charted!.id, chart: chart.id }),
      });
  for (const view of allViews) {
    const name = tDynamic(`view.${view.id}`);
    if (!view.perChart && view.listed !== false && matches(name, text))
      (foldForSearch(name).startsWith(foldForSearch(text)) ? named : found).push({
        id: `view:${view.id}`,
        option: { label: name, icon: view.icon, detail: tDynamic('palette.view') },
        perform: () => openPane({ view: view.id }),
      });
  }
  // A view called by its name comes before everything that merely holds the word.
  return [...named, ...found];
}
