import './import.css';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Mapping } from '#exchange/importers/index';
import { number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { refusalText } from '#i18n/record-words';
import { useAnalysis } from '#queries/analysis';
import { sameValue, useCaseValue, useOpenCase } from '#queries/case-context';
import { type PlanReport, type PreviewReport, type Step, useImport } from '#queries/exchange';
import { saveFile } from '#queries/exports';
import { bestMapping, openQuestions } from '#queries/import-catalogue';
import { importLayout, itemsAfter, LAID_OUT_AT_MOST } from '#queries/import-layout';
import { incoming } from '#session/incoming';
import { startJob } from '#session/jobs';
import { closePane, openPane } from '#session/panes';
import { useSignal } from '#session/signal';
import { Button, Checkbox, EmptyState, Note, Select, TextField } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import type { ViewProps } from '../view.ts';
import { type Decisions, ImportCheck } from './import-check.tsx';
import { Choice, ColumnTable, importerOf, Questions, RowSettings } from './import-settings.tsx';
import { nextPlace } from './next-place.ts';

interface Table {
  readonly file: Blob;
  readonly name: string;
  /** Tells two tables of one name apart: nothing chosen for one may hold for the other. */
  readonly serial: number;
  /** Files dropped with it that wait their turn. */
  readonly next: readonly File[];
}

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

/** Runs one worker task as a job of the status line, with true progress and cancel. */
function useWork() {
  const stop = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  return async <R,>(
    label: string,
    act: (watch: { signal: AbortSignal; onProgress: (p: { done: number; of: number }) => void }) => Promise<R>,
  ): Promise<R> => {
    const mine = new AbortController();
    stop.current = mine;
    const job = startJob(label, () => mine.abort());
    try {
      return await act({ signal: mine.signal, onProgress: (p) => job.progress(p.done, p.of) });
    } finally {
      job.end();
    }
  };
}

function refusal(step: Exclude<Step<unknown>, { ok: true }>): string {
  if (step.refused === 'cancelled') return say('import-view.cancelled');
  const detail =
    step.detail?.kind === undefined
      ? step.detail
      : { ...step.detail, kind: tDynamic(`import.binary.${step.detail.kind}`) };
  const key = `import.refused.${step.refused}`;
  const text = tDynamic(key, detail);
  return text === key ? say('import-view.failed', { code: step.refused }) : text;
}

type Target = 'new' | 'none' | (string & {});

function OneTable({ table, onDone }: { table: Table; onDone: () => void }) {
  const t = useT();
  const open = useOpenCase();
  const desk = useImport();
  const analysis = useAnalysis();
  const work = useWork();
  const [options, setOptions] = useState<{
    headerRow?: number;
    encoding?: string;
    delimiter?: string;
    kind?: Mapping['kind'];
  }>({});
  const [preview, setPreview] = useState<PreviewReport>();
  const [mapping, setMapping] = useState<Mapping>();
  const [plan, setPlan] = useState<PlanReport>();
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [error, setError] = useState<string>();
  const [target, setTarget] = useState<Target>('new');
  const [arrange, setArrange] = useState(true);
  const [busy, setBusy] = useState(true);
  const charts = useCaseValue((s) => [...s.allOf('chart')].map((c) => ({ id: c.id, name: c.name })), sameValue);
  const latest = useRef({ work, desk });
  latest.current = { work, desk };

  useEffect(() => {
    let current = true;
    setBusy(true);
    setError(undefined);
    setPlan(undefined);
    const { work: run, desk: at } = latest.current;
    void run(say('import-view.reading', { name: table.name }), (watch) =>
      at.preview(
        {
          // Until the analyst says what a row is, the columns do.
          ...(options.kind && {
            importer: options.kind === 'entities' ? ('csv-entities' as const) : ('csv-links' as const),
          }),
          file: table.file,
          name: table.name,
          options: options as never,
        },
        watch,
      ),
    ).then(async (step) => {
      if (!current) return;
      setBusy(false);
      if (!step.ok) return setError(refusal(step));
      const saved = await at.savedMappings();
      const fitted = bestMapping(
        [...saved.values()],
        step.value.columns.map((c) => c.name),
      );
      if (!current) return;
      setPreview(step.value);
      setMapping(
        fitted && fitted.mapping.kind === (options.kind ?? fitted.mapping.kind) ? fitted.mapping : step.value.guess,
      );
    });
    return () => {
      current = false;
    };
  }, [table, options]);

  const check = async (chosen: Decisions = decisions, where: Target = target) => {
    if (!preview || !mapping) return;
    setBusy(true);
    setError(undefined);
    const step = await work(t('import-view.reading', { name: table.name }), (watch) =>
      desk.plan(
        open,
        {
          importer: importerOf(mapping),
          file: table.file,
          name: table.name,
          form: preview.form,
          mapping,
          decisions: [...chosen],
          chart: chartTarget(where),
          source: { reference: table.name },
        },
        watch,
      ),
    );
    setBusy(false);
    if (step.ok) setPlan(step.value);
    else setError(refusal(step));
  };
  const chartTarget = (where: Target) => {
    if (where === 'none') return { to: 'none' as const };
    const { state } = open.snapshot();
    // A chart deleted since it was chosen takes nothing.
    if (where === 'new' || !state.find('chart', where)) return { to: 'new' as const, name: table.name };
    return { to: 'open' as const, chart: where, ...nextPlace(state, where) };
  };

  const on = target === 'new' || target === 'none' ? undefined : target;
  const tooMany = itemsAfter(open.snapshot().state, on, plan?.counts.placements ?? 0) > LAID_OUT_AT_MOST;

  const write = async () => {
    if (!plan) return;
    setBusy(true);
    setError(undefined);
    const layOut =
      arrange && target !== 'none' && !tooMany ? importLayout(analysis, open.snapshot().state, on) : undefined;
    const step = await work(t('import-view.writing', { name: table.name }), (watch) =>
      desk.write(open, plan, watch, layOut),
    );
    setBusy(false);
    if (!step.ok) {
      // Given up or out of room, the plan can be written again; a worker that ended took it along.
      if (step.refused !== 'cancelled' && step.refused !== 'store.refused') setPlan(undefined);
      return setError(refusal(step));
    }
    const { outcome, layout } = step.value;
    const text = refusalText(outcome);
    if (text) {
      setPlan(undefined);
      return setError(text);
    }
    const made = { entities: number(plan.counts.entities), links: number(plan.counts.links) };
    announce(t(layout === 'failed' ? 'import-view.done-not-arranged' : 'import-view.done', made));
    const chart = target === 'none' ? undefined : (plan.chart ?? target);
    if (chart && table.next.length === 0) openPane({ view: 'link-chart', chart });
    onDone();
  };

  const blocked = preview && mapping ? openQuestions(preview.columns, mapping).some((q) => q.blocking) : true;
  return (
    <>
      <div className="tools">
        <b>{t('import-view.title', { name: table.name })}</b>
        {table.next.length > 0 && (
          <span className="muted">{t('import-view.more-files', { count: table.next.length })}</span>
        )}
        {preview && (
          <span className="muted">
            {t(preview.form.header.row ? 'import-view.form' : 'import-view.form-without-header', {
              encoding: tDynamic(`import.encoding.${preview.form.encoding}`),
              delimiter:
                preview.form.dialect.delimiter === '\t'
                  ? t('import-view.delimiter.tab')
                  : preview.form.dialect.delimiter,
              rows: number(preview.rows),
              header: preview.form.header.row,
            })}
          </span>
        )}
      </div>
      <div className="import-body" aria-busy={busy}>
        {error && (
          <Note tone="danger" live>
            {error}
          </Note>
        )}
        {preview && mapping && !plan && (
          <>
            <div className="import-settings">
              <Choice<Mapping['kind']>
                label={t('import-view.kind')}
                value={mapping.kind}
                onChange={(kind) => setOptions({ ...options, kind })}
                options={[
                  { value: 'links', label: t('import-view.kind.links') },
                  { value: 'entities', label: t('import-view.kind.entities') },
                ]}
              />
              <Select
                label={t('import-view.encoding')}
                value={preview.form.encoding as string}
                onChange={(encoding) => setOptions({ ...options, encoding })}
                options={['utf-8', 'utf-16le', 'utf-16be', 'windows-874', 'windows-1252'].map((e) => ({
                  value: e,
                  label: tDynamic(`import.encoding.${e}`),
                }))}
              />
              <Select
                label={t('import-view.delimiter')}
                value={preview.form.dialect.delimiter as string}
                onChange={(delimiter) => setOptions({ ...options, delimiter })}
                options={[',', ';', '\t', '|'].map((d) => ({
                  value: d,
                  label: d === '\t' ? t('import-view.delimiter.tab') : d,
                }))}
              />
              <HeaderRow
                row={preview.form.header.row}
                onChange={(headerRow) => setOptions({ ...options, headerRow })}
              />
              <SaveMapping mapping={mapping} />
            </div>
            <Questions preview={preview} mapping={mapping} onChange={setMapping} />
            <RowSettings preview={preview} mapping={mapping} onChange={setMapping} />
            <ColumnTable preview={preview} mapping={mapping} onChange={setMapping} />
            <FirstRows preview={preview} />
          </>
        )}
        {plan && (
          <>
            <div className="import-settings">
              <Select<Target>
                label={t('import-view.put')}
                value={target}
                onChange={(where) => {
                  setTarget(where);
                  void check(decisions, where);
                }}
                options={[
                  { value: 'new', label: t('import-view.put.new') },
                  ...charts.map((c) => ({ value: c.id as Target, label: t('import-view.put.open', { name: c.name }) })),
                  { value: 'none', label: t('import-view.put.none') },
                ]}
              />
              {target !== 'none' && (
                <Checkbox
                  label={t('import-view.arrange')}
                  checked={arrange && !tooMany}
                  disabled={tooMany}
                  onChange={setArrange}
                  {...(tooMany && { hint: t('import-view.arrange.too-many', { limit: number(LAID_OUT_AT_MOST) }) })}
                />
              )}
            </div>
            <ImportCheck
              plan={plan}
              decisions={decisions}
              onDecide={(key, choice) => {
                const next = new Map(decisions).set(key, choice);
                setDecisions(next);
                void check(next);
              }}
              onSaveRejected={() => saveFile('rejected-rows.csv', plan.rejectedFile)}
            />
          </>
        )}
      </div>
      <div className="import-foot">
        <span>
          {plan ? (
            <b>
              {t('import-view.sums', {
                accepted: number(plan.accepted),
                rejected: number(plan.rejected.total),
                aside: number(plan.notData.total),
                rows: number(plan.rows),
              })}
            </b>
          ) : (
            t('import-view.nothing-written')
          )}
        </span>
        {plan && <Button onClick={() => setPlan(undefined)}>{t('import-view.back')}</Button>}
        <Button onClick={onDone}>{t('import-view.cancel')}</Button>
        {plan ? (
          <Button
            variant="primary"
            {...(plan.accepted === 0 ? { disabledReason: t('import-view.nothing') } : busy && { disabledReason: '…' })}
            onClick={() => void write()}
          >
            {t('import-view.import', { count: plan.accepted })}
          </Button>
        ) : (
          <Button
            variant="primary"
            {...(blocked ? { disabledReason: t('import-view.blocked') } : busy && { disabledReason: '…' })}
            onClick={() => void check()}
          >
            {t('import-view.check')}
          </Button>
        )}
      </div>
    </>
  );
}

function HeaderRow({ row, onChange }: { row: number; onChange: (row: number) => void }) {
  const t = useT();
  const [text, setText] = useState(String(row));
  useEffect(() => setText(String(row)), [row]);
  const save = () => {
    if (/^\d{1,4}$/.test(text) && Number(text) !== row) onChange(Number(text));
  };
  return (
    <TextField
      label={t('import-view.header-row')}
      value={text}
      inputMode="numeric"
      onChange={setText}
      onBlur={save}
      onKeyDown={(e) => e.key === 'Enter' && save()}
    />
  );
}

function SaveMapping({ mapping }: { mapping: Mapping }) {
  const t = useT();
  const desk = useImport();
  const [name, setName] = useState('');
  return (
    <>
      <TextField label={t('import-view.mapping.name')} value={name} onChange={setName} />
      <Button
        {...(!name.trim() && { disabledReason: t('import-view.mapping.name') })}
        onClick={() => void desk.saveMapping(name.trim(), mapping).then(() => announce(t('import-view.mapping.save')))}
      >
        {t('import-view.mapping.save')}
      </Button>
    </>
  );
}

function FirstRows({ preview }: { preview: PreviewReport }) {
  const t = useT();
  return (
    <div className="import-rows">
      <table className="grid">
        <caption className="visually-hidden">{t('import-view.preview')}</caption>
        <thead>
          <tr>
            <th className="num">{t('import-view.row')}</th>
            {preview.columns.slice(0, 40).map((c) => (
              <th key={c.name}>
                <bdi>{c.name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.sample.slice(0, 20).map((r) => (
            <tr key={r.row}>
              <td className="num">{number(r.row)}</td>
              {r.cells.slice(0, 40).map((cell, i) => (
                <td key={i} className="clip">
                  <bdi>{cell}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
