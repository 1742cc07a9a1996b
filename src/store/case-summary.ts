import type { CaseProperties } from '#domain/case/case-properties';
import type { LocalId } from '#domain/change/change-record';

/** What the start page shows of a case without opening it: a copy of the case record, renewed with every commit that alters it. */
export interface CaseSummary {
  readonly caseId: string;
  readonly title: string;
  readonly reference?: string;
  readonly marking?: string;
  readonly training?: string;
}

export interface ListedCase extends CaseSummary {
  readonly localId: LocalId;
  /** Number of changes. */
  readonly count: number;
  readonly hash: string;
  /** Wall time of the last change, UTC ISO; missing when its header cannot be read. */
  readonly changed?: string;
  /** The change count when a file was last saved; missing when never. */
  readonly savedSeq?: number;
  readonly savedWall?: string;
}

export function summaryOf(properties: CaseProperties): CaseSummary {
  const { caseId, title, reference, marking, training } = properties;
  return {
    caseId,
    title,
    ...(reference !== undefined && { reference }),
    ...(marking !== undefined && { marking }),
    ...(training !== undefined && { training }),
  };
}
