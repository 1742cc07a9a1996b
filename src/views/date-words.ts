import { bounds } from '#domain/time/bounds';
import { faultOfMoment } from '#domain/time/moment';
import { t } from '#i18n/index';

/** What is wrong with a date that was typed, in words; undefined of none and of one that can be read. */
export function dateProblem(typed: string): string | undefined {
  const text = typed.trim();
  const fault = text === '' ? undefined : faultOfMoment(text);
  if (!fault) return undefined;
  if (fault.code === 'day') return t('date.no-such-day', { text, month: fault.month, days: fault.days });
  return t(`date.${fault.code}`, { text });
}

/** Whether both can be read and all of the first comes after the second, in the zone of the case: nothing lies between them. */
export function areReversed(from: string, to: string, zone: string): boolean {
  const at = (typed: string) => bounds({ earliest: typed.trim(), latest: typed.trim() }, zone);
  const [begin, end] = [at(from), at(to)];
  return begin !== undefined && end !== undefined && begin.from >= end.to;
}
