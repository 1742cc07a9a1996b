import './results.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Group } from '#domain/chart/group';
import { placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf, refusalText } from '#i18n/record-words';
import {
  type CommunityResult,
  communityCatalogue,
  type MeasureResult,
  measureCatalogue,
  type ParameterValues,
  type Scope,
} from '#queries/analysis';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { csvOf, saveFile } from '#queries/exports';
import { useFigures } from '#queries/figures';
import { newId } from '#queries/ids';
import type { Outcome } from '#queries/open-case';
import { filter } from '#session/filter';
import { startJob } from '#session/jobs';
import { chartLastSeen, panes } from '#session/panes';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Checkbox, EmptyState, Note, Section, Select } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import type { ViewProps } from '../view.ts';
import { FigureGrid } from './figure-grid.tsx';
import { communityRows, measureRows } from './figure-rows.ts';
import { methodNote } from './method-note.ts';
import { ParameterForm } from './parameter-form.tsx';
import { scopeOf, unconfirmedIn } from './scope.ts';

type Answer =
  | { readonly kind: 'measure'; readonly id: string; readonly scope: Scope; readonly result: MeasureResult }
  | { readonly kind: 'groups'; readonly id: string; readonly scope: Scope; readonly result: CommunityResult };

interface Question {
  readonly kind: Answer['kind'];
  readonly id: string;
}

const MOST_COLOURS = 9;

/** The last answer of a case, while it is open: looking at the chart meanwhile must not cost it. */
const answered = new WeakMap<ReturnType<typeof useOpenCase>, { question?: Question; answer?: Answer }>();

/** Questions at the left, the answer at the right: ranked, on the chart, in a file, with how it was derived. */
export default function Results(_: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { state, head } = useCaseSnapshot();
  const desk = useFigures();
  const chosen = useSignal(selection);
  const wanted = useSignal(filter);
  const shown = useSignal(panes);
  const [question, setQuestion] = useState<Question | undefined>(() => answered.get(open)?.question);
  const [scopeKind, setScope] = useState<Scope['kind']>('case');
  const [directed, setDirected] = useState(false);
  const [weighted, setWeighted] = useState(false);
  const [events, setEvents] = useState(false);
  const [parameters, setParameters] = useState<ParameterValues>({});
  const [answer, setAnswer] = useState<Answer | undefined>(() => answered.get(open)?.answer);
  useEffect(() => {
    answered.set(open, { ...(question && { question }), ...(answer && { answer }) });
  }, [open, question, answer]);
  const [problem, setProblem] = useState<string>();
  const stop = useRef<AbortController | undefined>(undefined);

  const lastSeen = useSignal(chartLastSeen);
  const charts = [
    shown.main[shown.active]?.chart,
    shown.split?.panes[shown.split.active]?.chart,
    lastSeen,
    ...[...shown.main, ...(shown.split?.panes ?? [])].map((p) => p.chart),
  ];
  const chart = charts.find((id) => id !== undefined && state.find('chart', id));

  const ask = async (q: Question) => {
    stop.current?.abort();
    const mine = new AbortController();
    stop.current = mine;
    setQuestion(q);
    setProblem(undefined);
    const values = q.id === question?.id ? parameters : {};
    if (q.id !== question?.id) setParameters({});
    const name = tDynamic(q.kind === 'measure' ? `measure.${q.id}.name` : `communities.${q.id}.name`);
    const job = startJob(t('results.running', { measure: name, scope: tDynamic(`results.scope.${scopeKind}`) }), () =>
      mine.abort(),
    );
    const scope = scopeOf(state, { kind: scopeKind, chosen, chart, filter: wanted, events });
    const request = {
      scope,
      directed,
      weights: weighted ? ('count' as const) : ('none' as const),
      revision: head.seq,
    };
    const run = { signal: mine.signal, onProgress: (p: { done: number; of: number }) => job.progress(p.done, p.of) };
    try {
      if (q.kind === 'measure') {
        const figure = await desk.measure(state, request, q.id, values, run);
        if (figure.ok) setAnswer({ kind: 'measure', id: q.id, scope, result: figure.figure });
        else
          setProblem(figure.code === 'cancelled' ? t('results.cancelled') : t('results.failed', { code: figure.code }));
      } else {
        const figure = await desk.communities(state, request, q.id, values, run);
        if (figure.ok) setAnswer({ kind: 'groups', id: q.id, scope, result: figure.figure });
        else
          setProblem(figure.code === 'cancelled' ? t('results.cancelled') : t('results.failed', { code: figure.code }));
      }
    } finally {
      job.end();
    }
  };

  const definition =
    question &&
    (question.kind === 'measure'
      ? measureCatalogue.find((m) => m.id === question.id)
      : communityCatalogue.find((c) => c.id === question.id));
  return (
    <div className="results">
      <div className="results-ask">
        <Section title={t('results.ask')}>
          {measureCatalogue.map((m) => (
            <button
              key={m.id}
              type="button"
              className="results-question"
              aria-pressed={question?.id === m.id}
              onClick={() => void ask({ kind: 'measure', id: m.id })}
            >
              <b>{tDynamic(m.question)}</b>
              <span>{tDynamic(m.name)}</span>
            </button>
          ))}
          {communityCatalogue.map((c) => (
            <button
              key={c.id}
              type="button"
              className="results-question"
              aria-pressed={question?.id === c.id}
              onClick={() => void ask({ kind: 'groups', id: c.id })}
            >
              <b>{tDynamic(c.question)}</b>
              <span>{tDynamic(c.name)}</span>
            </button>
          ))}
        </Section>
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
            {definition && (
              <ParameterForm
                prefix={question.kind === 'measure' ? 'measure' : 'communities'}
                parameters={definition.parameters}
                values={parameters}
                onChange={setParameters}
              />
            )}
            {question && (
              <Button variant="primary" onClick={() => void ask(question)}>
                {t('results.run')}
              </Button>
            )}
          </div>
        </Section>
      </div>
      <div className="results-answer">
        {problem && (
          <Note tone="warning" live>
            {problem}
          </Note>
        )}
        {answer ? (
          <AnswerPanel
            answer={answer}
            chart={chart}
            stale={answer.result.revision !== head.seq}
            open={open}
            chosen={chosen}
          />
        ) : (
          <EmptyState title={t('results.choose.title')}>{t('results.choose.body')}</EmptyState>
        )}
      </div>
    </div>
  );
}

function AnswerPanel({
  answer,
  chart,
  stale,
  open,
  chosen,
}: {
  answer: Answer;
  chart: Id | undefined;
  stale: boolean;
  open: ReturnType<typeof useOpenCase>;
  chosen: readonly Id[];
}) {
  const t = useT();
  const snapshot = useCaseSnapshot();
  const { state } = snapshot;
  const { result } = answer;
  const measured = answer.kind === 'measure';
  const rows = useMemo(
    () => (answer.kind === 'measure' ? measureRows(answer.result) : communityRows(answer.result)),
    [answer],
  );
  const name = tDynamic(measured ? `measure.${answer.id}.name` : `communities.${answer.id}.name`);
  const question = tDynamic(measured ? `measure.${answer.id}.question` : `communities.${answer.id}.question`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is one mutable object; its snapshot tells when it changed
  const { weak, of } = useMemo(() => unconfirmedIn(state, answer.scope), [snapshot, answer.scope]);

  const said = async (act: Promise<Outcome>) => {
    const outcome = await act;
    announce(refusalText(outcome) ?? t('results.applied', { chart: state.find('chart', chart!)?.name ?? '' }));
  };
  const onChart = (id: Id) => {
    const p = chart && state.find('placement', placementId(chart, id));
    return Boolean(p && !p.hidden);
  };
  const apply = (use: 'size' | 'colour') => {
    if (!chart) return;
    const values = rows.flatMap((r) =>
      r.value === undefined || !onChart(r.id) || (!measured && r.value >= MOST_COLOURS)
        ? []
        : [{ entity: r.id, value: String(measured ? r.value : r.value + 1) }],
    );
    void said(
      open.run('apply-measure', {
        applied: {
          chart,
          use,
          measure: answer.id,
          parameters: Object.entries(result.parameters).map(([key, value]) => ({ name: key, value: String(value) })),
          scope: result.scope,
          revision: result.revision,
          values,
        },
      }),
    );
  };
  const outline = () => {
    if (!chart || measured) return;
    const members = new Map<number, Id[]>();
    for (const r of answer.result.rows) {
      if (!onChart(r.id)) continue;
      const list = members.get(r.community);
      if (list) list.push(r.id);
      else members.set(r.community, [r.id]);
    }
    const groups = [...members]
      .filter(([, list]) => list.length > 2)
      .slice(0, MOST_COLOURS)
      .map(
        ([k, list]): Group => ({
          id: newId(),
          kind: 'group',
          chart,
          name: t('results.group-name', { number: k + 1 }),
          members: list,
          strength: 'unconfirmed',
          colour: k + 1,
        }),
      );
    void said(open.run('group-items', { groups }));
  };
  const method = methodNote(answer.kind, answer.id, result);
  const save = () => {
    const head = [
      t('results.column.rank'),
      t('results.column.entity'),
      t('results.column.type'),
      measured ? name : t('results.column.group'),
    ];
    const lines = rows.map((r) => {
      const entity = state.entity(r.id);
      const value = r.value === undefined ? '' : String(measured ? r.value : r.value + 1);
      return [
        r.rank === undefined ? '' : String(r.rank),
        nameOf(entity),
        tDynamic(`entity-type.${entity?.type ?? 'unknown'}`),
        value,
      ];
    });
    saveFile(`results-${result.revision}.csv`, csvOf([head, ...lines, [], [method]]));
  };
  const noChart = chart ? {} : { disabledReason: t('results.no-chart') };
  const shown = (['size', 'colour'] as const).filter((use) => chart && state.get(`${chart}!${use}`));

  return (
    <>
      <div className="tools">
        <b>{question}</b>
        <span className="muted">
          {measured
            ? name
            : t('results.modularity', {
                count: answer.result.sizes.length,
                modularity: number(answer.result.modularity, { maximumFractionDigits: 4 }),
              })}
        </span>
      </div>
      <div className="tools">
        {measured ? (
          <Button onClick={() => apply('size')} {...noChart}>
            {t('results.size-by')}
          </Button>
        ) : (
          <>
            <Button onClick={() => apply('colour')} {...noChart}>
              {t('results.colour-by')}
            </Button>
            <Button onClick={outline} {...noChart}>
              {t('results.outline')}
            </Button>
          </>
        )}
        {shown.map((use) => (
          <Button key={use} variant="quiet" onClick={() => chart && void open.run('clear-measure', { chart, use })}>
            {t('results.clear')}
          </Button>
        ))}
        <Button icon="download" onClick={save}>
          {t('results.export')}
        </Button>
      </div>
      {stale && <Note tone="warning">{t('results.stale', { revision: number(result.revision) })}</Note>}
      {weak > 0 && (
        <Note tone="warning">{t('results.missing', { count: of, weak: number(weak), of: number(of) })}</Note>
      )}
      <FigureGrid
        key={`${answer.kind} ${answer.id}`}
        state={state}
        rows={rows}
        title={name}
        groups={!measured}
        selected={chosen}
        onSelect={select}
      />
      <div className="results-method">
        <b>{t('results.method')}</b> {method}{' '}
        <Button
          variant="link"
          onClick={() => void navigator.clipboard?.writeText(method).then(() => announce(t('results.method.copied')))}
        >
          {t('results.method.copy')}
        </Button>
      </div>
    </>
  );
}
