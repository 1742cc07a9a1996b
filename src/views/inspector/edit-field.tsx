import { useEffect, useState } from 'react';
import { runAction } from '#session/keys';
import { TextArea, TextField } from '#ui/controls/index';

/**
 * A text of a record, edited in place: written when the field is left or Enter is pressed, taken back with Escape.
 * One change in the log for one edit, never one a keystroke.
 */
export function EditField(props: {
  label: string;
  value: string;
  onSave: (value: string) => void;
  check?: (value: string) => string | undefined;
  hint?: string;
  hideLabel?: boolean;
  many?: boolean;
}) {
  const [text, setText] = useState(props.value);
  useEffect(() => setText(props.value), [props.value]);
  const error = text === props.value ? undefined : props.check?.(text);
  const save = () => {
    if (text !== props.value && !error) props.onSave(text);
  };
  const keys = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') setText(props.value);
    else if (event.key === 'Enter' && (!props.many || event.ctrlKey)) save();
    else if (event.code === 'KeyZ' && event.ctrlKey && text === props.value) {
      // What stands here is written: the browser would take back letters, and leaving the field would write that as another change.
      event.preventDefault();
      runAction(event.shiftKey ? 'redo' : 'undo');
    }
  };
  const shared = {
    label: props.label,
    value: text,
    onChange: setText,
    onBlur: save,
    onKeyDown: keys,
    ...(props.hint && { hint: props.hint }),
    ...(error && { error }),
    ...(props.hideLabel && { hideLabel: true }),
  };
  return props.many ? <TextArea rows={3} {...shared} /> : <TextField side={!props.hideLabel} {...shared} />;
}
