import { useEffect, useRef } from 'react';
import { signal } from './signal.ts';

/**
 * Where a key acts. `global`: anywhere; without a modifier not where one types. `canvas`: while a canvas or its list has the focus
 * (an element with `data-keys="canvas"` or `data-keys="list"` around it). `list`: in such a list only.
 */
export type KeyScope = 'global' | 'canvas' | 'list';

export interface ActionDefinition {
  readonly id: string;
  /** Default keys, matched by `event.code`, because on Khmer and Thai layouts letter keys send no Latin letters: `Ctrl+Shift+KeyZ`. */
  readonly chords: readonly string[];
  readonly scope: KeyScope;
  /** Acts also while a text field has the focus; for chords with Ctrl, Alt, or function keys. */
  readonly inFields?: true;
}

/** Every act that has a name in the palette. Its words: `action.<id>`. Browsers keep Ctrl+N, T, W, R, L for themselves. */
export const actions = [
  { id: 'palette', chords: ['Ctrl+KeyK'], scope: 'global', inFields: true },
  { id: 'shortcuts', chords: ['Shift+Slash'], scope: 'global' },
  { id: 'new-case', chords: ['Alt+KeyN'], scope: 'global', inFields: true },
  { id: 'open-package', chords: ['Ctrl+KeyO'], scope: 'global', inFields: true },
  { id: 'save-package', chords: ['Ctrl+KeyS'], scope: 'global', inFields: true },
  { id: 'import-data', chords: ['Ctrl+KeyI'], scope: 'global', inFields: true },
  { id: 'start-page', chords: ['Alt+Home'], scope: 'global', inFields: true },
  { id: 'case-properties', chords: [], scope: 'global' },
  { id: 'undo', chords: ['Ctrl+KeyZ'], scope: 'global' },
  { id: 'redo', chords: ['Ctrl+Shift+KeyZ', 'Ctrl+KeyY'], scope: 'global' },
  { id: 'step-back', chords: ['Alt+ArrowLeft'], scope: 'global' },
  { id: 'search-case', chords: ['Ctrl+Shift+KeyF'], scope: 'global', inFields: true },
  { id: 'next-region', chords: ['F6'], scope: 'global', inFields: true },
  { id: 'previous-region', chords: ['Shift+F6'], scope: 'global', inFields: true },
  { id: 'fold-left', chords: ['Ctrl+BracketLeft'], scope: 'global', inFields: true },
  { id: 'fold-right', chords: ['Ctrl+BracketRight'], scope: 'global', inFields: true },
  { id: 'new-chart', chords: [], scope: 'global' },
  { id: 'split-right', chords: [], scope: 'global' },
  { id: 'split-down', chords: [], scope: 'global' },
  { id: 'fill-middle', chords: [], scope: 'global' },
  { id: 'close-pane', chords: ['Alt+KeyW'], scope: 'global', inFields: true },
  { id: 'next-tab', chords: ['Ctrl+Alt+ArrowRight'], scope: 'global' },
  { id: 'previous-tab', chords: ['Ctrl+Alt+ArrowLeft'], scope: 'global' },
  { id: 'print', chords: ['Ctrl+KeyP'], scope: 'global', inFields: true },
  { id: 'clear-filter', chords: [], scope: 'global' },
  { id: 'switch-theme', chords: [], scope: 'global' },
  { id: 'switch-analyst', chords: [], scope: 'global' },
  { id: 'new-entity-1', chords: ['Digit1', 'Numpad1'], scope: 'canvas' },
  { id: 'new-entity-2', chords: ['Digit2', 'Numpad2'], scope: 'canvas' },
  { id: 'new-entity-3', chords: ['Digit3', 'Numpad3'], scope: 'canvas' },
  { id: 'new-entity-4', chords: ['Digit4', 'Numpad4'], scope: 'canvas' },
  { id: 'new-entity-5', chords: ['Digit5', 'Numpad5'], scope: 'canvas' },
  { id: 'new-entity-6', chords: ['Digit6', 'Numpad6'], scope: 'canvas' },
  { id: 'new-entity-7', chords: ['Digit7', 'Numpad7'], scope: 'canvas' },
  { id: 'new-entity-8', chords: ['Digit8', 'Numpad8'], scope: 'canvas' },
  { id: 'new-entity-9', chords: ['Digit9', 'Numpad9'], scope: 'canvas' },
  { id: 'new-entity-0', chords: ['Digit0', 'Numpad0'], scope: 'canvas' },
  { id: 'link', chords: ['KeyC'], scope: 'canvas' },
  { id: 'open', chords: ['Enter'], scope: 'canvas' },
  { id: 'rename', chords: ['F2'], scope: 'canvas' },
  { id: 'delete', chords: ['Delete'], scope: 'canvas' },
  { id: 'remove-from-chart', chords: ['Shift+Delete'], scope: 'canvas' },
  { id: 'select-all', chords: ['Ctrl+KeyA'], scope: 'canvas' },
  { id: 'select-neighbours', chords: ['KeyN'], scope: 'canvas' },
  { id: 'select-path', chords: ['KeyP'], scope: 'canvas' },
  { id: 'find-paths', chords: ['Shift+KeyP'], scope: 'canvas' },
  { id: 'select-component', chords: ['Ctrl+Shift+KeyA'], scope: 'canvas' },
  { id: 'expand', chords: ['KeyE'], scope: 'canvas' },
  { id: 'direction', chords: ['KeyD'], scope: 'canvas' },
  { id: 'strength', chords: ['KeyS'], scope: 'canvas' },
  { id: 'pin', chords: ['KeyK'], scope: 'canvas' },
  { id: 'hide', chords: ['KeyH'], scope: 'canvas' },
  { id: 'reveal-all', chords: ['Shift+KeyH'], scope: 'canvas' },
  { id: 'group', chords: ['KeyG'], scope: 'canvas' },
  { id: 'fold-group', chords: ['Shift+KeyG'], scope: 'canvas' },
  { id: 'fold-groups', chords: [], scope: 'canvas' },
  { id: 'unfold-groups', chords: [], scope: 'canvas' },
  { id: 'merge', chords: ['KeyM'], scope: 'canvas' },
  { id: 'chart-date', chords: ['KeyT'], scope: 'canvas' },
  { id: 'layout', chords: ['KeyL'], scope: 'canvas' },
  { id: 'align-left', chords: [], scope: 'canvas' },
  { id: 'align-centre', chords: [], scope: 'canvas' },
  { id: 'align-right', chords: [], scope: 'canvas' },
  { id: 'align-top', chords: [], scope: 'canvas' },
  { id: 'align-middle', chords: [], scope: 'canvas' },
  { id: 'align-bottom', chords: [], scope: 'canvas' },
  { id: 'distribute-across', chords: [], scope: 'canvas' },
  { id: 'distribute-down', chords: [], scope: 'canvas' },
  { id: 'snap-to-grid', chords: [], scope: 'canvas' },
  { id: 'snap-while-moving', chords: [], scope: 'canvas' },
  { id: 'copy', chords: ['Ctrl+KeyC'], scope: 'canvas' },
  { id: 'paste', chords: ['Ctrl+KeyV'], scope: 'canvas' },
  { id: 'fit', chords: ['KeyF'], scope: 'canvas' },
  { id: 'zoom-in', chords: ['Equal', 'Shift+Equal', 'NumpadAdd'], scope: 'canvas' },
  { id: 'zoom-out', chords: ['Minus', 'NumpadSubtract'], scope: 'canvas' },
  { id: 'time-play', chords: ['Space'], scope: 'canvas' },
  { id: 'time-step', chords: ['Period'], scope: 'canvas' },
  { id: 'time-back', chords: ['Comma'], scope: 'canvas' },
] as const satisfies readonly ActionDefinition[];

export type ActionId = (typeof actions)[number]['id'];

const definitions: readonly ActionDefinition[] = actions;

/** Keys the analyst chose in place of the defaults; kept on the device by the app. */
export const ownChords = signal<ReadonlyMap<string, readonly string[]>>(new Map());

export function chordsOf(id: ActionId): readonly string[] {
  return ownChords.get().get(id) ?? definitions.find((a) => a.id === id)?.chords ?? [];
}

type KeyPress = Pick<KeyboardEvent, 'code' | 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The chord of a key press; undefined for a modifier alone. The Command key counts as Ctrl. */
export function chordOf(event: KeyPress): string | undefined {
  if (/^(Control|Shift|Alt|Meta|OS)(Left|Right)?$/.test(event.code) || event.code === '') return undefined;
  const held = `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${event.shiftKey ? 'Shift+' : ''}`;
  // The question mark stands on another key of nearly every layout: there its own character decides.
  if (event.key === '?' && !event.ctrlKey && !event.altKey && !event.metaKey) return 'Shift+Slash';
  return held + event.code;
}

const shownKeys: ReadonlyMap<string, string> = new Map([
  ['Slash', '/'],
  ['Equal', '+'],
  ['Minus', '−'],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['ArrowRight', '→'],
  ['ArrowLeft', '←'],
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
  ['Comma', ','],
  ['Period', '.'],
  ['Semicolon', ';'],
  ['Quote', "'"],
  ['Backquote', '`'],
  ['Backslash', '\\'],
]);

/** A chord as printed on keys: `Ctrl Shift Z`. */
export function chordText(chord: string): string {
  if (chord === 'Shift+Slash') return '?';
  return chord
    .split('+')
    .map((part) => shownKeys.get(part) ?? part.replace(/^(Key|Digit)/, ''))
    .join(' ');
}

/** The first key of an action as text, for menus and tooltips. */
export function shortcut(id: ActionId): string | undefined {
  const first = chordsOf(id)[0];
  return first === undefined ? undefined : chordText(first);
}

const RESERVED =
  /^(Ctrl\+(Shift\+)?Key[NTWRL]|Ctrl\+(Shift\+)?(Tab|KeyQ)|Ctrl\+Shift\+Key[IJ]|Alt\+(F4|ArrowRight)|F(1|3|5|7|11|12)|Tab|Shift\+Tab|Escape|Ctrl\+F4)$/;

export function isReserved(chord: string): boolean {
  return RESERVED.test(chord);
}

/** The other action that would act on this chord in the same places. */
export function chordConflict(id: ActionId, chord: string): ActionId | undefined {
  const mine = definitions.find((a) => a.id === id);
  return definitions.find(
    (a) =>
      a.id !== id &&
      chordsOf(a.id as ActionId).includes(chord) &&
      (a.scope === mine?.scope || a.scope === 'global' || mine?.scope === 'global'),
  )?.id as ActionId | undefined;
}

/** Sets an action's keys; undefined brings the defaults back. */
export function setChords(id: ActionId, chords: readonly string[] | undefined): void {
  ownChords.set((now) => {
    const next = new Map(now);
    if (chords === undefined) next.delete(id);
    else next.set(id, chords);
    return next;
  });
}

const handlers = new Map<string, (() => void)[]>();

/** What can be done now: grows and shrinks as views come and go. */
export const available = signal<ReadonlySet<string>>(new Set());

/** Registers a handler; the one registered last acts. Answers with the function that takes it away again. */
export function registerAction(id: ActionId, handler: () => void): () => void {
  const stack = handlers.get(id) ?? [];
  stack.push(handler);
  handlers.set(id, stack);
  available.set(new Set([...handlers].filter(([, s]) => s.length > 0).map(([a]) => a)));
  return () => {
    stack.splice(stack.indexOf(handler), 1);
    available.set(new Set([...handlers].filter(([, s]) => s.length > 0).map(([a]) => a)));
  };
}

/** Does it, where a handler stands; false when nobody can. */
export function runAction(id: ActionId): boolean {
  const handler = handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}

/** A view's handler while it is mounted and `enabled` (pass `focused`, so that the pane in front acts). */
export function useAction(id: ActionId, handler: () => void, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  useEffect(() => (enabled ? registerAction(id, () => latest.current()) : undefined), [id, enabled]);
}

const typing =
  'input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"]), textarea, select, [contenteditable=""], [contenteditable="true"], [data-typing]';

function applies(action: ActionDefinition, chord: string, target: Element | null): boolean {
  const inField = target?.closest(typing) != null;
  if (inField && !action.inFields) return false;
  if (action.scope === 'global') {
    const bare = !/^(Ctrl|Alt)\+|^(Shift\+)?F\d+$/.test(chord);
    return !(bare && target?.closest('[role="grid"], [role="menu"]') != null);
  }
  const around = target?.closest('[data-keys]')?.getAttribute('data-keys')?.split(' ') ?? [];
  return around.includes('list') || (action.scope === 'canvas' && around.includes('canvas'));
}

/** Finds and does what a key press means where it happened; true when it did, and then the browser does nothing. */
export function handleKey(event: KeyboardEvent): boolean {
  // A key press that composes a character belongs to the input method alone.
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return false;
  const chord = chordOf(event);
  if (chord === undefined) return false;
  const target = event.target instanceof Element ? event.target : null;
  for (const action of definitions) {
    if (!chordsOf(action.id as ActionId).includes(chord) || !applies(action, chord, target)) continue;
    if (!runAction(action.id as ActionId)) {
      // Not possible now; what the browser would do instead (save the page, print it) would only puzzle.
      if (action.inFields) event.preventDefault();
      continue;
    }
    event.preventDefault();
    return true;
  }
  return false;
}
