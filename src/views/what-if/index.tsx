import './what-if.css';
import { useCallback, useEffect, useRef } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { sameValue, useCaseFigure, useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { filter } from '#session/filter';
import { runAction, shortcut } from '#session/keys';
import { chartLastSeen, panes } from '#session/panes';
import { useSignal } from '#session/signal';
import { Button, EmptyState, Note } from '#ui/controls/index';
import { unconfirmedIn } from '../answer-scope.ts';
import { contentsOf, requestOf, thoughtOf, type WhatIfAnswers } from '../last-what-if.ts';
import { useOpenedScreen } from '../recipe-in-hand.ts';
import { RecipeList } from '../recipe-list.tsx';
import type { ViewProps } from '../view.ts';
import { whatIfMethod } from '../what-if-words.ts';
import { BestSets } from './best-sets.tsx';
import { Comparison } from './comparison.tsx';
import { Curves } from './curves.tsx';
import { shownAnalyses, whatIfRunOf } from './recipe.ts';
import { Removal } from './removal.tsx';
import { saveAnswers } from './save-answers.ts';
import { useWhatIf } from './use-what-if.ts';

/** What the network would be without some of it: at the left who is thought away, at the right what comes of it. The case stays as it is. */
export default function WhatIf(_: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  const { setting, removed, compared, curves, sets } = useSignal(thoughtOf(open));
  const wanted = useSignal(filter);
  const shown = useSignal(panes);
  const lastSeen = useSignal(chartLastSeen);
  const chart = [shown.main[shown.active]?.chart, lastSeen, ...shown.main.map((p) => p.chart)].find(
    (id) => id !== undefined && state.find('chart', id),
  );
  const ask = useWhatIf(chart);
  useOpenedScreen('what-if', (screen) => {
    const run = whatIfRunOf(screen);
    if (!run) return;
    thoughtOf(open).set((now) => ({ ...now, setting: run.setting, size: run.sets?.size ?? now.size }));
    if (run.sets) void ask.findSets(run.sets);
    if (run.curves) void ask.drawCurves(run.curves);
  });
  const there = removed.filter((id) => state.entity(id) || state.link(id));
  const standing = useCaseFigure(
    useCallback(
      (now: CaseState) => {
        const request = requestOf(now, { ...setting, chart, filter: wanted }, 0);
        return { contents: contentsOf(now, request), ...unconfirmedIn(now, request.scope) };
      },
      [setting, chart, wanted],
    ),
    sameValue,
  );
  const { contents } = standing;
  const stale = [
    compared?.content !== contents.compared && compared,
    curves?.content !== contents.curves && curves,
    sets?.content !== contents.sets && sets,
  ].find((k) => k);
  const otherRemoved =
    compared && (compared.without.length !== there.length || compared.without.some((id) => !there.includes(id)));
  const answers: WhatIfAnswers = {
    ...(compared && { compared }),
    ...(curves && { curves }),
    ...(sets && { sets }),
  };
  const analyses = shownAnalyses(answers);
  const last = compared?.answer ?? curves?.answer ?? sets?.answer;
  const panel = useRef<HTMLDivElement>(null);
  useNewestInView(panel, { '.what-if-said': compared, '#what-if-curves': curves, '#what-if-sets': sets });

  return (
    <div className="what-if">
      <Removal chart={chart} there={there} ask={ask} shown={analyses} />
      <div className="what-if-told">
        <RecipeList shown={analyses} />
        <div className="what-if-answer" ref={panel}>
          {ask.problem && (
            <Note tone="warning" live>
              {ask.problem}
            </Note>
          )}
          {otherRemoved && <Note tone="warning">{t('what-if.other-removed')}</Note>}
          {stale && <Note tone="warning">{t('what-if.stale', { revision: number(stale.answer.revision) })}</Note>}
          {last ? (
            <>
              <div className="row">
                <Button
                  icon="print"
                  {...(shortcut('print') && { title: shortcut('print') })}
                  onClick={() => runAction('print')}
                >
                  {t('what-if.print')}
                </Button>
                <Button icon="download" onClick={() => saveAnswers(state, answers, last.revision)}>
                  {t('results.export')}
                </Button>
              </div>
              <Note>
                {t('what-if.replacement')}{' '}
                {standing.weak > 0 && t('what-if.unconfirmed', { weak: number(standing.weak), count: standing.of })}
              </Note>
              {sets && (
                <section aria-labelledby="what-if-sets">
                  <h3 id="what-if-sets">{t('what-if.sets')}</h3>
                  <BestSets
                    state={state}
                    answer={sets.answer}
                    spared={sets.spared}
                    onThink={(ids) => void ask.compare(ids)}
                  />
                </section>
              )}
              {compared && <Comparison state={state} compared={compared} />}
              {curves && (
                <section aria-labelledby="what-if-curves">
                  <h3 id="what-if-curves">{t('what-if.curves')}</h3>
                  <p className="muted">{t('what-if.curves.about')}</p>
                  <Curves answer={curves.answer} />
                </section>
              )}
              <p className="muted">{whatIfMethod(answers)}</p>
            </>
          ) : (
            <EmptyState title={t('what-if.empty.title')}>{t('what-if.empty.body')}</EmptyState>
          )}
        </div>
      </div>
    </div>
  );
}

/** What was worked out last is brought into view: three answers stand below each other. */
function useNewestInView(panel: React.RefObject<HTMLDivElement | null>, answers: Readonly<Record<string, unknown>>) {
  const seen = useRef(answers);
  useEffect(() => {
    for (const [where, answer] of Object.entries(answers))
      if (answer && answer !== seen.current[where])
        panel.current?.querySelector(where)?.scrollIntoView({ block: 'start' });
    seen.current = answers;
  });
}
