import type { ReactNode } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { CaseRecord } from '#domain/record';
import { t } from '#i18n/index';
import type { CellKind, Choice } from '#ui/grid/index';

/** Why a text cannot stand in a cell, in the reader's words. Nothing is changed then. */
export interface Problem {
  readonly problem: string;
}

export function isProblem(x: object): x is Problem {
  return 'problem' in x;
}

/** What a field needs of the case to read and show a cell. */
export interface Look {
  readonly state: CaseState;
  /** Entities by the names one may call them by, built when first asked for. */
  readonly byName: (name: string) => readonly string[];
}

/** One column of the table: how a record shows it, and how a typed text alters the record. */
export interface Field<R extends CaseRecord> {
  readonly id: string;
  readonly title: string;
  readonly about?: string;
  readonly width?: number;
  readonly kind?: CellKind;
  readonly text: (record: R, look: Look) => string;
  readonly sortBy?: (record: R, look: Look) => string | number | undefined;
  readonly editText?: (record: R, look: Look) => string;
  readonly render?: (record: R, look: Look) => ReactNode;
  /** The record with the text in it, or why it cannot be. Missing: read-only. */
  readonly read?: (record: R, text: string, look: Look) => R | Problem;
  /** Read-only and without text for this record: what a protected person must not show. */
  readonly closed?: (record: R) => boolean;
  /** Shown, but changed elsewhere: the pseudonym of a protected person. */
  readonly locked?: (record: R) => boolean;
  readonly choices?: (look: Look) => readonly Choice[];
  readonly suggest?: (typed: string, look: Look) => readonly string[];
  /** Needed before a new record can be made. */
  readonly required?: true;
}

/** The value of a choice called by its value or its words; undefined when it is none of them. */
export function chosen(choices: readonly Choice[], text: string): string | undefined {
  const key = text.trim().toLocaleLowerCase();
  return (choices.find((c) => c.value === text.trim()) ?? choices.find((c) => c.label.toLocaleLowerCase() === key))
    ?.value;
}

export function notAChoice(text: string, choices: readonly Choice[]): Problem {
  const some = choices
    .filter((c) => c.value !== '')
    .slice(0, 6)
    .map((c) => c.label);
  return { problem: t('table.problem.choice', { text, choices: some.join(', ') }) };
}

/** The record with one key set, or taken away when the value is empty. */
export function having<R extends CaseRecord, K extends keyof R>(record: R, key: K, value: R[K] | undefined): R {
  const next = { ...record };
  const none = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (none) delete next[key];
  else next[key] = value;
  return next;
}
