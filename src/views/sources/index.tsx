import './sources.css';
import { useMemo, useState } from 'react';
import { searchKey } from '#domain/identifiers/matching';
import type { Source } from '#domain/source/source';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { newId } from '#queries/ids';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Name, Note, TextField } from '#ui/controls/index';
import { showDialog } from '#ui/dialogs/index';
import { said } from '../acts.tsx';
import { Chip, handlingWords } from '../grade.tsx';
import type { ViewProps } from '../view.ts';
import { AddSourceDialog, type NewSource } from './add-source-dialog.tsx';
import { Report } from './report.tsx';

/** Reports and other sources: to read, grade, quote, and add to. */
export default function Sources(_: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { state, version } = useCaseSnapshot();
  const chosen = useSignal(selection);
  const [kept, setKept] = useState<string>();
  const [search, setSearch] = useState('');
  const now = chosen.find((id) => state.find('source', id));
  if (now !== undefined && now !== kept) setKept(now);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the state holds.
  const sources = useMemo(
    () => [...state.allOf('source')].sort((a, b) => (a.reference < b.reference ? 1 : -1)),
    [state, version],
  );
  const key = searchKey(search);
  const shown = sources.filter((s) =>
    key === '' ? true : [s.reference, s.title ?? '', s.text ?? ''].some((text) => searchKey(text).includes(key)),
  );
  const source = state.find('source', now ?? kept ?? '') ?? shown[0];

  const add = async () => {
    const taken = new Set(sources.map((s) => s.reference.toLocaleLowerCase()));
    const fresh = await showDialog<NewSource>((close) => <AddSourceDialog taken={taken} close={close} />);
    if (!fresh) return;
    const made: Source = { ...fresh, id: newId(), kind: 'source' };
    if (await said(open.run('add-source', { source: made }))) select([made.id]);
  };
  const adding = (
    <Button icon="plus" onClick={() => void add()}>
      {t('sources.add')}
    </Button>
  );
  if (sources.length === 0)
    return (
      <EmptyState title={t('sources.empty')} actions={adding}>
        {t('sources.empty.body')}
      </EmptyState>
    );
  const supports = (s: Source) => state.statementsFrom(s.id).size + state.rowsFrom(s.id).size;
  return (
    <div className="stage sources">
      <nav className="sources-list" aria-label={t('sources.list')}>
        <div className="sources-search">
          <TextField
            hideLabel
            type="search"
            label={t('sources.search', { count: sources.length })}
            placeholder={t('sources.search', { count: sources.length })}
            value={search}
            onChange={setSearch}
          />
        </div>
        <ul>
          {shown.map((s) => (
            <li key={s.id}>
              <button
                type="button"
                className="sources-item"
                aria-current={s.id === source?.id ? 'true' : undefined}
                onClick={() => {
                  setKept(s.id);
                  select([s.id]);
                }}
              >
                <b className="clip">
                  <Name text={s.reference} />
                </b>
                <span className="muted small end">{s.received?.slice(0, 10) ?? t('sources.no-date')}</span>
                <span className="clip small">
                  <Name text={s.title ?? ''} />
                </span>
                <span className="end row small">
                  <span title={t('sources.supports', { count: supports(s) })}>{number(supports(s))}</span>
                  <Chip grade={s.grade} />
                </span>
                {s.handling && (
                  <span className="muted small clip" title={handlingWords(s.handling).meaning}>
                    {handlingWords(s.handling).short}
                  </span>
                )}
              </button>
            </li>
          ))}
        </ul>
        {shown.length === 0 && <Note>{t('sources.search.none', { query: search })}</Note>}
        <div className="item">{adding}</div>
      </nav>
      {source && <Report key={source.id} source={source} />}
    </div>
  );
}
