import {
  type InputHTMLAttributes,
  type ReactNode,
  type Ref,
  type TextareaHTMLAttributes,
  useEffect,
  useId,
  useRef,
} from 'react';
import { needsTallLine } from './name.tsx';

interface Labelled {
  readonly label: string;
  /** Keeps the label for screen readers only, where the place says what the field is. */
  readonly hideLabel?: boolean;
  /** Label beside the field instead of above. */
  readonly side?: boolean;
  readonly hint?: ReactNode;
  /** What is wrong and what was kept. The value stays as typed. */
  readonly error?: ReactNode;
}

/** Label, control, hint and error, tied together for screen readers. */
export function Field(
  props: Labelled & { readonly children: (ids: { id: string; describedBy: string | undefined }) => ReactNode },
) {
  const id = useId();
  const { label, hideLabel, side, hint, error } = props;
  const describedBy = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return (
    <div className={side ? 'labelled beside' : 'labelled'}>
      <label className={hideLabel ? 'visually-hidden' : 'label'} htmlFor={id}>
        {label}
      </label>
      {props.children({ id, describedBy })}
      {hint && (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span className="hint error" id={`${id}-error`} role="alert">
          {error}
        </span>
      )}
    </div>
  );
}

type NativeInput = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value' | 'style' | 'name' | 'id'>;

export interface TextFieldProps extends Labelled, NativeInput {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** One line of text. No spell check and no memory of what was typed: both would carry words of the case elsewhere. */
export function TextField(props: TextFieldProps) {
  const { label, hideLabel, side, hint, error, value, onChange, inputRef, className, ...rest } = props;
  return (
    <Field label={label} {...(hideLabel && { hideLabel })} {...(side && { side })} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <input
          type="text"
          {...rest}
          id={id}
          ref={inputRef}
          className={`field${error ? ' is-error' : ''}${needsTallLine(value) ? ' native' : ''}${className ? ` ${className}` : ''}`}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type NativeArea = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value' | 'style' | 'name' | 'id'>;

export interface TextAreaProps extends Labelled, NativeArea {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, side, hint, error, value, onChange, rows = 3, ...rest } = props;
  return (
    <Field label={label} {...(hideLabel && { hideLabel })} {...(side && { side })} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <textarea
          {...rest}
          id={id}
          rows={rows}
          className={`field${error ? ' is-error' : ''}${needsTallLine(value) ? ' native' : ''}`}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
  readonly disabled?: boolean;
}

export interface SelectProps<T extends string> extends Labelled {
  readonly options: readonly (Option<T> | { readonly group: string; readonly options: readonly Option<T>[] })[];
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly disabled?: boolean;
}

export function Select<T extends string>(props: SelectProps<T>) {
  const { label, hideLabel, side, hint, error, options, value, onChange, disabled } = props;
  const one = (o: Option<T>) => (
    <option key={o.value} value={o.value} disabled={o.disabled}>
      {o.label}
    </option>
  );
  return (
    <Field label={label} {...(hideLabel && { hideLabel })} {...(side && { side })} hint={hint} error={error}>
      {({ id, describedBy }) => (
        <select
          id={id}
          className={`field${error ? ' is-error' : ''}`}
          aria-describedby={describedBy}
          autoComplete="off"
          disabled={disabled}
          value={value}
          onChange={(event) => onChange(event.target.value as T)}
        >
          {options.map((o) =>
            'group' in o ? (
              <optgroup key={o.group} label={o.group}>
                {o.options.map(one)}
              </optgroup>
            ) : (
              one(o)
            ),
          )}
        </select>
      )}
    </Field>
  );
}

export interface CheckboxProps {
  readonly label: ReactNode;
  readonly checked: boolean | 'some';
  readonly onChange: (checked: boolean) => void;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
  /** Stands at the right end of the row, e.g. a count. */
  readonly end?: ReactNode;
}

export function Checkbox({ label, checked, onChange, hint, disabled, end }: CheckboxProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = checked === 'some';
  }, [checked]);
  return (
    <label className="choice">
      <input
        ref={box}
        type="checkbox"
        className="check"
        checked={checked === true}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className="text">
        {label}
        {hint && <small>{hint}</small>}
      </span>
      {end !== undefined && <span className="end">{end}</span>}
    </label>
  );
}

export interface RadioGroupProps<T extends string> {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly options: readonly {
    readonly value: T;
    readonly label: ReactNode;
    readonly hint?: ReactNode;
    readonly disabled?: boolean;
  }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

export function RadioGroup<T extends string>({ label, hideLabel, options, value, onChange }: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset className="labelled">
      <legend className={hideLabel ? 'visually-hidden' : 'label'}>{label}</legend>
      {options.map((o) => (
        <label key={o.value} className="choice">
          <input
            type="radio"
            className="radio"
            name={name}
            checked={o.value === value}
            disabled={o.disabled}
            onChange={() => onChange(o.value)}
          />
          <span className="text">
            {o.label}
            {o.hint && <small>{o.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export interface SegmentedProps<T extends string> {
  /** What is being chosen; read out, not shown. */
  readonly label: string;
  readonly options: readonly {
    readonly value: T;
    readonly label: string;
    readonly title?: string;
    readonly disabled?: boolean;
  }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** Two to four ways of which one is on, side by side; arrow keys as in any group of radio buttons. */
export function Segmented<T extends string>({ label, options, value, onChange }: SegmentedProps<T>) {
  const name = useId();
  return (
    <div className="seg" role="radiogroup" aria-label={label}>
      {options.map((o) => (
        <label key={o.value} title={o.title}>
          <input
            type="radio"
            className="visually-hidden"
            name={name}
            checked={o.value === value}
            disabled={o.disabled}
            onChange={() => onChange(o.value)}
          />
          {o.label}
        </label>
      ))}
    </div>
  );
}
