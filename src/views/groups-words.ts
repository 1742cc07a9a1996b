import { number, tDynamic, type t as translate } from '#i18n/index';
import { wordOf } from '#i18n/record-words';
import { communityCatalogue } from '#queries/analysis';
import { type CommunityResult, type CommunityRow, DOUBTFUL_BELOW, isDoubtful, overlapOf } from '#queries/groups';

type T = typeof translate;

const PREFIX: ReadonlyMap<string, string> = new Map([
  ['type', 'entity-type'],
  ['status', 'status-of'],
  ['role', 'role'],
  ['stage', 'stage'],
]);

/** Groups of one entity that are named; the rest are counted. */
const MOST_NAMED = 6;

/** Stands before what is doubtful, so that colour alone never says it. */
export const DOUBT = '?';

export const percent = (share: number) => number(share, { style: 'percent', maximumFractionDigits: 0 });

/**
 * How many groups of two and more, and how well links stay within them; where that is not defined, why. Who stands alone is a group to the method, and
 * numbered like one, but to nobody else: it is said beside the others, as the sentence of the answer does.
 */
export function divisionText(t: T, { sizes, modularity, reason }: CommunityResult): string {
  const single = sizes.filter((n) => n === 1).length;
  const count = sizes.length - single;
  const division = reason
    ? t('groups.no-modularity', { count, reason: tDynamic(`communities.reason.${reason}`) })
    : t('results.modularity', { count, modularity: number(modularity, { maximumFractionDigits: 4 }) });
  return single === 0 ? division : t('groups.of-one', { count: single, division });
}

/** Whether a method reads arrows: most find groups as if there were none. */
export function followsArrows(method: string): boolean {
  return communityCatalogue.some((m) => m.id === method && 'directed' in m && m.directed === true);
}

/** What the division is worth, in a few figures; where links have arrows, that the modularity leaves them aside, and what it is when they count. */
export function qualityText(
  t: T,
  { method, within, ceiling, alongArrows }: Pick<CommunityResult, 'method' | 'within' | 'ceiling' | 'alongArrows'>,
): string | undefined {
  if (within === undefined || ceiling === undefined) return undefined;
  return [
    t('groups.quality', { within: percent(within), ceiling: number(ceiling, { maximumFractionDigits: 2 }) }),
    ...(alongArrows === undefined
      ? []
      : [
          t(followsArrows(method) ? 'groups.along-arrows.followed' : 'groups.along-arrows', {
            modularity: number(alongArrows, { maximumFractionDigits: 4 }),
          }),
        ]),
  ].join(' ');
}

/** How far the runs agree, and how many members are doubtful. */
export function stabilityText(t: T, { stability, rows }: CommunityResult): string | undefined {
  if (!stability) return undefined;
  const { runs, agreement, modularity } = stability;
  const doubtful = rows.filter((r) => isDoubtful(r)).length;
  const figure = (x: number) => number(x, { maximumFractionDigits: 3 });
  return [
    t('groups.runs', { count: runs, agreement: number(agreement, { maximumFractionDigits: 2 }) }),
    ...(Number.isFinite(modularity[0])
      ? [t('groups.range', { lowest: figure(modularity[0]), highest: figure(modularity[2]) })]
      : []),
    doubtful === 0
      ? t('groups.none-doubtful', { below: percent(DOUBTFUL_BELOW) })
      : `${DOUBT} ${t('groups.doubtful', { count: doubtful, of: number(rows.length), below: percent(DOUBTFUL_BELOW) })}`,
  ].join(' ');
}

/** How often one stood with its group; for the doubtful, with which other one too. */
export function shareText(t: T, row: CommunityRow, runs: number): string {
  if (row.share === undefined) return '';
  const times = (share: number) => number(Math.round(share * runs));
  const own = t('groups.share', { times: times(row.share), runs: number(runs) });
  if (!isDoubtful(row)) return own;
  return [
    `${DOUBT} ${t('groups.share-doubtful', { share: own })}`,
    ...(row.rival
      ? [
          t('groups.rival', {
            group: t('results.group-name', { number: row.rival.community + 1 }),
            times: times(row.rival.share),
          }),
        ]
      : []),
  ].join('; ');
}

/** That groups overlap, how far, and what it does to their sizes; undefined where they do not. */
export function overlapText(t: T, result: Pick<CommunityResult, 'rows' | 'sizes'>): string | undefined {
  const overlap = overlapOf(result);
  return (
    overlap &&
    t('groups.overlapping', {
      count: overlap.several,
      of: number(overlap.entities),
      memberships: number(overlap.memberships),
    })
  );
}

/** Groups by their numbers, those beyond the first `most` counted. */
export function groupNumbers(t: T, groups: readonly number[], most = MOST_NAMED): string {
  const more = groups.length - most;
  const named = (more > 0 ? groups.slice(0, most) : groups).map((g) => number(g + 1)).join(', ');
  return more > 0 ? t('groups.numbers-more', { named, count: more }) : named;
}

/** The numbers of the groups that a member is in besides this one. */
export function otherGroups(t: T, member: CommunityRow | undefined, group: number | undefined, most?: number): string {
  const others = (member?.groups ?? []).filter((g) => g !== group);
  return groupNumbers(t, others, most);
}

/** One group by its name, several by their numbers. */
export function groupsText(t: T, groups: readonly number[], most?: number): string {
  if (groups.length === 0) return '';
  return groups.length === 1
    ? t('results.group-name', { number: groups[0]! + 1 })
    : t('groups.several-names', { numbers: groupNumbers(t, groups, most) });
}

/** The words of a grouping as an analyst reads them: choices of the registry in words, several of them joined, else as stated. */
export function groupingWordText(name: string, word: string): string {
  const prefix = PREFIX.get(name);
  return prefix === undefined
    ? word
    : word
        .split(' + ')
        .map((w) => wordOf(prefix, w))
        .join(' + ');
}
