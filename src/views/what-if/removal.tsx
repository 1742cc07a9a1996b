import { useRef } from 'react';
import type { Id } from '#domain/record';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { bestSetSize } from '#queries/what-if';
import { emphasis } from '#session/emphasis';
import { openPane } from '#session/panes';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Checkbox, IconButton, Name, NumberField, Section, Select } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { type Setting, thoughtOf } from '../last-what-if.ts';
import { RecipeMenu, type ShownAnalyses } from '../recipe-menu.tsx';
import { thingText } from '../what-if-words.ts';
import type { useWhatIf } from './use-what-if.ts';

/** Of which records the room asks, who and what is thought away, and what else can be asked. */
export function Removal({
  chart,
  there,
  ask,
  shown,
}: {
  chart: Id | undefined;
  /** Thought away, and still in the case. */
  there: readonly Id[];
  ask: ReturnType<typeof useWhatIf>;
  /** What of the answers a recipe can hold. */
  shown: ShownAnalyses;
}) {
  const t = useT();
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  const thought = thoughtOf(open);
  const { setting, removed, size } = useSignal(thought);
  const takable = useSignal(selection).filter((id) => state.entity(id) || state.link(id));
  const list = useRef<HTMLDivElement>(null);
  const set = (part: Partial<Setting>) => thought.set((now) => ({ ...now, setting: { ...now.setting, ...part } }));
  /** Whoever is put back takes the button with it: the next one has the focus then. */
  const putBack = (ids: readonly Id[], at: number) => {
    thought.set((now) => ({ ...now, removed: ids }));
    requestAnimationFrame(() => {
      const buttons = list.current?.querySelectorAll<HTMLElement>('.what-if-removed button') ?? [];
      (buttons[Math.min(at, buttons.length - 1)] ?? list.current?.querySelector('button'))?.focus();
    });
  };
  /** Pales what is thought away, with its links, on the chart; the chart itself stays as it is. */
  const show = (on: Id) => {
    const gone = new Set(there);
    const items = new Set<Id>();
    for (const id of state.idsOf('entity')) if (!gone.has(id)) items.add(id);
    for (const l of state.allOf('link')) if (!gone.has(l.id) && !gone.has(l.from) && !gone.has(l.to)) items.add(l.id);
    emphasis.set({
      items,
      label: (now) => t('what-if.remains', { who: there.map((id) => thingText(now, id)).join(', ') }),
      named: there,
    });
    openPane({ view: 'link-chart', chart: on });
    announce(t('what-if.shown', { chart: state.find('chart', on)?.name ?? '' }));
  };
  return (
    <div className="what-if-ask">
      <Section title={t('what-if.scope')}>
        <div className="stack what-if-form">
          <Select<Setting['scope']>
            hideLabel
            label={t('what-if.scope')}
            value={setting.scope}
            onChange={(scope) => set({ scope })}
            options={[
              { value: 'case', label: t('results.scope.case') },
              { value: 'chart', label: t('results.scope.chart'), ...(!chart && { disabled: true }) },
              { value: 'filtered', label: t('results.scope.filtered') },
            ]}
          />
          <Checkbox
            label={t('results.actors-only')}
            hint={t('results.actors-only.about')}
            checked={setting.actorsOnly}
            onChange={(actorsOnly) => set({ actorsOnly })}
          />
          <Checkbox
            label={t('results.confirmed-only')}
            checked={setting.confirmedOnly}
            onChange={(confirmedOnly) => set({ confirmedOnly })}
          />
          {!setting.actorsOnly && (
            <Checkbox label={t('results.events')} checked={setting.events} onChange={(events) => set({ events })} />
          )}
          <p className="muted small">{t('what-if.plain')}</p>
        </div>
      </Section>
      <Section title={t('what-if.removed')}>
        <div className="stack what-if-form" ref={list}>
          {there.length === 0 ? (
            <p className="muted">{t('what-if.removed.none')}</p>
          ) : (
            <ul className="what-if-removed">
              {there.map((id, i) => (
                <li key={id}>
                  <Name text={thingText(state, id)} />
                  <IconButton
                    icon="close"
                    label={t('what-if.put-back', { name: thingText(state, id) })}
                    onClick={() =>
                      putBack(
                        removed.filter((other) => other !== id),
                        i,
                      )
                    }
                  />
                </li>
              ))}
            </ul>
          )}
          <Button
            {...(takable.length > 0
              ? { onClick: () => void ask.compare([...new Set([...there, ...takable])]) }
              : { disabledReason: t('what-if.nothing-selected') })}
          >
            {t('what-if.take-selection')}
          </Button>
          <Button
            variant="primary"
            {...(there.length > 0
              ? { onClick: () => void ask.compare(there) }
              : { disabledReason: t('what-if.failed.nothing-removed') })}
          >
            {t('what-if.run')}
          </Button>
          {there.length > 0 && (
            <div className="row">
              <Button onClick={() => select(there)}>{t('what-if.show-removed')}</Button>
              <Button {...(chart ? { onClick: () => show(chart) } : { disabledReason: t('results.no-chart') })}>
                {t('what-if.show')}
              </Button>
              <Button onClick={() => putBack([], 0)}>{t('what-if.put-all-back')}</Button>
            </div>
          )}
        </div>
      </Section>
      <Section title={t('what-if.ask')}>
        <div className="stack what-if-form">
          <p className="muted">{t('what-if.sets.about')}</p>
          <NumberField
            label={t('what-if.sets.size')}
            min={bestSetSize.min}
            max={bestSetSize.max}
            value={size}
            onChange={(k) => thought.set((now) => ({ ...now, size: Math.round(k) }))}
          />
          <Button onClick={() => void ask.findSets({ size })}>{t('what-if.sets.run')}</Button>
          <Button onClick={() => void ask.drawCurves()}>{t('what-if.curves.run')}</Button>
          <div className="row">
            <RecipeMenu shown={shown} />
          </div>
        </div>
      </Section>
    </div>
  );
}
