import type { SchemeId } from '../grading/index.ts';
import type { Described, Id } from '../record.ts';

export type SourceKind = 'report' | 'dataset' | 'document' | 'interview' | 'observation' | 'open-source' | 'other';

/** A grade is meaningless without its scheme: the same letter means different things (handbook §2). */
export interface Grade {
  readonly scheme: SchemeId;
  readonly source: string;
  readonly information: string;
}

export interface SourceFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sha256: string;
  /** accepted + rejected + aside = rows. */
  readonly rows?: number;
  readonly accepted?: number;
  /** Rows that were data and were not taken. Where `aside` is missing (cases of earlier versions), what was no data counts here. */
  readonly rejected?: number;
  /** Rows that never were data: the header, lines above it, totals, blank lines. */
  readonly aside?: number;
}

export interface Source extends Described {
  readonly id: Id;
  readonly kind: 'source';
  readonly reference: string;
  readonly title?: string;
  readonly sourceKind: SourceKind;
  /** ISO date, at the precision stated. */
  readonly received?: string;
  readonly text?: string;
  readonly grade?: Grade;
  readonly handling?: string;
  readonly file?: SourceFile;
}
