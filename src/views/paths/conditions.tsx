import { useCallback } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Strength } from '#domain/link/link';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { sameValue, useCaseFigure } from '#queries/case-context';
import { pathCatalogue } from '#queries/paths';
import { Checkbox, NumberField, Select, TextField } from '#ui/controls/index';
import { dateProblem } from '../date-words.ts';
import type { PathsForm } from '../last-paths.ts';

const STRENGTHS: readonly Strength[] = ['tentative', 'unconfirmed', 'confirmed'];

/** Which links may be used, and the figures that the question asks for. */
export function Conditions({ form, onChange }: { form: PathsForm; onChange: (change: Partial<PathsForm>) => void }) {
  const t = useT();
  const types = useCaseFigure(
    useCallback((state: CaseState) => [...new Set([...state.allOf('link')].map((l) => l.type))].sort(), []),
    sameValue,
  );
  const question = pathCatalogue.find((q) => q.id === form.question)!;
  const problem = (text: string) => {
    const wrong = dateProblem(text);
    return wrong === undefined ? {} : { error: wrong };
  };
  return (
    <div className="stack paths-conditions">
      {question.parameters.map((p) =>
        p.kind === 'choice' ? (
          <Select
            key={p.name}
            label={tDynamic(`paths.parameter.${p.name}`)}
            value={String(form.parameters[p.name] ?? p.default)}
            onChange={(value) => onChange({ parameters: { ...form.parameters, [p.name]: value } })}
            options={p.options
              // Lengths that are stated are a matter of tables of lengths.
              .filter((o) => o !== 'same')
              .map((o) => ({ value: o, label: tDynamic(`paths.parameter.${p.name}.${o}`) }))}
          />
        ) : (
          <NumberField
            key={p.name}
            min={p.min}
            max={p.max}
            step={p.step}
            label={tDynamic(`paths.parameter.${p.name}`)}
            value={Number(form.parameters[p.name] ?? p.default)}
            onChange={(n) => onChange({ parameters: { ...form.parameters, [p.name]: n } })}
          />
        ),
      )}
      {form.parameters.length === 'inverse' && (
        <Select<PathsForm['weights']>
          label={t('paths.weights')}
          value={form.weights}
          onChange={(weights) => onChange({ weights })}
          options={(['count', 'strength'] as const).map((w) => ({ value: w, label: t(`paths.weights.${w}`) }))}
        />
      )}
      <Select<Strength>
        label={t('paths.strength')}
        value={form.strength}
        onChange={(strength) => onChange({ strength })}
        options={STRENGTHS.map((s) => ({ value: s, label: t(`paths.strength.${s}`) }))}
      />
      <Checkbox label={t('paths.arrows')} checked={form.arrows} onChange={(arrows) => onChange({ arrows })} />
      <Checkbox label={t('paths.events')} checked={form.events} onChange={(events) => onChange({ events })} />
      <div className="paths-dates">
        <TextField
          label={t('paths.after')}
          placeholder={t('explorer.filter.date-example')}
          value={form.after}
          onChange={(after) => onChange({ after })}
          {...problem(form.after)}
        />
        <TextField
          label={t('paths.before')}
          placeholder={t('explorer.filter.date-example')}
          value={form.before}
          onChange={(before) => onChange({ before })}
          {...problem(form.before)}
        />
      </div>
      {!question.timed && (form.after.trim() !== '' || form.before.trim() !== '') && (
        <Checkbox label={t('paths.undated')} checked={form.undated} onChange={(undated) => onChange({ undated })} />
      )}
      <details>
        <summary>
          {t('paths.link-types')}:{' '}
          {form.linkTypes.length === 0
            ? t('paths.link-types.all')
            : t('paths.link-types.some', { count: form.linkTypes.length, of: number(types.length) })}
        </summary>
        {types.map((type) => (
          <Checkbox
            key={type}
            label={tDynamic(`link-type.${type}`)}
            checked={form.linkTypes.length === 0 || form.linkTypes.includes(type)}
            onChange={(on) => {
              const now = form.linkTypes.length === 0 ? types : form.linkTypes;
              const next = on ? [...now, type] : now.filter((x) => x !== type);
              onChange({ linkTypes: next.length === types.length ? [] : next });
            }}
          />
        ))}
      </details>
    </div>
  );
}
