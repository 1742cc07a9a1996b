import { useDeferredValue, useRef, useState } from 'react';
import { isProtected } from '#domain/entity/entity';
import { search } from '#domain/search/search';
import { iconRole } from '#drawing/icons/icon-role';
import { useT } from '#i18n/react';
import { linkWords, nameOf } from '#i18n/record-words';
import { sameValue, useCaseValue } from '#queries/case-context';
import { useAction } from '#session/keys';
import { selectFound, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Name, TextField } from '#ui/controls/index';
import { Icon, type IconName } from '#ui/icon/index';

const LIMIT = 50;

/** Finds entities, links and sources while typing; Enter takes the first. */
export function SearchSection() {
  const t = useT();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const query = useDeferredValue(text);
  const chosen = useSignal(selection);
  const hits = useCaseValue(
    (s) =>
      search(s, query, LIMIT).map(({ record }) => {
        const r = s.get(record);
        if (r?.kind === 'entity')
          return { id: record, name: nameOf(r), guarded: isProtected(r), icon: iconRole(r) as IconName };
        if (r?.kind === 'source') return { id: record, name: r.reference, guarded: false, icon: 'report' as IconName };
        if (r?.kind === 'link') {
          const name = `${nameOf(s.entity(r.from))} ${linkWords(r)} ${nameOf(s.entity(r.to))}`;
          return { id: record, name, guarded: false, icon: 'link' as IconName };
        }
        return { id: record, name: '', guarded: false, icon: 'unknown' as IconName };
      }),
    sameValue,
  );
  useAction('search-case', () => field.current?.focus());
  return (
    <search className="sec explorer-search" id="explorer-search">
      <TextField
        hideLabel
        type="search"
        label={t('explorer.search')}
        placeholder={t('explorer.search')}
        value={text}
        onChange={setText}
        inputRef={field}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') setText('');
          if (event.key === 'Enter' && hits[0]) selectFound(hits[0].id);
        }}
      />
      {query.trim() !== '' && (
        <>
          <p className="item muted small" role="status">
            {hits.length === 0
              ? t('explorer.search.none', { query })
              : hits.length === LIMIT
                ? t('explorer.search.more', { count: LIMIT })
                : t('explorer.search.found', { count: hits.length })}
          </p>
          <ul className="tree">
            {hits.map((h) => (
              <li key={h.id} className={chosen.includes(h.id) ? 'sel' : undefined}>
                <Icon name={h.guarded ? 'protected' : h.icon} />
                <Button variant="quiet" className="clip" onClick={() => selectFound(h.id)}>
                  <Name text={h.name} isProtected={h.guarded} clip />
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </search>
  );
}
