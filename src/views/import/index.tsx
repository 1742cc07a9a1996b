import './import.css';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { t as say } from '#i18n/index';
import { useT } from '#i18n/react';
import { incoming } from '#session/incoming';
import { closePane } from '#session/panes';
import { useSignal } from '#session/signal';
import { Button, EmptyState } from '#ui/controls/index';
import type { ViewProps } from '../view.ts';
import { OneTable } from './one-table.tsx';
import type { Table } from './table-head.tsx';

let tables = 0;

const CLOSE = { view: 'import' };

/** Look, map, answer, check, import. Nothing is written before the last step. */
export default function ImportView(_: ViewProps) {
  const t = useT();
  const waiting = useSignal(incoming);
  const [table, setTable] = useState<Table>();
  const input = useRef<HTMLInputElement>(null);
  const root = useRef<HTMLDivElement>(null);
  usePastedTable(root);
  useEffect(() => {
    if (!waiting) return;
    const [first, ...next] = waiting.files;
    if (first) setTable({ file: first, name: first.name, serial: ++tables, next });
    else if (waiting.text)
      setTable({ file: new Blob([waiting.text]), name: say('import-view.pasted'), serial: ++tables, next });
    incoming.set(null);
  }, [waiting]);
  return (
    <div className="import-room" ref={root}>
      {table ? (
        <OneTable
          key={table.serial}
          table={table}
          onDone={() => {
            setTable(undefined);
            // The view stays while files of the same drop wait.
            if (table.next.length > 0) incoming.set({ files: table.next });
            else closePane(CLOSE);
          }}
        />
      ) : (
        <EmptyState
          title={t('import-view.empty.title')}
          actions={
            <>
              <input
                ref={input}
                className="visually-hidden"
                type="file"
                tabIndex={-1}
                aria-hidden
                onChange={(event) => {
                  const file = event.target.files?.[0];
                  if (file) setTable({ file, name: file.name, serial: ++tables, next: [] });
                }}
              />
              <Button variant="primary" icon="upload" onClick={() => input.current?.click()}>
                {t('import-view.choose')}
              </Button>
            </>
          }
        >
          {t('import-view.empty.body')}
        </EmptyState>
      )}
    </div>
  );
}

const FIELDS = 'input, textarea, select, [contenteditable="true"]';

/** A table pasted while nothing else has the focus is the next one to bring in. */
function usePastedTable(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const at = document.activeElement;
      // The whole half of the window counts: its tab may have the focus since it was opened.
      const half = root.current?.closest('[data-region]');
      const here = at === null || at === document.body || half?.contains(at) === true;
      if (!here || event.defaultPrevented || at?.closest(FIELDS)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (files.length === 0 && text.trim() === '') return;
      event.preventDefault();
      incoming.set({ files, ...(files.length === 0 && { text }) });
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [root]);
}
