import type { LocalId } from '#domain/change/change-record';
import type { SkeinDatabase } from './schema.ts';
import type { Sentinel, Sentinels } from './sentinel.ts';

const KEY = 'deleted-case ';

/** Notes, with the deletion itself, that a case was deleted by hand: browsers write localStorage late, so a kill can bring its sentinel back. */
export function noteDeleted(db: SkeinDatabase, localId: LocalId): Promise<unknown> {
  return db.settings.put({ key: KEY + localId, value: new TextEncoder().encode('true') });
}

/** The sentinels of cases that are gone and that nobody deleted. A sentinel that came back after its case was deleted is removed again. */
export async function lostCases(db: SkeinDatabase, sentinels: Sentinels): Promise<Sentinel[]> {
  const [known, notes] = await db.transaction('r', [db.heads, db.settings], () =>
    Promise.all([db.heads.toCollection().primaryKeys(), db.settings.where('key').startsWith(KEY).primaryKeys()]),
  );
  const deleted = new Set(notes.map((key) => key.slice(KEY.length)));
  const missing = sentinels.all().filter((s) => !known.includes(s.localId));
  for (const { localId } of missing) if (deleted.has(localId)) sentinels.remove(localId);
  return missing.filter((s) => !deleted.has(s.localId));
}
