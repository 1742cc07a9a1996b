import { useT } from '#i18n/react';
import { groupingText } from '#i18n/record-words';
import type { GroupingName } from '#queries/groupings';
import { Select } from '#ui/controls/index';

const WHOLE = '';

/** Whether a measure is worked out over the whole network, or within each group of a grouping alone. */
export function WithinChoice({
  groupings,
  within,
  onChange,
}: {
  groupings: readonly GroupingName[];
  within: GroupingName | undefined;
  onChange: (within: GroupingName | undefined) => void;
}) {
  const t = useT();
  const value = within !== undefined && groupings.includes(within) ? within : WHOLE;
  return (
    <Select<GroupingName | ''>
      label={t('figure-facts.within.choose')}
      value={value}
      onChange={(name) => onChange(name === WHOLE ? undefined : name)}
      options={[
        { value: WHOLE, label: t('figure-facts.within.whole') },
        ...groupings.map((name) => ({ value: name, label: groupingText(name) })),
      ]}
    />
  );
}
