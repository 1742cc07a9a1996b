import { useRef, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { keyPlayerCatalogue } from '#queries/key-players';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, IconButton, Name } from '#ui/controls/index';
import type { Asked } from '../last-answer.ts';
import { ParameterForm } from './parameter-form.tsx';

type Wanted = NonNullable<Asked['keyPlayers']>;

/** Entities by name, taken from the selection, each with a button that takes it off again. */
function MemberList({
  label,
  state,
  listed,
  onChange,
}: {
  label: string;
  state: CaseState;
  listed: readonly Id[];
  onChange: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const selected = useSignal(selection).filter((id) => state.entity(id));
  const group = useRef<HTMLFieldSetElement>(null);
  /** Whoever is taken off takes the button with it: the next one has the focus then, or the last of the group. */
  const remove = (at: number) => {
    onChange(listed.filter((_, i) => i !== at));
    requestAnimationFrame(() => {
      const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
      buttons[Math.min(at, buttons.length - 1)]?.focus();
    });
  };
  return (
    <fieldset className="results-members" ref={group}>
      <legend>{label}</legend>
      {listed.length > 0 && (
        <ul>
          {listed.map((id, i) => {
            const name = nameOf(state.entity(id));
            return (
              <li key={id}>
                <Name text={name} />
                <IconButton icon="close" label={t('guided.key.options.remove', { name })} onClick={() => remove(i)} />
              </li>
            );
          })}
        </ul>
      )}
      <Button
        {...(selected.length === 0
          ? { disabledReason: t('guided.key.options.nothing-selected') }
          : { onClick: () => onChange([...new Set([...listed, ...selected])]) })}
      >
        {t('guided.key.options.take')}
      </Button>
    </fieldset>
  );
}

/** What else a set is asked for by: who must be in it, who must not, and how it is looked for. Nothing counts before it is asked for. */
export function KeyPlayersOptions({
  wanted,
  state,
  onWant,
}: {
  wanted: Wanted;
  state: CaseState;
  onWant: (wanted: Wanted) => void;
}) {
  const t = useT();
  const [changed, setChanged] = useState<Partial<Omit<Wanted, 'criterion'>>>({});
  const parameters = keyPlayerCatalogue
    .find((c) => c.id === wanted.criterion)
    ?.parameters.filter((p) => p.name !== 'size');
  if (!parameters) return null;
  const known = new Set<string>(parameters.map((p) => p.name));
  // What was set for another criterion counts where this one takes it.
  const set = Object.fromEntries(Object.entries(changed.parameters ?? {}).filter(([name]) => known.has(name)));
  const draft = { ...wanted, ...changed, parameters: { ...wanted.parameters, ...set } };
  const change = (more: typeof changed) => setChanged((now) => ({ ...now, ...more }));
  return (
    <details className="results-settings">
      <summary>{t('guided.key.options')}</summary>
      <div className="results-settings-fields">
        <MemberList
          label={t('guided.key.options.forced')}
          state={state}
          listed={draft.forced ?? []}
          onChange={(forced) => change({ forced })}
        />
        <MemberList
          label={t('guided.key.options.excluded')}
          state={state}
          listed={draft.excluded ?? []}
          onChange={(excluded) => change({ excluded })}
        />
        <ParameterForm
          prefix="key-players"
          parameters={parameters}
          values={draft.parameters}
          onChange={({ size: _, ...values }) => change({ parameters: values })}
        />
        <Button
          variant="primary"
          onClick={() => {
            setChanged({});
            onWant(draft);
          }}
        >
          {t('guided.key.options.compute')}
        </Button>
      </div>
    </details>
  );
}
