import { useRef, useState } from 'react';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { useCaseSnapshot } from '#queries/case-context';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Combobox, IconButton, Name } from '#ui/controls/index';
import { offered } from '../known-entities.ts';

/** Whom a question is about: entities by name, or those that are selected. */
export function EntityPicker({
  label,
  chosen,
  most,
  onChange,
}: {
  label: string;
  chosen: readonly Id[];
  /** 1 = one replaces the other. */
  most: 1 | 'many';
  onChange: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  const { state } = useCaseSnapshot();
  const [typed, setTyped] = useState('');
  const selected = useSignal(selection).filter((id) => state.entity(id));
  const take = (ids: readonly Id[]) => onChange(most === 1 ? ids.slice(0, 1) : [...new Set(ids)]);
  const options = offered(state, typed, undefined).filter((e) => !chosen.includes(e.id));
  const group = useRef<HTMLDivElement>(null);
  /** Whoever is removed takes the button with it: the next one has the focus then, or the field. */
  const remove = (at: number) => {
    onChange(chosen.filter((_, i) => i !== at));
    requestAnimationFrame(() => {
      const buttons = group.current?.querySelectorAll<HTMLElement>('.paths-chosen button') ?? [];
      (buttons[Math.min(at, buttons.length - 1)] ?? group.current?.querySelector('input'))?.focus();
    });
  };
  const add = (id: Id) => {
    take(most === 1 ? [id] : [...chosen, id]);
    setTyped('');
  };
  return (
    <div className="paths-picker" role="group" aria-label={label} ref={group}>
      <Combobox
        label={label}
        value={typed}
        onChange={setTyped}
        placeholder={t('paths.add')}
        firstChosen
        options={options.map((e) => ({
          id: e.id,
          label: nameOf(e),
          detail: tDynamic(`entity-type.${e.type}`),
        }))}
        onChoose={add}
      />
      {chosen.length > 0 && (
        <ul className="paths-chosen">
          {chosen.map((id, i) => (
            <li key={id}>
              <Name text={nameOf(state.entity(id))} />
              <IconButton
                icon="close"
                label={t('paths.remove', { name: nameOf(state.entity(id)) })}
                onClick={() => remove(i)}
              />
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="link"
        {...(selected.length === 0
          ? { disabledReason: t('paths.nothing-selected') }
          : { onClick: () => take(selected) })}
      >
        {t('paths.take-selection')}
      </Button>
    </div>
  );
}
