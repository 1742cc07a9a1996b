import type { GradingScheme } from './grading-scheme.ts';

/** UK replacement of 5x5x5. Figures grade the source and letters the information: the other way round from every other scheme. */
export const threeByFiveByTwo = {
  id: '3x5x2',
  source: [
    { code: '1', worth: 'strong' },
    { code: '2', worth: 'unjudged' },
    { code: '3', worth: 'weak' },
  ],
  information: [
    { code: 'A', worth: 'strong' },
    { code: 'B', worth: 'middling' },
    { code: 'C', worth: 'middling' },
    { code: 'D', worth: 'unjudged' },
    { code: 'E', worth: 'weak' },
  ],
  handling: '3x5x2',
} as const satisfies GradingScheme;
