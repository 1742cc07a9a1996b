import { useEffect, useMemo, useState } from 'react';
import { sameJson } from '#domain/change/canonical';
import type { CaseState } from '#domain/change/case-state';
import type { ChangeHeader } from '#domain/change/change-record';
import type { Entity } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { CaseRecord, RecordKind } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { linkWords, wordOf } from '#i18n/record-words';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { select } from '#session/selection';
import { Button, EmptyState, Note, Segmented } from '#ui/controls/index';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { nameThen } from '../record-text.ts';
import { instantText } from '../when.ts';

const counted: readonly RecordKind[] = ['entity', 'link', 'source', 'statement', 'chart', 'group'];

/** The case as it was right after a change: counts, entities and links, to read and not to touch. */
export function ThenPanel({ header, onClose }: { header: ChangeHeader; onClose: () => void }) {
  const t = useT();
  const open = useOpenCase();
  const { state: now, version } = useCaseSnapshot();
  const [then, setThen] = useState<CaseState>();
  const [shown, setShown] = useState<'entities' | 'links'>('entities');
  useEffect(() => {
    let current = true;
    void open.stateAt(header.seq).then((state) => current && setThen(state));
    return () => {
      current = false;
    };
  }, [open, header.seq]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the state of today holds.
  const columns = useMemo(() => {
    const name = (id: string): string => {
      const entity = then?.entity(id);
      return entity ? nameThen(entity, now.get(id)) : t('record.missing');
    };
    const today = (r: CaseRecord): string => {
      const current = now.get(r.id);
      if (!current) return t('history.then.deleted');
      return sameJson(r, current) ? t('history.then.same') : t('history.then.changed');
    };
    const entities: GridColumn<Entity>[] = [
      { id: 'name', title: t('history.then.name'), width: 240, text: (e) => nameThen(e, now.get(e.id)) },
      { id: 'type', title: t('history.then.type'), width: 150, text: (e) => tDynamic(`entity-type.${e.type}`) },
      { id: 'today', title: t('history.then.now'), width: 140, text: today },
    ];
    const links: GridColumn<Link>[] = [
      { id: 'from', title: t('history.then.from'), width: 200, text: (l) => name(l.from) },
      { id: 'words', title: t('history.then.words'), width: 160, text: (l) => linkWords(l) },
      { id: 'to', title: t('history.then.to'), width: 200, text: (l) => name(l.to) },
      { id: 'strength', title: t('history.then.strength'), width: 110, text: (l) => wordOf('strength', l.strength) },
      { id: 'today', title: t('history.then.now'), width: 140, text: today },
    ];
    return { entities, links };
  }, [t, then, now, version]);
  const rows = useMemo(
    () => ({ entities: then ? [...then.allOf('entity')] : [], links: then ? [...then.allOf('link')] : [] }),
    [then],
  );
  return (
    <div className="history-then">
      <Note
        title={t('history.then', {
          seq: number(header.seq),
          when: instantText(header.wall, now.properties?.zone ?? ''),
        })}
        actions={<Button onClick={onClose}>{t('history.then.back')}</Button>}
      >
        {then && counted.map((kind) => tDynamic(`kind.${kind}`, { count: then.countOf(kind) })).join(' · ')}
      </Note>
      {then ? (
        <>
          <div className="tools">
            <Segmented
              label={t('history.as-it-was')}
              value={shown}
              onChange={setShown}
              options={[
                { value: 'entities', label: t('history.then.entities') },
                { value: 'links', label: t('history.then.links') },
              ]}
            />
          </div>
          {shown === 'entities' ? (
            <DataGrid
              key="entities"
              label={t('history.then.entities')}
              rows={rows.entities}
              rowId={idOf}
              columns={columns.entities}
              matches={holds}
              sorted={{ column: 'name', descending: false }}
              onSelect={(ids) => select(ids.filter((id) => now.get(id)))}
            />
          ) : (
            <DataGrid
              key="links"
              label={t('history.then.links')}
              rows={rows.links}
              rowId={idOf}
              columns={columns.links}
              matches={holds}
              onSelect={(ids) => select(ids.filter((id) => now.get(id)))}
            />
          )}
        </>
      ) : (
        <EmptyState title={t('history.then.loading', { seq: number(header.seq) })} />
      )}
    </div>
  );
}

const idOf = (r: CaseRecord) => r.id;
const holds = (text: string, query: string) => text.toLocaleLowerCase().includes(query.trim().toLocaleLowerCase());
