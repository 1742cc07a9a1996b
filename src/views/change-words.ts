import type { ChangeHeader } from '#domain/change/change-record';
import { t, tDynamic } from '#i18n/index';
import { dayText } from './when.ts';

/** Changes that were taken back and not done again, each with the change that took it back. */
export function undoneBy(headers: readonly ChangeHeader[]): Map<number, number> {
  const undone = new Map<number, number>();
  for (const h of headers) {
    if (h.undoes !== undefined) undone.set(h.undoes, h.seq);
    if (h.redoes !== undefined) undone.delete(h.redoes);
  }
  return undone;
}

/** The last change that was made before the end of a day in the case's zone. */
export function lastOn(headers: readonly ChangeHeader[], day: string, zone: string): number | undefined {
  let last: number | undefined;
  for (const h of headers) if (dayText(h.wall, zone) <= day) last = h.seq;
  return last;
}

export function commandWords(command: string): string {
  return tDynamic(`command.${command}`);
}

/** What was done; of an undo or redo also which change it was about. */
export function whatText(h: ChangeHeader, headers: readonly ChangeHeader[]): string {
  const target = h.undoes ?? h.redoes;
  if (target === undefined) return commandWords(h.command);
  const origin = headers[target - 1];
  return t(h.undoes === undefined ? 'history.redo-of' : 'history.undo-of', {
    seq: target,
    what: origin ? commandWords(origin.command) : '',
  });
}

export function whoText(h: ChangeHeader): string {
  return [h.author.initials, h.author.unit].filter(Boolean).join(', ');
}
