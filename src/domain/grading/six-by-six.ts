import type { GradingScheme } from './grading-scheme.ts';

/** Admiralty code, STANAG 2511. Only 1 is confirmed by others; "probably true" is an opinion, so it is not drawn as confirmed. */
export const sixBySix = {
  id: '6x6',
  source: [
    { code: 'A', worth: 'strong' },
    { code: 'B', worth: 'strong' },
    { code: 'C', worth: 'middling' },
    { code: 'D', worth: 'weak' },
    { code: 'E', worth: 'weak' },
    { code: 'F', worth: 'unjudged' },
  ],
  information: [
    { code: '1', worth: 'certain' },
    { code: '2', worth: 'middling' },
    { code: '3', worth: 'middling' },
    { code: '4', worth: 'weak' },
    { code: '5', worth: 'weak' },
    { code: '6', worth: 'unjudged' },
  ],
  handling: 'europol',
} as const satisfies GradingScheme;
