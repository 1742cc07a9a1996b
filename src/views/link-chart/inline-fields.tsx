import { type ReactNode, useMemo, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import { type EntityTypeId, entityTypes } from '#domain/entity-types/index';
import { matchKey, searchKey } from '#domain/identifiers/matching';
import type { LinkTypeId } from '#domain/link-types/index';
import { suggestLinkTypes } from '#domain/link-types/suggest';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { tDynamic } from '#i18n/index';
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

interface LinkTypeFieldProps {
  readonly from: Entity;
  readonly to: Entity;
  /** What it says now, where a link that is there is being changed. */
  readonly initial?: string;
  readonly onType: (type: LinkTypeId, wording: string | undefined, reversed: boolean) => void;
  readonly onCancel: () => void;
}

/** Says what joins two: the likeliest types first, any words of one's own. */
export function LinkTypeField({ from, to, initial, onType, onCancel }: LinkTypeFieldProps) {
  const t = useT();
  const [text, setText] = useState(initial ?? '');
  const suggestions = useMemo(() => suggestLinkTypes(from.type, to.type), [from.type, to.type]);
  const key = text === initial ? '' : searchKey(text);
  const matching = suggestions.filter((s) => searchKey(tDynamic(`link-type.${s.type}`)).includes(key));
  const exact = matching.find((s) => matchKey(tDynamic(`link-type.${s.type}`)) === matchKey(text));
  const options: ComboOption[] = (exact ? [exact, ...matching.filter((s) => s !== exact)] : matching).map((s) => ({
    id: s.type,
    label: tDynamic(`link-type.${s.type}`),
    ...(s.reversed && { detail: t('link-chart.link-type.reversed', { from: displayLabel(to) }) }),
  }));
  if (key !== '' && !exact)
    options.push({ id: 'own words', label: t('link-chart.link-type.own', { text: text.trim() }) });
  const own = () => onType('unknown', text.trim(), false);
  return (
    <Combobox
      label={t('link-chart.link-type', { from: displayLabel(from), to: displayLabel(to) })}
      placeholder={tDynamic(`link-type.${suggestions[0]?.type ?? 'unknown'}`)}
      autoFocus
      firstChosen
      value={text}
      onChange={setText}
      options={options}
      onChoose={(id) => {
        const chosen = suggestions.find((s) => s.type === id);
        if (chosen) onType(chosen.type, undefined, chosen.reversed);
        else own();
      }}
      onEnter={(typed) => {
        const likeliest = suggestions[0];
        if (typed.trim() !== '' && typed !== initial) own();
        else if (initial !== undefined) onCancel();
        else if (likeliest) onType(likeliest.type, undefined, likeliest.reversed);
      }}
      onEscape={onCancel}
    />
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
