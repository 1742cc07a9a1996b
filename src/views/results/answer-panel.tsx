import { useCallback, useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { Scope } from '#queries/analysis';
import { useCaseReading, useCaseSnapshot, type useOpenCase } from '#queries/case-context';
import type { Work } from '#queries/in-breaths';
import { select } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Note, Segmented } from '#ui/controls/index';
import { readingStanding, type Standing, sameStanding, UNREAD } from '../answer-scope.ts';
import { answerSentence, missingText } from '../answer-sentence.ts';
import { viewOf, viewsOf } from '../answer-view.ts';
import { questionOf } from '../answer-words.ts';
import { insteadText } from '../figure-facts.ts';
import { communityRows, measureRows } from '../figure-rows.ts';
import { figureTable } from '../figure-table.ts';
import { divisionText } from '../groups-words.ts';
import { type Answer, type AnswerView, type Asked, limitsOf, USUAL_SLICES, withinOf } from '../last-answer.ts';
import { lastLook, lookAt } from '../last-look.ts';
import { methodNote } from '../method-note.ts';
import { AnswerHead } from './answer-head.tsx';
import { showOnChart } from './chart-acts.ts';
import { ChartFigures } from './chart-figures.tsx';
import { ColumnStrip, CompareButton } from './column-strip.tsx';
import { FactsLine } from './facts-line.tsx';
import { FigureGrid } from './figure-grid.tsx';
import { GroupGrid } from './group-grid.tsx';
import { GroupsPanel } from './groups-panel.tsx';
import { MethodLine } from './method-line.tsx';
import { OverTimePanel } from './over-time-panel.tsx';
import { saveAnswer, saveGroups } from './save-figures.ts';
import { ScatterPanel } from './scatter-panel.tsx';
import { setupBehind } from './setup.ts';
import { StaleNote } from './stale-note.tsx';
import { SurePanel } from './sure-panel.tsx';
import type { useAsking } from './use-asking.ts';
import { withinColumns } from './within-columns.ts';

const noteOf = (a: Answer) => methodNote(a.kind, a.id, a.result, limitsOf(a.asked));

/** The answer: in a sentence where it was asked in one, ranked, on the chart, in a file, with how it was derived. */
export function AnswerPanel({
  asked,
  answer,
  chart,
  open,
  chosen,
  unfit,
  asking,
}: {
  asked: Asked;
  answer: Answer;
  chart: Id | undefined;
  open: ReturnType<typeof useOpenCase>;
  chosen: readonly Id[];
  unfit: ReadonlySet<Scope['kind']>;
  asking: ReturnType<typeof useAsking>;
}) {
  const t = useT();
  const { state, version } = useCaseSnapshot();
  const { columns, groups } = asked;
  const table = useMemo(
    () =>
      answer.kind === 'measure'
        ? figureTable(answer, { ...(columns && { columns }), ...(groups && { groups }) })
        : undefined,
    [answer, columns, groups],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const groupColumns = useMemo(
    () => (answer.kind === 'measure' ? withinColumns(state, answer.result) : []),
    [state, version, answer],
  );
  const prefix = answer.kind === 'measure' ? 'measure' : 'communities';
  const name = tDynamic(`${prefix}.${answer.id}.name`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const said = useMemo(() => answerSentence(state, asked), [state, version, asked]);
  // Stale when any of the figures shown is of another graph than its scope makes now.
  const standing = useCaseReading(
    useCallback(
      function* (now: CaseState): Work<Standing> {
        const main = yield* readingStanding(now, answer);
        let { stale } = main;
        for (const a of [...(columns ?? []), ...(groups ? [groups] : [])])
          stale ||= (yield* readingStanding(now, a)).stale;
        return { ...main, stale };
      },
      [answer, columns, groups],
    ),
    UNREAD,
    sameStanding,
  );
  const { stale, weak } = standing;

  const rows = useMemo(
    () => (answer.kind === 'measure' ? measureRows(answer.result) : communityRows(answer.result)),
    [answer],
  );
  const notes = [answer, ...(answer.kind === 'measure' ? (columns ?? []) : []), ...(groups ? [groups] : [])].map(
    noteOf,
  );
  const method = notes.join('\n');
  const instead = useMemo(
    () =>
      answer.kind === 'measure' ? [answer, ...(columns ?? [])].flatMap(({ result }) => insteadText(result) ?? []) : [],
    [answer, columns],
  );
  const views = viewsOf(answer);
  const view = viewOf(answer, asked);
  const show = (next: AnswerView) => {
    asking.show(next);
    // A second measure is needed: links are what analysts know.
    if (next === 'scatter' && answer.kind === 'measure' && !columns?.some((c) => c.id !== answer.id))
      void asking.addColumn(answer.id === 'degree' ? 'betweenness' : 'degree', setupBehind(answer.asked));
  };
  const look = lookAt(useSignal(lastLook(open)), asked);
  const ready =
    view === 'intervals'
      ? look.sure?.intervals
      : view === 'cuts' || view === 'flow'
        ? look.sure?.weakest
        : view !== 'time' || look.overTime;
  const noFile =
    answer.kind === 'measure' && answer.refining === 'now'
      ? t('figure-facts.refining.no-file')
      : ready
        ? undefined
        : t('results.sure.waiting');
  const noChart = chart ? {} : { disabledReason: t('results.no-chart') };

  return (
    <>
      <AnswerHead
        question={questionOf(answer, asked)}
        name={answer.kind === 'measure' ? name : divisionText(t, answer.result)}
        asked={answer.asked}
        within={withinOf(answer)}
        leftOut={answer.leftOut}
        standing={standing}
      />
      {said && view === 'table' && (
        <div className="results-said" role="status">
          <p>
            <b>{said.answer}</b>
          </p>
          {said.caveats.map((c) => (
            <p key={c}>{c}</p>
          ))}
        </div>
      )}
      <div className="tools">
        {said && said.named.length > 0 && (
          <Button variant="primary" onClick={() => chart && showOnChart(open, chart, said.named)} {...noChart}>
            {t('guided.show')}
          </Button>
        )}
        <ChartFigures open={open} state={state} chart={chart} answer={answer} rows={rows} />
        <Button
          icon="download"
          onClick={() => {
            if (answer.kind === 'groups') saveGroups(state, answer, asked, method);
            else if (table) saveAnswer(state, { table, asked, look, notes });
          }}
          {...(noFile && { disabledReason: noFile })}
        >
          {t('results.export')}
        </Button>
        {answer.kind === 'measure' && view === 'table' && (
          <CompareButton
            answer={answer}
            unfit={unfit}
            onCompare={(over) =>
              void asking.addColumn(answer.id, { ...setupBehind(answer.asked), ...over }, answer.result.parameters)
            }
          />
        )}
      </div>
      {table && views.length > 1 && (
        <div className="results-columns">
          <Segmented
            label={t('results.view')}
            value={view}
            onChange={show}
            options={views.map((value) => ({ value, label: t(`results.view.${value}`) }))}
          />
          {view === 'table' && (
            <ColumnStrip table={table} onRemove={asking.removeColumn} onRemoveGroups={asking.removeGroups} />
          )}
        </div>
      )}
      {stale && (
        <StaleNote
          text={t('results.stale', { revision: number(answer.result.revision) })}
          onAgain={() => void asking.askAgain()}
        />
      )}
      {instead.map((text) => (
        <Note key={text} tone="warning">
          {text}
        </Note>
      ))}
      {weak > 0 && view === 'table' && <Note tone="warning">{missingText(standing)}</Note>}
      {answer.kind === 'groups' && <GroupsPanel key={answer.id} answer={answer} state={state} selected={chosen} />}
      {answer.kind === 'measure' && (view === 'intervals' || view === 'cuts' || view === 'flow') && (
        <SurePanel
          answer={answer}
          view={view}
          settings={asked.settings}
          onSettle={asking.settle}
          state={state}
          selected={chosen}
          onSelect={select}
        />
      )}
      {table && answer.kind === 'measure' && view === 'time' && (
        <OverTimePanel
          answer={answer}
          unit={asked.slices ?? USUAL_SLICES}
          onUnit={asking.slice}
          table={table}
          state={state}
          selected={chosen}
          onSelect={select}
        />
      )}
      {table && view === 'scatter' && <ScatterPanel state={state} table={table} selected={chosen} onSelect={select} />}
      {table && view === 'table' && (
        <FigureGrid
          key={`measure ${answer.id}`}
          state={state}
          table={table}
          more={groupColumns}
          selected={chosen}
          onSelect={select}
        />
      )}
      {answer.kind === 'groups' && (
        <GroupGrid
          key={`groups ${answer.id}`}
          state={state}
          rows={rows}
          result={answer.result}
          scope={answer.scope}
          kinds={answer.asked.twoMode}
          title={name}
          selected={chosen}
          onSelect={select}
        />
      )}
      {answer.kind === 'measure' && view === 'table' && <FactsLine answers={[answer, ...(columns ?? [])]} />}
      {view === 'table' && <MethodLine method={method} />}
    </>
  );
}
