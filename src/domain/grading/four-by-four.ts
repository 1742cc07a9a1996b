import type { GradingScheme } from './grading-scheme.ts';

/**
 * Regulation (EU) 2016/794 (Europol), Art. 29; main form of the courses. X and 4 say that nobody could judge or corroborate,
 * which is no mark against the source or the words.
 */
export const fourByFour = {
  id: '4x4',
  source: [
    { code: 'A', worth: 'strong' },
    { code: 'B', worth: 'strong' },
    { code: 'C', worth: 'weak' },
    { code: 'X', worth: 'unjudged' },
  ],
  information: [
    { code: '1', worth: 'certain' },
    { code: '2', worth: 'strong' },
    { code: '3', worth: 'middling' },
    { code: '4', worth: 'unjudged' },
  ],
  handling: 'europol',
} as const satisfies GradingScheme;
