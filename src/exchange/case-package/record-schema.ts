import { isPurged, type KeptOrPurged } from '#domain/change/raw-log';
import { RECORD_SCHEMA } from './format.ts';

/** Canonical JSON escapes every quote inside a text, so these bytes can only be members of a record. */
const SINCE: readonly (readonly [schema: number, members: RegExp])[] = [
  [3, /"use":"(?:label|badge)"|"doubtful":true/],
  [2, /"extent":"/],
];
const latin = new TextDecoder('latin1');

/**
 * The least version of the records that the steps of a log need. A package states no more than that: a case that uses nothing new is written with the
 * same bytes as ever. 1: as first shipped. 2: a span may say what its ends mean (`extent`). 3: a figure may stand under the names or at the symbols of
 * a chart, and say of members of groups that they are doubtful. Readers of less keep what they do not know untouched.
 */
export class RecordSchema {
  #needed = 1;

  get needed(): number {
    return this.#needed;
  }

  see(step: KeptOrPurged): void {
    if (this.#needed === RECORD_SCHEMA || isPurged(step)) return;
    const text = latin.decode(step.bytes);
    for (const [schema, members] of SINCE) if (schema > this.#needed && members.test(text)) this.#needed = schema;
  }
}
