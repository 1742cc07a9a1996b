import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import type { Spacing } from '#drawing/timeline/axis';
import { busiest } from '#drawing/timeline/lanes';
import { useT } from '#i18n/react';
import { runAction, shortcut } from '#session/keys';
import { Button, IconButton, MenuButton, type MenuEntry } from '#ui/controls/index';
import type { LaneOrder, TimelineSettings } from '../timeline-settings.ts';
import type { Timeline } from './use-timeline.ts';
import { chooseZones } from './zones-dialog.tsx';

const ORDERS: readonly LaneOrder[] = ['own', 'contacts', 'first'];
const SPACINGS: readonly Spacing[] = ['proportional', 'broken', 'ordinal'];

export interface ToolsProps {
  readonly state: CaseState;
  readonly timeline: Timeline;
  readonly settings: TimelineSettings;
  readonly set: (next: Partial<TimelineSettings>) => void;
  readonly chosen: readonly Id[];
  readonly chart: Id | undefined;
  readonly onFit: () => void;
  readonly onZoom: (factor: number) => void;
}

/** Which lines, what on them, and how time is laid out. */
export function Tools({ state, timeline, settings, set, chosen, chart, onFit, onZoom }: ToolsProps) {
  const t = useT();
  const now = timeline.lanes.map((l) => l.id);
  const lanes = chosen.filter((id) => {
    const kind = state.get(id)?.kind;
    return kind === 'entity' || kind === 'group';
  });
  const groups = chart === undefined ? [] : [...state.placementsOn(chart)].filter((id) => state.find('group', id));
  const none = lanes.length === 0 ? t('timeline.lines.none-selected') : undefined;
  const choose = (ids: readonly Id[]) => set({ lanes: ids, order: 'own' });
  const askZones = async () => {
    const zones = await chooseZones(state.properties?.zone ?? 'UTC', settings.zones);
    if (zones) set({ zones });
  };
  const lines: readonly MenuEntry[] = [
    {
      id: 'selection',
      label: t('timeline.lines.selection'),
      disabledReason: none,
      onSelect: () => choose(lanes),
    },
    { id: 'add', label: t('timeline.lines.add'), disabledReason: none, onSelect: () => choose([...now, ...lanes]) },
    {
      id: 'remove',
      label: t('timeline.lines.remove'),
      disabledReason: none,
      onSelect: () => choose(now.filter((id) => !lanes.includes(id))),
    },
    { separator: true },
    {
      id: 'chart',
      label: t('timeline.lines.chart'),
      checked: settings.lanes === null,
      onSelect: () => {
        const offered = new Map(settings.offered);
        offered.delete(chart ?? '');
        set({ lanes: null, chart, offered });
      },
    },
    {
      id: 'groups',
      label: t('timeline.lines.groups'),
      disabledReason: groups.length === 0 ? t('timeline.lines.no-groups') : undefined,
      onSelect: () => choose(groups),
    },
    {
      id: 'all',
      label: t('timeline.lines.all'),
      onSelect: () => choose(busiest(state, state.idsOf('entity'), Number.POSITIVE_INFINITY)),
    },
    { separator: true },
    { heading: t('timeline.order') },
    ...ORDERS.map((order) => ({
      id: `order-${order}`,
      label: t(`timeline.order.${order}`),
      checked: settings.order === order,
      onSelect: () => set({ order, ...(order === 'own' && { lanes: now }) }),
    })),
  ];
  const show: readonly MenuEntry[] = [
    {
      id: 'events',
      label: t('timeline.show.events'),
      checked: settings.events,
      onSelect: () => set({ events: !settings.events }),
    },
    {
      id: 'links',
      label: t('timeline.show.links'),
      checked: settings.links,
      onSelect: () => set({ links: !settings.links }),
    },
    {
      id: 'sums',
      label: t('timeline.show.sums'),
      checked: settings.sums,
      onSelect: () => set({ sums: !settings.sums }),
    },
    { separator: true },
    { heading: t('timeline.spacing') },
    ...SPACINGS.map((spacing) => ({
      id: `spacing-${spacing}`,
      label: t(`timeline.spacing.${spacing}`),
      checked: settings.spacing === spacing,
      onSelect: () => set({ spacing }),
    })),
    { separator: true },
    { heading: t('timeline.height') },
    ...(['compact', 'tall'] as const).map((height) => ({
      id: `height-${height}`,
      label: t(`timeline.height.${height}`),
      checked: settings.height === height,
      onSelect: () => set({ height }),
    })),
    { separator: true },
    { id: 'zones', label: t('timeline.zones'), onSelect: () => void askZones() },
    { separator: true },
    { heading: t('timeline.calendar') },
    ...(['gregory', 'buddhist'] as const).map((calendar) => ({
      id: `calendar-${calendar}`,
      label: t(`calendar.${calendar}`),
      checked: settings.calendar === calendar,
      onSelect: () => set({ calendar }),
    })),
  ];
  return (
    <>
      <MenuButton label={t('timeline.lines')} icon="list" entries={lines}>
        {t('timeline.lines')}
      </MenuButton>
      <MenuButton label={t('timeline.show')} icon="eye" entries={show}>
        {t('timeline.show')}
      </MenuButton>
      <IconButton icon="fit" label={t('timeline.fit')} {...keys('fit')} onClick={onFit} />
      <IconButton icon="plus" label={t('timeline.zoom-in')} {...keys('zoom-in')} onClick={() => onZoom(1.5)} />
      <IconButton icon="minus" label={t('timeline.zoom-out')} {...keys('zoom-out')} onClick={() => onZoom(1 / 1.5)} />
      <IconButton
        icon="edit"
        label={t('timeline.edit-time')}
        {...keys('rename')}
        onClick={() => void runAction('rename')}
      />
      <IconButton
        icon="table"
        label={t('timeline.table')}
        pressed={settings.below === 'table'}
        onClick={() => set({ below: settings.below === 'table' ? null : 'table' })}
      />
      <IconButton icon="print" label={t('timeline.print')} {...keys('print')} onClick={() => void runAction('print')} />
      <Button
        variant="quiet"
        icon="quote"
        pressed={settings.below === 'accounts'}
        disabledReason={timeline.conflicts.length === 0 ? t('timeline.accounts.none') : undefined}
        onClick={() => set({ below: settings.below === 'accounts' ? 'table' : 'accounts' })}
      >
        {t('timeline.accounts', { count: timeline.conflicts.length })}
      </Button>
    </>
  );
}

function keys(id: 'rename' | 'fit' | 'zoom-in' | 'zoom-out' | 'print'): { shortcut?: string } {
  const text = shortcut(id);
  return text === undefined ? {} : { shortcut: text };
}
