import { t } from '#i18n/index';
import type { Progress } from '#queries/analysis';
import { startJob } from '#session/jobs';

/** Shows an analysis in the status line until `end`. While the records it is asked of are read, that is said beside what is asked. */
export function startAnalysis(label: string, cancel: () => void) {
  const job = startJob(label, cancel);
  return {
    onProgress: ({ done, of, stage }: Progress) =>
      job.progress(done, of, stage === 'reading' ? t('results.reading', { question: label }) : label),
    end: job.end,
  };
}
