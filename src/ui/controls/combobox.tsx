import { type KeyboardEvent, type ReactNode, type Ref, useId, useLayoutEffect, useRef, useState } from 'react';
import { Icon, type IconName } from '../icon/index.ts';
import { needsTallLine } from './name.tsx';
import { placeFloat } from './place-float.ts';

export interface ComboOption {
  readonly id: string;
  readonly label: ReactNode;
  readonly detail?: ReactNode;
  readonly icon?: IconName;
}

export interface ComboboxProps {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** What is offered for the text so far; the caller searches. An empty list shows nothing. */
  readonly options: readonly ComboOption[];
  /** An offered one was chosen: arrow keys and Enter, or a click. */
  readonly onChoose: (id: string) => void;
  /** Enter with none of the offered ones chosen: the text stands as typed. */
  readonly onEnter?: (text: string) => void;
  readonly onEscape?: () => void;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
  /** Chooses the first of the list when nothing else is chosen, as a palette does. */
  readonly firstChosen?: boolean;
  /** Shows the list without waiting for a letter, as a palette does. */
  readonly alwaysOpen?: boolean;
  readonly error?: ReactNode;
}

/** A text field that offers what is there already and takes anything else as typed. */
export function Combobox(props: ComboboxProps) {
  const {
    label,
    hideLabel,
    value,
    onChange,
    options,
    onChoose,
    onEnter,
    onEscape,
    placeholder,
    autoFocus,
    firstChosen,
    error,
    alwaysOpen,
  } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const shown = (open || alwaysOpen === true) && options.length > 0;
  const chosen = Math.min(active < 0 && firstChosen ? 0 : active, options.length - 1);

  useLayoutEffect(() => {
    const box = field.current;
    const element = list.current;
    if (!shown || alwaysOpen || !box || !element) return;
    const rect = box.getBoundingClientRect();
    element.style.minWidth = `${Math.max(rect.width, 220)}px`;
    if (!element.matches(':popover-open')) element.showPopover();
    placeFloat(element, rect);
  });
  useLayoutEffect(() => {
    if (autoFocus) field.current?.focus();
  }, [autoFocus]);
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!shown) setOpen(true);
      const n = options.length;
      const from = chosen;
      if (n > 0) setActive(event.key === 'ArrowDown' ? (from + 1) % n : from <= 0 ? n - 1 : from - 1);
    } else if (event.key === 'Enter') {
      const option = shown ? options[chosen] : undefined;
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      setActive(-1);
      if (option) onChoose(option.id);
      else onEnter?.(value);
    } else if (event.key === 'Escape') {
      if (!shown && !onEscape) return;
      event.preventDefault();
      event.stopPropagation();
      if (shown && !onEscape) setOpen(false);
      else onEscape?.();
    }
  };
  return (
    <div className="labelled combo">
      <label htmlFor={id} className={hideLabel ? 'visually-hidden' : 'label'}>
        {label}
      </label>
      <input
        id={id}
        ref={(element) => {
          field.current = element;
          if (typeof props.inputRef === 'function') props.inputRef(element);
          else if (props.inputRef) props.inputRef.current = element;
        }}
        type="text"
        role="combobox"
        className={`field${error ? ' is-error' : ''}${needsTallLine(value) ? ' native' : ''}`}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && chosen >= 0 ? `${id}-${chosen}` : undefined}
        aria-invalid={error ? true : undefined}
        value={value}
        onChange={(event) => {
          setOpen(true);
          setActive(-1);
          onChange(event.target.value);
        }}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      {shown && (
        <div
          ref={list}
          id={`${id}-list`}
          className={alwaysOpen ? 'combo-list in-place' : 'combo-list'}
          role="listbox"
          aria-label={label}
          {...(!alwaysOpen && { popover: 'manual' as const })}
        >
          {options.map((option, i) => (
            <div
              key={option.id}
              id={`${id}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === chosen}
              // The press must not take the focus from the field.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => {
                setOpen(false);
                setActive(-1);
                onChoose(option.id);
              }}
              onKeyDown={() => {}}
            >
              {option.icon && <Icon name={option.icon} size={14} />}
              {option.label}
              {option.detail !== undefined && <span className="end">{option.detail}</span>}
            </div>
          ))}
        </div>
      )}
      {error && (
        <span className="hint error" role="alert">
          {error}
        </span>
      )}
    </div>
  );
}
