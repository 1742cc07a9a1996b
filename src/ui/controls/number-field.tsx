import { useState } from 'react';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { TextField, type TextFieldProps } from './fields.tsx';

/** What a text says as a number from `min` to `max`; undefined where it says none. */
export function numberTyped(text: string, min: number, max: number): number | undefined {
  const typed = text.trim();
  const n = Number(typed);
  return typed !== '' && n >= min && n <= max ? n : undefined;
}

export interface NumberFieldProps extends Pick<TextFieldProps, 'label' | 'hideLabel' | 'side' | 'hint'> {
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange: (value: number) => void;
}

/**
 * A number, typed freely: the field may be empty, or hold the beginning of a number, while it is being edited. What fits counts at once; what does not
 * fit stays as typed, the value before stands, and that is said when the field is left.
 */
export function NumberField({ value, min, max, onChange, ...rest }: NumberFieldProps) {
  const t = useT();
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: number; readonly left: boolean }>();
  // A value set from elsewhere takes the place of what was typed.
  const typed = draft?.of === value ? draft : undefined;
  const unfit = typed?.left && numberTyped(typed.text, min, max) === undefined;
  const words = { low: number(min), high: number(max), value: number(value, { maximumFractionDigits: 20 }) };
  return (
    <TextField
      {...rest}
      type="number"
      min={min}
      max={max}
      value={typed ? typed.text : String(value)}
      {...(unfit && { error: t(typed.text === '' ? 'controls.number.empty' : 'controls.number.unfit', words) })}
      onChange={(text) => {
        const n = numberTyped(text, min, max);
        setDraft({ text, of: n ?? value, left: false });
        if (n !== undefined && n !== value) onChange(n);
      }}
      onBlur={() => setDraft((now) => now && { ...now, left: true })}
    />
  );
}
