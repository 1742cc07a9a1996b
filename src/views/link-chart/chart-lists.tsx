import { useMemo } from 'react';
import { displayLabel, type Entity, isProtected } from '#domain/entity/entity';
import type { Link } from '#domain/link/link';
import type { Id } from '#domain/record';
import { iconRole } from '#drawing/icons/icon-role';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import { Button, IconButton, Name, Section } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import type { ChartView } from './chart-view.ts';
import { drawnAs } from './drawn-as.ts';
import type { FoldedItem } from './folded-nodes.ts';
import { GroupList } from './group-list.tsx';
import { Rows } from './rows.tsx';

interface ChartListsProps {
  readonly view: ChartView;
  readonly chosen: readonly Id[];
  readonly focus: Id | null;
  readonly onFocus: (id: Id) => void;
  readonly onPlace: (ids: readonly Id[]) => void;
}

interface ItemRow {
  readonly id: Id;
  readonly item: Entity | FoldedItem;
}

/** What figures say of an entity on the chart, in words beside its name. */
function FiguresOf({ view: { figures }, id }: { view: ChartView; id: Id }) {
  const t = useT();
  const rank = figures.ranks.get(id);
  const said = [
    ...(rank === undefined ? [] : [t('applied.rank', { rank })]),
    ...(figures.labels.has(id) ? [figures.labels.get(id)!] : []),
    ...(figures.doubtful.has(id) ? [t('applied.doubtful')] : []),
  ];
  return said.length === 0 ? null : <span className="muted small chart-said">{said.join(' · ')}</span>;
}

/** The same content as the chart, as lists: for screen readers, for the keyboard, and for finding by name. */
export function ChartLists({ view, chosen, focus, onFocus, onPlace }: ChartListsProps) {
  const t = useT();
  const { state } = useCaseSnapshot();
  const { order } = view;
  const items = useMemo(() => {
    const byId = new Map<Id, ItemRow>(view.entities.map((e) => [e.id, { id: e.id, item: e }]));
    for (const f of view.folded) byId.set(f.group.id, { id: f.group.id, item: f });
    return order.flatMap((id) => byId.get(id) ?? []);
  }, [order, view]);
  const marked = useMemo(() => new Set(chosen), [chosen]);
  const one = focus === null ? undefined : items.find((i) => i.id === focus);
  const links = useMemo(() => {
    if (one === undefined) return view.links;
    return view.links.filter((l) => drawnAs(view, l.from) === one.id || drawnAs(view, l.to) === one.id);
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
  // As drawn: who is folded away is not named here either.
  const name = (id: Id) => {
    const group = state.find('group', drawnAs(view, id));
    if (group) return group.name;
    const e = state.entity(id);
    return e ? displayLabel(e) : '';
  };
  const isAt = (id: Id) => one !== undefined && drawnAs(view, id) === one.id;
  const linkText = (l: Link) => l.wording ?? tDynamic(`link-type.${l.type}`);
  return (
    <aside className="chart-lists" data-keys="list" aria-label={t('link-chart.side')}>
      <Section title={t('link-chart.side.items')} end={items.length}>
        <Rows
          label={t('link-chart.side.items')}
          rows={items}
          marked={marked}
          active={focus}
          onActive={onFocus}
          render={({ id, item }) => (
            <>
              {'group' in item ? (
                <>
                  <Icon name="group" size={14} />
                  <Name text={item.label.full} clip />
                </>
              ) : (
                <>
                  <Icon name={iconRole(item)} size={14} />
                  <Name text={displayLabel(item)} isProtected={isProtected(item)} clip />
                </>
              )}
              <FiguresOf view={view} id={id} />
              <span className="n">{view.neighbours.get(id)?.size ?? 0}</span>
            </>
          )}
        />
      </Section>
      <Section
        title={one ? t('link-chart.side.links-of', { name: name(one.id) }) : t('link-chart.side.links')}
        end={links.length}
      >
        <Rows
          label={one ? t('link-chart.side.links-of', { name: name(one.id) }) : t('link-chart.side.links')}
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
                {isAt(l.to) && l.wording === undefined ? tDynamic(`link-type.${l.type}.reverse`) : linkText(l)}
              </span>{' '}
              <Name text={name(isAt(l.to) ? l.from : l.to)} />
              <span className="muted"> · {t(`link-chart.strength.${l.strength}`)}</span>
            </span>
          )}
        />
      </Section>
      <GroupList view={view} marked={marked} />
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
