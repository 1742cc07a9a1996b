import { useMemo } from 'react';
import type { Entity } from '#domain/entity/entity';
import type { CaseRecord, Id } from '#domain/record';
import { whereSpelledOut } from '#domain/search/spelled-out';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { follow } from '#session/selection';
import { Button, Name } from '#ui/controls/index';
import { recordText } from '../record-text.ts';

/** Records listed; further ones are counted. */
const LISTED = 20;

/** What stands in the inspector for a record that has no card of its own. */
const shownFor = (record: CaseRecord): Id => (record.kind === 'statement' ? record.about.record : record.id);

/** Where a pseudonym does not reach: texts of other records that spell the name of a protected person. */
export function SpelledOut({ person }: { person: Entity }) {
  const t = useT();
  const snapshot = useCaseSnapshot();
  const records = useMemo(
    () => whereSpelledOut(snapshot.state, person).flatMap((id) => snapshot.state.get(id) ?? []),
    [snapshot, person],
  );
  if (records.length === 0) return <p>{t('inspector.protected.nowhere')}</p>;
  return (
    <>
      <p>{t('inspector.protected.spelled-out', { count: records.length })}</p>
      <ul className="tree">
        {records.slice(0, LISTED).map((record) => (
          <li key={record.id}>
            <Button variant="quiet" className="grow" onClick={() => follow([shownFor(record)])}>
              <Name text={recordText(record, (id) => snapshot.state.get(id))} />
            </Button>
          </li>
        ))}
        {records.length > LISTED && (
          <li className="muted">{t('inspector.protected.more', { count: records.length - LISTED })}</li>
        )}
      </ul>
    </>
  );
}
