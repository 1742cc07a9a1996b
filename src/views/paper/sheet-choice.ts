import type { LinkWords } from '#drawing/scene/prepared-chart';
import type { Sheet } from '#drawing/scene/sheet';
import { signal } from '#session/signal';

/** What can be put on paper: the chart itself, and what else the case shows of it. */
export const SUBJECTS = [
  'chart',
  'timeline',
  'activity',
  'entities',
  'links',
  'association-matrix',
  'results',
  'paths',
  'what-if',
  'history',
] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What is printed of a working view; undefined of those that have nothing for paper, and of the sheet itself. */
export function subjectOf(view: string): Subject | undefined {
  return ofViews.get(view);
}

const ofViews: ReadonlyMap<string, Subject> = new Map([
  ['link-chart', 'chart'],
  ['timeline', 'timeline'],
  ['activity', 'activity'],
  ['association-matrix', 'association-matrix'],
  ['table', 'entities'],
  ['results', 'results'],
  ['paths', 'paths'],
  ['what-if', 'what-if'],
  ['history', 'history'],
]);

export interface SheetChoice {
  readonly subject: Subject;
  readonly sheet: Sheet;
  /** Paper a larger sheet is cut into; ignored where it is no larger. */
  readonly tiles: 'none' | 'A4' | 'A3';
  /** As on the screen, or drawn out in the direction in which the sheet has room. */
  readonly shape: 'as-drawn' | 'fill';
  readonly linkWords: LinkWords;
  /** Letters and numbers round the chart, and a list of who stands where. */
  readonly index: boolean;
  /** Lists speak of the chart, or of all the case. */
  readonly listed: 'chart' | 'case';
  /** Leaves out what the filter of the session hides. */
  readonly asFiltered: boolean;
  readonly dpi: Dpi;
  readonly zoom: 'whole' | 'actual';
}

export const DPI = [75, 100, 150, 300, 600] as const;
export type Dpi = (typeof DPI)[number];

/** Kept while the program is open: the next chart is mostly printed like the last one. */
export const sheetChoice = signal<SheetChoice>({
  subject: 'chart',
  sheet: { format: 'A4', orientation: 'landscape', ink: 'colour' },
  tiles: 'none',
  shape: 'as-drawn',
  linkWords: 'all',
  index: false,
  listed: 'chart',
  asFiltered: true,
  dpi: 300,
  zoom: 'whole',
});

/** Lists run on over sheets; everything else is one picture, which can be large. */
export function isList(subject: Subject): boolean {
  return subject === 'entities' || subject === 'links' || subject === 'association-matrix' || isAnswer(subject);
}

/** What was found in a room is printed as it was found: no filter narrows it afterwards. */
export function isAnswer(subject: Subject): boolean {
  return subject === 'results' || subject === 'paths' || subject === 'what-if' || subject === 'history';
}
