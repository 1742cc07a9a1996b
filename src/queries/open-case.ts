import type { CaseState } from '#domain/change/case-state';
import type { Change, ChangeHeader, ChangeRecord, Head } from '#domain/change/change-record';
import type { UndoStacks } from '#domain/change/history';
import type { Step } from '#domain/change/step';
import type { CommandId, PayloadOf } from '#domain/commands/index';
import type { StagedSteps, OpenCase as StoredCase } from '#store/index';

/** What became of an act. `saved` = on disk, in a strict transaction that holds the change and the new head. */
export type Outcome =
  | { readonly saved: true; readonly seq: number }
  /** The plan altered nothing; nothing was written. */
  | { readonly saved: true; readonly seq: null }
  /** Refused by the plan, or by the state of the store: message `refused.${code}`. */
  | { readonly saved: false; readonly refused: string; readonly detail?: Readonly<Record<string, string | number>> }
  /** The write failed: the change is kept in memory, shown, and retried or saved to a file. */
  | { readonly saved: false; readonly failed: string };

export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: string | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'frozen'; readonly reason: 'storage-closed' | 'newer-version' };

/** What is on the screen of a case, replaced as a whole at each change so that `===` tells whether anything moved. */
export interface CaseSnapshot {
  /** Mutable, shared: read it while rendering a snapshot, never keep it across. */
  readonly state: CaseState;
  readonly version: number;
  readonly head: Head;
  readonly undo: UndoStacks;
  readonly save: SaveStatus;
  /** Where the last change was made: in this tab, or in another one. */
  readonly from: 'here' | 'elsewhere';
}

/** One case open in this tab: the only door through which views alter it. */
export interface OpenCase {
  readonly localId: string;
  /** The store's own case, for what stands below views: staging, packages. */
  readonly stored: StoredCase;
  snapshot(): CaseSnapshot;
  subscribe(listener: () => void): () => void;
  /** Acts that wait for the disk: what is on it is older than what was done. Apart from the snapshot, so that only who asks draws again. */
  readonly writing: { get(): number; subscribe(listener: () => void): () => void };
  run<I extends CommandId>(command: I, payload: PayloadOf<I>): Promise<Outcome>;
  undo(): Promise<Outcome>;
  redo(): Promise<Outcome>;
  /**
   * Undoes back to the state right after this change, one change record for each undone change; `undone` counts them, also
   * where one of them did not come through. Refused as `undone-since` where no undo leads there.
   */
  undoTo(seq: number): Promise<{ readonly undone: number; readonly outcome: Outcome }>;
  /** Makes a bulk change visible that a worker staged. One undo. On another head than `expected`: refused as `case-moved-on`. */
  commitStaged(staged: StagedSteps, command: CommandId, payload: unknown, expected?: Head): Promise<Outcome>;
  /** Tries again to write what could not be saved, in turn with other acts. What is not saved then is held as before. */
  retry(): Promise<Outcome>;
  /** Drops the change that could not be saved, after the analyst said so. */
  abandon(): void;
  /** The change that could not be saved, while it is held: a file can hold what the disk would not take. */
  unsaved(): ChangeRecord | undefined;
  /** Its steps; none when nothing is held. */
  unsavedSteps(): readonly Step[];
  /** Headers from the log, oldest first; both ends included. */
  headers(from: number, to: number): Promise<readonly ChangeHeader[]>;
  change(seq: number): Promise<Change>;
  /** The payload of a change as it was planned, e.g. the reason of a lifted protection. */
  payload(seq: number): Promise<unknown>;
  /** The case as it was right after this change, folded from the log; read only. */
  stateAt(seq: number): Promise<CaseState>;
  close(): void;
}
