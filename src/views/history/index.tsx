import './history.css';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ChangeHeader } from '#domain/change/change-record';
import { headText } from '#domain/change/head-words';
import { readMoment } from '#domain/time/moment';
import { zoneOf } from '#domain/time/zone';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { runAction } from '#session/keys';
import { Button, IconButton, Tag } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { lastOn, undoneBy, whatText, whoText } from '../change-words.ts';
import type { ViewProps } from '../view.ts';
import { instantText } from '../when.ts';
import { ChangeDetail } from './change-detail.tsx';
import { ThenPanel } from './then-panel.tsx';
import { useVerify, VerifyBar, type VerifyState } from './verify-bar.tsx';

const matches = (text: string, query: string) => text.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());

/** Commands whose payload holds a reason in the analyst's words. */
const reasoned: ReadonlySet<string> = new Set(['lift-protection', 'regrade-source', 'regrade-statement', 'fill-cells']);

/** Headers of the log, renewed with its head. */
function useHeaders(): readonly ChangeHeader[] {
  const open = useOpenCase();
  const { head } = useCaseSnapshot();
  const [headers, setHeaders] = useState<readonly ChangeHeader[]>([]);
  useEffect(() => {
    let current = true;
    void open.headers(1, head.seq).then((all) => current && setHeaders(all));
    return () => {
      current = false;
    };
  }, [open, head.seq]);
  return headers;
}

/** Reasons by change, read from the payloads one after the other, newest first. */
function useReasons(headers: readonly ChangeHeader[]): ReadonlyMap<number, string> {
  const open = useOpenCase();
  const [reasons, setReasons] = useState<ReadonlyMap<number, string>>(new Map());
  useEffect(() => {
    let current = true;
    void (async () => {
      for (const h of [...headers].reverse()) {
        if (!current) return;
        if (!reasoned.has(h.command) || h.undoes !== undefined || h.redoes !== undefined) continue;
        const reason = await reasonOf(open, h.seq);
        if (current && reason) setReasons((now) => (now.get(h.seq) === reason ? now : new Map(now).set(h.seq, reason)));
      }
    })();
    return () => {
      current = false;
    };
  }, [open, headers]);
  return reasons;
}

async function reasonOf(open: ReturnType<typeof useOpenCase>, seq: number): Promise<string | undefined> {
  try {
    const payload = await open.payload(seq);
    if (typeof payload !== 'object' || payload === null || !('reason' in payload)) return undefined;
    return typeof payload.reason === 'string' && payload.reason.trim() !== '' ? payload.reason : undefined;
  } catch {
    // Purged or unreadable: the log goes on without it, and verifying names it.
    return undefined;
  }
}

/** The log of the case: who changed what, when and why, newest first, with the ways back. */
export default function History(_: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { head, state } = useCaseSnapshot();
  const zone = zoneOf(undefined, state.properties?.zone ?? '');
  const headers = useHeaders();
  const reasons = useReasons(headers);
  const [chosen, setChosen] = useState<number>();
  const [then, setThen] = useState<number>();
  const verify: VerifyState = useVerify(open);
  const undone = useMemo(() => undoneBy(headers), [headers]);
  const rows = useMemo(() => [...headers].reverse(), [headers]);

  const columns = useMemo((): GridColumn<ChangeHeader>[] => {
    const marks = (h: ChangeHeader): string[] => {
      const by = undone.get(h.seq);
      return [
        ...(by === undefined ? [] : [t('history.undone', { seq: by })]),
        ...(h.clockBack ? [t('history.clock-back')] : []),
      ];
    };
    return [
      {
        id: 'seq',
        title: t('history.seq'),
        width: 56,
        kind: 'number',
        text: (h) => number(h.seq),
        sortBy: (h) => h.seq,
      },
      { id: 'what', title: t('history.what'), width: 190, text: (h) => whatText(h, headers) },
      {
        id: 'marks',
        title: t('history.marks'),
        // Room for the whole mark in a usual font, in any language and with the longest number of this log.
        width: Math.max(126, 26 + 7 * t('history.undone', { seq: headers.length }).length),
        text: (h) => marks(h).join(', '),
        render: (h) => (
          <>
            {undone.has(h.seq) && <Tag>{t('history.undone', { seq: undone.get(h.seq)! })}</Tag>}
            {h.clockBack !== undefined && (
              <Tag
                tone="warning"
                icon="warning"
                title={t('history.clock-back.by', { seconds: number(Math.round(h.clockBack / 1000)) })}
              >
                {t('history.clock-back')}
              </Tag>
            )}
          </>
        ),
      },
      {
        id: 'when',
        title: t('history.when'),
        about: t('history.when.about', { zone }),
        width: 148,
        text: (h) => instantText(h.wall, zone),
        sortBy: (h) => h.wall,
      },
      { id: 'who', title: t('history.who'), width: 90, text: whoText },
      { id: 'zone', title: t('history.zone'), about: t('history.zone.about'), width: 110, text: (h) => h.zone },
      { id: 'why', title: t('history.why'), width: 260, text: (h) => reasons.get(h.seq) ?? '' },
    ];
  }, [t, undone, headers, reasons, zone]);

  const header = chosen === undefined ? undefined : headers[chosen - 1];
  const selected = useMemo(() => (chosen === undefined ? [] : [String(chosen)]), [chosen]);
  const rowClass = useCallback((h: ChangeHeader) => (undone.has(h.seq) ? 'grey' : undefined), [undone]);
  return (
    <>
      <div className="tools">
        <span className="small muted" title={t('history.head.about')}>
          {t('history.head')}
        </span>
        <span className="clip mono small" title={t('history.head.about')}>
          {headText(head)}
        </span>
        <span className="grow" />
        <AsOn
          onDay={(day) => {
            const seq = lastOn(headers, day, zone);
            if (seq === undefined) announce(t('history.none-then'));
            else setThen(seq);
          }}
        />
        <IconButton icon="print" label={t('history.print')} onClick={() => void runAction('print')} />
        <VerifyBar.Button state={verify} />
      </div>
      <VerifyBar.Result state={verify} />
      <div className="stage history-stage">
        {then !== undefined && headers[then - 1] ? (
          <ThenPanel key={then} header={headers[then - 1]!} onClose={() => setThen(undefined)} />
        ) : (
          <div className="history-split">
            <DataGrid
              label={t('history.log')}
              rows={rows}
              rowId={rowOf}
              columns={columns}
              frozen={1}
              matches={matches}
              selected={selected}
              onSelect={(ids) => setChosen(ids[0] === undefined ? undefined : Number(ids[0]))}
              onOpen={(h) => setThen(h.seq)}
              rowClass={rowClass}
            />
            <ChangeDetail header={header} headers={headers} reason={reasons.get(chosen ?? 0)} onThen={setThen} />
          </div>
        )}
      </div>
    </>
  );
}

/** A day, written as everywhere: a date field of the browser would show it in the browser's own order. */
function AsOn({ onDay }: { onDay: (day: string) => void }) {
  const t = useT();
  const [text, setText] = useState('');
  const day = readMoment(text.trim());
  const bad = text.trim() !== '' && day?.precision !== 'day';
  return (
    <form
      className="row small nowrap"
      onSubmit={(event) => {
        event.preventDefault();
        if (day && !bad) onDay(text.trim());
        else announce(t('history.as-on.form'));
      }}
    >
      <label className="row">
        {t('history.as-on')}
        <input
          className="field history-day"
          placeholder="2026-05-10"
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          title={t('history.as-on.form')}
          aria-invalid={bad}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <Button submit>{t('history.as-on.show')}</Button>
    </form>
  );
}

const rowOf = (h: ChangeHeader) => String(h.seq);
