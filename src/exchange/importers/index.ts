import { csvEntities } from './csv-entities.ts';
import { csvLinks } from './csv-links.ts';
import type { ImporterDefinition } from './importer.ts';

export {
  type ImportFile,
  type ImportProgress,
  type ImportRefusal,
  importFileOf,
  type ReportProgress,
  refusedImport,
} from './import-file.ts';
export type { ImporterDefinition } from './importer.ts';
export { defaultLimits, type ImportLimits } from './limits.ts';
export { guessMapping } from './mapping/guess.ts';
export {
  type ColumnMapping,
  type ColumnRole,
  entityRoles,
  linkRoles,
  type Mapping,
  type MappingFault,
  mappingFault,
  type ValueMeaning,
} from './mapping/mapping.ts';
export { type ImportQuestion, openQuestions } from './mapping/questions.ts';
export { bestMapping, type FittedMapping, fitMapping, headerKey } from './mapping/saved-mapping.ts';
export { type ExamineIdentifier, type ExistingEntity, existingEntity } from './plan/existing.ts';
export {
  type ChartTarget,
  type EntityMatch,
  type ImportContext,
  type ImportGraph,
  type ImportPlan,
  type PlannedPlace,
  planImport,
} from './plan/plan-import.ts';
export { BATCH, writePlan } from './plan/write-plan.ts';
export { previewTable, type TableForm, type TableOptions, type TablePreview } from './preview.ts';
export {
  NOT_DATA,
  type RejectionCode,
  type Remarks,
  type RowRemark,
  rejectionCodes,
  type WarningCode,
  warningCodes,
} from './row-report.ts';
export type { ColumnProfile } from './table/column-profile.ts';
export { type Encoding, encodings } from './table/encoding.ts';

/** In the order the import dialog offers them. */
export const importers = [csvLinks, csvEntities] as const satisfies readonly ImporterDefinition[];

export type ImporterId = (typeof importers)[number]['id'];
