import { useEffect, useMemo, useRef, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Grade, Source } from '#domain/source/source';
import type { Statement } from '#domain/statement/statement';
import { number, t as translate } from '#i18n/index';
import { useT } from '#i18n/react';
import { fieldText, linkWords, nameOf, wordOf } from '#i18n/record-words';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { newId } from '#queries/ids';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, IconButton, Name, Section, Tag } from '#ui/controls/index';
import { announce, showDialog } from '#ui/dialogs/index';
import { said } from '../acts.tsx';
import { Chip, handlingWords, RegradeDialog } from '../grade.tsx';
import { linesOf, type Piece, piecesOf } from './pieces.ts';

/** What a statement is about, in words; protected persons by their pseudonym. */
export function aboutText(state: CaseState, s: Statement): string {
  const record = state.get(s.about.record);
  const name =
    record?.kind === 'entity'
      ? nameOf(record)
      : record?.kind === 'link'
        ? translate('history.link', {
            from: nameOf(state.entity(record.from)),
            words: linkWords(record),
            to: nameOf(state.entity(record.to)),
          })
        : record?.kind === 'source'
          ? record.reference
          : translate('record.missing');
  return s.about.field ? `${name} · ${fieldText(s.about.field)}` : name;
}

function edgeOf(node: Node | null, offset: number, after: boolean): number | undefined {
  const element = node instanceof Element ? node : node?.parentElement;
  const piece = element?.closest('[data-at]');
  if (!(piece instanceof HTMLElement)) return undefined;
  const at = Number(piece.dataset.at);
  const length = Number(piece.dataset.length);
  // A pseudonym stands for the whole name: it is quoted whole or not at all.
  if (piece.dataset.hidden !== undefined) return after ? at + length : at;
  return at + Math.min(offset, length);
}

/** The words of the report that are marked on the screen, as they stand in it. */
function markedText(within: HTMLElement | null, text: string): string {
  const marked = window.getSelection();
  if (!within || !marked || marked.isCollapsed || marked.rangeCount === 0) return '';
  const range = marked.getRangeAt(0);
  if (!within.contains(range.commonAncestorContainer)) return '';
  const from = edgeOf(range.startContainer, range.startOffset, false);
  const to = edgeOf(range.endContainer, range.endOffset, true);
  return from === undefined || to === undefined ? '' : text.slice(from, to).trim();
}

function PieceText({ piece, about }: { piece: Piece; about: (id: string) => { text: string; record: string } }) {
  const data = {
    'data-at': piece.at,
    'data-length': piece.text.length,
    ...(piece.pseudonym !== undefined && { 'data-hidden': '' }),
  };
  const words = <Name text={piece.pseudonym ?? piece.text} isProtected={piece.pseudonym !== undefined} />;
  const [first] = piece.statements;
  if (first === undefined) return <span {...data}>{words}</span>;
  const said = piece.statements.map((id) => about(id));
  return (
    <mark {...data} className="sources-mark" title={said.map((s) => s.text).join('; ')}>
      <button type="button" onClick={() => select(said.map((s) => s.record))}>
        {words}
      </button>
    </mark>
  );
}

/** A report to be read: its text with what was quoted from it, its grade, and the statements made from it. */
export function Report({ source }: { source: Source }) {
  const t = useT();
  const open = useOpenCase();
  const { state, version } = useCaseSnapshot();
  const chosen = useSignal(selection);
  const reading = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState('');
  useEffect(() => {
    const read = () => setMarked(markedText(reading.current, source.text ?? ''));
    document.addEventListener('selectionchange', read);
    return () => document.removeEventListener('selectionchange', read);
  }, [source.text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the state holds.
  const statements = useMemo(
    () =>
      [...state.statementsFrom(source.id)].flatMap((id) => {
        const statement = state.find('statement', id);
        return statement ? [statement] : [];
      }),
    [state, version, source.id],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the state holds.
  const lines = useMemo(
    () => linesOf(piecesOf(state, source.text ?? '', statements)),
    [state, version, source.text, statements],
  );
  const about = (id: string) => {
    const s = statements.find((x) => x.id === id);
    return { text: s ? aboutText(state, s) : '', record: s?.about.record ?? id };
  };
  const rows = state.rowsFrom(source.id).size;
  const target = chosen.map((id) => state.get(id)).find((r) => r?.kind === 'entity' || r?.kind === 'link');
  const regrade = async () => {
    const answer = await showDialog<{ grade?: Grade; reason: string }>((close) => (
      <RegradeDialog grade={source.grade} close={close} />
    ));
    if (answer) await said(open.run('regrade-source', { id: source.id, ...answer }));
  };
  const regradeOne = async (s: Statement) => {
    const answer = await showDialog<{ grade?: Grade; reason: string }>((close) => (
      <RegradeDialog grade={s.grade} close={close} />
    ));
    if (answer) await said(open.run('regrade-statement', { id: s.id, ...answer }));
  };
  const quote = async () => {
    if (!target || marked === '') return;
    const quotation = marked;
    const statement: Statement = {
      id: newId(),
      kind: 'statement',
      about: { record: target.id },
      source: source.id,
      says: 'yes',
      locator: { quotation },
    };
    if (await said(open.run('state-basis', { statements: [statement] })))
      announce(t('sources.quoted', { about: aboutText(open.snapshot().state, statement) }));
    setMarked('');
  };
  const blocked = marked === '' ? t('sources.quote.mark') : target ? undefined : t('sources.quote.choose');
  return (
    <article className="sources-report" aria-label={source.reference}>
      <header className="sources-head">
        <h2>
          <Name text={source.title ?? source.reference} />
        </h2>
        <div className="row small">
          {source.title && <Name text={source.reference} />}
          <span className="muted">{wordOf('source-kind', source.sourceKind)}</span>
          {source.received && (
            <span className="muted">{t('sources.received-on', { date: source.received.replace('T', ' ') })}</span>
          )}
          <Chip grade={source.grade} />
          {source.handling && (
            <Tag title={handlingWords(source.handling).meaning}>{handlingWords(source.handling).short}</Tag>
          )}
          <Button variant="quiet" icon="edit" onClick={() => void regrade()}>
            {t('sources.regrade')}
          </Button>
          <Button
            variant="quiet"
            icon="plus"
            {...(blocked && { disabledReason: blocked })}
            // The words stay marked while the button is pressed.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => void quote()}
          >
            {t('sources.quote')}
          </Button>
        </div>
      </header>
      <div ref={reading} className="sources-text">
        {lines.length === 0 ? (
          <EmptyState title={t(source.file ? 'sources.file-only' : 'sources.no-text')}>
            {source.file
              ? t('sources.file-line', {
                  accepted: number(source.file.accepted ?? 0),
                  rows: number((source.file.rows ?? 0) - (source.file.aside ?? 0)),
                })
              : t('sources.no-text.body')}
          </EmptyState>
        ) : (
          lines.map((line) => (
            <p key={line.number} className="sources-line">
              <span className="sources-number" aria-hidden="true">
                {line.number}
              </span>
              <span>
                {line.pieces.map((piece) => (
                  <PieceText key={piece.at} piece={piece} about={about} />
                ))}
              </span>
            </p>
          ))
        )}
      </div>
      <Section title={t('sources.statements')} end={number(statements.length)}>
        {statements.length === 0 && rows === 0 && <p className="item muted">{t('sources.statements.none')}</p>}
        {rows > 0 && <p className="item">{t('sources.rows', { count: rows })}</p>}
        {statements.map((s) => (
          <div className="basis" key={s.id}>
            {s.locator?.quotation && (
              <q>
                <HiddenNames state={state} text={s.locator.quotation} />
              </q>
            )}
            <div className="src">
              <Chip grade={s.grade ?? source.grade} />
              <Button variant="link" onClick={() => select([s.about.record])}>
                <Name text={aboutText(state, s)} />
              </Button>
              <span>{[s.locator?.page, s.locator?.row].filter(Boolean).join(', ')}</span>
              {s.says === 'no' && <Tag tone="danger">{t('sources.denies')}</Tag>}
              <IconButton
                icon="edit"
                iconSize={12}
                label={t('sources.statement.regrade')}
                onClick={() => void regradeOne(s)}
              />
            </div>
          </div>
        ))}
      </Section>
    </article>
  );
}

function HiddenNames({ state, text }: { state: CaseState; text: string }) {
  return piecesOf(state, text, []).map((piece) => (
    <Name key={piece.at} text={piece.pseudonym ?? piece.text} isProtected={piece.pseudonym !== undefined} />
  ));
}
