/** One step of the business. Message key `stage.<id>`. */
export interface Stage {
  readonly id: string;
}

/**
 * The steps of migrant smuggling in order (handbook §5): the vocabulary a new case starts with. A case may rename, add or reorder
 * its stages: `CaseProperties.stages` holds texts, and an id of this list is only shown in the analyst's language.
 */
export const stages = [
  { id: 'recruit' },
  { id: 'deposit' },
  { id: 'assemble' },
  { id: 'document' },
  { id: 'move' },
  { id: 'hold' },
  { id: 'cross' },
  { id: 'settle' },
  { id: 'release' },
] as const satisfies readonly Stage[];

export type StageId = (typeof stages)[number]['id'];

export const defaultStages: readonly StageId[] = stages.map((s) => s.id);

export function isStageId(text: string): text is StageId {
  return stages.some((s) => s.id === text);
}
