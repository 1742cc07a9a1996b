import type { StageId } from '../stages/index.ts';

/** What happened (handbook §12, and departure, settlement, stay and release of its stages). Message key `event-kind.<id>`. */
export interface EventKind {
  readonly id: string;
  /** The stage offered for it. */
  readonly stage?: StageId;
  /** Happens at one moment: two different ends can then only mean that the moment is not known. */
  readonly momentary?: true;
}

/** A kind outside this list is kept as the analyst wrote it. */
export const eventKinds = [
  { id: 'recruitment', stage: 'recruit', momentary: true },
  { id: 'meeting', momentary: true },
  { id: 'call', momentary: true },
  { id: 'payment', stage: 'deposit', momentary: true },
  { id: 'settlement', stage: 'settle', momentary: true },
  { id: 'document-issue', stage: 'document', momentary: true },
  { id: 'assembly', stage: 'assemble' },
  { id: 'departure', stage: 'move', momentary: true },
  { id: 'embarkation', stage: 'cross' },
  { id: 'at-sea-transfer', stage: 'cross' },
  { id: 'border-crossing', stage: 'cross', momentary: true },
  { id: 'interdiction', momentary: true },
  { id: 'rescue' },
  { id: 'landing', stage: 'cross', momentary: true },
  { id: 'stay', stage: 'hold' },
  { id: 'detention' },
  { id: 'release', stage: 'release', momentary: true },
  { id: 'death', momentary: true },
  { id: 'arrest', momentary: true },
] as const satisfies readonly EventKind[];

export type EventKindId = (typeof eventKinds)[number]['id'];

const momentary = new Set<string>(eventKinds.filter((k: EventKind) => k.momentary).map((k) => k.id));

/** False for kinds that can go on for a time, and for words of the analyst's own. */
export function isMomentaryEvent(kind: string | undefined): boolean {
  return kind !== undefined && momentary.has(kind);
}

export function isEventKindId(text: string): text is EventKindId {
  return eventKinds.some((k) => k.id === text);
}
