import { type ReactNode, useMemo, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import { type EntityTypeId, entityTypes } from '#domain/entity-types/index';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { useT } from '#i18n/react';
import { Combobox, type ComboOption, Name, Note, Select, TextField } from '#ui/controls/index';
import type { Point } from '#ui/graph-canvas/index';
import { doublesOf, offered } from '../known-entities.ts';

/** A small field on the chart itself, kept within the stage. */
export function OnChart({ at, children }: { at: Point; children: ReactNode }) {
  return (
    <div className="chart-field" style={{ left: `${at.x}px`, top: `${at.y}px` }}>
      {children}
    </div>
  );
}

function entityOption(entity: Entity, detail: string): ComboOption {
  return {
    id: entity.id,
    icon: iconRole(entity),
    label: <Name text={displayLabel(entity)} isProtected={isProtected(entity)} />,
    detail,
  };
}

interface NameFieldProps {
  readonly state: CaseState;
  readonly type: EntityTypeId;
  readonly isOnChart: (id: Id) => boolean;
  readonly onMake: (type: EntityTypeId, label: string) => void;
  readonly onTake: (id: Id) => void;
  readonly onCancel: () => void;
}

/** Names a new entity where it will stand: offers those the case has, and asks before making a double. */
export function NameField({ state, type: first, isOnChart, onMake, onTake, onCancel }: NameFieldProps) {
  const t = useT();
  const [type, setType] = useState(first);
  const [text, setText] = useState('');
  const [warned, setWarned] = useState<string | null>(null);
  const known = useMemo(() => offered(state, text, type), [state, text, type]);
  const doubles = useMemo(() => (warned === null ? [] : doublesOf(state, warned, type)), [state, warned, type]);
  const double = doubles[0];
  return (
    <>
      <div className="row">
        <Combobox
          label={t('link-chart.name', { type: t(`entity-type.${type}`) })}
          hideLabel
          placeholder={t(`entity-type.${type}`)}
          autoFocus
          value={text}
          onChange={(next) => {
            setText(next);
            setWarned(null);
          }}
          options={known.map((e) =>
            entityOption(e, t(isOnChart(e.id) ? 'link-chart.name.on-chart' : 'link-chart.name.in-case')),
          )}
          onChoose={onTake}
          onEnter={(typed) => {
            const label = typed.trim();
            if (label === '') onCancel();
            else if (warned !== label && doublesOf(state, label, type).length > 0) setWarned(label);
            else onMake(type, label);
          }}
          onEscape={onCancel}
        />
        <Select
          label={t('link-chart.name.type')}
          hideLabel
          value={type}
          onChange={(next) => setType(next)}
          options={entityTypes.map((d) => ({ value: d.id, label: t(`entity-type.${d.id}`) }))}
        />
      </div>
      {double && (
        <Note tone="warning" live>
          {t(double.how === 'same' ? 'link-chart.double.same' : 'link-chart.double.alike', {
            name: displayLabel(double.entity),
          })}
        </Note>
      )}
    </>
  );
}

interface LinkToFieldProps {
  readonly state: CaseState;
  readonly from: Entity;
  readonly isOnChart: (id: Id) => boolean;
  readonly onChoose: (id: Id) => void;
  readonly onCancel: () => void;
}

/** Chooses by name whom to link with, for hands that stay on the keyboard. */
export function LinkToField({ state, from, isOnChart, onChoose, onCancel }: LinkToFieldProps) {
  const t = useT();
  const [text, setText] = useState('');
  const known = useMemo(() => offered(state, text, undefined, 20), [state, text]);
  const options = [...known]
    .sort((a, b) => Number(isOnChart(b.id)) - Number(isOnChart(a.id)))
    .filter((e) => e.id !== from.id)
    .slice(0, 8);
  return (
    <Combobox
      label={t('link-chart.link-to', { name: displayLabel(from) })}
      autoFocus
      firstChosen
      value={text}
      onChange={setText}
      options={options.map((e) =>
        entityOption(e, t(isOnChart(e.id) ? 'link-chart.name.on-chart' : 'link-chart.name.in-case')),
      )}
      onChoose={onChoose}
      onEscape={onCancel}
    />
  );
}

interface WordFieldProps {
  readonly label: string;
  readonly initial: string;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

/** One name, Enter keeps it, Escape leaves it as it was. */
export function WordField({ label, initial, onSave, onCancel }: WordFieldProps) {
  const [text, setText] = useState(initial);
  return (
    <TextField
      label={label}
      value={text}
      onChange={setText}
      inputRef={(element) => {
        if (element && document.activeElement !== element && text === initial) {
          element.focus();
          element.select();
        }
      }}
      onKeyDown={(e) => {
        if (e.nativeEvent.isComposing) return;
        if (e.key === 'Escape') {
          e.stopPropagation();
          onCancel();
        }
        if (e.key !== 'Enter') return;
        e.preventDefault();
        if (text.trim() === '' || text.trim() === initial) onCancel();
        else onSave(text.trim());
      }}
    />
  );
}
