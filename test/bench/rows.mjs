import { browser } from './browser.mjs';
import { largeChart } from './large-chart.mjs';
import { layouts } from './layouts.mjs';
import { measures } from './measures.mjs';
import { paper } from './paper.mjs';
import { stability } from './stability.mjs';
import { timeline } from './timeline.mjs';

/** Every module that gives rows to the bench. */
export const rowModules = [measures, layouts, stability, paper, timeline, browser, largeChart];
