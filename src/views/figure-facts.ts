import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import { i18nInstance, number, t, tDynamic } from '#i18n/index';
import { groupingText } from '#i18n/record-words';
import { communityCatalogue, type Derivation, type MeasureResult, measureCatalogue } from '#queries/analysis';
import { isTellable } from '#queries/groupings';
import type { GroupsBy } from '#queries/known-groups';
import type { WithinGroupsResult } from '#queries/within-groups';
import { groupingWordText } from './groups-words.ts';
import { parameterText } from './parameter-text.ts';

type Told = Derivation &
  Partial<Pick<MeasureResult, 'facts' | 'groupsBy' | 'measure' | 'rows'> & Pick<WithinGroupsResult, 'within'>>;

/** Numbers that come with the values of a figure: how exact they are, what an iteration ended with. */
export function factTexts({ facts = {} }: Pick<MeasureResult, 'facts'>): string[] {
  return Object.entries(facts).map(([key, value]) =>
    t('figure-facts.one', {
      name: tDynamic(`measure.fact.${key}`),
      value: number(value, key === 'samples' ? {} : { maximumSignificantDigits: 3 }),
    }),
  );
}

/** For how many a measure was too much, and which others answer a like question; undefined where it was not, or there is none. */
export function insteadText({
  measure,
  rows = [],
}: Partial<Pick<MeasureResult, 'measure' | 'rows'>>): string | undefined {
  const count = rows.filter((r) => r.reason === 'too-large').length;
  const others = measureCatalogue.find((m) => m.id === measure)?.instead;
  if (count === 0 || !others) return undefined;
  return t('figure-facts.instead', {
    count,
    number: number(count),
    measure: tDynamic(`measure.${measure}.name`),
    others: new Intl.ListFormat(i18nInstance.language, { type: 'disjunction' }).format(
      others.map((id) => tDynamic(`measure.${id}.name`)),
    ),
  });
}

/** By which groups entities were sorted, and how those were found. */
function groupsText({ method, parameters, revision, answered }: GroupsBy): string {
  const known = communityCatalogue.find((m) => m.id === method)?.parameters ?? [];
  return t(answered ? 'figure-facts.groups.answered' : 'figure-facts.groups.found', {
    method: tDynamic(`communities.${method}.name`),
    revision: number(revision),
    parameters: known.map((p) => parameterText('communities', p, parameters[p.name] ?? p.default)).join(' '),
  });
}

/** What a method note says beyond the parameters: groups within which it was worked out, groups sorted by, numbers that come with it. */
export function toldBeside(result: Told): string[] {
  const { facts, within, groupsBy } = result;
  const instead = insteadText(result);
  return [
    ...(within === undefined ? [] : [t('figure-facts.within', { grouping: groupingText(within) })]),
    ...(instead === undefined ? [] : [instead]),
    ...(groupsBy ? [groupsText(groupsBy)] : []),
    ...factTexts(facts ? { facts } : {}).map((text) => `${text}.`),
  ];
}

/** The group of an entity within which its value stands, in words. */
export function groupWord(state: CaseState, { within, groups, rows }: WithinGroupsResult, at: number): string {
  const word = groups[at];
  if (!isTellable(within)) {
    const entity = state.entity(rows[at]!.id);
    if (entity && isProtected(entity)) return t('figure-facts.within.protected');
  }
  if (word === undefined) return t('figure-facts.within.not-stated');
  return within === 'community'
    ? t('results.group-name', { number: Number(word) + 1 })
    : groupingWordText(within, word);
}
