import './results.css';
import { Fragment, startTransition, useEffect, useState } from 'react';
import { isMessageKey, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { communityCatalogue, type Figure, measureCatalogue, type ParameterValues, type Scope } from '#queries/analysis';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { figureContent, useFigures } from '#queries/figures';
import { filter } from '#session/filter';
import { startJob } from '#session/jobs';
import { chartLastSeen, panes } from '#session/panes';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Checkbox, EmptyState, Note, Section, Select } from '#ui/controls/index';
import { scopeOf } from '../answer-scope.ts';
import { type Answer, lastAsked } from '../last-answer.ts';
import type { ViewProps } from '../view.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { ParameterForm } from './parameter-form.tsx';

interface Question {
  readonly kind: Answer['kind'];
  readonly id: string;
}

const questions = [
  ...measureCatalogue.map((about) => ({ kind: 'measure' as const, id: about.id, about })),
  ...communityCatalogue.map((about) => ({ kind: 'groups' as const, id: about.id, about })),
];

/** The question being worked out, by case: the room may be left and come back to meanwhile. */
const running = new WeakMap<ReturnType<typeof useOpenCase>, AbortController>();

/** Why there is no answer, in words where there are some. */
function refusalOf({ code, detail }: Extract<Figure<unknown>, { ok: false }>): string {
  if (code === 'cancelled') return tDynamic('results.cancelled');
  const refused = `communities.refused.${code}`;
  return isMessageKey(refused) ? tDynamic(refused, { most: detail ?? '' }) : tDynamic('results.failed', { code });
}

/** What the question is asked of, then the questions, at the left; the answer at the right: ranked, on the chart, in a file, with how it was derived. */
export default function Results(_: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  const desk = useFigures();
  const last = lastAsked(open);
  const chosen = useSignal(selection);
  const wanted = useSignal(filter);
  const shown = useSignal(panes);
  const [question, setQuestion] = useState<Question | undefined>(() => last.get().question);
  const [scopeKind, setScope] = useState<Scope['kind']>('case');
  const [directed, setDirected] = useState(false);
  const [weighted, setWeighted] = useState(false);
  const [events, setEvents] = useState(false);
  const [parameters, setParameters] = useState<ParameterValues>({});
  const [answer, setAnswer] = useState<Answer | undefined>(() => last.get().answer);
  useEffect(() => {
    const follow = () => {
      const now = last.get();
      setQuestion(now.question);
      // A table of thousands is made in breaths: the page hears keys meanwhile.
      startTransition(() => setAnswer(now.answer));
    };
    follow();
    return last.subscribe(follow);
  }, [last]);
  const [problem, setProblem] = useState<string>();

  const lastSeen = useSignal(chartLastSeen);
  const charts = [
    shown.main[shown.active]?.chart,
    shown.split?.panes[shown.split.active]?.chart,
    lastSeen,
    ...[...shown.main, ...(shown.split?.panes ?? [])].map((p) => p.chart),
  ];
  const chart = charts.find((id) => id !== undefined && state.find('chart', id));

  const ask = async (q: Question) => {
    running.get(open)?.abort();
    const mine = new AbortController();
    running.set(open, mine);
    last.set((now) => ({ ...now, question: q }));
    setProblem(undefined);
    const values = q.id === question?.id ? parameters : {};
    if (q.id !== question?.id) setParameters({});
    const name = tDynamic(q.kind === 'measure' ? `measure.${q.id}.name` : `communities.${q.id}.name`);
    const job = startJob(t('results.running', { measure: name, scope: tDynamic(`results.scope.${scopeKind}`) }), () =>
      mine.abort(),
    );
    const asked = {
      kind: scopeKind,
      chosen,
      chart,
      filter: wanted,
      events,
      direction: directed ? ('out' as const) : ('ignore' as const),
      weights: weighted ? ('count' as const) : ('none' as const),
    };
    // The question is shown pressed before the graph is packed.
    await new Promise((done) => setTimeout(done));
    if (running.get(open) !== mine) return job.end();
    const take = <R,>(figure: Figure<R>, answered: (result: R) => Answer) => {
      // Another question was asked meanwhile: nobody waits for this one.
      if (running.get(open) !== mine) return;
      if (figure.ok) last.set((now) => ({ ...now, answer: answered(figure.figure) }));
      else setProblem(refusalOf(figure));
    };
    try {
      const { state, head } = open.snapshot();
      const graph = { ...asked, scope: scopeOf(state, asked) };
      const request = { ...graph, revision: head.seq, content: figureContent(state, graph) };
      const found = { id: q.id, scope: request.scope, asked, content: request.content };
      const run = { signal: mine.signal, onProgress: (p: { done: number; of: number }) => job.progress(p.done, p.of) };
      if (q.kind === 'measure')
        take(await desk.measure(state, request, q.id, values, run), (result) => ({
          ...found,
          kind: 'measure',
          result,
        }));
      else
        take(await desk.communities(state, request, q.id, values, run), (result) => ({
          ...found,
          kind: 'groups',
          result,
        }));
    } finally {
      job.end();
    }
  };

  return (
    <div className="results">
      <div className="results-ask">
        <Section title={t('results.scope')}>
          <div className="stack results-scope">
            <Select<Scope['kind']>
              hideLabel
              label={t('results.scope')}
              value={scopeKind}
              onChange={setScope}
              options={[
                { value: 'case', label: t('results.scope.case') },
                { value: 'chart', label: t('results.scope.chart'), ...(!chart && { disabled: true }) },
                {
                  value: 'selection',
                  label: t('results.scope.selection'),
                  ...(chosen.length === 0 && { disabled: true }),
                },
                { value: 'filtered', label: t('results.scope.filtered') },
              ]}
            />
            <Checkbox label={t('results.directed')} checked={directed} onChange={setDirected} />
            <Checkbox label={t('results.weights')} checked={weighted} onChange={setWeighted} />
            <Checkbox label={t('results.events')} checked={events} onChange={setEvents} />
            <Button
              variant="primary"
              {...(question ? { onClick: () => void ask(question) } : { disabledReason: t('results.choose.title') })}
            >
              {t('results.run')}
            </Button>
          </div>
        </Section>
        <Section title={t('results.ask')}>
          {questions.map((q) => (
            <Fragment key={q.id}>
              <button
                type="button"
                className="results-question"
                aria-pressed={question?.id === q.id}
                onClick={() => void ask(q)}
              >
                <b>{tDynamic(q.about.question)}</b>
                <span>{tDynamic(q.about.name)}</span>
              </button>
              {question?.id === q.id && q.about.parameters.length > 0 && (
                <div className="stack results-parameters">
                  <ParameterForm
                    prefix={q.kind === 'measure' ? 'measure' : 'communities'}
                    parameters={q.about.parameters}
                    values={parameters}
                    onChange={setParameters}
                  />
                </div>
              )}
            </Fragment>
          ))}
        </Section>
      </div>
      <div className="results-answer">
        {problem && (
          <Note tone="warning" live>
            {problem}
          </Note>
        )}
        {answer ? (
          <AnswerPanel answer={answer} chart={chart} open={open} chosen={chosen} />
        ) : (
          <EmptyState title={t('results.choose.title')}>{t('results.choose.body')}</EmptyState>
        )}
      </div>
    </div>
  );
}
