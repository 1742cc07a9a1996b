import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { LocalId } from '#domain/change/change-record';

export const DATABASE_NAME = 'skein';
/** Grows with every change of tables or of what lies in them. IndexedDB's own number is ten times this (Dexie). */
export const SCHEMA_VERSION = 1;

/**
 * Rows. Keys and indexes hold only ids, digests and sequence numbers; whatever says something of a case is bytes that
 * went through the codec (`value`).
 */
export interface CaseRow {
  readonly localId: LocalId;
  /** CaseSummary. */
  readonly value: Uint8Array;
  /** The change count when a file of this case was last saved, and when (UTC ISO). */
  readonly savedSeq?: number;
  readonly savedWall?: string;
}
export interface HeadRow {
  readonly localId: LocalId;
  readonly seq: number;
  readonly hash: string;
}
export interface ChangeRow {
  readonly localId: LocalId;
  readonly seq: number;
  /** Canonical header bytes. */
  readonly value: Uint8Array;
}
export interface PartRow {
  readonly localId: LocalId;
  readonly digest: string;
  /** Salt and bytes, or the mark of a purged part (see `rows.ts`). */
  readonly value: Uint8Array;
}
export interface PackRow {
  readonly localId: LocalId;
  readonly digest: string;
  /** All parts of the pack in order. */
  readonly value: Uint8Array;
}
/** A piece of a snapshot: up to `SNAPSHOT_PIECE` records. A cache. */
export interface SnapshotRow {
  readonly localId: LocalId;
  readonly n: number;
  readonly of: number;
  readonly seq: number;
  readonly hash: string;
  /** SHA-256 of the plain bytes. */
  readonly digest: string;
  readonly value: Uint8Array;
}
export interface BlobRow {
  readonly localId: LocalId;
  readonly digest: string;
  readonly value: Uint8Array;
}
/** A part of a package that this program does not know, carried along; `n` counts from 0. */
export interface ExtraRow {
  readonly localId: LocalId;
  readonly n: number;
  readonly value: Uint8Array;
}
/** What is being staged: rows of an unfinished import or of an unfinished case, swept when their maker is gone. */
export interface StageRow {
  readonly stageId: string;
  readonly localId: LocalId;
  /** Packs written so far; `null` when the whole case is unfinished. */
  readonly packs: readonly string[] | null;
}
/** Settings and saved mappings of this device. */
export interface DeviceRow {
  readonly key: string;
  readonly value: Uint8Array;
  /** Only of the folder for safety copies. */
  readonly handle?: FileSystemDirectoryHandle;
}

export interface SkeinTables {
  readonly cases: Table<CaseRow, LocalId>;
  readonly heads: Table<HeadRow, LocalId>;
  readonly changes: Table<ChangeRow, [LocalId, number]>;
  readonly parts: Table<PartRow, [LocalId, string]>;
  readonly packs: Table<PackRow, [LocalId, string]>;
  readonly snapshots: Table<SnapshotRow, [LocalId, number]>;
  readonly blobs: Table<BlobRow, [LocalId, string]>;
  readonly extras: Table<ExtraRow, [LocalId, number]>;
  readonly stages: Table<StageRow, string>;
  readonly settings: Table<DeviceRow, string>;
  readonly mappings: Table<DeviceRow, string>;
}
export type SkeinDatabase = Dexie & SkeinTables;

/** The tables that hold rows of a case under `[localId, …]`. */
export const CASE_TABLES = ['changes', 'parts', 'packs', 'snapshots', 'blobs', 'extras'] as const;

export interface IndexedDbParts {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof globalThis.IDBKeyRange;
}

/** The database with its schema declared, not yet opened. Strict durability on every writing transaction. */
export function skeinDatabase(name: string, parts: IndexedDbParts): SkeinDatabase {
  const options: DexieOptions = {
    ...parts,
    chromeTransactionDurability: 'strict',
    // A database that went away under the page must not come back by itself, empty.
    autoOpen: false,
    cache: 'disabled',
  };
  const db = new Dexie(name, options);
  db.version(SCHEMA_VERSION).stores({
    cases: 'localId',
    heads: 'localId',
    changes: '[localId+seq]',
    parts: '[localId+digest]',
    packs: '[localId+digest]',
    snapshots: '[localId+n]',
    blobs: '[localId+digest]',
    extras: '[localId+n]',
    stages: 'stageId',
    settings: 'key',
    mappings: 'key',
  });
  return db as SkeinDatabase;
}

/** Key range of everything a case has in one of `CASE_TABLES`. */
export function rangeOf(localId: LocalId): [[LocalId, typeof Dexie.minKey], [LocalId, typeof Dexie.maxKey]] {
  return [
    [localId, Dexie.minKey],
    [localId, Dexie.maxKey],
  ];
}
