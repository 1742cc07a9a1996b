import type { AppliedFigure } from '#drawing/scene/chart-content';
import { isMessageKey, number, t, tDynamic } from '#i18n/index';
import { percent } from './groups-words.ts';

/** Name of a measure, or of a way to find groups; its id where this version has no name for it. */
export function nameOfFigure(id: string): string {
  const key = [`measure.${id}.name`, `communities.${id}.name`].find(isMessageKey);
  return key === undefined ? id : tDynamic(key);
}

/** A figure that a chart shows: which, over which records, and as of which change of the case. */
export function appliedText({ measure, scope, revision }: AppliedFigure): string {
  const within = `results.method.in.${scope}`;
  return t('applied.figure', {
    measure: nameOfFigure(measure),
    scope: isMessageKey(within) ? tDynamic(within) : scope,
    revision: number(revision),
  });
}

/** How many runs, and in what share of them a member that is not doubtful is with its group. */
export function stabilityWords({
  stability,
}: AppliedFigure): { readonly runs: string; readonly below: string } | undefined {
  return stability && { runs: number(stability.runs), below: percent(Number(stability.below)) };
}
