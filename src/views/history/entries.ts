import type { ChangeHeader } from '#domain/change/change-record';
import { i18nInstance, t, tDynamic } from '#i18n/index';

/** Changes that were taken back and not done again, each with the change that took it back. */
export function undoneBy(headers: readonly ChangeHeader[]): Map<number, number> {
  const undone = new Map<number, number>();
  for (const h of headers) {
    if (h.undoes !== undefined) undone.set(h.undoes, h.seq);
    if (h.redoes !== undefined) undone.delete(h.redoes);
  }
  return undone;
}

/** The last change that was made before the end of a day, by the clock and zone it was made with. */
export function lastOn(headers: readonly ChangeHeader[], day: string): number | undefined {
  let last: number | undefined;
  for (const h of headers) if (dayOf(h) <= day) last = h.seq;
  return last;
}

function dayOf(h: ChangeHeader): string {
  try {
    return new Intl.DateTimeFormat('en-CA', {
      timeZone: h.zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).format(new Date(h.wall));
  } catch {
    return h.wall.slice(0, 10);
  }
}

/** When a change was made, by the clock and in the zone of its computer. */
export function whenText(h: Pick<ChangeHeader, 'wall' | 'zone'>): string {
  const at = new Date(h.wall);
  const format = (timeZone: string) =>
    new Intl.DateTimeFormat(i18nInstance.language, {
      timeZone,
      day: '2-digit',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }).format(at);
  try {
    return format(h.zone);
  } catch {
    return `${format('UTC')} UTC`;
  }
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
