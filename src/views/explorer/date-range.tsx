import { useState } from 'react';
import { useT } from '#i18n/react';
import { useCaseValue } from '#queries/case-context';
import { type Filter, filter } from '#session/filter';
import { TextField } from '#ui/controls/index';
import { areReversed, dateProblem } from '../date-words.ts';

type Typed = { readonly from: string; readonly to: string };

/** The dates the filter keeps to. What cannot be read changes nothing; two that contradict each other limit nothing, and it is said. */
export function DateRange({ from = '', to = '' }: { from: string | undefined; to: string | undefined }) {
  const t = useT();
  const zone = useCaseValue((s) => s.properties?.zone ?? 'UTC');
  const [typed, setTyped] = useState<Typed>({ from, to });
  const [last, setLast] = useState<Typed>({ from, to });
  if (last.from !== from || last.to !== to) {
    setLast({ from, to });
    setTyped({ from, to });
  }
  const reversed = areReversed(typed.from, typed.to, zone);
  const write = (key: keyof Typed, text: string) => {
    const next = { ...typed, [key]: text };
    setTyped(next);
    if (dateProblem(text) !== undefined) return;
    const off = areReversed(next.from, next.to, zone);
    // A field that cannot be read keeps what it last said.
    const kept = (k: keyof Typed) => (off ? '' : dateProblem(next[k]) === undefined ? next[k].trim() : last[k]);
    const set = { from: kept('from'), to: kept('to') };
    setLast(set);
    filter.set(
      ({ from: _, to: __, ...rest }): Filter => ({
        ...rest,
        ...(set.from !== '' && { from: set.from }),
        ...(set.to !== '' && { to: set.to }),
      }),
    );
  };
  const problem = {
    from: dateProblem(typed.from),
    to: dateProblem(typed.to) ?? (reversed ? t('date.reversed') : undefined),
  };
  return (['from', 'to'] as const).map((key) => (
    <TextField
      key={key}
      side
      label={t(`explorer.filter.${key}`)}
      value={typed[key]}
      placeholder={t('explorer.filter.date-example')}
      {...(problem[key] !== undefined && { error: problem[key] })}
      onChange={(text) => write(key, text)}
    />
  ));
}
