import { useEffect, useRef, useState } from 'react';
import type { Mapping } from '#exchange/importers/index';
import { number, t as say } from '#i18n/index';
import { useT } from '#i18n/react';
import { refusalText } from '#i18n/record-words';
import { useAnalysis } from '#queries/analysis';
import { sameValue, useCaseSnapshot, useCaseValue, useOpenCase } from '#queries/case-context';
import { type PlanReport, type PreviewReport, useImport } from '#queries/exchange';
import { saveFile } from '#queries/exports';
import { bestMapping, openQuestions } from '#queries/import-catalogue';
import { importLayout, itemsAfter, LAID_OUT_AT_MOST } from '#queries/import-layout';
import { chartLastSeen, openPane } from '#session/panes';
import { Button, Checkbox, Note, Select } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { FileForm, FirstRows, SaveMapping } from './file-look.tsx';
import { type Decisions, ImportCheck } from './import-check.tsx';
import { Choice, ColumnTable, importerOf, Questions, RowSettings } from './import-settings.tsx';
import { refusal, whatCame } from './import-words.ts';
import { LatestWork } from './latest-work.ts';
import { type Table, TableHead } from './table-head.tsx';
import { useWork } from './use-work.ts';
import { chartTarget, type Target, usualTarget } from './where-to.ts';

/** A file up to this size is checked again by itself when the case has changed, bytes; a larger one when asked. */
const CHECKED_AGAIN_AT_MOST = 10_000_000;
/** After the last change of the case, ms. */
const CHECK_AGAIN_AFTER = 400;

/** Refused with these, the worker still has the plan. */
const KEEPS_PLAN: ReadonlySet<string> = new Set(['cancelled', 'store.refused', 'store.full']);

/** One table on its way in: look, map, answer, check, import. */
export function OneTable({ table, onDone }: { table: Table; onDone: () => void }) {
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
  /** As chosen by the analyst; until then what is usual for this case and this file. */
  const [chosenTarget, setTarget] = useState<Target>();
  const [target, setPlanned] = useState<Target>('new');
  const [arrange, setArrange] = useState(true);
  const [busy, setBusy] = useState(true);
  const charts = useCaseValue((s) => [...s.allOf('chart')].map((c) => ({ id: c.id, name: c.name })), sameValue);
  const latest = useRef({ work, desk });
  latest.current = { work, desk };
  const [running] = useState(() => new LatestWork());
  const begin = (): AbortController => {
    setBusy(true);
    setError(undefined);
    return running.begin();
  };
  const giveUp = () => {
    if (running.giveUp()) setBusy(false);
  };
  const remap = (next: Mapping) => {
    giveUp();
    setMapping(next);
  };

  useEffect(() => {
    let current = true;
    running.giveUp();
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
  }, [table, options, running]);

  /** Looks what the file would bring to the case of now. False when it was refused, or something else was asked meanwhile. */
  const check = async (chosen: Decisions = decisions, where = chosenTarget): Promise<boolean> => {
    if (!preview || !mapping) return false;
    const mine = begin();
    const planFor = (to: Target) =>
      work(
        t('import-view.reading', { name: table.name }),
        (watch) =>
          desk.plan(
            open,
            {
              importer: importerOf(mapping),
              file: table.file,
              name: table.name,
              form: preview.form,
              mapping,
              decisions: [...chosen],
              chart: chartTarget(open.snapshot().state, to, table.name),
              source: { reference: table.name },
            },
            watch,
          ),
        mine,
      );
    let to = where ?? usualTarget(open.snapshot().state, chartLastSeen.get());
    let step = await planFor(to);
    // What only adds to entities that are known needs no chart.
    if (
      running.isLatest(mine) &&
      where === undefined &&
      step.ok &&
      step.value.counts.entities + step.value.counts.links === 0
    ) {
      to = 'none';
      step = await planFor(to);
    }
    if (!running.end(mine)) return false;
    setBusy(false);
    setPlanned(to);
    if (step.ok) setPlan(step.value);
    else setError(refusal(step));
    return step.ok;
  };

  // What was checked holds for the case as it was. Changed since, it is checked again, before anything can be written.
  const { head } = useCaseSnapshot();
  const moved = plan !== undefined && !desk.isCurrent(open, plan);
  const [again, setAgain] = useState(false);
  const recheck = async () => {
    if (await check()) setAgain(true);
  };
  const latestRecheck = useRef(recheck);
  latestRecheck.current = recheck;
  const byItself = moved && !busy && !error && table.file.size <= CHECKED_AGAIN_AT_MOST;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each change of the case begins the wait anew.
  useEffect(() => {
    if (!byItself) return;
    const timer = setTimeout(() => void latestRecheck.current(), CHECK_AGAIN_AFTER);
    return () => clearTimeout(timer);
  }, [byItself, head.seq]);

  const on = target === 'new' || target === 'none' ? undefined : target;
  const tooMany = itemsAfter(open.snapshot().state, on, plan?.counts.placements ?? 0) > LAID_OUT_AT_MOST;

  const write = async () => {
    if (!plan) return;
    const mine = begin();
    setAgain(false);
    const layOut =
      arrange && target !== 'none' && !tooMany ? importLayout(analysis, open.snapshot().state, on) : undefined;
    const step = await work(
      t('import-view.writing', { name: table.name }),
      (watch) => desk.write(open, plan, watch, layOut),
      mine,
    );
    const isWanted = running.end(mine);
    if (isWanted) setBusy(false);
    if (!step.ok) {
      if (!isWanted) return;
      if (step.refused === 'case.moved-on') return recheck();
      // Given up or out of room, the plan can be written again; a worker that ended took it along.
      if (!KEEPS_PLAN.has(step.refused)) setPlan(undefined);
      return setError(refusal(step));
    }
    const { outcome, layout } = step.value;
    if ('refused' in outcome && outcome.refused === 'case-moved-on') return isWanted ? recheck() : undefined;
    const text = refusalText(outcome);
    if (text) {
      setPlan(undefined);
      return setError(text);
    }
    announce(whatCame(plan, layout === 'failed'));
    const chart = target === 'none' ? undefined : (plan.chart ?? target);
    if (chart && table.next.length === 0) openPane({ view: 'link-chart', chart });
    onDone();
  };

  const blocked = preview && mapping ? openQuestions(preview.columns, mapping).some((q) => q.blocking) : true;
  return (
    <>
      <TableHead table={table} preview={preview} />
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
              <FileForm form={preview.form} onChange={(form) => setOptions({ ...options, ...form })} />
              <SaveMapping mapping={mapping} />
            </div>
            <Questions preview={preview} mapping={mapping} onChange={remap} />
            <RowSettings preview={preview} mapping={mapping} onChange={remap} />
            <ColumnTable preview={preview} mapping={mapping} onChange={remap} />
            <FirstRows preview={preview} />
          </>
        )}
        {plan && (moved || again) && !error && (
          <Note live>{t(moved ? 'import-view.moved' : 'import-view.checked-again')}</Note>
        )}
        {plan && (
          <>
            <div className="import-settings">
              <Select<Target>
                label={t('import-view.put')}
                value={target}
                onChange={(where) => {
                  setTarget(where);
                  setAgain(false);
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
                setAgain(false);
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
        {plan && (
          <Button
            onClick={() => {
              giveUp();
              setAgain(false);
              setPlan(undefined);
            }}
          >
            {t('import-view.back')}
          </Button>
        )}
        <Button onClick={onDone}>{t('import-view.cancel')}</Button>
        {plan && moved ? (
          <Button
            variant="primary"
            {...(busy && { disabledReason: t('import-view.reading', { name: table.name }) })}
            onClick={() => void recheck()}
          >
            {t('import-view.check-again')}
          </Button>
        ) : plan ? (
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
