import './paths.css';
import { useEffect, useState } from 'react';
import type { Id } from '#domain/record';
import { isMessageKey, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { type Scope, useAnalysis } from '#queries/analysis';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { askOfOneState, inBreaths, ofOneState } from '#queries/in-breaths';
import { findPaths, groundOf, type PathsAsked, type PathsOutcome, pathCatalogue } from '#queries/paths';
import { filter } from '#session/filter';
import { chartLastSeen, panes } from '#session/panes';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Note, Section, Select } from '#ui/controls/index';
import { startAnalysis } from '../analysis-job.ts';
import { readingGraph } from '../answer-scope.ts';
import { areReversed, dateProblem } from '../date-words.ts';
import type { AskedScope } from '../last-answer.ts';
import { endsOf, lastPaths, type PathsForm, withQuestion, withSelection } from '../last-paths.ts';
import type { ViewProps } from '../view.ts';
import { PathsAnswerPanel } from './answer.tsx';
import { Conditions } from './conditions.tsx';
import { EntityPicker } from './entity-picker.tsx';

/** The question being worked out, by case: the room may be left and come back to meanwhile. */
const running = new WeakMap<ReturnType<typeof useOpenCase>, AbortController>();

/** Whom the question is about, the question and its conditions at the left; the answer at the right. */
export default function Paths(_: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const desk = useAnalysis();
  const { state } = useCaseSnapshot();
  const last = lastPaths(open);
  const { form: whole, answer } = useSignal(last);
  const shown = useSignal(panes);
  const lastSeen = useSignal(chartLastSeen);
  const [problem, setProblem] = useState<string>();
  const chart = [lastSeen, ...[...shown.main, ...(shown.split?.panes ?? [])].map((p) => p.chart)].find(
    (id) => id !== undefined && state.find('chart', id),
  );
  // Whoever is deleted meanwhile is no end of anything.
  const there = (ids: readonly Id[]) => ids.filter((id) => state.entity(id));
  const form: PathsForm = { ...whole, from: there(whole.from), to: there(whole.to) };
  const set = (change: Partial<PathsForm>) => last.set((now) => ({ ...now, form: { ...now.form, ...change } }));

  useEffect(() => {
    // The room opens on whom one was looking at.
    const { form } = last.get();
    if (form.from.length > 0 || form.to.length > 0) return;
    const chosen = selection.get().filter((id) => open.snapshot().state.entity(id));
    if (chosen.length > 0) last.set((now) => ({ ...now, form: withSelection(now.form, chosen) }));
  }, [last, open]);

  const ends = endsOf(form.question);
  const dates = [form.after, form.before].map((d) => d.trim());
  const lacking =
    (ends === 'two' || ends === 'lists') && (form.from.length === 0 || form.to.length === 0)
      ? t(`paths.need.${ends}`)
      : ends === 'several' && form.from.length < 2
        ? t('paths.need.several')
        : form.from.length === 0
          ? t(ends === 'one' ? 'paths.need.one' : 'paths.need.some')
          : (dates.map(dateProblem).find((p) => p !== undefined) ??
            (areReversed(form.after, form.before, state.properties?.zone ?? 'UTC')
              ? t('paths.dates-reversed')
              : undefined));

  const find = async () => {
    running.get(open)?.abort();
    const mine = new AbortController();
    running.set(open, mine);
    setProblem(undefined);
    const asked: PathsAsked = {
      question: form.question,
      parameters: form.parameters,
      from: form.from,
      to: ends === 'two' || ends === 'lists' ? form.to : [],
      arrows: form.arrows,
      weights: form.weights,
      strength: form.strength,
      undated: form.undated,
      linkTypes: form.linkTypes,
      ...(dates[0] && { after: dates[0] }),
      ...(dates[1] && { before: dates[1] }),
    };
    const { state } = open.snapshot();
    const wanted: AskedScope = {
      kind: form.scope,
      chosen: [],
      chart,
      filter: filter.get(),
      events: form.events,
    };
    const name = tDynamic(`paths.${form.question}.name`);
    const job = startAnalysis(
      t('paths.running', { question: name, scope: tDynamic(`results.scope.${wanted.kind}`) }),
      () => mine.abort(),
    );
    try {
      const run = { signal: mine.signal, onProgress: job.onProgress };
      const graph = {
        ...wanted,
        direction: form.arrows ? 'out' : 'ignore',
        weights: form.parameters.length === 'inverse' ? form.weights : 'none',
        identity: 'counted',
      } as const;
      const found = await askOfOneState(
        async (): Promise<PathsOutcome & { readonly ground?: ReturnType<typeof groundOf> }> => {
          const read = await inBreaths(
            ofOneState(state, () => readingGraph(state, graph, undefined)),
            run,
          );
          if ('failure' in read) return { ok: false, code: read.failure };
          const { scope, content, version } = read.result;
          const ground = groundOf(state, scope);
          const { head } = open.snapshot();
          const ways = await findPaths(desk, state, { scope, revision: head.seq, content, version, asked }, run);
          return { ...ways, ground };
        },
      );
      const { ground } = found;
      // Without it, the reading was cancelled.
      if (!ground || running.get(open) !== mine) return;
      if (found.ok) last.set((now) => ({ ...now, answer: { result: found.figure, asked: wanted, ground, way: 0 } }));
      else {
        const key = `paths.failed.${found.code}`;
        const names = (found.about ?? []).map((id) => nameOf(state.entity(id))).join(', ');
        setProblem(isMessageKey(key) ? tDynamic(key, { names }) : t('paths.failed.other', { code: found.code }));
      }
    } finally {
      job.end();
    }
  };

  return (
    <div className="paths">
      <div className="paths-ask">
        <Section title={t('paths.ask')}>
          <div className="stack paths-fields">
            <Select<PathsForm['question']>
              hideLabel
              label={t('paths.ask')}
              value={form.question}
              onChange={(question) => last.set((now) => ({ ...now, form: withQuestion(now.form, question) }))}
              options={pathCatalogue.map((q) => ({ value: q.id, label: t(`paths.${q.id}.question`) }))}
            />
            {/* The list cuts what is longer than it is wide. */}
            <span className="muted small">{t(`paths.${form.question}.question`)}</span>
            <EntityPicker
              label={t(
                ends === 'two' || ends === 'one' ? 'paths.from' : ends === 'lists' ? 'paths.list.left' : 'paths.among',
              )}
              chosen={form.from}
              most={ends === 'two' || ends === 'one' ? 1 : 'many'}
              onChange={(from) => set({ from })}
            />
            {(ends === 'two' || ends === 'lists') && (
              <EntityPicker
                label={t(ends === 'two' ? 'paths.to' : 'paths.list.right')}
                chosen={form.to}
                most={ends === 'two' ? 1 : 'many'}
                onChange={(to) => set({ to })}
              />
            )}
            <div className="row">
              <Button variant="primary" {...(lacking ? { disabledReason: lacking } : { onClick: () => void find() })}>
                {t('paths.find')}
              </Button>
              {(ends === 'two' || ends === 'lists') && (
                <Button variant="quiet" onClick={() => set({ from: form.to, to: form.from })}>
                  {t('paths.swap')}
                </Button>
              )}
            </div>
            {lacking && <span className="muted small">{lacking}</span>}
          </div>
        </Section>
        <Section title={t('paths.conditions')}>
          <div className="stack paths-fields">
            <Select<Scope['kind']>
              hideLabel
              label={t('results.scope')}
              value={form.scope}
              onChange={(scope) => set({ scope })}
              options={[
                { value: 'case', label: t('results.scope.case') },
                { value: 'chart', label: t('results.scope.chart'), ...(!chart && { disabled: true }) },
                { value: 'filtered', label: t('results.scope.filtered') },
              ]}
            />
            <Conditions form={form} onChange={set} />
          </div>
        </Section>
      </div>
      <div className="paths-answer">
        {problem && (
          <Note tone="warning" live>
            {problem}
          </Note>
        )}
        {answer ? (
          <PathsAnswerPanel answer={answer} chart={chart} />
        ) : (
          <EmptyState title={t('paths.choose.title')}>{t('paths.choose.body')}</EmptyState>
        )}
      </div>
    </div>
  );
}
