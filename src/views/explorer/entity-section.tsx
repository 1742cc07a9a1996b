import { useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { isProtected } from '#domain/entity/entity';
import { type EntityTypeId, entityTypes } from '#domain/entity-types/index';
import { countUnsourced } from '#domain/source/unsourced';
import { typeIcon } from '#drawing/icons/icon-role';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { sameValue, useCaseFigure, useCaseValue } from '#queries/case-context';
import { openPane } from '#session/panes';
import { select, selection, toggleSelected } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Name, Section, Tag } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';

/** At most this many of a type are listed under it, the most linked first. */
const SHOWN = 30;

function counts(s: CaseState) {
  const byType = new Map<EntityTypeId, number>();
  let placed = 0;
  for (const e of s.allOf('entity')) {
    byType.set(e.type, (byType.get(e.type) ?? 0) + 1);
    for (const p of s.placementsOf(e.id)) {
      if (s.get(p)?.kind === 'placement') {
        placed++;
        break;
      }
    }
  }
  const unsourced = countUnsourced(s, s.allOf('link')) + countUnsourced(s, s.allOf('entity'));
  return { byType: [...byType], placed, total: s.countOf('entity'), unsourced };
}

/** Entities by type with counts; a type opens on its most linked. */
export function EntitySection() {
  const t = useT();
  const c = useCaseFigure(counts, sameValue);
  const byType = new Map(c.byType);
  const most = Math.max(1, ...byType.values());
  const [open, setOpen] = useState<ReadonlySet<EntityTypeId>>(new Set());
  const toggle = (id: EntityTypeId) =>
    setOpen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <div id="explorer-entities">
      <Section
        title={t('explorer.entities')}
        end={t('explorer.entities.end', { total: number(c.total), placed: number(c.placed) })}
      >
        <ul className="tree">
          {entityTypes
            .filter((type) => byType.has(type.id))
            .map((type) => (
              <li key={type.id} className="explorer-type">
                <div className="explorer-row">
                  <Button
                    variant="quiet"
                    aria-expanded={open.has(type.id)}
                    title={tDynamic(`entity-type.${type.id}.plural`)}
                    onClick={() => toggle(type.id)}
                  >
                    <Icon name={open.has(type.id) ? 'down' : 'right'} size={12} />
                    <Icon name={typeIcon(type.id)} />
                    <span className="explorer-label">{tDynamic(`entity-type.${type.id}.plural`)}</span>
                  </Button>
                  <meter className="explorer-spark" min={0} max={most} value={byType.get(type.id)!} aria-hidden />
                  <span className="n">{number(byType.get(type.id)!)}</span>
                </div>
                {open.has(type.id) && <Members type={type.id} />}
              </li>
            ))}
        </ul>
        {c.unsourced > 0 && (
          <p className="item">
            <Tag tone="warning" icon="warning">
              {t('explorer.unsourced', { count: c.unsourced })}
            </Tag>
          </p>
        )}
      </Section>
    </div>
  );
}

function Members({ type }: { type: EntityTypeId }) {
  const t = useT();
  const chosen = useSignal(selection);
  const list = useCaseValue((s) => {
    const all = [...s.allOf('entity')].filter((e) => e.type === type);
    const rows = all.map((e) => ({ id: e.id, name: nameOf(e), guarded: isProtected(e), links: s.linksOf(e.id).size }));
    rows.sort((a, b) => b.links - a.links || (a.name < b.name ? -1 : 1));
    return { rows: rows.slice(0, SHOWN), more: Math.max(0, rows.length - SHOWN) };
  }, sameValue);
  return (
    <ul className="tree">
      {list.rows.map((e) => (
        <li key={e.id} className={chosen.includes(e.id) ? 'sub sel' : 'sub'}>
          <Button
            variant="quiet"
            className="clip"
            aria-pressed={chosen.includes(e.id)}
            onClick={(event) => (event.ctrlKey || event.shiftKey ? toggleSelected(e.id) : select([e.id]))}
          >
            <Name text={e.name} isProtected={e.guarded} clip />
          </Button>
          <span className="n">{t('explorer.links', { count: e.links })}</span>
        </li>
      ))}
      {list.more > 0 && (
        <li className="sub">
          <Button variant="link" onClick={() => openPane({ view: 'table' })}>
            {t('explorer.entities.more', { count: list.more })}
          </Button>
        </li>
      )}
    </ul>
  );
}
