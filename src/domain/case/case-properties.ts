import type { Span } from '../time/span.ts';

/** The one record with id `case`. `caseId` never changes; the store's own key for a copy is another (`localId`). */
export interface CaseProperties {
  readonly id: 'case';
  readonly kind: 'case';
  readonly caseId: string;
  readonly title: string;
  readonly reference?: string;
  /** Security classification, printed top and bottom of every view and sheet. */
  readonly marking?: string;
  readonly unit?: string;
  /** IANA zone or fixed offset of the case; times without a zone are read in it. */
  readonly zone: string;
  readonly period?: Span;
  /** The case's own vocabulary of stages, in order. */
  readonly stages: readonly string[];
  /** "Intelligence, not evidence" is printed in the chart block. */
  readonly notEvidence?: boolean;
  /** Set on sample and training cases: shown on the start page and in the chart block. */
  readonly training?: string;
}
