import type { useT } from '#i18n/react';
import { type CommunityResult, isDoubtful } from '#queries/groups';
import type { GridColumn } from '#ui/grid/index';
import type { FigureRow } from '../figure-rows.ts';
import { otherGroups, shareText } from '../groups-words.ts';

interface MemberRow extends FigureRow {
  readonly heading?: boolean;
}

/** How sure a member is, where a method ran several times; its other groups, where groups overlap. */
export function memberColumns<R extends MemberRow>(
  t: ReturnType<typeof useT>,
  rows: readonly FigureRow[],
  { stability }: Pick<CommunityResult, 'stability'>,
): GridColumn<R>[] {
  const doubtful = new Map<number | undefined, number>();
  for (const { value, member } of rows)
    if (member && isDoubtful(member)) doubtful.set(value, (doubtful.get(value) ?? 0) + 1);
  const columns: GridColumn<R>[] = [];
  if (stability)
    columns.push({
      id: 'share',
      title: t('groups.column.share'),
      about: t('groups.column.share.about'),
      width: 230,
      plain: true,
      text: ({ heading, value, member }) => {
        if (member) return shareText(t, member, stability.runs);
        const count = doubtful.get(value) ?? 0;
        return heading && count > 0 ? t('groups.heading-doubtful', { count }) : '';
      },
    });
  if (rows.some((r) => r.member?.groups))
    columns.push({
      id: 'several',
      title: t('groups.column.several'),
      width: 190,
      plain: true,
      text: ({ member, value }) => otherGroups(t, member, value),
    });
  return columns;
}

/** The class of a line: that of a group, or of a member that is doubtful. */
export function memberClass({ heading, member }: MemberRow): string | undefined {
  if (heading) return 'results-community';
  return member && isDoubtful(member) ? 'results-doubtful' : undefined;
}
