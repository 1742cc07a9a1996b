import { Dexie } from 'dexie';
import { EMPTY_HEAD, type LocalId } from '#domain/change/change-record';
import { caseIdIn, type RawLog } from '#domain/change/raw-log';
import { type Attachments, readAttachments } from './attachments.ts';
import type { CaseSummary } from './case-summary.ts';
import { decodeJson, plainCodec } from './codec.ts';
import { indexedDbParts, type StoreOptions } from './open-store.ts';
import { storedLog } from './read-log.ts';
import { DATABASE_NAME, type SkeinDatabase } from './schema.ts';

/** Fits `PackageSource` of the case package. */
export interface ExportableCase extends Attachments {
  readonly localId: LocalId;
  /** Empty when the summary cannot be read. */
  readonly title: string;
  readonly caseId: string;
  /** The log as it lies on the disk. */
  readonly log: RawLog;
}

export interface ExportStore {
  cases(): Promise<ExportableCase[]>;
  close(): void;
}

/**
 * Reads the store and never writes: whatever version it has, without folding a case. For a database that a newer
 * program made, and for the outer error rings, which offer a file before anything else. Undefined when no database, or
 * none with the tables of a log, can be opened.
 */
export async function openForExport(options: StoreOptions = {}): Promise<ExportStore | undefined> {
  const codec = options.codec ?? plainCodec;
  const parts = indexedDbParts(options);
  const db = new Dexie(options.name ?? DATABASE_NAME, { ...parts, autoOpen: false, cache: 'disabled' });
  try {
    // No version declared: Dexie takes the database as it finds it.
    await db.open();
  } catch {
    return undefined;
  }
  const tables = new Set(db.tables.map((t) => t.name));
  if (!['cases', 'heads', 'changes', 'parts', 'packs'].every((t) => tables.has(t))) {
    db.close();
    return undefined;
  }
  const found = Object.assign(db, Object.fromEntries(db.tables.map((t) => [t.name, t]))) as unknown as SkeinDatabase;
  return {
    cases: async () => {
      const heads = new Map((await found.heads.toArray()).map((h) => [h.localId, h]));
      const listed: ExportableCase[] = [];
      for (const row of await found.cases.toArray()) {
        const summary = await decodeJson<CaseSummary>(codec, row.value).catch(() => undefined);
        const { seq, hash } = heads.get(row.localId) ?? EMPTY_HEAD;
        const log = storedLog(found, codec, row.localId, { seq, hash });
        const attached = tables.has('blobs') && tables.has('extras');
        listed.push({
          localId: row.localId,
          title: summary?.title ?? '',
          caseId: summary?.caseId ?? (await caseIdIn(log)) ?? '',
          log,
          ...(attached && (await readAttachments(found, codec, row.localId))),
        });
      }
      return listed;
    },
    close: () => db.close(),
  };
}
