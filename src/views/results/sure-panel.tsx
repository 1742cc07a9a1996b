import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { EmptyState, Note } from '#ui/controls/index';
import type { Asked, MeasureAnswer } from '../last-answer.ts';
import { CutPanel } from './cut-panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { IntervalPanel } from './interval-panel.tsx';
import { IntervalSettings } from './interval-settings.tsx';
import { flowOfCuts } from './rank-flow.ts';
import { StaleNote } from './stale-note.tsx';
import { useSure } from './use-sure.ts';

/** How sure the ranking of an answer is: over which links it holds, or how far ranks move. */
export function SurePanel({
  answer,
  view,
  settings,
  onSettle,
  ...rest
}: {
  answer: MeasureAnswer;
  view: 'intervals' | 'cuts' | 'flow';
  settings: Asked['settings'];
  onSettle: (settings: NonNullable<Asked['settings']>) => void;
  state: CaseState;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const { weakest, intervals, problem, stale, checking, again } = useSure(answer, settings);
  const notes = (
    <>
      {stale && weakest && (
        <StaleNote text={t('results.sure.stale', { revision: number(weakest.revision) })} onAgain={again} />
      )}
      {checking && <p className="muted results-legend">{t('results.checking')}</p>}
      {problem !== undefined && (
        <Note tone="warning" live>
          {problem}
        </Note>
      )}
    </>
  );
  if (view !== 'intervals' && weakest)
    return (
      <>
        {notes}
        {view === 'cuts' ? (
          <CutPanel figure={weakest} {...rest} />
        ) : (
          <FlowPanel figure={flowOfCuts(weakest)} {...rest} />
        )}
      </>
    );
  const waiting = problem === undefined && (
    <EmptyState title={t('results.sure.waiting')}>{t('results.sure.waiting.body')}</EmptyState>
  );
  return (
    <>
      {view === 'intervals' && (
        <IntervalSettings key={JSON.stringify(settings)} settings={settings ?? {}} onSettle={onSettle} />
      )}
      {notes}
      {view === 'intervals' && intervals ? (
        <IntervalPanel figure={intervals} asked={answer.asked} {...rest} />
      ) : (
        waiting
      )}
    </>
  );
}
