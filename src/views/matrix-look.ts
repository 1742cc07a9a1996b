import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import type { OpenCase } from '#queries/open-case';
import { type Signal, signal } from '#session/signal';

/** Full square, or lower half with each name once, on the diagonal. */
export type Form = 'square' | 'half';

/** Whose rows there are; the filter of the case narrows each. */
export type Of =
  | { readonly kind: 'case' }
  | { readonly kind: 'chart'; readonly chart: Id }
  | { readonly kind: 'selection'; readonly ids: ReadonlySet<Id> };

/** Whose rows there are now: where the chart is gone, those of the case. */
export function ofNow(state: CaseState, of: Of): Of {
  return of.kind === 'chart' && !state.find('chart', of.chart) ? { kind: 'case' } : of;
}

/** Whose rows there are, in words. */
export function ofWords(state: CaseState, asked: Of): string {
  const of = ofNow(state, asked);
  return of.kind === 'chart'
    ? t('association-matrix.of.chart', { name: state.find('chart', of.chart)?.name ?? '' })
    : t(`association-matrix.of.${of.kind}`);
}

/** How the matrix of a case is looked at. */
export interface Look {
  readonly form: Form;
  readonly of: Of;
  /** `type`, `name`, `associated`, or the id of a result on hand (`orderChoices`). */
  readonly order: string;
}

const kept = new WeakMap<OpenCase, Signal<Look>>();

/** While the case is open: another tab in front must not cost it. */
export function lookOf(open: OpenCase): Signal<Look> {
  let found = kept.get(open);
  if (!found) {
    found = signal<Look>({ form: 'square', of: { kind: 'case' }, order: 'type' });
    kept.set(open, found);
  }
  return found;
}
