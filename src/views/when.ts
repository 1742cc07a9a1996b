import { writeMoment } from '#domain/time/moment';
import { momentAt, zoneOf } from '#domain/time/zone';

/** An instant of the program's clock in a zone, in ISO order: `2026-05-03 01:00:00`. What is no instant stays as it is. */
export function instantText(instant: string | number | Date, zone: string): string {
  const at = new Date(instant).getTime();
  if (Number.isNaN(at)) return String(instant);
  return writeMoment(momentAt(at, zoneOf(undefined, zone))).replace('T', ' ');
}

/** The day of an instant in a zone: `2026-05-03`. */
export function dayText(instant: string | number | Date, zone: string): string {
  return instantText(instant, zone).slice(0, 10);
}
