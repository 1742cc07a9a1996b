import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { number, t as say } from '#i18n/index';
import { useT } from '#i18n/react';
import { groupingText } from '#i18n/record-words';
import { useCaseSnapshot } from '#queries/case-context';
import type { GroupingName } from '#queries/groupings';
import { type CommunityResult, overlapWith } from '#queries/groups';
import { groupingWordText } from '../groups-words.ts';

/** Width of the largest group in pixels, and groups that have a bar. */
const WIDTH = 260;
const MOST_GROUPS = 60;
/** Parts of a bar that are told apart; what is left is one part. */
const MOST_PARTS = 6;

export interface BarPart {
  /** Missing: other words, and those of whom it is not stated. */
  readonly word?: string;
  readonly members: number;
}

export interface GroupBar {
  readonly community: number;
  readonly members: number;
  /** Beside each other they make up the members. */
  readonly parts: readonly BarPart[];
}

/** How many each group has, in its parts by an attribute where one is named; the words most frequent in all have parts of their own. */
export function groupBars(state: CaseState, result: CommunityResult, name: GroupingName | ''): readonly GroupBar[] {
  const overlap = name === '' ? undefined : overlapWith(state, result, name);
  const counts = new Map(overlap?.rows.map((r) => [r.community, r.counts]));
  return result.sizes.map((members, community) => {
    const own = counts.get(community);
    const parts: BarPart[] = (overlap?.words.slice(0, MOST_PARTS) ?? []).flatMap((word, code) => {
      const here = own?.get(code) ?? 0;
      return here > 0 ? [{ word, members: here }] : [];
    });
    const rest = members - parts.reduce((sum, p) => sum + p.members, 0);
    return { community, members, parts: rest > 0 ? [...parts, { members: rest }] : parts };
  });
}

/** The bars there is room for, and how many groups have none, in words; undefined where all have one. */
export function shownBars(bars: readonly GroupBar[]): {
  readonly shown: readonly GroupBar[];
  readonly left: string | undefined;
} {
  const more = bars.length - MOST_GROUPS;
  return { shown: bars.slice(0, MOST_GROUPS), left: more > 0 ? say('groups.bars.more', { count: more }) : undefined };
}

/** Members of each group as bars, parted by the attribute the groups are compared with. */
export function GroupBars({
  state,
  result,
  name,
}: {
  state: CaseState;
  result: CommunityResult;
  name: GroupingName | '';
}) {
  const t = useT();
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const bars = useMemo(() => groupBars(state, result, name), [state, version, result, name]);
  if (bars.length === 0) return null;
  const { shown, left } = shownBars(bars);
  const most = bars.reduce((a, b) => Math.max(a, b.members), 1);
  const title = name === '' ? t('groups.bars') : t('groups.bars.by', { attribute: groupingText(name) });
  // A colour goes with a word, not with its place in a bar.
  const words = [...new Set(bars.flatMap((b) => b.parts.flatMap((p) => (p.word === undefined ? [] : [p.word]))))];
  const shade = ({ word }: BarPart) => {
    if (name === '') return 1;
    return word === undefined ? 0.12 : 1 - (0.75 * words.indexOf(word)) / Math.max(1, words.length);
  };
  const wordOf = ({ word }: BarPart) =>
    name === '' || word === undefined ? t('groups.bars.rest') : groupingWordText(name, word);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="groups-bars" tabIndex={0} aria-label={title}>
      <table>
        <caption className="visually-hidden">{title}</caption>
        <tbody>
          {shown.map(({ community, members, parts }) => {
            let from = 0;
            return (
              <tr key={community}>
                <th scope="row">{t('results.group-name', { number: community + 1 })}</th>
                <td>
                  <svg aria-hidden="true" width={WIDTH} height={12}>
                    {parts.map((part) => {
                      const x = (from / most) * WIDTH;
                      from += part.members;
                      const width = Math.max(1, (part.members / most) * WIDTH - 1);
                      return (
                        <rect key={part.word ?? ''} x={x} y={1} width={width} height={10} fillOpacity={shade(part)}>
                          {name !== '' && <title>{wordOf(part)}</title>}
                        </rect>
                      );
                    })}
                  </svg>
                </td>
                <td>{number(members)}</td>
                {name !== '' && (
                  <td className="muted">
                    {parts
                      .map((p) => t('groups.bars.part', { word: wordOf(p), members: number(p.members) }))
                      .join(', ')}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      {left !== undefined && <p>{left}</p>}
    </section>
  );
}
