import type { CaseState } from '#domain/change/case-state';
import type { ChangeHeader, Head } from '#domain/change/change-record';
import type { Step } from '#domain/change/step';
import { isProtected } from '#domain/entity/entity';
import type { CaseRecord, Id } from '#domain/record';
import { number, t } from '#i18n/index';
import type { OpenCase } from '#queries/open-case';
import { undoneBy, whatText, whoText } from '../change-words.ts';
import { type Find, findIn, recordText } from '../record-text.ts';
import { instantText } from '../when.ts';
import { blockTexts } from './block-texts.ts';
import type { Asked, Common, Wanted } from './sheet-request.ts';

/** The log as it is printed: its headers, and what each change was about, in words. */
export interface PrintedLog {
  readonly headers: readonly ChangeHeader[];
  /** By number of the change. A change that cannot be read has none. */
  readonly about: ReadonlyMap<number, string>;
}

/** Records of a change that are named; the rest is counted. */
const NAMED = 2;

/**
 * Reads the log for paper, twice: who was protected at any time must be known before the first name is written, for a person may be gone
 * since. Stops where it is no longer wanted.
 */
export async function printedLog(
  open: Pick<OpenCase, 'headers' | 'change'>,
  state: CaseState,
  { seq }: Head,
  signal: AbortSignal,
): Promise<PrintedLog> {
  const headers = await open.headers(1, seq);
  const each = async (tell: (seq: number, steps: readonly Step[]) => void) => {
    for (const h of headers) {
      if (signal.aborted) return;
      // Purged or unreadable: the line stays, and verifying says why.
      const change = await open.change(h.seq).catch(() => undefined);
      if (change) tell(h.seq, change.steps);
    }
  };
  const guarded = new Map<Id, CaseRecord>();
  await each((_, steps) => {
    for (const { id, before, after } of steps)
      for (const r of [before, after]) if (r?.kind === 'entity' && isProtected(r)) guarded.set(id, r);
  });
  const about = new Map<number, string>();
  await each((n, steps) => about.set(n, aboutText(state, steps, guarded)));
  return { headers, about };
}

/**
 * Of what a change is about, the first records by name, protected persons by pseudonym; places on a chart only where there is nothing else.
 * `guarded`: who was protected at any time, as they were then.
 */
export function aboutText(state: CaseState, steps: readonly Step[], guarded: ReadonlyMap<Id, CaseRecord>): string {
  const known = findIn(state, steps);
  const find: Find = (id) => state.get(id) ?? guarded.get(id) ?? known(id);
  const isPlace = (r: CaseRecord | null) => r?.kind === 'placement';
  const told = steps.filter((s) => !isPlace(s.after ?? s.before));
  const shown = told.length > 0 ? told : steps;
  const names = shown.slice(0, NAMED).flatMap((s) => {
    const record = s.after ?? s.before;
    return record ? [recordText(record, find, s.before)] : [];
  });
  const more = shown.length - names.length;
  return [...names, ...(more > 0 ? [t('paper.log.more', { count: more })] : [])].join('; ');
}

/** Who changed what and when, oldest first, with what was taken back since. */
export function logRequest(state: CaseState, head: Head, wanted: Wanted, common: Common): Asked {
  const { headers, about } = wanted.log ?? { headers: [], about: new Map<number, string>() };
  const undone = undoneBy(headers);
  const zone = state.properties?.zone ?? 'UTC';
  const { atDate: _, ...now } = wanted;
  return {
    request: {
      kind: 'table',
      ...common,
      columns: [
        { title: t('history.seq'), align: 'end' },
        { title: t('history.when') },
        { title: t('history.who') },
        { title: t('history.what') },
        { title: t('paper.column.about') },
      ],
      rows: headers.map((h) => {
        const by = undone.get(h.seq);
        const what = whatText(h, headers);
        return [
          number(h.seq),
          instantText(h.wall, zone),
          whoText(h),
          by === undefined ? what : `${what} (${t('history.undone', { seq: by })})`,
          about.get(h.seq) ?? '',
        ];
      }),
      note: t('paper.log.note', { zone }),
      // The log tells of all there ever was, whatever is shown now.
      block: blockTexts(state, head, now, {
        title: t('paper.title.history', { of: state.properties?.title ?? '' }),
        hidden: 0,
        of: 0,
        records: [],
      }),
    },
    hidden: 0,
    of: 0,
    facts: [{ of: 'rows', count: headers.length }],
  };
}
