import type { ImportFile, ImportRefusal, ReportProgress } from './import-file.ts';
import type { ColumnRole, Mapping } from './mapping/mapping.ts';
import type { ImportContext, ImportPlan } from './plan/plan-import.ts';
import type { TableForm, TableOptions, TablePreview } from './preview.ts';

/**
 * A way into the case. Message keys `importer.<id>` and `importer.<id>.explain`. Three acts, nothing written before the third:
 * `preview` looks, `plan` lays out every step and match, `writePlan` hands the steps over.
 */
export interface ImporterDefinition {
  readonly id: string;
  /** File name endings it usually has, without dots. */
  readonly extensions: readonly string[];
  /** Roles its columns may have, in the order of the menu. */
  readonly roles: readonly ColumnRole[];
  preview(
    file: ImportFile,
    options: TableOptions,
    signal: AbortSignal,
    progress?: ReportProgress,
  ): Promise<TablePreview | ImportRefusal>;
  plan(
    file: ImportFile,
    form: TableForm,
    mapping: Mapping,
    context: ImportContext,
    signal: AbortSignal,
    progress?: ReportProgress,
  ): Promise<ImportPlan | ImportRefusal>;
}
