import { EMPTY_HEAD, type Head } from '#domain/change/change-record';
import { verifyHeaders } from '#domain/change/log';
import { checkParts, type LogFault, type RawChange } from '#domain/change/raw-log';

/** Thrown by a writer that was told to write only whole logs: something is missing, altered or cannot be decoded. */
export class LogNotWhole extends Error {
  readonly fault: LogFault;
  constructor(fault: LogFault) {
    super(`${fault.code} at change ${fault.seq}`);
    this.name = 'LogNotWhole';
    this.fault = fault;
  }
}

/** Follows a log from its first change and throws LogNotWhole at the first thing a reader would refuse. Purged parts are no fault. */
export class WholeLog {
  #head: Head = EMPTY_HEAD;

  follow(change: RawChange): void {
    const { headers, head, fault } = verifyHeaders([change.headerBytes], this.#head);
    if (fault) throw new LogNotWhole(fault);
    this.#head = head;
    for (const header of headers) {
      const missing = checkParts(header, change);
      if (missing) throw new LogNotWhole(missing);
    }
  }

  /** To be called after the last change: it must be the one that the head names. */
  end(head: Head): void {
    const { seq, hash } = this.#head;
    if (seq < head.seq) throw new LogNotWhole({ seq: seq + 1, code: 'log-short' });
    if (hash !== head.hash) throw new LogNotWhole({ seq, code: 'head-differs' });
  }
}
