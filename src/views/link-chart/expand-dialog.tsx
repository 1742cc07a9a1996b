import { useMemo, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { entityTypes } from '#domain/entity-types/index';
import { linkTypes } from '#domain/link-types/index';
import type { Id } from '#domain/record';
import { t, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { AnalysisDesk } from '#queries/analysis';
import { select } from '#session/selection';
import { Button, Checkbox, Dialog, Select, TextField } from '#ui/controls/index';
import { announce, showDialog } from '#ui/dialogs/index';
import type { ChartActs } from './chart-acts.ts';
import { placeOf } from './drawn-as.ts';
import { placesBeside } from './run-layout.ts';
import { type Reached, reach } from './walks.ts';

const MOST_STEPS = 9;

interface Props {
  readonly state: CaseState;
  readonly from: readonly Id[];
  readonly isOnChart: (id: Id) => boolean;
  readonly close: (answer?: readonly Reached[]) => void;
}

/** Asks which neighbours of the selection come onto the chart, and puts them beside what they hang on. */
export async function expandSelected(acts: ChartActs, desk: AnalysisDesk | null): Promise<void> {
  const from = acts.behind();
  if (from.length === 0) return announce(t('link-chart.said.select-first'));
  const { state } = acts;
  const isOnChart = (id: Id) => placeOf(acts.view(), id) !== undefined;
  const reached = await showDialog<readonly Reached[]>((close) => (
    <ExpandDialog state={state} from={from} isOnChart={isOnChart} close={close} />
  ));
  if (!reached || reached.length === 0) return;
  const cameFrom = new Map(reached.map((r) => [r.id, r.from]));
  const near = (id: Id) => {
    let at: Id | undefined = id;
    while (at !== undefined && !isOnChart(at)) at = cameFrom.get(at);
    const p = at === undefined ? undefined : placeOf(acts.view(), at);
    return p ? { x: p.x + 40, y: p.y } : acts.freePlace();
  };
  const ids = reached.map((r) => r.id);
  const beside = desk && (await placesBeside(desk, acts.state, acts.view(), ids));
  // Without the worker, round where they hang on.
  if (!beside) await acts.placeNear(ids, near);
  else if (await acts.place(beside)) select(ids);
  acts.canvas?.focus();
}

/** Chooses which neighbours of the selection come onto the chart: how far, of which types, along which links. */
function ExpandDialog({ state, from, isOnChart, close }: Props) {
  const t = useT();
  const [steps, setSteps] = useState('1');
  const [through, setThrough] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const far = Math.min(MOST_STEPS, Math.max(1, Number.parseInt(steps, 10) || 1));
  const reached = useMemo(
    () => reach(state, from, far, new Set(through === '' ? [] : [through])).filter((r) => !isOnChart(r.id)),
    [state, from, far, through, isOnChart],
  );
  const counts = new Map<string, number>();
  for (const r of reached) {
    const type = state.entity(r.id)?.type;
    if (type) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  const chosen = reached.filter((r) => !left.has(state.entity(r.id)?.type ?? ''));
  const used = new Set<string>();
  for (const link of state.allOf('link')) used.add(link.type);
  return (
    <Dialog
      title={t('link-chart.expand.title')}
      onClose={() => close()}
      onSubmit={() => close(chosen)}
      foot={
        <>
          <Button onClick={() => close()}>{t('link-chart.cancel')}</Button>
          <Button
            variant="primary"
            submit
            disabledReason={chosen.length === 0 ? t('link-chart.expand.none') : undefined}
          >
            {t('link-chart.expand.place', { count: chosen.length })}
          </Button>
        </>
      }
    >
      <div className="stack">
        <TextField
          label={t('link-chart.expand.steps')}
          type="number"
          min={1}
          max={MOST_STEPS}
          value={steps}
          onChange={setSteps}
        />
        <Select
          label={t('link-chart.expand.through')}
          value={through}
          onChange={setThrough}
          options={[
            { value: '', label: t('link-chart.expand.any') },
            ...linkTypes
              .filter((l) => used.has(l.id))
              .map((l) => ({ value: l.id as string, label: tDynamic(`link-type.${l.id}`) })),
          ]}
        />
        <fieldset className="stack">
          <legend>{t('link-chart.expand.types')}</legend>
          {counts.size === 0 && <span className="muted">{t('link-chart.expand.none')}</span>}
          {entityTypes
            .filter((d) => counts.has(d.id))
            .map((d) => (
              <Checkbox
                key={d.id}
                label={t(`entity-type.${d.id}.plural`)}
                end={counts.get(d.id)}
                checked={!left.has(d.id)}
                onChange={(on) => {
                  const next = new Set(left);
                  if (on) next.delete(d.id);
                  else next.add(d.id);
                  setLeft(next);
                }}
              />
            ))}
        </fieldset>
      </div>
    </Dialog>
  );
}
