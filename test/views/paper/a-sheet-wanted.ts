import type { Wanted } from '../../../src/views/paper/sheet-request.ts';
import { AT_FIRST } from '../../../src/views/timeline-settings.ts';

/** What most tests of sheets leave as it is: A4 across, in colour, nothing in tiles, no index, no answer. */
export const A4_ACROSS = {
  linkWords: 'all',
  index: false,
  tiles: 'none',
  listed: 'chart',
  answer: undefined,
  settings: AT_FIRST,
  sheet: { format: 'A4', orientation: 'landscape', ink: 'colour' },
  shape: 'as-drawn',
} satisfies Partial<Wanted>;
