import { extentOf } from '#domain/time/extent';
import { readMoment } from '#domain/time/moment';
import type { Extent, Span } from '#domain/time/span';

/**
 * `instant`: stated to the minute. `interval`: it went on from one end to the other. `uncertain`: it happened some time between the ends, and
 * nobody says when: a day without an hour is that too, unless it is said to have lasted the day.
 */
export type MarkShape = 'instant' | 'interval' | 'uncertain';

/** `usual`: how two different ends are read where nobody said what they mean. */
export function shapeOf(span: Span | undefined, usual: Extent): MarkShape {
  if (!span) return usual === 'lasted' ? 'interval' : 'uncertain';
  const { earliest, latest, asStated } = span;
  if (earliest !== undefined && earliest === latest) {
    const precision = readMoment(earliest)?.precision;
    const pointed = precision === 'minute' || precision === 'second';
    // "About 14:20" is no instant.
    if (pointed && (asStated === undefined || extentOf({ asStated }, 'lasted') === 'lasted')) return 'instant';
  }
  return extentOf(span, usual) === 'lasted' ? 'interval' : 'uncertain';
}
