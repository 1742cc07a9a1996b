import { applied } from './applied.ts';
import { associationMatrix } from './association-matrix.ts';
import { casePackage } from './case-package.ts';
import { chartDate } from './chart-date.ts';
import { commands } from './commands.ts';
import { controls } from './controls.ts';
import { drawing } from './drawing.ts';
import { entityTypes } from './entity-types.ts';
import { explorer } from './explorer.ts';
import { figureFacts } from './figure-facts.ts';
import { grading } from './grading.ts';
import { grid } from './grid.ts';
import { groups } from './groups.ts';
import { guided } from './guided.ts';
import { history } from './history.ts';
import { howSure } from './how-sure.ts';
import { identifiers } from './identifiers.ts';
import { imports } from './import.ts';
import { importView } from './import-view.ts';
import { inspector } from './inspector.ts';
import { keyPlayers } from './key-players.ts';
import { layouts } from './layouts.ts';
import { linkChart } from './link-chart.ts';
import { linkFigures } from './link-figures.ts';
import { linkTypes } from './link-types.ts';
import { measures } from './measures.ts';
import { offline } from './offline.ts';
import { overTime } from './over-time.ts';
import { paper } from './paper.ts';
import { paths } from './paths.ts';
import { recipe } from './recipe.ts';
import { results } from './results.ts';
import { shell } from './shell.ts';
import { sources } from './sources.ts';
import { stages } from './stages.ts';
import { start } from './start.ts';
import { store } from './store.ts';
import { table } from './table.ts';
import { time } from './time.ts';
import { timeline } from './timeline.ts';
import { whatIf } from './what-if.ts';
import { wholeNetwork } from './whole-network.ts';

/** English is complete by definition: its keys are the keys there are. One file per room. */
export const en = {
  ...applied,
  ...associationMatrix,
  ...commands,
  ...controls,
  ...grid,
  ...entityTypes,
  ...explorer,
  ...figureFacts,
  ...linkFigures,
  ...grading,
  ...linkTypes,
  ...linkChart,
  ...chartDate,
  ...stages,
  ...drawing,
  ...howSure,
  ...overTime,
  ...identifiers,
  ...imports,
  ...importView,
  ...inspector,
  ...layouts,
  ...measures,
  ...howSure,
  ...keyPlayers,
  ...groups,
  ...paths,
  ...recipe,
  ...results,
  ...guided,
  ...offline,
  ...paper,
  ...shell,
  ...start,
  ...history,
  ...sources,
  ...table,
  ...time,
  ...timeline,
  ...casePackage,
  ...store,
  ...wholeNetwork,
  ...whatIf,
} as const;
