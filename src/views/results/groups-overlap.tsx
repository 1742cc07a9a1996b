import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { groupingText } from '#i18n/record-words';
import { useCaseSnapshot } from '#queries/case-context';
import type { GroupingName } from '#queries/groupings';
import { type CommunityResult, overlapOf, overlapWith } from '#queries/groups';
import { groupingWordText } from '../groups-words.ts';

/** Words that have a column of their own, and groups that have a line; the rest are summed. */
const MOST_WORDS = 12;
const MOST_GROUPS = 60;

/** Members with one of the words that have no column of their own. */
const others = (counts: ReadonlyMap<number, number>) =>
  [...counts].reduce((sum, [word, k]) => (word < MOST_WORDS ? sum : sum + k), 0);

/** Groups crossed with an attribute: how many members of each group each word stands for. */
export function GroupsOverlap({
  state,
  result,
  name,
}: {
  state: CaseState;
  result: CommunityResult;
  name: GroupingName;
}) {
  const t = useT();
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const overlap = useMemo(() => overlapWith(state, result, name), [state, version, result, name]);
  const several = overlapOf(result) !== undefined;
  const words = overlap.words.slice(0, MOST_WORDS);
  const more = overlap.words.length > MOST_WORDS;
  const figure = (x: number) => (Number.isNaN(x) ? t('groups.not-defined') : number(x, { maximumFractionDigits: 2 }));
  const lines = overlap.rows.slice(0, MOST_GROUPS);
  return (
    <section className="groups-overlap" aria-label={t('groups.overlap', { attribute: groupingText(name) })}>
      <p>
        {several
          ? t('groups.memberships', { count: overlap.entities })
          : t('groups.agreement', {
              count: overlap.entities,
              rand: figure(overlap.adjustedRand),
              information: figure(overlap.mutualInformation),
            })}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className="groups-scroll" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('results.column.group')}</th>
              {words.map((word) => (
                <th key={word} scope="col">
                  {groupingWordText(name, word)}
                </th>
              ))}
              {more && <th scope="col">{t('groups.other-words')}</th>}
              <th scope="col">{t('groups.not-stated')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ community, counts, unstated }) => {
              const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
              return (
                <tr key={community}>
                  <th scope="row">{t('results.group-name', { number: community + 1 })}</th>
                  {words.map((word, i) => {
                    const k = counts.get(i);
                    return (
                      <td key={word} className={k !== undefined && k === most ? 'most' : undefined}>
                        {k === undefined ? '' : number(k)}
                      </td>
                    );
                  })}
                  {more && <td>{number(others(counts))}</td>}
                  <td>{unstated === 0 ? '' : number(unstated)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {overlap.rows.length > MOST_GROUPS && (
        <p>{t('groups.more-groups', { count: overlap.rows.length - MOST_GROUPS })}</p>
      )}
    </section>
  );
}
