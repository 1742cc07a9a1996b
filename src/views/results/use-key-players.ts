import { useCallback } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import type { Scope } from '#queries/analysis';
import { useCaseReading } from '#queries/case-context';
import type { Work } from '#queries/in-breaths';
import { type KeyPlayersResult, useKeyPlayers } from '#queries/key-players';
import { readingStrengths } from '#queries/sure-sets';
import {
  type AskedNow,
  isNodeOf,
  readingAsked,
  readingOthersSpared,
  readingProtected,
  readingScope,
  readingStanding,
  readingUnconfirmed,
  type Standing,
  sameStanding,
  UNREAD,
} from '../answer-scope.ts';
import type { Asked, MeasureAnswer } from '../last-answer.ts';
import { keyPlayersRefusal, type OverConfirmed } from './key-players-words.ts';
import { LONG_WAIT, type LongWork } from './long-work.ts';
import { refusalOf } from './refusal.ts';
import { usePatience } from './use-patience.ts';
import type { Whole } from './use-whole.ts';
import { useWorkedOut } from './use-worked-out.ts';

/** What is read of a case before a set is looked for. */
interface Ground extends AskedNow {
  /** How far links are confirmed, in short: what confirmed links alone would name rests on it. */
  readonly strengths: string;
  /** Nobody proposes to arrest or to watch a witness. */
  readonly spared: readonly Id[];
  /** Kept out of it by choice, as far as they are in the network at all. */
  readonly left: readonly Id[];
  /** Confirmed links of the same entities, where there are others. */
  readonly confirmed?: Scope;
}

interface Found {
  readonly found?: KeyPlayersResult;
  readonly confirmed?: OverConfirmed;
  /** It would take so long that it was not begun. */
  readonly long?: LongWork;
}

/** The set of key players of the graph of an answer, and the set that confirmed links alone would name, worked out while it is looked at. */
export function useKeySet(
  answer: MeasureAnswer,
  wanted: NonNullable<Asked['keyPlayers']>,
  state: CaseState,
): Whole<Found> {
  const { criterion, parameters, forced, excluded } = wanted;
  const desk = useKeyPlayers();
  const name = tDynamic(`key-players.${criterion}.name`);
  const question = [answer, criterion, parameters, forced, excluded];
  const { waits, wait } = usePatience(question);
  const { read, result, refused } = useWorkedOut<Ground, Found>(
    [...question, waits],
    name,
    function* (now): Work<Ground> {
      const asked = yield* readingAsked(now, answer);
      const spared = yield* readingProtected(now, asked.request);
      const left = (excluded ?? []).filter((id) => {
        const entity = now.entity(id);
        return entity && isNodeOf(asked.request, entity);
      });
      const { weak } = yield* readingUnconfirmed(now, asked.request.scope, answer.asked.twoMode);
      const ground = { ...asked, spared, left, strengths: yield* readingStrengths(now, asked.request.scope) };
      if (weak === 0) return ground;
      const { scope } = yield* readingScope(now, { ...answer.asked, confirmedOnly: true });
      return { ...ground, confirmed: scope };
    },
    async (state, { request: graph, revision, spared, left, confirmed }, run, show) => {
      const out = { excluded: [...new Set([...spared, ...left])], ...(forced && { forced }) };
      const request = { ...graph, revision, ...out, criterion, parameters };
      const cost = await desk.estimate(state, request, run);
      const seconds = cost.ok ? cost.figure.seconds : 0;
      if (seconds > LONG_WAIT && !waits) {
        const searched = cost.ok && !cost.figure.exact;
        return {
          ok: true,
          figure: { long: { measure: name, seconds, searched, exactly: wait } },
        };
      }
      const figure = await desk.keyPlayers(state, request, run);
      if (!figure.ok) return figure;
      const found = figure.figure;
      if (answer.asked.confirmedOnly) return { ok: true, figure: { found, confirmed: 'no-others-counted' } };
      if (!confirmed) return { ok: true, figure: { found } };
      // As long again as the answer itself: only where that was short.
      if (seconds > LONG_WAIT) return { ok: true, figure: { found, confirmed: 'not-asked' } };
      show({ found });
      const { content: _, ...others } = request;
      const sure = { ...others, scope: confirmed };
      const best = await desk.keyPlayers(state, sure, run);
      // A set whose members are all given is not looked for, only rated.
      const members = found.members.map((m) => m.id);
      const same = best.ok
        ? await desk.keyPlayers(state, { ...sure, parameters: found.parameters, forced: members }, run)
        : best;
      for (const of of [best, same]) if (!of.ok && of.code === 'changed') return of;
      const both = best.ok && same.ok ? { best: best.figure, same: same.figure.value } : 'not-asked';
      return { ok: true, figure: { found, confirmed: both } };
    },
  );
  const content = read?.request.content;
  const { spared, strengths } = read ?? {};
  const standing = useCaseReading(
    useCallback(
      function* (now: CaseState): Work<Standing> {
        if (content === undefined || !spared) return UNREAD;
        const of = yield* readingStanding(now, { ...answer, content });
        if (of.stale || (yield* readingOthersSpared(now, answer.asked, spared))) return { ...of, stale: true };
        const { scope } = yield* readingScope(now, answer.asked);
        return { ...of, stale: (yield* readingStrengths(now, scope)) !== strengths };
      },
      [answer, content, spared, strengths],
    ),
    UNREAD,
    sameStanding,
  );
  return {
    ...(result && { result }),
    ...(refused && { problem: keyPlayersRefusal(state, refused, wanted) ?? refusalOf(refused, result !== undefined) }),
    ...(read && { leftOut: read.leftOut, content: read.request.content, strengths: read.strengths }),
    standing,
  };
}
