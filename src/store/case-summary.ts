import type { CaseProperties } from '#domain/case/case-properties';
import type { CaseState } from '#domain/change/case-state';
import type { LocalId } from '#domain/change/change-record';
import type { Step } from '#domain/change/step';

/** What the start page shows of a case without opening it: a copy of the case record and two counts, renewed with every commit that alters them. */
export interface CaseSummary {
  readonly caseId: string;
  readonly title: string;
  readonly reference?: string;
  readonly marking?: string;
  readonly training?: string;
  /** Missing where a program that did not count wrote the summary last; opening the case counts again. */
  readonly entities?: number;
  readonly sources?: number;
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

/** Without `counted` the counts are left out, until the case is opened. */
export function summaryOf(properties: CaseProperties, counted?: Pick<CaseState, 'countOf'>): CaseSummary {
  const { caseId, title, reference, marking, training } = properties;
  return {
    caseId,
    title,
    ...(reference !== undefined && { reference }),
    ...(marking !== undefined && { marking }),
    ...(training !== undefined && { training }),
    ...(counted && { entities: counted.countOf('entity'), sources: counted.countOf('source') }),
  };
}

/** The summary once these steps are applied to a state, worked out from the steps alone; undefined when it stays as it is. */
export function summaryAfter(
  state: Pick<CaseState, 'countOf' | 'properties'>,
  steps: readonly Step[],
): CaseSummary | undefined {
  let properties = state.properties;
  let altered = false;
  const more = new Map<string, number>();
  for (const { before, after } of steps) {
    if (after?.kind === 'case') {
      properties = after;
      altered = true;
    }
    if (before) more.set(before.kind, (more.get(before.kind) ?? 0) - 1);
    if (after) more.set(after.kind, (more.get(after.kind) ?? 0) + 1);
  }
  if (!properties || !(altered || more.get('entity') || more.get('source'))) return undefined;
  return summaryOf(properties, { countOf: (kind) => state.countOf(kind) + (more.get(kind) ?? 0) });
}
