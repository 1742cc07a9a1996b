import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { select, selection, toggleSelected } from '#session/selection';
import { Button, IconButton, Name, Section } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import type { ChartView } from './chart-projection.ts';

interface ChartListsProps {
  readonly view: ChartView;
  readonly chosen: readonly Id[];
  readonly focus: Id | null;
  readonly onFocus: (id: Id) => void;
  readonly onPlace: (ids: readonly Id[]) => void;
}

/** The same content as the chart, as lists: for screen readers, for the keyboard, and for finding by name. */
export function ChartLists({ view, chosen, focus, onFocus, onPlace }: ChartListsProps) {
  const t = useT();
  const { state } = useCaseSnapshot();
  const { order } = view;
  const entities = useMemo(() => {
    const byId = new Map(view.entities.map((e) => [e.id, e]));
    return order.flatMap((id) => byId.get(id) ?? []);
  }, [order, view]);
  const marked = useMemo(() => new Set(chosen), [chosen]);
  const one = focus === null ? undefined : state.entity(focus);
  const links = useMemo(() => {
    if (one === undefined) return view.links;
    return view.links.filter((l) => l.from === one.id || l.to === one.id);
  }, [view, one]);
  const unplaced: Entity[] = [];
  for (const e of state.allOf('entity')) {
    let placed = false;
    for (const id of state.placementsOf(e.id))
      if (state.find('placement', id)) {
        placed = true;
        break;
      }
    if (!placed) unplaced.push(e);
  }
  const name = (id: Id) => {
    const e = state.entity(id);
    return e ? displayLabel(e) : '';
  };
  const linkText = (l: Link) => l.wording ?? tDynamic(`link-type.${l.type}`);
  return (
    <aside className="chart-lists" data-keys="list" aria-label={t('link-chart.side')}>
      <Section title={t('link-chart.side.items')} end={entities.length}>
        <Rows
          label={t('link-chart.side.items')}
          rows={entities}
          marked={marked}
          active={focus}
          onActive={onFocus}
          render={(e) => (
            <>
              <Icon name={iconRole(e)} size={14} />
              <Name text={displayLabel(e)} isProtected={isProtected(e)} clip />
              <span className="n">{view.neighbours.get(e.id)?.size ?? 0}</span>
            </>
          )}
        />
      </Section>
      <Section
        title={one ? t('link-chart.side.links-of', { name: displayLabel(one) }) : t('link-chart.side.links')}
        end={links.length}
      >
        <Rows
          label={one ? t('link-chart.side.links-of', { name: displayLabel(one) }) : t('link-chart.side.links')}
          rows={links}
          marked={marked}
          active={null}
          onActive={() => {}}
          render={(l) => (
            <span
              className="clip"
              title={t('link-chart.link-line', {
                from: name(l.from),
                what: linkText(l),
                to: name(l.to),
                strength: t(`link-chart.strength.${l.strength}`),
              })}
            >
              {one === undefined && (
                <>
                  <Name text={name(l.from)} />{' '}
                </>
              )}
              <span className="muted">
                {one !== undefined && l.to === one.id && l.wording === undefined
                  ? tDynamic(`link-type.${l.type}.reverse`)
                  : linkText(l)}
              </span>{' '}
              <Name text={name(one !== undefined && l.to === one.id ? l.from : l.to)} />
              <span className="muted"> · {t(`link-chart.strength.${l.strength}`)}</span>
            </span>
          )}
        />
      </Section>
      <Section
        title={t('link-chart.side.unplaced')}
        end={
          <>
            {unplaced.length}{' '}
            {unplaced.length > 1 && (
              <Button variant="link" onClick={() => onPlace(unplaced.map((e) => e.id))}>
                {t('link-chart.side.place-all')}
              </Button>
            )}
          </>
        }
      >
        {unplaced.length === 0 && <p className="chart-none muted small">{t('link-chart.side.unplaced.none')}</p>}
        <ul className="chart-unplaced">
          {unplaced.slice(0, 200).map((e) => (
            <li key={e.id} className="item">
              <Icon name={iconRole(e)} size={14} />
              <Name text={displayLabel(e)} isProtected={isProtected(e)} clip />
              <span className="grow" />
              <IconButton
                icon="plus"
                iconSize={12}
                label={`${t('link-chart.side.place')}: ${displayLabel(e)}`}
                onClick={() => onPlace([e.id])}
              />
            </li>
          ))}
        </ul>
      </Section>
    </aside>
  );
}

interface RowsProps<T> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly marked: ReadonlySet<Id>;
  /** The row the keyboard is on, where another place has a say in it; else the last chosen. */
  readonly active: Id | null;
  readonly onActive: (id: Id) => void;
  readonly render: (row: T) => ReactNode;
}

/** A list of which several can be chosen; only the rows in sight stand in the page. */
function Rows<T extends { readonly id: Id }>({ label, rows, marked, active, onActive, render }: RowsProps<T>) {
  const box = useRef<HTMLDivElement>(null);
  const at = rows.findIndex((r) => (active === null ? marked.has(r.id) : r.id === active));
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => 24,
    overscan: 12,
  });
  const go = (to: number, e: KeyboardEvent) => {
    e.preventDefault();
    e.stopPropagation();
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))];
    if (!row) return;
    if (e.shiftKey) select([...selection.get(), row.id]);
    else if (!e.ctrlKey) select([row.id]);
    onActive(row.id);
    virtual.scrollToIndex(rows.indexOf(row));
  };
  const row = (id: Id) => `row-${id.replaceAll(' ', '-')}`;
  return (
    <div
      ref={box}
      className="chart-rows"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={at < 0 ? undefined : row(rows[at]!.id)}
      tabIndex={0}
      onKeyDown={(e) => {
        if (e.altKey || e.metaKey) return;
        if (e.key === 'ArrowDown') go(at + 1, e);
        else if (e.key === 'ArrowUp') go(at < 0 ? rows.length - 1 : at - 1, e);
        else if (e.key === 'Home') go(0, e);
        else if (e.key === 'End') go(rows.length - 1, e);
        else if (e.key === 'PageDown') go(at + 10, e);
        else if (e.key === 'PageUp') go(at - 10, e);
        else if (e.key === ' ' && at >= 0) {
          e.preventDefault();
          toggleSelected(rows[at]!.id);
        }
      }}
    >
      <div className="chart-rows-all" style={{ height: `${virtual.getTotalSize()}px` }}>
        {virtual.getVirtualItems().map((v) => {
          const r = rows[v.index]!;
          return (
            <div
              key={r.id}
              id={row(r.id)}
              role="option"
              tabIndex={-1}
              aria-selected={marked.has(r.id)}
              aria-setsize={rows.length}
              aria-posinset={v.index + 1}
              className={`item${marked.has(r.id) ? ' sel' : ''}${v.index === at ? ' at' : ''}`}
              style={{ transform: `translateY(${v.start}px)` }}
              onClick={(e) => {
                if (e.ctrlKey || e.metaKey || e.shiftKey) toggleSelected(r.id);
                else select([r.id]);
                onActive(r.id);
              }}
              onKeyDown={() => {}}
            >
              {render(r)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
