import { useCallback, useId, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { Scope } from '#queries/analysis';
import { sameValue, useCaseFigure } from '#queries/case-context';
import { Button, Checkbox, Select } from '#ui/controls/index';
import { optionWords } from '../setup-words.ts';
import type { Setup } from './setup.ts';

const NO_TWO_MODE = '';

/** Currencies that links state, and kinds of entities there are. */
function choicesIn(state: CaseState): { readonly currencies: readonly string[]; readonly types: readonly string[] } {
  const currencies = new Set<string>();
  for (const l of state.allOf('link')) for (const a of l.amounts ?? []) currencies.add(a.currency);
  const types = new Set<string>();
  for (const e of state.allOf('entity')) types.add(e.type);
  return { currencies: [...currencies].sort(), types: [...types].sort() };
}

/** What is asked of, and how its graph is made. One form for every question. */
export function SetupForm({
  setup,
  onChange,
  unfit,
}: {
  setup: Setup;
  onChange: (setup: Setup) => void;
  /** Scopes that have nothing in them now. */
  unfit: ReadonlySet<Scope['kind']>;
}) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { currencies, types } = useCaseFigure(useCallback(choicesIn, []), sameValue);
  const set = (part: Partial<Setup>) => onChange({ ...setup, ...part });
  const setTwoMode = (of: string, through: string) => {
    const { twoMode, ...rest } = setup;
    onChange(
      of === NO_TWO_MODE
        ? rest
        : { ...rest, twoMode: { as: 'shared', ...twoMode, of, through: through === of ? '' : through } },
    );
  };
  const unread = setup.twoMode ? { disabled: true, hint: t('results.two-mode.unread') } : {};
  const typeOptions = types.map((value) => ({ value, label: tDynamic(`entity-type.${value}`) }));
  return (
    <div className="stack results-scope">
      <Select<Scope['kind']>
        hideLabel
        label={t('results.scope')}
        value={setup.scope}
        onChange={(scope) => set({ scope })}
        options={(['case', 'chart', 'selection', 'filtered'] as const).map((value) => ({
          value,
          label: t(`results.scope.${value}`),
          disabled: unfit.has(value),
        }))}
      />
      <Checkbox
        label={t('results.actors-only')}
        hint={t('results.actors-only.about')}
        checked={setup.actorsOnly}
        onChange={(actorsOnly) => set({ actorsOnly })}
      />
      <Checkbox
        label={t('results.confirmed-only')}
        checked={setup.confirmedOnly}
        onChange={(confirmedOnly) => set({ confirmedOnly })}
      />
      <div className="results-options-line">
        <span className="muted">{optionWords(setup).join(' · ')}</span>
        <Button variant="link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
          {t(open ? 'results.options.fold' : 'results.options')}
        </Button>
      </div>
      {open && (
        <div className="stack" id={id}>
          <Select<Setup['direction']>
            label={t('results.direction')}
            value={setup.direction}
            {...unread}
            onChange={(direction) => set({ direction })}
            options={(['ignore', 'out', 'in'] as const).map((value) => ({
              value,
              label: t(`results.direction.${value}`),
            }))}
          />
          <Select<Setup['weights']>
            label={t('results.weights')}
            value={setup.weights}
            {...unread}
            onChange={(weights) =>
              set({ weights, ...(currencies[0] && { currency: setup.currency ?? currencies[0] }) })
            }
            options={(['none', 'count', 'amount', 'strength'] as const).map((value) => ({
              value,
              label: t(`results.weights.${value}`),
              disabled: value === 'amount' && currencies.length === 0,
            }))}
          />
          {setup.weights === 'amount' && !setup.twoMode && (
            <Select
              label={t('results.currency')}
              value={setup.currency ?? currencies[0] ?? ''}
              onChange={(currency) => set({ currency })}
              options={currencies.map((value) => ({ value, label: value }))}
            />
          )}
          <Select
            label={t('results.two-mode.of')}
            value={setup.twoMode?.of ?? NO_TWO_MODE}
            onChange={(of) => setTwoMode(of, setup.twoMode?.through ?? types.find((x) => x !== of) ?? '')}
            options={[{ value: NO_TWO_MODE, label: t('results.two-mode.none') }, ...typeOptions]}
          />
          {setup.twoMode && (
            <>
              <Select
                label={t('results.two-mode.through')}
                value={setup.twoMode.through}
                onChange={(through) => setTwoMode(setup.twoMode!.of, through)}
                options={[
                  { value: '', label: t('results.two-mode.choose') },
                  ...typeOptions.filter((o) => o.value !== setup.twoMode?.of),
                ]}
              />
              <Select<NonNullable<Setup['twoMode']>['as']>
                label={t('results.two-mode.as')}
                value={setup.twoMode.as}
                onChange={(as) => set({ twoMode: { ...setup.twoMode!, as } })}
                options={(['shared', 'newman', 'both'] as const).map((value) => ({
                  value,
                  label: t(`results.two-mode.as.${value}`),
                }))}
              />
            </>
          )}
          {!setup.twoMode && (
            <Checkbox label={t('results.events')} checked={setup.events} onChange={(events) => set({ events })} />
          )}
        </div>
      )}
    </div>
  );
}
