import type { ReactNode } from 'react';
import { Combobox } from '#ui/controls/index';

/** A text that may be anything, with what was used before offered under it. */
export function TextWithChoices(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  choices: readonly string[];
  hint?: ReactNode;
  error?: ReactNode;
}) {
  const { label, value, onChange, choices, hint, error } = props;
  const typed = value.trim().toLowerCase();
  const offered = choices.filter((c) => c !== value && c.toLowerCase().includes(typed)).slice(0, 8);
  return (
    <div className="labelled">
      <Combobox
        label={label}
        value={value}
        onChange={onChange}
        options={offered.map((c) => ({ id: c, label: c }))}
        onChoose={onChange}
        error={error}
      />
      {hint && <span className="hint">{hint}</span>}
    </div>
  );
}
