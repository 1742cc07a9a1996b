import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { useT } from '#i18n/react';
import { EmptyState, Note } from '#ui/controls/index';
import type { Asked, MeasureAnswer } from '../last-answer.ts';
import { CutPanel } from './cut-panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { IntervalPanel } from './interval-panel.tsx';
import { IntervalSettings } from './interval-settings.tsx';
import { flowOfCuts } from './rank-flow.ts';
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
  const { weakest, intervals, problem } = useSure(answer, settings);
  const problemNote = problem && (
    <Note tone="warning" live>
      {problem}
    </Note>
  );
  if (view === 'cuts' && weakest) return <CutPanel figure={weakest} {...rest} />;
  if (view === 'flow' && weakest) return <FlowPanel figure={flowOfCuts(weakest)} {...rest} />;
  const waiting = problemNote || (
    <EmptyState title={t('results.sure.waiting')}>{t('results.sure.waiting.body')}</EmptyState>
  );
  if (view !== 'intervals') return waiting;
  return (
    <>
      <IntervalSettings key={JSON.stringify(settings)} settings={settings ?? {}} onSettle={onSettle} />
      {intervals ? <IntervalPanel figure={intervals} {...rest} /> : waiting}
    </>
  );
}
