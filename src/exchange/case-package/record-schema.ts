import { isPurged, type KeptOrPurged } from '#domain/change/raw-log';
import { RECORD_SCHEMA } from './format.ts';

/** Canonical JSON escapes every quote inside a text, so these bytes can only be a member of a record. */
const SINCE_2 = '"extent":"';
const latin = new TextDecoder('latin1');

/**
 * The least version of the records that the steps of a log need. A package states no more than that: a case that uses nothing new is written with the
 * same bytes as ever. 1: as first shipped. 2: a span may say what its ends mean (`extent`); readers of 1 keep it untouched and read the ends as usual.
 */
export class RecordSchema {
  #needed = 1;

  get needed(): number {
    return this.#needed;
  }

  see(step: KeptOrPurged): void {
    if (this.#needed < RECORD_SCHEMA && !isPurged(step) && latin.decode(step.bytes).includes(SINCE_2))
      this.#needed = RECORD_SCHEMA;
  }
}
