import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Multiplicity } from '#domain/chart/chart';
import { displayLabel } from '#domain/entity/entity';
import { entityTypes } from '#domain/entity-types/index';
import type { Id } from '#domain/record';
import { typeIcon } from '#drawing/icons/icon-role';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { type ActionId, runAction, shortcut } from '#session/keys';
import { Button, IconButton, MenuButton, type MenuEntry, Segmented } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import type { ChartView } from './chart-view.ts';

/** Drag type of an entity type carried from the palette onto the chart. */
export const TYPE_DRAG = 'application/x-skein-entity-type';

export interface ChartToolsProps {
  readonly view: ChartView;
  readonly chosen: number;
  readonly linking: boolean;
  readonly paletteOpen: boolean;
  readonly listOpen: boolean;
  /** Shown as of a date. */
  readonly dated: boolean;
  readonly layoutEntries: readonly MenuEntry[];
  readonly alignEntries: () => readonly MenuEntry[];
  readonly onPalette: () => void;
  readonly onLinking: () => void;
  readonly onPin: () => void;
  readonly onFit: () => void;
  readonly onSkin: (skin: 'icons' | 'classic') => void;
  readonly onMultiplicity: (multiplicity: Multiplicity) => void;
  readonly onReveal: (ids?: readonly Id[]) => void;
  readonly onList: () => void;
}

/** The tools line of the chart. */
export function ChartTools(p: ChartToolsProps) {
  const t = useT();
  const { chart, hidden, pinned } = p.view;
  const line = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(line);
  return (
    <div ref={line} className="tools" role="toolbar" aria-label={t('link-chart.tools')}>
      <Button variant="quiet" icon="plus" pressed={p.paletteOpen} onClick={p.onPalette}>
        {t('link-chart.entity')}
      </Button>
      <Button variant="quiet" icon="connect" pressed={p.linking} title={t('link-chart.link.how')} onClick={p.onLinking}>
        {t('link-chart.link')}
      </Button>
      <MenuButton label={t('link-chart.layout')} icon="layout" entries={p.layoutEntries}>
        {t('link-chart.layout')}
      </MenuButton>
      <MenuButton label={t('link-chart.align')} iconOnly entries={p.alignEntries}>
        <Icon name="align" size={14} />
      </MenuButton>
      <Button
        variant="quiet"
        icon="pin"
        title={shortcut('pin')}
        disabledReason={p.chosen === 0 ? t('link-chart.said.select-first') : undefined}
        onClick={p.onPin}
      >
        {pinned > 0 ? t('link-chart.pinned', { of: pinned }) : t('link-chart.pin')}
      </Button>
      <IconButton icon="fit" label={t('link-chart.fit')} shortcut={shortcut('fit')} onClick={p.onFit} />
      {narrow ? (
        <MoreMenu {...p} />
      ) : (
        <>
          <span className="sep" />
          <Segmented
            label={t('link-chart.skin')}
            value={chart.skin}
            onChange={p.onSkin}
            options={[
              { value: 'icons', label: t('link-chart.skin.icons') },
              { value: 'classic', label: t('link-chart.skin.classic') },
            ]}
          />
          <Segmented
            label={t('link-chart.multiplicity')}
            value={chart.multiplicity}
            onChange={p.onMultiplicity}
            options={[
              { value: 'single', label: t('link-chart.multiplicity.single') },
              { value: 'direction', label: t('link-chart.multiplicity.direction') },
              { value: 'each', label: t('link-chart.multiplicity.each') },
            ]}
          />
        </>
      )}
      <IconButton
        icon="clock"
        label={t('chart-date')}
        shortcut={shortcut('chart-date')}
        pressed={p.dated}
        onClick={() => runAction('chart-date')}
      />
      {hidden.length > 0 && <HiddenMenu hidden={hidden} onReveal={p.onReveal} />}
      <span className="grow" />
      <IconButton icon="list" label={t('link-chart.list')} pressed={p.listOpen} onClick={p.onList} />
      <IconButton
        icon="print"
        label={t('link-chart.print')}
        shortcut={shortcut('print')}
        onClick={() => runAction('print')}
      />
    </div>
  );
}

/** Narrower than this, what says how the chart is drawn goes into a menu, never to a second line. */
const NARROW = 680;

function useNarrow(line: { readonly current: HTMLElement | null }): boolean {
  const [narrow, setNarrow] = useState(false);
  useLayoutEffect(() => {
    const element = line.current!;
    const observer = new ResizeObserver(() => setNarrow(element.clientWidth < NARROW));
    observer.observe(element);
    return () => observer.disconnect();
  }, [line]);
  return narrow;
}

function MoreMenu({ view, onSkin, onMultiplicity }: ChartToolsProps) {
  const t = useT();
  const skins = ['icons', 'classic'] as const;
  const ways = ['single', 'direction', 'each'] as const;
  return (
    <MenuButton
      label={t('link-chart.more')}
      iconOnly
      entries={[
        { heading: t('link-chart.skin') },
        ...skins.map((skin) => ({
          id: skin,
          label: t(`link-chart.skin.${skin}`),
          checked: view.chart.skin === skin,
          onSelect: () => onSkin(skin),
        })),
        { heading: t('link-chart.multiplicity') },
        ...ways.map((way) => ({
          id: way,
          label: t(`link-chart.multiplicity.${way}`),
          checked: view.chart.multiplicity === way,
          onSelect: () => onMultiplicity(way),
        })),
      ]}
    >
      <Icon name="more" size={14} />
    </MenuButton>
  );
}

/** How many are put away by hand, and each of them by name. */
function HiddenMenu({ hidden, onReveal }: { hidden: readonly Id[]; onReveal: (ids?: readonly Id[]) => void }) {
  const t = useT();
  const open = useOpenCase();
  const entries = (): MenuEntry[] => {
    const { state } = open.snapshot();
    const name = (id: Id): ReactNode => {
      const entity = state.entity(id);
      if (entity) return displayLabel(entity);
      const link = state.link(id);
      const ends = link && [state.entity(link.from), state.entity(link.to)];
      return ends?.map((e) => (e ? displayLabel(e) : '')).join(' – ');
    };
    return [
      { id: 'all', label: t('link-chart.reveal-all'), shortcut: shortcut('reveal-all'), onSelect: () => onReveal() },
      { separator: true },
      ...hidden.slice(0, 30).map((id) => ({ id, label: name(id), onSelect: () => onReveal([id]) })),
    ];
  };
  return (
    <MenuButton label={t('link-chart.hidden', { count: hidden.length })} icon="eye-off" entries={entries}>
      {t('link-chart.hidden', { count: hidden.length })}
    </MenuButton>
  );
}

/** All types with their number keys, to choose or to drag onto the chart. */
export function EntityPalette({ onChoose }: { onChoose: (type: (typeof entityTypes)[number]['id']) => void }) {
  const t = useT();
  return (
    <div className="chart-palette" role="toolbar" aria-label={t('link-chart.palette')}>
      {entityTypes.map((type) => {
        const key = 'key' in type ? type.key : undefined;
        return (
          <button
            key={type.id}
            type="button"
            className="btn btn-quiet"
            draggable
            title={t(`entity-type.${type.id}`)}
            aria-label={t(`entity-type.${type.id}`)}
            onDragStart={(e) => {
              e.dataTransfer.setData(TYPE_DRAG, type.id);
              e.dataTransfer.effectAllowed = 'copy';
            }}
            onClick={() => onChoose(type.id)}
          >
            <Icon name={typeIcon(type.id)} />
            {key !== undefined && <kbd>{shortcut(`new-entity-${key}` as ActionId)}</kbd>}
          </button>
        );
      })}
    </div>
  );
}
