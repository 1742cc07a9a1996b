import type { CaseState } from '#domain/change/case-state';
import type { Head } from '#domain/change/change-record';
import type { Id } from '#domain/record';
import { i18nInstance } from '#i18n/index';
import type { SheetRequest } from '#queries/drawing';
import type { Emphasis } from '#session/emphasis';
import type { FilterMatch } from '../filter-match.ts';
import type { Answer, Asked as AskedThere } from '../last-answer.ts';
import type { Look } from '../last-look.ts';
import type { PathsAnswer } from '../last-paths.ts';
import type { WhatIfAnswers } from '../last-what-if.ts';
import type { TimelineSettings } from '../timeline-settings.ts';
import { resultList } from './answer-sheet.ts';
import type { Printed } from './block-texts.ts';
import { chartRequest } from './chart-request.ts';
import { entityList, linkList } from './list-requests.ts';
import { logRequest, type PrintedLog } from './log-request.ts';
import { matrixRequest, type PrintedMatrix } from './matrix-request.ts';
import { pathList } from './path-list.ts';
import type { SheetChoice } from './sheet-choice.ts';
import { activityRequest, timelineRequest } from './time-requests.ts';
import { whatIfReport } from './what-if-report.ts';

export interface Wanted
  extends Printed,
    Pick<SheetChoice, 'subject' | 'sheet' | 'shape' | 'linkWords' | 'index' | 'tiles' | 'listed'> {
  readonly chart: Id;
  /** Leaves out of the sheet what it does not let through, and says so in the block. */
  readonly filter: FilterMatch | null;
  /** How the timeline is looked at. */
  readonly settings: TimelineSettings;
  /** The last answer of the results room. */
  readonly answer: Answer | undefined;
  /** What stands beside that answer there, and how it is looked at. */
  readonly asked?: Pick<AskedThere, 'question' | 'network' | 'columns' | 'groups' | 'view' | 'guided'>;
  /** What was worked out while it was looked at. */
  readonly look?: Look;
  /** What charts bring out. */
  readonly emphasis?: Emphasis | null;
  /** The last answer of the room of paths. */
  readonly paths?: PathsAnswer | undefined;
  /** What the room of what if worked out. */
  readonly whatIf?: WhatIfAnswers | undefined;
  /** Read for its sheet alone. */
  readonly log?: PrintedLog;
  readonly matrix?: PrintedMatrix;
}

export interface Asked {
  readonly request: SheetRequest;
  /** Of what the filter leaves out, how much of how much. */
  readonly hidden: number;
  readonly of: number;
  /** What is on the sheet, for the list beside it. Where all are 0 it is empty. */
  readonly facts: readonly { readonly of: Fact; readonly count: number }[];
}

export type Fact = 'entities' | 'links' | 'lanes' | 'marks' | 'rows';

/** All that the drawing worker needs, every text ready to print. Undefined when the case has no such chart. */
export function sheetRequest(state: CaseState, head: Head, wanted: Wanted): Asked | undefined {
  if (!state.find('chart', wanted.chart)) return undefined;
  const marking = state.properties?.marking;
  const common = { sheet: wanted.sheet, locale: i18nInstance.language, ...(marking && { marking }) };
  switch (wanted.subject) {
    case 'timeline':
      return timelineRequest(state, head, wanted, common);
    case 'activity':
      return activityRequest(state, head, wanted, common);
    case 'entities':
      return entityList(state, head, wanted, common);
    case 'links':
      return linkList(state, head, wanted, common);
    case 'association-matrix':
      return matrixRequest(state, head, wanted, common);
    case 'results':
      return resultList(state, head, wanted, common);
    case 'paths':
      return pathList(state, head, wanted, common);
    case 'what-if':
      return whatIfReport(state, head, wanted, common);
    case 'history':
      return logRequest(state, head, wanted, common);
    default:
      return chartRequest(state, head, wanted, common);
  }
}

/** What every request has. */
export interface Common {
  readonly sheet: SheetChoice['sheet'];
  readonly locale: string;
  readonly marking?: string;
}
