import './results.css';
import { startTransition, useEffect, useState } from 'react';
import { useT } from '#i18n/react';
import type { ParameterValues, Scope } from '#queries/analysis';
import { sameValue, useCaseFigure, useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { type GroupingName, groupingNames } from '#queries/groupings';
import type { RecipeGroups } from '#queries/recipes';
import { filter } from '#session/filter';
import { chartLastSeen, panes } from '#session/panes';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Note, Section } from '#ui/controls/index';
import { lastAsked } from '../last-answer.ts';
import { useOpenedScreen } from '../recipe-in-hand.ts';
import { RecipeList } from '../recipe-list.tsx';
import { RecipeMenu } from '../recipe-menu.tsx';
import type { ViewProps } from '../view.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { guidedById } from './guided.ts';
import { GuidedChoice } from './guided-choice.tsx';
import { KeyPlayersPanel } from './key-players-panel.tsx';
import { LayersPanel } from './layers-panel.tsx';
import { LinkMeasurePanel } from './link-measure-panel.tsx';
import { LongWorkNote } from './long-work-note.tsx';
import { NetworkPanel } from './network-panel.tsx';
import { ParameterForm } from './parameter-form.tsx';
import { type Question, QuestionList } from './question-list.tsx';
import { pageRunOf, shownAnalyses, wholeRunOf } from './recipe.ts';
import { settleSetup, setupOf } from './setup.ts';
import { SetupForm } from './setup-form.tsx';
import { useAsking } from './use-asking.ts';
import { isWhole } from './whole-questions.tsx';
import { WithinChoice } from './within-choice.tsx';

/** Questions in plain words, what they are asked of, and every measure by name, at the left; the answer at the right. */
export default function Results(_: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  const last = lastAsked(open);
  const setups = setupOf(open);
  const chosen = useSignal(selection);
  const wanted = useSignal(filter);
  const shown = useSignal(panes);
  const setup = useSignal(setups);
  const [parameters, setParameters] = useState<ParameterValues>({});
  const [within, setWithin] = useState<GroupingName>();
  // How groups to sort by are found, where a recipe said so.
  const [groups, setGroups] = useState<RecipeGroups>();
  const { question } = useSignal(last);
  // A table of thousands is made in breaths: the page hears keys meanwhile.
  const [asked, setAsked] = useState(() => last.get());
  useEffect(() => {
    const follow = () => startTransition(() => setAsked(last.get()));
    follow();
    return last.subscribe(follow);
  }, [last]);

  const lastSeen = useSignal(chartLastSeen);
  const charts = [
    shown.main[shown.active]?.chart,
    shown.split?.panes[shown.split.active]?.chart,
    lastSeen,
    ...[...shown.main, ...(shown.split?.panes ?? [])].map((p) => p.chart),
  ];
  const chart = charts.find((id) => id !== undefined && state.find('chart', id));
  const asking = useAsking({ chosen, chart, filter: wanted });

  const stated = useCaseFigure(groupingNames, sameValue);
  const groupings: readonly GroupingName[] = [...stated, 'community'];
  const unfit = new Set<Scope['kind']>();
  if (!chart) unfit.add('chart');
  if (chosen.length === 0) unfit.add('selection');
  const isPressed = (q: Question) => question?.kind === q.kind && question.id === q.id;
  const ask = (q: Pick<Question, 'kind' | 'id'>) => {
    const values = question?.kind === q.kind && question.id === q.id ? parameters : {};
    const each = question?.kind === q.kind && question.id === q.id ? within : undefined;
    setParameters(values);
    const found = question?.kind === q.kind && question.id === q.id ? groups : undefined;
    setWithin(each);
    setGroups(found);
    void asking.ask(q.kind, q.id, values, q.kind === 'measure' ? each : undefined, found);
  };
  useOpenedScreen('results', (screen) => {
    // The form says what the first figure is asked with, so that Compute asks the same again.
    const whole = wholeRunOf(screen);
    if (whole) {
      setups.set(whole.setup);
      asking.askWhole(whole.whole, whole.id, whole);
    }
    const run = pageRunOf(screen);
    if (!run) return;
    const [first] = run.figures;
    setups.set(first.setup);
    setParameters(first.parameters);
    setWithin(first.kind === 'measure' ? first.within : undefined);
    setGroups(first.kind === 'measure' ? first.groups : undefined);
    void asking.runRecipe(run);
  });
  const analyses = shownAnalyses(asked);
  const again = () => {
    if (!question) return;
    const guided = question.kind === 'guided' && guidedById(question.id);
    if (guided) void asking.askGuided(guided, true);
    else if (isWhole(question.kind)) asking.askWhole(question.kind, question.id);
    else if (question.kind !== 'guided') ask({ kind: question.kind, id: question.id });
  };

  // What a recipe puts beside key players stands below them.
  const key =
    asked.guided === 'key' && asked.answer?.kind === 'measure' && (asked.view ?? 'table') === 'table'
      ? asked.answer
      : undefined;

  return (
    <div className="results">
      <div className="results-ask">
        <Section title={t('guided.title')}>
          <GuidedChoice
            pressed={question?.kind === 'guided' ? question.id : undefined}
            onAsk={(g) => void asking.askGuided(g)}
          />
        </Section>
        <Section title={t('results.scope')}>
          <SetupForm setup={setup} onChange={(next) => settleSetup(open, next)} unfit={unfit} />
          <div className="results-run">
            <Button
              variant="primary"
              {...(question ? { onClick: again } : { disabledReason: t('results.choose.title') })}
            >
              {t('results.run')}
            </Button>
            <RecipeMenu shown={analyses} />
          </div>
        </Section>
        <Section title={t('results.ask')}>
          <QuestionList
            pressed={question}
            onAsk={ask}
            onAskWhole={asking.askWhole}
            onAdd={asked.answer?.kind === 'measure' ? (q) => void asking.addColumn(q.id) : undefined}
            form={(q) =>
              isPressed(q) &&
              (q.parameters.length > 0 || q.kind === 'measure') && (
                <div className="stack results-parameters">
                  <ParameterForm
                    prefix={q.kind === 'measure' ? 'measure' : 'communities'}
                    parameters={q.parameters}
                    values={parameters}
                    groupings={groupings}
                    onChange={setParameters}
                  />
                  {q.kind === 'measure' && <WithinChoice groupings={groupings} within={within} onChange={setWithin} />}
                </div>
              )
            }
          />
        </Section>
      </div>
      <div className="results-answer">
        <RecipeList shown={analyses} />
        {asking.problem && (
          <Note tone="warning" live>
            {asking.problem}
          </Note>
        )}
        {asking.long && <LongWorkNote long={asking.long} />}
        {asked.question?.kind === 'network' && asked.network?.whole === 'network' ? (
          <NetworkPanel asked={asked.network} groupings={groupings} onSort={asking.sortWhole} onAgain={again} />
        ) : asked.question?.kind === 'links' && asked.network?.whole === 'links' ? (
          <LinkMeasurePanel
            key={asked.question.id}
            measure={asked.question.id}
            asked={asked.network}
            chart={chart}
            chosen={chosen}
            onAgain={again}
          />
        ) : asked.question?.kind === 'layers' && asked.network?.whole === 'layers' ? (
          <LayersPanel
            asked={asked.network}
            groupings={groupings}
            chosen={chosen}
            onMeasure={asking.measureLayers}
            onAgain={again}
          />
        ) : asked.answer ? (
          <>
            {key && (
              <KeyPlayersPanel
                answer={key}
                wanted={asked.keyPlayers}
                onWant={asking.askKeyPlayers}
                onAgain={() => void asking.askAgain()}
                state={state}
                chart={chart}
              />
            )}
            {(!key || asked.columns?.length || asked.groups) && (
              <AnswerPanel
                asked={asked}
                answer={asked.answer}
                chart={chart}
                open={open}
                chosen={chosen}
                unfit={unfit}
                asking={asking}
              />
            )}
          </>
        ) : (
          <EmptyState title={t('results.choose.title')}>{t('results.choose.body')}</EmptyState>
        )}
      </div>
    </div>
  );
}
