import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { chartLastSeen } from '#session/panes';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Segmented, Select } from '#ui/controls/index';
import { type Form, type Look, lookOf, type Of, ofNow } from '../matrix-look.ts';
import type { OrderChoice } from '../matrix-order.ts';

/** Entities that are selected, and those that selected links join. */
function chosenEntities(state: CaseState, chosen: readonly Id[]): ReadonlySet<Id> {
  const found = new Set<Id>();
  for (const id of chosen) {
    const link = state.link(id);
    if (link) found.add(link.from).add(link.to);
    else if (state.entity(id)) found.add(id);
  }
  return found;
}

/** Form, whose rows, in what order. */
export function Tools({
  state,
  look,
  choice,
  choices,
  onSave,
}: {
  state: CaseState;
  look: Look;
  choice: OrderChoice;
  choices: readonly OrderChoice[];
  onSave: () => void;
}) {
  const t = useT();
  const kept = lookOf(useOpenCase());
  const chart = state.find('chart', useSignal(chartLastSeen) ?? '');
  const ids = chosenEntities(state, useSignal(selection));
  const set = (next: Partial<Look>) => kept.set((now) => ({ ...now, ...next }));
  const ofKind = (kind: Of['kind']) => {
    if (kind === 'selection') set({ of: { kind, ids } });
    else if (kind === 'chart' && chart) set({ of: { kind, chart: chart.id } });
    else set({ of: { kind: 'case' } });
  };
  const results = choices.filter((c) => c.result);
  const of = ofNow(state, look.of);
  const shownChart = of.kind === 'chart' ? state.find('chart', of.chart) : chart;
  return (
    <div className="tools">
      <Segmented<Form>
        label={t('association-matrix.form')}
        value={look.form}
        onChange={(form) => set({ form })}
        options={[
          { value: 'square', label: t('association-matrix.form.square') },
          { value: 'half', label: t('association-matrix.form.half'), title: t('association-matrix.form.half.about') },
        ]}
      />
      <Select<string>
        side
        label={t('association-matrix.order')}
        value={choice.id}
        onChange={(order) => set({ order })}
        options={[
          ...choices.flatMap((c) =>
            c.result ? [] : [{ value: c.id, label: tDynamic(`association-matrix.order.${c.id}`) }],
          ),
          {
            group: t('association-matrix.order.results'),
            options: [
              ...results.map((c) => ({ value: c.id, label: c.result!.name })),
              // Where further orders come from: no order itself.
              { value: 'more', label: t('association-matrix.order.more'), disabled: true },
            ],
          },
        ]}
      />
      <Select<Of['kind']>
        side
        label={t('association-matrix.of')}
        value={of.kind}
        onChange={ofKind}
        options={[
          { value: 'case', label: t('association-matrix.of.case') },
          ...(shownChart
            ? [{ value: 'chart' as const, label: t('association-matrix.of.chart', { name: shownChart.name }) }]
            : []),
          {
            value: 'selection',
            label: t('association-matrix.of.selection'),
            disabled: of.kind !== 'selection' && ids.size < 2,
          },
        ]}
      />
      {of.kind === 'selection' && (
        <Button
          onClick={() => ofKind('selection')}
          {...(ids.size < 2 && { disabledReason: t('association-matrix.of.selection.none') })}
        >
          {t('association-matrix.of.selection.now')}
        </Button>
      )}
      <Button icon="download" onClick={onSave}>
        {t('association-matrix.save')}
      </Button>
    </div>
  );
}
