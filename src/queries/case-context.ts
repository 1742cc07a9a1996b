import { createContext, useCallback, useContext, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { sameJson } from '#domain/change/canonical';
import type { CaseState } from '#domain/change/case-state';
import type { CaseRecord, Id } from '#domain/record';
import { inBreaths, ofOneState, type Work } from './in-breaths.ts';
import type { CaseSnapshot, OpenCase } from './open-case.ts';

/** The case of this workspace; the app provides it. */
export const CaseContext = createContext<OpenCase | null>(null);

/** The open case; throws outside a workspace, as that is a bug. */
export function useOpenCase(): OpenCase {
  const open = useContext(CaseContext);
  if (!open) throw new Error('no case is open here');
  return open;
}

export function useCaseSnapshot(): CaseSnapshot {
  const open = useOpenCase();
  return useSyncExternalStore(open.subscribe, open.snapshot);
}

/**
 * A value read from the case, redrawn only when it changes. `same` compares the value before and after
 * (identity by default; records are immutable, so identity suffices for a record).
 */
export function useCaseValue<T>(read: (state: CaseState) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const open = useOpenCase();
  const last = useRef<{ snapshot: CaseSnapshot; read: typeof read; value: T } | null>(null);
  const get = () => {
    const snapshot = open.snapshot();
    const l = last.current;
    if (l && l.snapshot.version === snapshot.version && l.snapshot.state === snapshot.state && l.read === read)
      return l.value;
    const value = read(snapshot.state);
    const kept = l && same(l.value, value) ? l.value : value;
    last.current = { snapshot, read, value: kept };
    return kept;
  };
  return useSyncExternalStore(open.subscribe, get);
}

/** So long what was changed is shown before figures over the whole case follow, ms. */
const FIGURES_AFTER = 30;

/**
 * A figure read over the whole case (counts, choices of a filter), in a task of its own after what was changed has been shown:
 * a hand that edits does not wait for it. `read` must be the same function at every call.
 */
export function useCaseFigure<T>(read: (state: CaseState) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const open = useOpenCase();
  const [figure, setFigure] = useState(() => ({ open, value: read(open.snapshot().state) }));
  useEffect(() => {
    let due: number | undefined;
    const again = () => {
      due = undefined;
      const value = read(open.snapshot().state);
      setFigure((now) => (now.open === open && same(now.value, value) ? now : { open, value }));
    };
    const later = () => {
      due ??= window.setTimeout(again, FIGURES_AFTER);
    };
    // What was written between the first reading and now.
    later();
    const unsubscribe = open.subscribe(later);
    return () => {
      window.clearTimeout(due);
      unsubscribe();
    };
  }, [open, read, same]);
  return figure.value;
}

/**
 * `useCaseFigure` for what takes long to read: read piece by piece, begun anew when the case is changed meanwhile. `before` stands until it has been
 * read the first time. `read` must be the same function at every call; another one asks for something else.
 */
export function useCaseReading<T>(read: (state: CaseState) => Work<T>, before: T, same: (a: T, b: T) => boolean): T {
  const open = useOpenCase();
  const [figure, setFigure] = useState({ open, read, value: before });
  useEffect(() => {
    let due: number | undefined;
    let reading = new AbortController();
    const again = async () => {
      due = undefined;
      reading = new AbortController();
      const { signal } = reading;
      const { state } = open.snapshot();
      const outcome = await inBreaths(
        ofOneState(state, () => read(state)),
        { signal },
      );
      if (signal.aborted || 'failure' in outcome) return;
      const value = outcome.result;
      setFigure((now) =>
        now.open === open && now.read === read && same(now.value, value) ? now : { open, read, value },
      );
    };
    const later = () => {
      reading.abort();
      due ??= window.setTimeout(() => void again(), FIGURES_AFTER);
    };
    later();
    const unsubscribe = open.subscribe(later);
    return () => {
      reading.abort();
      window.clearTimeout(due);
      unsubscribe();
    };
  }, [open, read, same]);
  return figure.open === open && figure.read === read ? figure.value : before;
}

export function useRecord(id: Id | undefined): CaseRecord | undefined {
  return useCaseValue(useCallback((s: CaseState) => (id === undefined ? undefined : s.get(id)), [id]));
}

/** Equality for small derived values (counts, lists of ids). */
export const sameValue = sameJson as <T>(a: T, b: T) => boolean;
