import { commands } from './commands.ts';

/** English is complete by definition: its keys are the keys there are. One file per room. */
export const en = {
  ...commands,
} as const;
