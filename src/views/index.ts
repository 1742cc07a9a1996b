import type { SideDefinition, ViewDefinition } from './view.ts';

/** The working views, in the order of menus and palette. A pane shows one; `view.<id>` names it. */
export const views = [
  { id: 'link-chart', icon: 'connect', perChart: true, load: () => import('./link-chart/index.tsx') },
  {
    id: 'association-matrix',
    icon: 'matrix',
    perChart: false,
    load: () => import('./association-matrix/index.tsx'),
  },
  { id: 'results', icon: 'bars', perChart: false, load: () => import('./results/index.tsx') },
  { id: 'paths', icon: 'connect', perChart: false, load: () => import('./paths/index.tsx') },
  { id: 'what-if', icon: 'eye', perChart: false, load: () => import('./what-if/index.tsx') },
  { id: 'import', icon: 'upload', perChart: false, load: () => import('./import/index.tsx') },
  { id: 'table', icon: 'table', perChart: false, load: () => import('./table/index.tsx') },
  { id: 'sources', icon: 'report', perChart: false, load: () => import('./sources/index.tsx') },
  { id: 'history', icon: 'history', perChart: false, load: () => import('./history/index.tsx') },
  { id: 'timeline', icon: 'clock', perChart: false, load: () => import('./timeline/index.tsx') },
  { id: 'activity', icon: 'bars', perChart: false, load: () => import('./timeline/activity.tsx') },
  { id: 'contacts', icon: 'clock', perChart: false, load: () => import('./contacts/index.tsx') },
  { id: 'paper', icon: 'print', perChart: true, listed: false, load: () => import('./paper/index.tsx') },
] as const satisfies readonly ViewDefinition[];

/** What stands left and right of the panes. Rail words: `side.<id>`, `side.<id>.<part>`. */
export const sides = [
  {
    id: 'explorer',
    rail: [
      { icon: 'search', part: 'explorer-search' },
      { icon: 'list', part: 'explorer-entities' },
      { icon: 'connect', part: 'explorer-charts' },
      { icon: 'filter', part: 'explorer-filters' },
    ],
    load: () => import('./explorer/index.tsx'),
  },
  {
    id: 'inspector',
    rail: [{ icon: 'info', part: 'inspector' }],
    load: () => import('./inspector/index.tsx'),
  },
] as const satisfies readonly SideDefinition[];
