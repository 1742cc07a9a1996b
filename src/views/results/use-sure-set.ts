import { useCallback, useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { t, tDynamic } from '#i18n/index';
import type { Figure, ParameterValues, Scope } from '#queries/analysis';
import type { KeyPlayersResult } from '#queries/key-players';
import { readingStrengths, type SureSet, type SureSetRequest, useSureSet } from '#queries/sure-sets';
import type { MeasureAnswer } from '../last-answer.ts';
import { LONG_WAIT, type LongWork } from './long-work.ts';
import { refusalOf } from './refusal.ts';
import { useAboutAnswer } from './use-about-answer.ts';
import { usePatience } from './use-patience.ts';

/** How sure a set is, as far as it is worked out; `stale`: strengths or sources of links have changed since. */
export interface SureSetSoFar {
  readonly sure?: SureSet;
  /** Where resamples lose sources whole: which sources bore the links out, in short. */
  readonly sources?: string;
  readonly long?: LongWork;
  readonly problem?: string;
  readonly stale: boolean;
  readonly checking: boolean;
  readonly again: () => void;
}

/** How sure a set of key players is, worked out while it is looked at over the graph in which the set was found; `content` names that graph. */
export function useSureSetOf(
  answer: MeasureAnswer,
  content: string,
  found: KeyPlayersResult,
  settings: ParameterValues,
): SureSetSoFar {
  const desk = useSureSet();
  const { waits, wait } = usePatience([found, settings]);
  const of = useMemo((): MeasureAnswer => ({ ...answer, content }), [answer, content]);
  const how = useMemo(() => ({ found, settings, waits }), [found, settings, waits]);
  const withSources = Number(settings['source-loss'] ?? 0) > 0;
  const reading = useCallback(
    (state: CaseState, scope: Scope) => readingStrengths(state, scope, withSources),
    [withSources],
  );
  const name = tDynamic(`key-players.${found.criterion}.name`);
  type SoFar = Pick<SureSetSoFar, 'sure' | 'long'>;
  const about = useAboutAnswer<SoFar>(
    of,
    how,
    t('guided.key.sure.running'),
    reading,
    async (state, graph, run): Promise<Figure<SoFar>> => {
      const { criterion, parameters, forced, excluded } = found;
      const members = found.members.map((m) => m.id);
      const request: SureSetRequest = { ...graph, criterion, parameters, forced, excluded, members, settings };
      const cost = await desk.seconds(state, request, run);
      if (!cost.ok) return cost;
      if (cost.figure > LONG_WAIT && !waits)
        return { ok: true, figure: { long: { measure: name, seconds: cost.figure, exactly: wait } } };
      const sure = await desk.sureSet(state, request, run);
      return sure.ok ? { ok: true, figure: { sure: sure.figure } } : sure;
    },
  );
  const { result, read, refused, stale, checking, again } = about;
  return {
    ...result,
    ...(withSources && read && { sources: read.beside }),
    ...(refused && { problem: refusalOf(refused, result !== undefined) }),
    stale,
    checking,
    again,
  };
}
