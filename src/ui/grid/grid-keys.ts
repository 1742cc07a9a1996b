import { type Extent, FILTERS, HEAD, moved, type Place } from './cells.ts';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** What a key means in a table: `stay` and all that follow keep the key from the page. */
export type KeyAct =
  | { readonly act: 'go'; readonly to: Place; readonly extend: boolean }
  | { readonly act: 'stay' | 'sort' | 'select-all' | 'fill-down' | 'delete-rows' | 'empty' | 'open' }
  /** Into the filter above the column; `text` begins what is typed there. */
  | { readonly act: 'filter'; readonly text: string | undefined }
  | { readonly act: 'type'; readonly text: string };

/** What a key means where the keyboard stands; undefined when it means nothing here. */
export function keyAct(press: Press, at: Place, extent: Extent & { readonly hasFilters: boolean }): KeyAct | undefined {
  if (press.altKey) return undefined;
  const control = press.ctrlKey || press.metaKey;
  let to = moved(at, press, extent);
  if (to) {
    if (to.row === FILTERS && !extent.hasFilters) to = { ...to, row: at.row === HEAD ? 0 : HEAD };
    if (to.row >= extent.rows) return undefined;
    return press.shiftKey && to.row < 0 ? { act: 'stay' } : { act: 'go', to, extend: press.shiftKey };
  }
  const isEnter = press.key === 'Enter';
  if (at.row === HEAD) return isEnter || press.key === ' ' ? { act: 'sort' } : undefined;
  if (at.row === FILTERS) {
    const text = press.key.length === 1 && !control ? press.key : undefined;
    return text !== undefined || isEnter || press.key === 'F2' ? { act: 'filter', text } : undefined;
  }
  if (control) {
    if (press.key.toLowerCase() === 'a' && !press.shiftKey) return { act: 'select-all' };
    if (press.code === 'KeyD') return { act: 'fill-down' };
    return press.key === 'Delete' ? { act: 'delete-rows' } : undefined;
  }
  if (press.key === 'Delete' || press.key === 'Backspace') return { act: 'empty' };
  if (isEnter || press.key === 'F2') return { act: 'open' };
  // A key may bring forth more than one character (Khmer vowels); names of keys are plain Latin words.
  const isText = press.key.length === 1 || /^[^\u0020-\u007e]+$/u.test(press.key);
  return isText ? { act: 'type', text: press.key } : undefined;
}
