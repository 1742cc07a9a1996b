import type { StageId } from '../stages/index.ts';

/** What happened (handbook §12, and departure, settlement, stay and release of its stages). Message key `event-kind.<id>`. */
export interface EventKind {
  readonly id: string;
  /** The stage offered for it. */
  readonly stage?: StageId;
}

/** A kind outside this list is kept as the analyst wrote it. */
export const eventKinds = [
  { id: 'recruitment', stage: 'recruit' },
  { id: 'meeting' },
  { id: 'call' },
  { id: 'payment', stage: 'deposit' },
  { id: 'settlement', stage: 'settle' },
  { id: 'document-issue', stage: 'document' },
  { id: 'assembly', stage: 'assemble' },
  { id: 'departure', stage: 'move' },
  { id: 'embarkation', stage: 'cross' },
  { id: 'at-sea-transfer', stage: 'cross' },
  { id: 'border-crossing', stage: 'cross' },
  { id: 'interdiction' },
  { id: 'rescue' },
  { id: 'landing', stage: 'cross' },
  { id: 'stay', stage: 'hold' },
  { id: 'detention' },
  { id: 'release', stage: 'release' },
  { id: 'death' },
  { id: 'arrest' },
] as const satisfies readonly EventKind[];

export type EventKindId = (typeof eventKinds)[number]['id'];

export function isEventKindId(text: string): text is EventKindId {
  return eventKinds.some((k) => k.id === text);
}
