import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { HowSure, WeakestLink } from '#queries/how-sure';
import type { OpenCase } from '#queries/open-case';
import type { OverTime } from '#queries/over-time';
import { type Signal, signal } from '#session/signal';
import type { LeftOut } from './answer-scope.ts';
import { type Asked, type MeasureAnswer, type NetworkAsked, USUAL_KEY_PLAYERS, USUAL_SLICES } from './last-answer.ts';

/** How sure the ranking of an answer is, as far as it is worked out. */
export interface Sure {
  readonly of: MeasureAnswer;
  readonly settings: Asked['settings'];
  /** What it rests on beside the graph, in short; missing while nothing is worked out. */
  readonly beside?: string;
  readonly weakest?: WeakestLink;
  readonly intervals?: HowSure;
  readonly problem?: string;
}

/** A table of an answer, as it is printed. */
export interface ToldTable {
  readonly columns: readonly { readonly title: string; readonly figure?: true }[];
  readonly rows: readonly (readonly string[])[];
  /** The lines of a file, its head first: figures unrounded. Missing: as printed. */
  readonly file?: readonly (readonly string[])[];
}

/** What an answer about a network as a whole, or a set of key players, is told by; protected persons by pseudonym. */
export interface Told {
  readonly said?: string;
  readonly caveats: readonly string[];
  readonly tables: readonly ToldTable[];
  readonly method: readonly string[];
  readonly named: readonly Id[];
}

export interface WholeLook {
  readonly of: NetworkAsked | MeasureAnswer;
  /** The set that was asked for, where it is one of key players. */
  readonly keyPlayers?: Asked['keyPlayers'];
  readonly question: string;
  readonly name?: string;
  readonly leftOut?: LeftOut;
  /** What the graph was made of. */
  readonly content: string;
  /** How far its links were confirmed, in short, where it tells of confirmed ones alone. */
  readonly strengths?: string;
  /** Which sources bore them out, in short, where it tells of resamples that lose sources whole. */
  readonly sources?: string;
  readonly revision: number;
  /** In names as they are now. */
  readonly told: (state: CaseState) => Told;
}

/** What was worked out while an answer was looked at; each holds for what was asked then alone. */
export interface Look {
  readonly sure?: Sure;
  readonly overTime?: { readonly of: MeasureAnswer; readonly beside: string; readonly figure: OverTime };
  readonly whole?: WholeLook;
}

const kept = new WeakMap<OpenCase, Signal<Look>>();

/** The last look at an answer of a case, while it is open: files and sheets of it say the same as the screen did. */
export function lastLook(open: OpenCase): Signal<Look> {
  let found = kept.get(open);
  if (!found) {
    found = signal<Look>({});
    kept.set(open, found);
  }
  return found;
}

/** What of a look answers what is asked now: other settings, slices or another set are still to be worked out. */
export function lookAt({ sure, overTime, whole }: Look, asked: Asked): Look {
  const { answer, settings, slices = USUAL_SLICES, keyPlayers = USUAL_KEY_PLAYERS } = asked;
  return {
    ...(sure && sure.of === answer && sure.settings === settings && { sure }),
    ...(overTime && overTime.of === answer && overTime.figure.unit === slices && { overTime }),
    ...(whole &&
      whole.of === wholeAsked(asked) &&
      (whole.keyPlayers === undefined || whole.keyPlayers === keyPlayers) && { whole }),
  };
}

/** What stands on the screen in the place of a ranking: an answer about the network as a whole, or a set of key players. Undefined where neither does. */
export function wholeAsked({ question, network, answer, guided, view }: Asked): WholeLook['of'] | undefined {
  if (network && question?.kind === network.whole) return network;
  const key = guided === 'key' && answer?.kind === 'measure' && (view ?? 'table') === 'table';
  return key ? answer : undefined;
}
