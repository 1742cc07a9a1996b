import './what-if.css';
import { useCallback } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { linkWords, nameOf } from '#i18n/record-words';
import { sameValue, useCaseFigure, useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { emphasis } from '#session/emphasis';
import { filter } from '#session/filter';
import { chartLastSeen, openPane, panes } from '#session/panes';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Checkbox, EmptyState, IconButton, Name, Note, Section, Select, TextField } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { unconfirmedIn } from '../answer-scope.ts';
import type { ViewProps } from '../view.ts';
import { contentsOf, requestOf, type Setting, thoughtOf } from './asked.ts';
import { BestSets } from './best-sets.tsx';
import { Comparison } from './comparison.tsx';
import { Curves } from './curves.tsx';
import { saveAnswers } from './save-answers.ts';
import { useWhatIf } from './use-what-if.ts';

/** What the network would be without some of it: at the left who is thought away, at the right what comes of it. The case stays as it is. */
export default function WhatIf(_: ViewProps) {
  const t = useT();
  const open = useOpenCase();
  const { state } = useCaseSnapshot();
  const thought = thoughtOf(open);
  const { setting, removed, size, compared, curves, sets } = useSignal(thought);
  const chosen = useSignal(selection);
  const wanted = useSignal(filter);
  const shown = useSignal(panes);
  const lastSeen = useSignal(chartLastSeen);
  const chart = [shown.main[shown.active]?.chart, lastSeen, ...shown.main.map((p) => p.chart)].find(
    (id) => id !== undefined && state.find('chart', id),
  );
  const ask = useWhatIf(chart);
  const there = removed.filter((id) => state.entity(id) || state.link(id));
  const takable = chosen.filter((id) => state.entity(id) || state.link(id));
  const standing = useCaseFigure(
    useCallback(
      (now: CaseState) => {
        const request = requestOf(now, setting, { chart, filter: wanted }, 0);
        return { contents: contentsOf(now, request), ...unconfirmedIn(now, request.scope) };
      },
      [setting, chart, wanted],
    ),
    sameValue,
  );
  const { contents } = standing;
  const stale = [
    compared?.content !== contents.compared && compared,
    curves?.content !== contents.curves && curves,
    sets?.content !== contents.sets && sets,
  ].find((k) => k);
  const otherRemoved =
    compared && (compared.without.length !== there.length || compared.without.some((id) => !there.includes(id)));
  const set = (part: Partial<Setting>) => thought.set((now) => ({ ...now, setting: { ...now.setting, ...part } }));
  const putBack = (ids: readonly Id[]) => thought.set((now) => ({ ...now, removed: ids }));
  const wordsOf = (id: Id) => {
    const link = state.link(id);
    return link
      ? `${nameOf(state.entity(link.from))} – ${linkWords(link)} – ${nameOf(state.entity(link.to))}`
      : nameOf(state.entity(id));
  };
  /** Pales what is thought away, with its links, on the chart; the chart itself stays as it is. */
  const show = (on: Id) => {
    const gone = new Set(there);
    const items = new Set<Id>();
    for (const id of state.idsOf('entity')) if (!gone.has(id)) items.add(id);
    for (const l of state.allOf('link')) if (!gone.has(l.id) && !gone.has(l.from) && !gone.has(l.to)) items.add(l.id);
    emphasis.set({ items, label: t('what-if.remains', { who: there.map(wordsOf).join(', ') }) });
    openPane({ view: 'link-chart', chart: on });
    announce(t('what-if.shown', { chart: state.find('chart', on)?.name ?? '' }));
  };
  const last = compared?.answer ?? curves?.answer ?? sets?.answer;

  const method = last
    ? t('what-if.method', {
        nodes: t('results.method.entities', { count: last.nodes }),
        edges: t('results.method.links', { count: last.edges }),
        scope: t(`results.method.in.${last.scope}`),
        revision: number(last.revision),
      })
    : '';

  return (
    <div className="what-if">
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
          </div>
        </Section>
        <Section title={t('what-if.removed')}>
          <div className="stack what-if-form">
            {there.length === 0 ? (
              <p className="muted">{t('what-if.removed.none')}</p>
            ) : (
              <ul className="what-if-removed">
                {there.map((id) => (
                  <li key={id}>
                    <Name text={wordsOf(id)} />
                    <IconButton
                      icon="close"
                      label={t('what-if.put-back', { name: wordsOf(id) })}
                      onClick={() => putBack(removed.filter((other) => other !== id))}
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
                <Button onClick={() => putBack([])}>{t('what-if.put-all-back')}</Button>
              </div>
            )}
          </div>
        </Section>
        <Section title={t('what-if.ask')}>
          <div className="stack what-if-form">
            <p className="muted">{t('what-if.sets.about')}</p>
            <TextField
              label={t('what-if.sets.size')}
              type="number"
              min={1}
              max={10}
              value={String(size)}
              onChange={(text) => {
                const k = Math.round(Number(text));
                if (k >= 1 && k <= 10) thought.set((now) => ({ ...now, size: k }));
              }}
            />
            <Button onClick={() => void ask.findSets(size)}>{t('what-if.sets.run')}</Button>
            <Button onClick={() => void ask.drawCurves()}>{t('what-if.curves.run')}</Button>
          </div>
        </Section>
      </div>
      <div className="what-if-answer">
        {ask.problem && (
          <Note tone="warning" live>
            {ask.problem}
          </Note>
        )}
        {otherRemoved && <Note tone="warning">{t('what-if.other-removed')}</Note>}
        {stale && <Note tone="warning">{t('what-if.stale', { revision: number(stale.answer.revision) })}</Note>}
        {last ? (
          <>
            <Note>
              {t('what-if.replacement')}{' '}
              {standing.weak > 0 && t('what-if.unconfirmed', { weak: number(standing.weak), count: standing.of })}
            </Note>
            {sets && (
              <section aria-labelledby="what-if-sets">
                <h3 id="what-if-sets">{t('what-if.sets')}</h3>
                <BestSets
                  state={state}
                  answer={sets.answer}
                  spared={sets.spared}
                  onThink={(ids) => void ask.compare(ids)}
                />
              </section>
            )}
            {compared && <Comparison state={state} answer={compared.answer} />}
            {curves && (
              <section aria-labelledby="what-if-curves">
                <h3 id="what-if-curves">{t('what-if.curves')}</h3>
                <p className="muted">{t('what-if.curves.about')}</p>
                <Curves answer={curves.answer} />
              </section>
            )}
            <p className="muted">{method}</p>
            <div className="row">
              <Button onClick={() => saveAnswers(state, thought.get(), last.revision, method)}>
                {t('results.export')}
              </Button>
            </div>
          </>
        ) : (
          <EmptyState title={t('what-if.empty.title')}>{t('what-if.empty.body')}</EmptyState>
        )}
      </div>
    </div>
  );
}
