import { useState } from 'react';
import type { Parameter } from '#analysis/graph/parameters';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { layoutCatalogue, type ParameterValues } from '#queries/analysis';
import { Button, Checkbox, Dialog, RadioGroup, Select, TextField } from '#ui/controls/index';

export interface LayoutAnswer {
  readonly layout: string;
  readonly parameters: ParameterValues;
  readonly selectionOnly: boolean;
}

/** Chooses a layout, its parameters, and whether all of the chart moves or the selection only. */
export function LayoutDialog({ chosen, close }: { chosen: number; close: (answer?: LayoutAnswer) => void }) {
  const t = useT();
  const [id, setId] = useState<string>(layoutCatalogue[0].id);
  const [given, setGiven] = useState<ParameterValues>({});
  const [scope, setScope] = useState<'all' | 'selection'>(chosen > 1 ? 'selection' : 'all');
  const layout = layoutCatalogue.find((l) => l.id === id) ?? layoutCatalogue[0];
  const form: readonly Parameter[] = layout.parameters;
  const parameters = Object.fromEntries(form.map((p) => [p.name, given[p.name] ?? p.default]));
  const set = (name: string, value: string | number | boolean) => setGiven({ ...given, [name]: value });
  return (
    <Dialog
      title={t('link-chart.layout')}
      onClose={() => close()}
      onSubmit={() => close({ layout: layout.id, parameters, selectionOnly: scope === 'selection' })}
      foot={
        <>
          <Button onClick={() => close()}>{t('link-chart.cancel')}</Button>
          <Button variant="primary" submit>
            {t('link-chart.layout.run')}
          </Button>
        </>
      }
    >
      <div className="stack">
        <Select
          label={t('link-chart.layout')}
          value={layout.id as string}
          onChange={(next) => {
            setId(next);
            setGiven({});
          }}
          options={layoutCatalogue.map((l) => ({ value: l.id as string, label: tDynamic(l.name) }))}
        />
        {form.map((p) => {
          const label = tDynamic(`layout.parameter.${p.name}`);
          const value = parameters[p.name]!;
          if (p.kind === 'number')
            return (
              <TextField
                key={p.name}
                label={label}
                type="number"
                min={p.min}
                max={p.max}
                step={p.step}
                value={String(value)}
                onChange={(text) => {
                  const n = Number(text);
                  if (text !== '' && Number.isFinite(n)) set(p.name, Math.min(p.max, Math.max(p.min, n)));
                }}
              />
            );
          if (p.kind === 'switch')
            return <Checkbox key={p.name} label={label} checked={value === true} onChange={(on) => set(p.name, on)} />;
          return (
            <Select
              key={p.name}
              label={label}
              value={String(value)}
              onChange={(next) => set(p.name, next)}
              options={p.options.map((o) => ({ value: o, label: tDynamic(`layout.parameter.${p.name}.${o}`) }))}
            />
          );
        })}
        <RadioGroup
          label={t('link-chart.layout.scope')}
          value={scope}
          onChange={setScope}
          options={[
            { value: 'all', label: t('link-chart.layout.all') },
            {
              value: 'selection',
              label: t('link-chart.layout.selection', { of: chosen }),
              disabled: chosen < 2,
            },
          ]}
        />
      </div>
    </Dialog>
  );
}
