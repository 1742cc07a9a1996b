import { useEffect, useId, useRef, useState } from 'react';
import { t } from '#i18n/index';
import { needsTallLine } from '../controls/name.tsx';
import type { GridColumn } from './column.ts';

/** How an edit ended and where to go on. */
export type Leaving = 'stay' | 'down' | 'up' | 'next' | 'back';

export interface CellEditorProps<Row> {
  readonly row: Row;
  readonly column: GridColumn<Row>;
  /** What was typed to start it; undefined keeps what stands there. */
  readonly typed: string | undefined;
  readonly onSave: (text: string, leaving: Leaving) => void;
  readonly onCancel: () => void;
}

/** The field that stands in a cell while it is edited: written once, when it is left. */
export function CellEditor<Row>({ row, column, typed, onSave, onCancel }: CellEditorProps<Row>) {
  const before = column.editText?.(row) ?? column.text(row);
  const [text, setText] = useState(typed ?? before);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  // Leaving by a key takes the field away, and that blurs it: the edit must not be written twice.
  const left = useRef(false);
  const offers = useId();
  const choices = column.kind === 'choice' ? column.choices?.(row) : undefined;

  useEffect(() => {
    const element = field.current;
    element?.focus();
    if (element instanceof HTMLInputElement && typed === undefined) element.select();
  }, [typed]);

  const leave = (leaving: Leaving) => {
    if (left.current) return;
    left.current = true;
    onSave(text, leaving);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      left.current = true;
      onCancel();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      leave(event.key === 'Enter' ? (event.shiftKey ? 'up' : 'down') : event.shiftKey ? 'back' : 'next');
    }
  };
  const shared = {
    ref: field,
    'aria-label': t('grid.edit', { column: column.title }),
    onKeyDown,
    onBlur: () => leave('stay'),
  };
  if (choices) {
    const known = choices.some((choice) => choice.value === text);
    return (
      <select
        {...shared}
        className="dg-editor"
        value={known ? text : ''}
        onChange={(event) => setText(event.target.value)}
      >
        {!known && <option value="" />}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    );
  }
  const offered = column.suggest?.(text, row) ?? [];
  return (
    <>
      <input
        {...shared}
        className={`dg-editor${needsTallLine(text) ? ' native' : ''}${column.kind === 'number' ? ' num' : ''}`}
        value={text}
        dir="auto"
        autoComplete="off"
        spellCheck={false}
        {...(column.suggest && { list: offers })}
        onChange={(event) => setText(event.target.value)}
      />
      {column.suggest && (
        <datalist id={offers}>
          {offered.map((offer) => (
            <option key={offer} value={offer} />
          ))}
        </datalist>
      )}
    </>
  );
}
