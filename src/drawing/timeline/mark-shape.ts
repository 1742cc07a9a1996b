import { readMoment } from '#domain/time/moment';
import type { Span } from '#domain/time/span';

/**
 * `instant`: stated to the minute. `interval`: it went on from one end to the other. `uncertain`: it happened some time between the ends, and
 * nobody says when: a day without an hour is that too.
 */
export type MarkShape = 'instant' | 'interval' | 'uncertain';

const ABOUT = /^\s*(about|around|approx|approximately|circa|c\.|ca\.)\s/i;

/** `lasting`: what it is about can go on for a time, so that two different ends are its beginning and its end. */
export function shapeOf(span: Span | undefined, lasting: boolean): MarkShape {
  const { earliest, latest, asStated } = span ?? {};
  if (asStated !== undefined && ABOUT.test(asStated)) return 'uncertain';
  if (earliest !== undefined && earliest === latest) {
    const precision = readMoment(earliest)?.precision;
    return precision === 'minute' || precision === 'second' ? 'instant' : 'uncertain';
  }
  return lasting ? 'interval' : 'uncertain';
}
