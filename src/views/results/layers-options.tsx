import { useState } from 'react';
import type { Parameter, ParameterValues } from '#analysis/measures/index';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { layerMeasures } from '#queries/by-layer';
import { Button } from '#ui/controls/index';
import type { LayeredMeasure } from '../last-answer.ts';
import { ParameterForm } from './parameter-form.tsx';

/** How the measure in each kind of link is worked out. Nothing counts before it is asked for. */
export function LayersOptions({
  layered,
  groupings,
  onMeasure,
}: {
  layered: LayeredMeasure;
  groupings: readonly string[];
  onMeasure: (layered: LayeredMeasure) => void;
}) {
  const t = useT();
  const [changed, setChanged] = useState<ParameterValues>({});
  const parameters: readonly Parameter[] = layerMeasures.find((m) => m.id === layered.id)?.parameters ?? [];
  if (parameters.length === 0) return null;
  const values = { ...layered.parameters, ...changed };
  return (
    <details className="results-settings">
      <summary>{t('link-figures.layers.options')}</summary>
      <div className="results-settings-fields">
        <ParameterForm
          prefix="measure"
          parameters={parameters}
          values={values}
          groupings={groupings}
          onChange={setChanged}
        />
        <Button variant="primary" onClick={() => onMeasure({ id: layered.id, parameters: values })}>
          {t('results.run')}
        </Button>
      </div>
    </details>
  );
}

/** The measures that can be asked of each kind of link, by name. */
export const layerChoices = () => layerMeasures.map((m) => ({ value: m.id as string, label: tDynamic(m.name) }));
