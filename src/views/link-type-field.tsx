import { useMemo, useState } from 'react';
import { displayLabel, type Entity } from '#domain/entity/entity';
import { matchKey, searchKey } from '#domain/identifiers/matching';
import type { LinkTypeId } from '#domain/link-types/index';
import { suggestLinkTypes } from '#domain/link-types/suggest';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { Combobox, type ComboOption } from '#ui/controls/index';

interface LinkTypeFieldProps {
  readonly from: Entity;
  readonly to: Entity;
  /** What it says now, where a link that is there is being changed. */
  readonly initial?: string;
  readonly onType: (type: LinkTypeId, wording: string | undefined, reversed: boolean) => void;
  readonly onCancel: () => void;
}

/** Says what joins two: the likeliest types first, any words of one's own. */
export function LinkTypeField({ from, to, initial, onType, onCancel }: LinkTypeFieldProps) {
  const t = useT();
  const [text, setText] = useState(initial ?? '');
  const suggestions = useMemo(() => suggestLinkTypes(from.type, to.type), [from.type, to.type]);
  const key = text === initial ? '' : searchKey(text);
  const matching = suggestions.filter((s) => searchKey(tDynamic(`link-type.${s.type}`)).includes(key));
  const exact = matching.find((s) => matchKey(tDynamic(`link-type.${s.type}`)) === matchKey(text));
  const options: ComboOption[] = (exact ? [exact, ...matching.filter((s) => s !== exact)] : matching).map((s) => ({
    id: s.type,
    label: tDynamic(`link-type.${s.type}`),
    ...(s.reversed && { detail: t('link-chart.link-type.reversed', { from: displayLabel(to) }) }),
  }));
  if (key !== '' && !exact)
    options.push({ id: 'own words', label: t('link-chart.link-type.own', { text: text.trim() }) });
  const own = () => onType('unknown', text.trim(), false);
  return (
    <Combobox
      label={t('link-chart.link-type', { from: displayLabel(from), to: displayLabel(to) })}
      placeholder={tDynamic(`link-type.${suggestions[0]?.type ?? 'unknown'}`)}
      autoFocus
      firstChosen
      value={text}
      onChange={setText}
      options={options}
      onChoose={(id) => {
        const chosen = suggestions.find((s) => s.type === id);
        if (chosen) onType(chosen.type, undefined, chosen.reversed);
        else own();
      }}
      onEnter={(typed) => {
        const likeliest = suggestions[0];
        if (typed.trim() !== '' && typed !== initial) own();
        else if (initial !== undefined) onCancel();
        else if (likeliest) onType(likeliest.type, undefined, likeliest.reversed);
      }}
      onEscape={onCancel}
    />
  );
}
