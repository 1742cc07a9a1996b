import type { Parameter, ParameterValues } from '#analysis/measures/index';
import { tDynamic } from '#i18n/index';
import { groupingText } from '#i18n/record-words';
import { Checkbox, NumberField, Select } from '#ui/controls/index';

/** One form draws the parameters of any measure: they are data. */
export function ParameterForm({
  prefix,
  parameters,
  values,
  groupings = [],
  onChange,
}: {
  prefix: string;
  parameters: readonly Parameter[];
  values: ParameterValues;
  /** Attributes by which entities can be sorted. */
  groupings?: readonly string[];
  onChange: (values: ParameterValues) => void;
}) {
  return parameters.map((p) => {
    const label = tDynamic(`${prefix}.parameter.${p.name}`);
    const value = values[p.name] ?? p.default;
    const set = (next: string | number | boolean) => onChange({ ...values, [p.name]: next });
    switch (p.kind) {
      case 'switch':
        return <Checkbox key={p.name} label={label} checked={Boolean(value)} onChange={set} />;
      case 'choice':
        return (
          <Select
            key={p.name}
            label={label}
            value={String(value)}
            onChange={set}
            options={p.options.map((o) => ({ value: o, label: tDynamic(`${prefix}.parameter.${p.name}.${o}`) }))}
          />
        );
      case 'grouping':
        return (
          <Select
            key={p.name}
            label={label}
            value={String(value)}
            onChange={set}
            options={[...new Set([...groupings, String(value)])].map((g) => ({ value: g, label: groupingText(g) }))}
          />
        );
      default:
        return (
          <NumberField
            key={p.name}
            min={p.min}
            max={p.max}
            step={p.step}
            label={label}
            value={Number(value)}
            onChange={set}
          />
        );
    }
  });
}
