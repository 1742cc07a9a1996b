import { useState } from 'react';
import { useT } from '#i18n/react';
import type { ParameterValues } from '#queries/analysis';
import { rankIntervalParameters } from '#queries/how-sure';
import { Button } from '#ui/controls/index';
import { ParameterForm } from './parameter-form.tsx';

/** What resamples rest on: assumptions that the analyst may set, worked out anew when told to. */
export function IntervalSettings({
  settings,
  onSettle,
}: {
  settings: ParameterValues;
  onSettle: (settings: ParameterValues) => void;
}) {
  const t = useT();
  const [draft, setDraft] = useState<ParameterValues>(settings);
  return (
    <details className="results-settings">
      <summary>{t('results.sure.settings')}</summary>
      <div className="results-settings-fields">
        <ParameterForm prefix="sure" parameters={rankIntervalParameters} values={draft} onChange={setDraft} />
        <Button variant="primary" onClick={() => onSettle(draft)}>
          {t('results.sure.settings.compute')}
        </Button>
      </div>
    </details>
  );
}
