import { useCallback } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Figure, RunOptions } from '#queries/analysis';
import { useCaseReading } from '#queries/case-context';
import type { FigureRequest } from '#queries/figures';
import type { Work } from '#queries/in-breaths';
import {
  type AskedNow,
  type LeftOut,
  readingAsked,
  readingStanding,
  type Standing,
  sameStanding,
  UNREAD,
} from '../answer-scope.ts';
import type { NetworkAsked } from '../last-answer.ts';
import { refusalOf } from './refusal.ts';
import { useWorkedOut } from './use-worked-out.ts';

/** What is shown of a question about a network as a whole: its answer, or why there is none, whom it leaves out, and how it stands. */
export interface Whole<R> {
  readonly result?: R;
  readonly problem?: string;
  readonly leftOut?: LeftOut;
  /** What its graph was made of. */
  readonly content?: string;
  /** How far the links were confirmed, in short, where the answer tells of confirmed ones alone. */
  readonly strengths?: string;
  readonly standing: Standing;
}

/** Works out what was asked of a network as a whole while it is looked at. `show` shows a part of it before the rest is there. */
export function useWhole<R>(
  asked: NetworkAsked,
  label: string,
  work: (state: CaseState, request: FigureRequest, run: RunOptions, show: (part: R) => void) => Promise<Figure<R>>,
): Whole<R> {
  const { read, result, refused } = useWorkedOut<AskedNow, R>(
    [asked],
    label,
    (state) => readingAsked(state, asked),
    (state, { request, revision }, run, show) => work(state, { ...request, revision }, run, show),
  );
  const content = read?.request.content;
  const standing = useCaseReading(
    useCallback(
      function* (now: CaseState): Work<Standing> {
        return content === undefined ? UNREAD : yield* readingStanding(now, { ...asked, content });
      },
      [asked, content],
    ),
    UNREAD,
    sameStanding,
  );
  return {
    ...(result !== undefined && { result }),
    ...(refused && { problem: refusalOf(refused, result !== undefined) }),
    ...(read && { leftOut: read.leftOut, content: read.request.content }),
    standing,
  };
}
