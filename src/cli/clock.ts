import { bounds } from '#domain/time/bounds';
import { isZone } from '#domain/time/zone';
import { type BadInput, isBad } from './cli-command.ts';
import { said } from './command-words.ts';
import { type Options, text } from './options.ts';

const HOUR = 3_600_000;

/** A half-open stretch of time, ms since 1970 UTC. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Stretches of time as a file states them: ISO dates at any precision, or plain numbers, which count as hours. */
export class Clock {
  readonly isNumbers: boolean;
  readonly zone: string;
  constructor(options: Options) {
    this.isNumbers = options.get('numbers') === true;
    this.zone = text(options, 'zone') ?? 'UTC';
  }
  /** Null for an empty field, undefined for what cannot be read. */
  read(field: string): Stretch | null | undefined {
    const stated = field.trim();
    if (stated === '') return null;
    if (!this.isNumbers) return bounds({ earliest: stated, latest: stated }, this.zone);
    const n = Number(stated);
    return Number.isFinite(n) ? { from: n * HOUR, to: n * HOUR + 1 } : undefined;
  }
  /** An instant as it would be stated. */
  write(instant: number): string | number | null {
    if (!Number.isFinite(instant)) return null;
    return this.isNumbers ? instant / HOUR : new Date(instant).toISOString();
  }
}

/** The window of `--after` and `--before`; an end that is missing is open. */
export function windowOf(options: Options): { readonly from?: number; readonly to?: number } | BadInput {
  const clock = new Clock(options);
  if (!isZone(clock.zone)) return { bad: said('command-line.no-zone', { zone: clock.zone }) };
  const at = (option: string): Partial<Stretch> | BadInput => {
    const given = text(options, option);
    if (given === undefined) return {};
    return clock.read(given) ?? { bad: said('command-line.no-time', { option, given }) };
  };
  const [after, before] = [at('after'), at('before')];
  if (isBad(after)) return after;
  if (isBad(before)) return before;
  if (after.from !== undefined && before.to !== undefined && after.from >= before.to)
    return { bad: said('command-line.window', { after: text(options, 'after')!, before: text(options, 'before')! }) };
  return {
    ...(after.from !== undefined && { from: after.from }),
    ...(before.to !== undefined && { to: before.to }),
  };
}
