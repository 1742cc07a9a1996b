import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { useT } from '#i18n/react';
import { EmptyState, Note } from '#ui/controls/index';
import type { MeasureAnswer } from '../last-answer.ts';
import { CutPanel } from './cut-panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { IntervalPanel } from './interval-panel.tsx';
import { useSure } from './use-sure.ts';

/** How sure the ranking of an answer is: over which links it holds, or how far ranks move. */
export function SurePanel({
  answer,
  view,
  ...rest
}: {
  answer: MeasureAnswer;
  view: 'intervals' | 'cuts' | 'flow';
  state: CaseState;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const { weakest, intervals, problem } = useSure(answer);
  const problemNote = problem && (
    <Note tone="warning" live>
      {problem}
    </Note>
  );
  if (view === 'cuts' && weakest) return <CutPanel figure={weakest} {...rest} />;
  if (view === 'flow' && weakest) return <FlowPanel figure={weakest} {...rest} />;
  if (view === 'intervals' && intervals) return <IntervalPanel figure={intervals} {...rest} />;
  return problemNote || <EmptyState title={t('results.sure.waiting')}>{t('results.sure.waiting.body')}</EmptyState>;
}
