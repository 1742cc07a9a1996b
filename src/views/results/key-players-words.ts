import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { t as say, tDynamic } from '#i18n/index';
import { nameOf } from '#i18n/record-words';
import type { Figure } from '#queries/analysis';
import type { KeyPlayersResult } from '#queries/key-players';
import type { SureSet } from '#queries/sure-sets';
import { named } from '../answer-sentence.ts';
import { type Asked, USUAL_KEY_PLAYERS } from '../last-answer.ts';
import { onLinks } from '../setup-words.ts';
import { share, sureSetTexts } from './sure-set-words.ts';

/** The set over confirmed links alone, where others are in the scope, and what the set of the answer is worth over them. */
export interface Confirmed {
  readonly best: KeyPlayersResult;
  readonly same: number;
}

/** What is known of the set over confirmed links alone: that it was not worked out, or that the answer itself counts no others. */
export type OverConfirmed = Confirmed | 'not-asked' | 'no-others-counted';

/** Figures this near are those of sets equally good. */
const EQUAL = 1e-9;

type Wanted = NonNullable<Asked['keyPlayers']>;

/** Who must be in the set, and who must not, as the analyst chose. */
export type Chosen = Pick<Wanted, 'forced' | 'excluded'>;

/** All of them by name: a set is told in full. */
const listOf = (state: CaseState, ids: readonly Id[]) => named(state, ids, Number.POSITIVE_INFINITY);

const namesOf = (state: CaseState, { members }: KeyPlayersResult) =>
  listOf(
    state,
    members.map((m) => m.id),
  );

const isChosen = ({ forced = [], excluded = [] }: Chosen) => forced.length + excluded.length > 0;

/** Who was required in the set and who was kept out of it by choice, one sentence each; nothing where nobody was. */
export function chosenTexts(state: CaseState, { forced = [], excluded = [] }: Chosen): string[] {
  return [
    ...(forced.length > 0 ? [say('guided.key.forced', { names: listOf(state, forced) })] : []),
    ...(excluded.length > 0 ? [say('guided.key.excluded', { names: listOf(state, excluded) })] : []),
  ];
}

/** Why there is no set, where what was chosen cannot be had: with names, those of protected persons by pseudonym. Undefined for other reasons. */
export function keyPlayersRefusal(
  state: CaseState,
  { code, detail }: Extract<Figure<unknown>, { ok: false }>,
  { parameters, forced = [], excluded = [] }: Wanted,
): string | undefined {
  const size = Number(parameters.size ?? USUAL_KEY_PLAYERS.parameters.size);
  const name = nameOf(detail === undefined ? undefined : state.entity(detail));
  switch (code) {
    case 'forced-and-excluded':
      return say(excluded.includes(detail ?? '') ? 'guided.key.refused.both' : 'guided.key.refused.protected', {
        name,
      });
    case 'not-in-scope':
      return say('guided.key.refused.not-in-scope', { name });
    case 'too-many-forced':
      return say('guided.key.refused.too-many-forced', { count: forced.length, size });
    case 'too-few-candidates':
      return say('guided.key.refused.too-few-candidates', { count: size });
    case 'larger-than-network':
    case 'nothing-left':
      return say(`guided.key.refused.${code}`, { count: size });
    default:
      return undefined;
  }
}

/** Whether the set is still as good as any found when only confirmed links count; said to be unknown where that was not tried. */
function confirmedText(state: CaseState, confirmed: OverConfirmed, given: boolean): string {
  if (confirmed === 'not-asked') return say('guided.key.confirmed.not-asked');
  if (confirmed === 'no-others-counted') return say('guided.confirmed.only');
  const { best, same } = confirmed;
  if (given) return say('guided.key.confirmed.given', { same: share(same) });
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

/** Which way links count, where that was asked: a graph may have no arrows, or have them turned round. */
function arrowsText({ parameters, direction, twoMode }: KeyPlayersResult): string[] {
  const asked = parameters.direction ?? 'ignored';
  if (asked === 'ignored') return [];
  if (direction === 'ignore' || twoMode) return [say('guided.key.counts.no-arrows')];
  return [say((asked === 'in') === (direction === 'in') ? 'guided.key.counts.out' : 'guided.key.counts.in')];
}

/** What that figure counts, and that “Who would be missed most?” asks something else. */
function countsText(found: KeyPlayersResult): string {
  return [tDynamic(`guided.key.counts.${found.criterion}`), ...arrowsText(found), say('guided.key.counts.other')].join(
    ' ',
  );
}

/** What a set of key players is said to be: its figure, what that counts, what it is compared with, and what limits it. */
export function keyPlayersText(
  state: CaseState,
  found: KeyPlayersResult,
  confirmed?: OverConfirmed,
  chosen: Chosen = {},
  resampled?: SureSet,
): { answer: string; caveats: string[] } {
  const on = onLinks({ confirmedOnly: confirmed === 'no-others-counted' });
  const nobody = found.criterion === 'fragmentation' && found.value <= found.before;
  const reaches = found.criterion === 'reach' || found.criterion === 'distance-reach';
  // Nothing was looked for where every member was given.
  const given = (chosen.forced ?? []).length === found.members.length;
  const bound = isChosen(chosen);
  const sure = [
    ...chosenTexts(state, chosen),
    ...(given
      ? [say('guided.key.given')]
      : [
          say(found.proven ? 'key-players.proven' : 'key-players.found'),
          ...(bound ? [say('guided.key.within-choice')] : []),
        ]),
  ];
  const mine = new Set(chosen.excluded);
  const spared = found.excluded.filter((id) => {
    const entity = state.entity(id);
    return !mine.has(id) || (entity !== undefined && isProtected(entity));
  });
  const caveat = say(reaches ? 'guided.key.caveat.reach' : 'guided.key.caveat');
  if (nobody)
    return {
      answer: say(given ? 'guided.key.nobody.given' : bound ? 'guided.key.nobody.chosen' : 'guided.key.nobody', {
        count: found.members.length,
        on,
        names: namesOf(state, found),
      }),
      // What no search found may yet be there.
      caveats: [...sure, countsText(found), ...(resampled ? sureSetTexts(state, resampled, given) : []), caveat],
    };
  return {
    answer: figureText(state, found, on),
    caveats: [
      ...sure,
      ...(found.tieCount > 0 ? [say('guided.key.ties', { count: found.tieCount })] : []),
      countsText(found),
      ...(confirmed ? [confirmedText(state, confirmed, given)] : []),
      ...(resampled ? sureSetTexts(state, resampled, given) : []),
      ...(spared.length > 0 ? [say('what-if.sets.protected', { count: spared.length })] : []),
      caveat,
    ],
  };
}
