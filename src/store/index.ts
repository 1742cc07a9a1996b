export type { AttachedBlob, AttachedExtra, Attachments } from './attachments.ts';
export type { CaseSummary, ListedCase } from './case-summary.ts';
export { summaryOf } from './case-summary.ts';
export type { Codec } from './codec.ts';
export type {
  CommitFailure,
  CommitRequest,
  CommitResult,
  Committed,
  FailureReason,
  LogSoFar,
  PlannedChange,
} from './commit.ts';
export type { Frozen, StoreClock } from './context.ts';
export type { ImportLogResult } from './import-log.ts';
export type { LoadOptions, LoadProblem } from './load-case.ts';
export type { CaseEvent, StagedRequest } from './open-case.ts';
export { OpenCase } from './open-case.ts';
export type { ExportableCase, ExportStore } from './open-for-export.ts';
export { openForExport } from './open-for-export.ts';
export type { StoreOptions, StoreProblem } from './open-store.ts';
export { openStore } from './open-store.ts';
export type { StorageEstimateBytes } from './persistence.ts';
export { askToPersist, storageEstimate } from './persistence.ts';
export type { Rescue } from './rescue.ts';
export type { Sentinel } from './sentinel.ts';
export type { StagedSteps } from './staging.ts';
export { Stage } from './staging.ts';
export type { OpenCaseResult, OpenReport, PackagedCase, StoreEvent, VerifyResult } from './store.ts';
export { Store } from './store.ts';
