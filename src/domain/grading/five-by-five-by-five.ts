import type { GradingScheme } from './grading-scheme.ts';

/** UK National Intelligence Model, form A; in use until about 2016 and still the one i2 documents. */
export const fiveByFiveByFive = {
  id: '5x5x5',
  source: [
    { code: 'A', worth: 'strong' },
    { code: 'B', worth: 'strong' },
    { code: 'C', worth: 'middling' },
    { code: 'D', worth: 'weak' },
    { code: 'E', worth: 'unjudged' },
  ],
  information: [
    { code: '1', worth: 'certain' },
    { code: '2', worth: 'strong' },
    { code: '3', worth: 'middling' },
    { code: '4', worth: 'unjudged' },
    { code: '5', worth: 'weak' },
  ],
  handling: '5x5x5',
} as const satisfies GradingScheme;
