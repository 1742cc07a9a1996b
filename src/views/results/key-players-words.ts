import type { CaseState } from '#domain/change/case-state';
import { i18nInstance, number, t as say, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { KeyPlayersResult } from '#queries/key-players';
import { onLinks } from '../setup-words.ts';

/** The set over confirmed links alone, where others are in the scope, and what the set of the answer is worth over them. */
export interface Confirmed {
  readonly best: KeyPlayersResult;
  readonly same: number;
}

/** What is known of the set over confirmed links alone: that it was not worked out, or that the answer itself counts no others. */
export type OverConfirmed = Confirmed | 'not-asked' | 'no-others-counted';

/** Figures this near are those of sets equally good. */
const EQUAL = 1e-9;

export const share = (v: number) => number(v, { style: 'percent', maximumFractionDigits: 1 });

function namesOf(state: CaseState, { members }: KeyPlayersResult): string {
  return new Intl.ListFormat(i18nInstance.language, { type: 'conjunction' }).format(
    members.map((m) => nameOf(state.entity(m.id))),
  );
}

/** Whether the set is still as good as any found when only confirmed links count; said to be unknown where that was not tried. */
function confirmedText(state: CaseState, confirmed: OverConfirmed): string {
  if (confirmed === 'not-asked') return say('guided.key.confirmed.not-asked');
  if (confirmed === 'no-others-counted') return say('guided.confirmed.only');
  const { best, same } = confirmed;
  const sure = best.proven ? 'proven' : 'found';
  if (best.criterion === 'fragmentation' && best.value <= best.before)
    return say(`guided.key.confirmed.nobody.${sure}`);
  if (same >= best.value - EQUAL) return say(`guided.key.confirmed.same.${sure}`);
  return say(`guided.key.confirmed.other.${sure}`, {
    names: namesOf(state, best),
    value: share(best.value),
    same: share(same),
  });
}

/** What the figure of the set is: pairs parted, ways made longer, or who is near. */
function figureText(state: CaseState, found: KeyPlayersResult, on: string): string {
  const figure = { on, names: namesOf(state, found), value: share(found.value), before: share(found.before) };
  switch (found.criterion) {
    case 'reach':
      return say('guided.key.answer.reach', { ...figure, count: Number(found.parameters.steps ?? 1) });
    case 'distance-fragmentation':
      return say('guided.key.answer.distance-fragmentation', figure);
    case 'distance-reach':
      return say('guided.key.answer.distance-reach', figure);
    default:
      return say('guided.key.answer', figure);
  }
}

/** What that figure counts, and that “Who would be missed most?” asks something else. */
function countsText({ criterion, parameters }: KeyPlayersResult): string {
  const { direction = 'ignored' } = parameters;
  return [
    tDynamic(`guided.key.counts.${criterion}`),
    ...(direction === 'ignored' ? [] : [say(direction === 'in' ? 'guided.key.counts.in' : 'guided.key.counts.out')]),
    say('guided.key.counts.other'),
  ].join(' ');
}

/** What a set of key players is said to be: its figure, what that counts, what it is compared with, and what limits it. */
export function keyPlayersText(
  state: CaseState,
  found: KeyPlayersResult,
  confirmed?: OverConfirmed,
): { answer: string; caveats: string[] } {
  const on = onLinks({ confirmedOnly: confirmed === 'no-others-counted' });
  const nobody = found.criterion === 'fragmentation' && found.value <= found.before;
  const reaches = found.criterion === 'reach' || found.criterion === 'distance-reach';
  const sure = say(found.proven ? 'key-players.proven' : 'key-players.found');
  const caveat = say(reaches ? 'guided.key.caveat.reach' : 'guided.key.caveat');
  if (nobody)
    return {
      answer: say('guided.key.nobody', { count: found.members.length, on }),
      // What no search found may yet be there.
      caveats: [sure, countsText(found), caveat],
    };
  return {
    answer: figureText(state, found, on),
    caveats: [
      sure,
      ...(found.tieCount > 0 ? [say('guided.key.ties', { count: found.tieCount })] : []),
      countsText(found),
      ...(confirmed ? [confirmedText(state, confirmed)] : []),
      ...(found.excluded.length > 0 ? [say('what-if.sets.protected', { count: found.excluded.length })] : []),
      caveat,
    ],
  };
}
