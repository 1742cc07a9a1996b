import { commands } from './commands.ts';
import { drawing } from './drawing.ts';
import { entityTypes } from './entity-types.ts';
import { grading } from './grading.ts';
import { linkTypes } from './link-types.ts';
import { stages } from './stages.ts';

/** English is complete by definition: its keys are the keys there are. One file per room. */
export const en = {
  ...commands,
  ...entityTypes,
  ...grading,
  ...linkTypes,
  ...stages,
  ...drawing,
} as const;
