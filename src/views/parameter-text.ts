import type { Parameter, ParameterValues } from '#analysis/measures/index';
import { number, t, tDynamic } from '#i18n/index';
import { groupingText } from '#i18n/record-words';

/** One parameter as a sentence: its name and the words of its value. */
export function parameterText(prefix: string, p: Parameter, value: ParameterValues[string]): string {
  const words =
    p.kind === 'switch'
      ? t(value === true ? 'results.method.yes' : 'results.method.no')
      : p.kind === 'choice'
        ? tDynamic(`${prefix}.parameter.${p.name}.${String(value)}`)
        : p.kind === 'grouping'
          ? groupingText(String(value))
          : number(Number(value), { maximumFractionDigits: 20 });
  return t('results.method.parameter', { name: tDynamic(`${prefix}.parameter.${p.name}`), value: words });
}
