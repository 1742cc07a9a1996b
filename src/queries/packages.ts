import type { Author, Head } from '#domain/change/change-record';
import type { Comparison } from '#exchange/case-package/index';
import type { CaseRescued, CaseWritten, PackageContract, PackageFound, PackageRefused } from '#exchange/package-tasks';
import { Pool } from '#threads/pool';
import type { Line } from '#threads/port';
import type { Outcome, Progress } from '#threads/protocol';

export type { CaseRescued, CaseWritten, Comparison, Head, PackageFound, PackageRefused };

/** `cancelled`, `worker-died` and the other codes of a job, or `file-unreadable`. */
export interface PackageUnread {
  readonly ok: false;
  readonly code: string;
}

export interface PackageWatch {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * One package on its way in, read and written by a worker of its own. `end` when done with it, whatever came of it: the worker holds
 * the whole case until then.
 */
export class PackageReading {
  readonly #pool: Pool<PackageContract>;
  constructor(open: () => Line) {
    this.#pool = new Pool<PackageContract>(1, open);
  }

  /** Verifies every byte; writes nothing. */
  async read(file: Blob, watch: PackageWatch): Promise<PackageFound | PackageRefused | PackageUnread> {
    return settled(await this.#pool.run('read-package', { file }, watch));
  }

  /** How the package stands to copies that are here; null where that cannot be told. */
  async compare(localIds: readonly string[]): Promise<readonly (Comparison | null)[]> {
    const outcome = await this.#pool.run('compare-package', { localIds });
    return 'failure' in outcome ? localIds.map(() => null) : outcome.result;
  }

  /** Makes a case of the package that was read; visible only when all of it is written. */
  async write(): Promise<CaseWritten> {
    return settled(await this.#pool.run('write-package', null));
  }

  /** Makes a case of what can still be read of a package that was refused. */
  async rescue(author: Author): Promise<CaseRescued> {
    return settled(await this.#pool.run('rescue-package', { author }));
  }

  end(): void {
    this.#pool.end();
  }
}

function settled<R>(outcome: Outcome<R>): R | { readonly ok: false; readonly code: string } {
  return 'failure' in outcome ? { ok: false, code: outcome.failure } : outcome.result;
}
