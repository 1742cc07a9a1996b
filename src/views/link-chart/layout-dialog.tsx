import { useEffect, useState } from 'react';
import type { Parameter } from '#analysis/graph/parameters';
import type { LayoutDefinition } from '#analysis/layouts/index';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { type LayoutQuality, layoutCatalogue, type ParameterValues } from '#queries/analysis';
import { Button, Checkbox, Dialog, NumberField, RadioGroup, Select } from '#ui/controls/index';
import { qualityWords } from './quality-words.ts';

export interface LayoutAnswer {
  readonly layout: string;
  readonly parameters: ParameterValues;
  readonly scope: LayoutScope;
}

/** What moves: everything, what is selected, or what was put on the chart since it was last laid out. */
export type LayoutScope = 'all' | 'selection' | 'new';

interface Props {
  /** Items on the chart, selected, and new on it. */
  readonly items: number;
  readonly chosen: number;
  readonly fresh: number;
  /** How well the chart can be read as it stands; undefined when that could not be told. */
  readonly quality: Promise<LayoutQuality | undefined>;
  readonly close: (answer?: LayoutAnswer) => void;
}

const tooMany = (l: LayoutDefinition, items: number): boolean => l.most !== undefined && items > l.most;

/** Chooses a layout, its parameters, and what of the chart moves; says how well it can be read as it stands. */
export function LayoutDialog({ items, chosen, fresh, quality, close }: Props) {
  const t = useT();
  const [id, setId] = useState<string>(layoutCatalogue[0].id);
  const [given, setGiven] = useState<ParameterValues>({});
  const [scope, setScope] = useState<LayoutScope>(chosen > 1 ? 'selection' : 'all');
  const [figures, setFigures] = useState<LayoutQuality>();
  useEffect(() => {
    let gone = false;
    void quality.then((q) => {
      if (!gone) setFigures(q);
    });
    return () => {
      gone = true;
    };
  }, [quality]);
  const layout = layoutCatalogue.find((l) => l.id === id) ?? layoutCatalogue[0];
  const form: readonly Parameter[] = layout.parameters;
  const parameters = Object.fromEntries(form.map((p) => [p.name, given[p.name] ?? p.default]));
  const set = (name: string, value: string | number | boolean) => setGiven({ ...given, [name]: value });
  return (
    <Dialog
      title={t('link-chart.layout')}
      onClose={() => close()}
      onSubmit={() => close({ layout: layout.id, parameters, scope })}
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
          options={layoutCatalogue.map((l) => ({
            value: l.id as string,
            label: tDynamic(l.name),
            disabled: tooMany(l, items),
          }))}
        />
        {form.map((p) => {
          const label = tDynamic(`layout.parameter.${p.name}`);
          const value = parameters[p.name]!;
          if (p.kind === 'number')
            return (
              <NumberField
                key={p.name}
                label={label}
                min={p.min}
                max={p.max}
                step={p.step}
                value={Number(value)}
                onChange={(n) => set(p.name, n)}
              />
            );
          if (p.kind === 'switch')
            return <Checkbox key={p.name} label={label} checked={value === true} onChange={(on) => set(p.name, on)} />;
          if (p.kind === 'grouping') return null;
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
            { value: 'new', label: t('link-chart.layout.new', { of: fresh }), disabled: fresh === 0 },
          ]}
        />
        <p className="muted" aria-live="polite" title={t('link-chart.quality.how')}>
          {figures ? t('link-chart.quality.now', qualityWords(figures)) : t('link-chart.quality.wait')}
        </p>
      </div>
    </Dialog>
  );
}
