import type { Finding } from '../identifiers/finding.ts';
import { type Moment, readMoment } from './moment.ts';
import type { Span } from './span.ts';
import { following, isZone, startOf, zoneOf } from './zone.ts';

/** Half-open stretch of time in ms since 1970 UTC: `from` ≤ t < `to`. An open end is infinite. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

/**
 * All the time a span may stand for: from the first instant of `earliest` to the end of the last unit of `latest` (a day without hour ends at
 * its midnight). Where clocks skip or repeat an hour the wider reading counts. Nothing for a span with no readable end: it is undated.
 * A span that ends before it starts is returned in order; `findingsOfSpan` says so.
 */
export function bounds(span: Span | undefined, caseZone: string): Bounds | undefined {
  if (!span) return undefined;
  const zone = zoneOf(span.zone, caseZone);
  const earliest = span.earliest === undefined ? undefined : readMoment(span.earliest);
  const latest = span.latest === undefined ? undefined : readMoment(span.latest);
  if (!earliest && !latest) return undefined;
  const from = earliest ? startOf(earliest, zone, 'earlier') : Number.NEGATIVE_INFINITY;
  const to = latest ? endOf(latest, zone) : Number.POSITIVE_INFINITY;
  if (from < to || !earliest || !latest) return { from, to };
  return { from: startOf(latest, zone, 'earlier'), to: endOf(earliest, zone) };
}

function endOf(m: Moment, zone: string): number {
  return startOf(following(m), zone, 'later');
}

export type Order = 'before' | 'after' | 'overlap' | 'undated';

/** `before`: surely over when the other begins. `overlap`: may be at the same time, as far as the sources say. */
export function relation(a: Span | undefined, b: Span | undefined, caseZone: string): Order {
  const [x, y] = [bounds(a, caseZone), bounds(b, caseZone)];
  if (!x || !y) return 'undated';
  if (x.to <= y.from) return 'before';
  return y.to <= x.from ? 'after' : 'overlap';
}

export function mayOverlap(a: Span | undefined, b: Span | undefined, caseZone: string): boolean {
  return relation(a, b, caseZone) === 'overlap';
}

/** How a span lies to a window: `inside` surely, `partly` possibly, `outside` surely not. */
export function within(
  span: Span | undefined,
  window: Bounds,
  caseZone: string,
): 'inside' | 'partly' | 'outside' | 'undated' {
  const b = bounds(span, caseZone);
  if (!b) return 'undated';
  if (b.from >= window.from && b.to <= window.to) return 'inside';
  return b.from < window.to && window.from < b.to ? 'partly' : 'outside';
}

/** For sorting: by first possible instant, then by last, undated at the end. */
export function compareSpans(a: Span | undefined, b: Span | undefined, caseZone: string): number {
  const [x, y] = [bounds(a, caseZone), bounds(b, caseZone)];
  if (!x || !y) return Number(!x) - Number(!y);
  const by = (p: number, q: number) => (p === q ? 0 : p < q ? -1 : 1);
  return by(x.from, y.from) || by(x.to, y.to);
}

/** The least span that holds all: earliest of the earliest, latest of the latest, each as stated. Nothing when all are undated. */
export function cover(spans: readonly (Span | undefined)[], caseZone: string): Bounds | undefined {
  let all: Bounds | undefined;
  for (const span of spans) {
    const b = bounds(span, caseZone);
    if (!b) continue;
    all = all ? { from: Math.min(all.from, b.from), to: Math.max(all.to, b.to) } : b;
  }
  return all;
}

/** Codes are message keys `finding.span.<…>`. Warns, never refuses. */
export function findingsOfSpan(span: Span, caseZone: string): readonly Finding[] {
  const found: Finding[] = [];
  const warn = (code: string, detail?: Finding['detail']) =>
    found.push({ level: 'warn', code, ...(detail ? { detail } : {}) });
  if (span.zone !== undefined && !isZone(span.zone)) warn('finding.span.zone-unknown', { zone: span.zone });
  const zone = zoneOf(span.zone, caseZone);
  const read = (text: string | undefined) => {
    if (text === undefined) return undefined;
    const m = readMoment(text);
    if (!m) warn('finding.span.unreadable', { text });
    else if (m.hour !== undefined && !exists(m, zone)) warn('finding.span.skipped-hour', { text, zone });
    return m;
  };
  const earliest = read(span.earliest);
  const latest = span.latest === span.earliest ? earliest : read(span.latest);
  if (earliest && latest && startOf(earliest, zone, 'earlier') >= endOf(latest, zone)) {
    warn('finding.span.ends-before-it-starts', { earliest: span.earliest ?? '', latest: span.latest ?? '' });
  }
  if (span.extent !== undefined && span.extent !== 'lasted' && span.extent !== 'within')
    warn('finding.span.extent-unknown', { text: String(span.extent) });
  if (span.extent === 'lasted' && earliest?.hour !== undefined && span.earliest === span.latest)
    warn('finding.span.lasted-no-time', { text: span.earliest ?? '' });
  return found;
}

/** False for a wall-clock time that was skipped when clocks went forward. */
function exists(m: Moment, zone: string): boolean {
  const [a, b] = [startOf(m, zone, 'earlier'), startOf(m, zone, 'later')];
  if (a === b) return true;
  // Shown twice: the later reading comes after a clock that went back, so both read the same. Skipped: neither does.
  const wall = (ms: number) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
      ms,
    );
  const stated = `${String(m.hour).padStart(2, '0')}:${String(m.minute).padStart(2, '0')}`;
  return wall(a) === stated && wall(b) === stated;
}
