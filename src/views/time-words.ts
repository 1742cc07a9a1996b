import type { CaseState } from '#domain/change/case-state';
import { displayLabel } from '#domain/entity/entity';
import type { Id } from '#domain/record';
import { formatSpan, type ShownCalendar, type ShownMoment } from '#domain/time/shown';
import type { Extent, Span } from '#domain/time/span';
import type { TimeMark } from '#drawing/timeline/marks';
import { zoneText } from '#drawing/timeline/tick-words';
import { number, t } from '#i18n/index';
import { endsText, linkWords, nameOf, spokenExtent, wordOf } from '#i18n/record-words';

/** What happened, in a few words; protected persons by their pseudonym. Says so where it is told in more than one way. */
export function markText(state: CaseState, mark: TimeMark, contested: ReadonlySet<Id> = new Set()): string {
  if (mark.kind === 'account') return t('timeline.account', { what: nameOf(state.entity(mark.record)) });
  const plain = plainText(state, mark);
  return contested.has(mark.record) ? t('timeline.contested', { what: plain }) : plain;
}

function plainText(state: CaseState, mark: TimeMark): string {
  if (mark.kind === 'link') {
    const link = state.link(mark.record);
    if (!link) return '';
    const words = linkWords(link);
    return (link.count ?? 1) > 1 ? t('timeline.counted', { what: words, times: number(link.count ?? 1) }) : words;
  }
  const entity = state.entity(mark.record);
  if (!entity) return '';
  if (mark.kind === 'role') return wordOf('role', entity.roles?.[mark.role ?? 0]?.role ?? '');
  if (mark.kind === 'presence') return t('timeline.presence');
  return displayLabel(entity);
}

/** Whom a mark concerns, all of them, on a lane or not. */
export function markWho(state: CaseState, mark: TimeMark): string {
  if (mark.kind === 'link') {
    const link = state.link(mark.record);
    return link
      ? t('timeline.from-to', { from: nameOf(state.entity(link.from)), to: nameOf(state.entity(link.to)) })
      : '';
  }
  if (mark.kind !== 'event') return nameOf(state.entity(mark.record));
  const names: string[] = [];
  for (const id of state.linksOf(mark.record)) {
    const link = state.link(id);
    const other = link && state.entity(link.from === mark.record ? link.to : link.from);
    if (other && !names.includes(nameOf(other))) names.push(nameOf(other));
  }
  const place = state.entity(state.entity(mark.record)?.place ?? '');
  if (place && !names.includes(nameOf(place))) names.push(nameOf(place));
  return names.join(', ');
}

function momentText(m: ShownMoment | undefined): string {
  return m?.text ?? '';
}

/** A span in one zone and calendar; a day is never moved to another zone, and then its own is named. */
export function whenText(
  span: Span | undefined,
  options: {
    readonly zone: string;
    readonly caseZone: string;
    readonly calendar: ShownCalendar;
    /** How its ends are read where nobody said. */
    readonly usual?: Extent | undefined;
  },
): string {
  if (!span) return '';
  const shown = formatSpan(span, options);
  let text = endsText(momentText(shown.earliest), momentText(shown.latest), spokenExtent(span, options.usual));
  if (shown.foreignZone && text) text += ` ${zoneText(shown.zone)}`;
  const stated = shown.asStated;
  if (!stated || stated === span.earliest) return text;
  return text ? `${text} (“${stated}”)` : `“${stated}”`;
}
