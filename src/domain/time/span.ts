/** What two ends of a span mean. `lasted`: it went on from one to the other. `within`: it happened some time between them, nobody says when. */
export type Extent = 'lasted' | 'within';

/**
 * When something held or happened, as far as the source says. Nothing is ever filled in: a day without an hour stays a day.
 *
 * `earliest` and `latest` are ISO 8601 texts cut off at the precision stated: `2026`, `2026-03`, `2026-03-07`,
 * `2026-03-07T14:20`, `2026-03-07T14:20:05`. A point in time has both ends equal. A missing end is open ("not before …").
 * `zone` is an IANA name or a fixed offset such as `+07:00`; missing = the zone of the case.
 * `asStated` keeps the source's own words ("in spring", "03/05/2569").
 * `extent` says what the ends mean; missing = nobody said, and `extentOf` reads it from what the span is about. Records of schema 2.
 */
export interface Span {
  readonly earliest?: string;
  readonly latest?: string;
  readonly zone?: string;
  readonly asStated?: string;
  readonly extent?: Extent;
}
