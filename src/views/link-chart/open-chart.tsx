import { useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Category } from '#domain/chart/placement';
import { isEntityTypeId } from '#domain/entity-types/index';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { AnalysisContext } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { filter } from '#session/filter';
import { hiddenByFilter } from '#session/hidden';
import { openPane } from '#session/panes';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { snapping } from '#session/snapping';
import { Menu, type MenuEntry } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { GraphCanvas, type GraphCanvasHandle } from '#ui/graph-canvas/index';
import { openInspector } from '../acts.tsx';
import { useDrawnTheme } from '../drawn-theme.ts';
import { lastPaths, withSelection } from '../last-paths.ts';
import { alignEntries, useAlignActions } from './align-acts.ts';
import { snapped } from './alignment.ts';
import { ChartActs, type Editor } from './chart-acts.ts';
import { ChartBlock } from './chart-block.tsx';
import { ChartEditor } from './chart-editor.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ChartLists } from './chart-lists.tsx';
import { ChartTools, EntityPalette, TYPE_DRAG } from './chart-tools.tsx';
import type { ChartView } from './chart-view.ts';
import { ChartZoom } from './chart-zoom.tsx';
import { canvasEntries, colourEntries, itemEntries } from './context-menu.ts';
import { DateBanner, turnDate } from './date-banner.tsx';
import { startEntity } from './editor-acts.ts';
import { EmphasisBanner } from './emphasis-banner.tsx';
import { EmptyChart } from './empty-chart.tsx';
import { expandSelected } from './expand-dialog.tsx';
import { focusWords } from './focus-words.ts';
import { withStrangers } from './strangers.ts';
import { useCanvasKeys, useChartActions } from './use-chart-keys.ts';
import { useCanvasLook } from './use-chart-view.ts';
import { useClipboard } from './use-clipboard.ts';
import { useLayouts } from './use-layouts.tsx';
import { useNamesInView } from './use-names-in-view.ts';
import { useShowFound } from './use-show-found.ts';
import './link-chart.css';

/** One chart with its tools, its lists and all that can be done on it. */
export function OpenChart({ view, focused }: { view: ChartView; focused: boolean }) {
  const t = useT();
  const open = useOpenCase();
  const desk = useContext(AnalysisContext);
  const theme = useDrawnTheme();
  const look = useCanvasLook(theme);
  const chosen = useSignal(selection);
  const wanted = useSignal(filter);
  const isSnapping = useSignal(snapping);
  const canvas = useRef<GraphCanvasHandle>(null);
  const root = useRef<HTMLDivElement>(null);
  const [editor, edit] = useState<Editor | null>(null);
  const [linking, setLinking] = useState(false);
  const [palette, setPalette] = useState(false);
  const [lists, setLists] = useState(false);
  const [focus, setFocus] = useState<Id | null>(null);
  const [zoom, setZoom] = useState(1);
  const [omitted, setOmitted] = useState(0);
  const [menu, setMenu] = useState<{ x: number; y: number; ids: readonly Id[]; shows?: 'layout' | 'align' } | null>(
    null,
  );
  const how = useId();

  const latest = useRef(view);
  latest.current = view;
  const acts = useMemo(
    () => new ChartActs(() => ({ open, view: latest.current, canvas: canvas.current, edit })),
    [open],
  );
  const state = open.snapshot().state;
  const groups = useMemo(
    () => withStrangers(view.groups, view.nodes, (name, count) => t('link-chart.group.strangers', { name, count })),
    [view, t],
  );
  useEffect(() => {
    if (focused) hiddenByFilter.set({ hidden: view.filtered, of: view.total });
  }, [focused, view.filtered, view.total]);

  const { names, onNames } = useNamesInView(focused);
  useShowFound(acts);

  useEffect(() => {
    // A chart just opened takes the keyboard where nothing else has it: the first number pressed makes an entity.
    if (document.activeElement === document.body) canvas.current?.focus();
  }, []);

  const chosenItems = acts.items().length;
  const layoutEntries = useLayouts(acts);
  const openItem = () => {
    const id = canvas.current?.focusItem() ?? selection.get()[0];
    if (id !== undefined && selection.get().length === 0) select([id]);
    if (selection.get().length > 0) openInspector();
  };

  useChartActions(
    acts,
    {
      open: openItem,
      expand: () => void expandSelected(acts, desk),
      date: () => turnDate(open, root.current),
      paths: () => {
        const now = open.snapshot().state;
        const entities = selection.get().filter((id) => now.entity(id));
        const ids = entities.length > 0 ? entities : acts.behind();
        lastPaths(open).set((last) => ({ ...last, form: withSelection(last.form, ids) }));
        openPane({ view: 'paths' });
      },
      layout: () => {
        const box = root.current?.querySelector('.stage')?.getBoundingClientRect();
        if (box) setMenu({ x: box.left + 12, y: box.top + 12, ids: [], shows: 'layout' });
      },
    },
    focused,
  );
  const onKeyDown = useCanvasKeys(acts, () => setLinking(false));
  useClipboard(root, acts);
  useAlignActions(acts, focused);

  const said = useMemo(() => focusWords(view, focus), [view, focus]);

  const empty = view.nodes.length === 0;
  const close = () => {
    edit(null);
    canvas.current?.focus();
  };
  const placeUnplaced = (ids: readonly Id[]) => {
    const middle = acts.freePlace();
    void acts.placeNear(ids, () => middle);
  };
  const menuEntries = (): readonly MenuEntry[] => {
    if (menu?.shows === 'layout') return layoutEntries;
    if (menu?.shows === 'align') return alignEntries(acts);
    if (selection.get().length === 0) return canvasEntries();
    return [
      ...itemEntries(acts, () => menu && setMenu({ ...menu, shows: 'align' })),
      { separator: true },
      { heading: t('link-chart.act.colour') },
      ...colourEntries((c: Category | undefined) => void acts.colour(c)),
    ];
  };

  return (
    <div ref={root} className="link-chart">
      <ChartTools
        view={view}
        chosen={chosenItems}
        linking={linking}
        paletteOpen={palette}
        listOpen={lists}
        dated={wanted.atDate !== undefined}
        layoutEntries={layoutEntries}
        alignEntries={() => alignEntries(acts)}
        onPalette={() => setPalette(!palette)}
        onLinking={() => setLinking(!linking)}
        onPin={() => void acts.pin()}
        onFit={() => canvas.current?.fit()}
        onSkin={(skin) => void acts.editChart({ skin })}
        onMultiplicity={(multiplicity) => void acts.editChart({ multiplicity })}
        onReveal={(ids) => void acts.reveal(ids)}
        onList={() => setLists(!lists)}
      />
      <DateBanner chart={view.chart.id} focused={focused} onLeave={() => canvas.current?.focus()} />
      <EmphasisBanner view={view} onLeave={() => canvas.current?.focus()} />
      {(palette || empty) && <EntityPalette onChoose={(type) => startEntity(acts, type)} />}
      <div className="link-chart-body">
        <div
          className="stage"
          role="group"
          aria-label={view.chart.name}
          data-keys="canvas"
          onDragOver={(e) => {
            if (!e.dataTransfer.types.includes(TYPE_DRAG)) return;
            e.preventDefault();
            e.dataTransfer.dropEffect = 'copy';
          }}
          onDrop={(e) => {
            const type = e.dataTransfer.getData(TYPE_DRAG);
            if (!isEntityTypeId(type)) return;
            e.preventDefault();
            e.stopPropagation();
            startEntity(acts, type, canvas.current!.toChart(e.clientX, e.clientY));
          }}
        >
          <GraphCanvas
            handle={canvas}
            nodes={view.nodes}
            edges={view.edges}
            groups={groups}
            selection={chosen}
            look={look}
            linking={linking}
            rest={isSnapping ? snapped : undefined}
            label={t('link-chart.canvas', {
              name: view.chart.name,
              count: view.nodes.length,
              links: view.links.length,
            })}
            describedBy={how}
            onKeyDown={onKeyDown}
            onSelect={select}
            onMove={(items) => void acts.move(items)}
            onLink={(from, to, place) => {
              if (view.standIn.size > 0 && [from, to].some((id) => view.folded.some((f) => f.group.id === id)))
                announce(t('link-chart.said.link-group'));
              else if (to === null) startEntity(acts, acts.lastType, place, from);
              else {
                select([from, to]);
                edit({ kind: 'link', from, to });
              }
            }}
            onOpen={(id) => {
              select([id]);
              openItem();
            }}
            onContext={(ids, place) => {
              if (!ids.some((id) => selection.get().includes(id))) select(ids);
              setMenu({ x: place.clientX, y: place.clientY, ids });
            }}
            onEmpty={(place) => startEntity(acts, acts.lastType, place)}
            onViewport={setZoom}
            onOmitted={setOmitted}
            onNames={onNames}
            onFocusItem={setFocus}
          />
          <ChartBlock view={view} filterMode={wanted.mode} omitted={omitted} />
          {!empty && <ChartLegend view={view} theme={theme} />}
          <ChartZoom zoom={zoom} canvas={() => canvas.current} />
          {editor && canvas.current && (
            <ChartEditor
              editor={editor}
              acts={acts}
              state={state}
              view={view}
              canvas={canvas.current}
              onEdit={edit}
              onClose={close}
            />
          )}
          {empty && !editor && (
            <EmptyChart
              filtered={view.filtered}
              onType={() => startEntity(acts, 'person')}
              onPlace={() => setLists(true)}
            />
          )}
          <p id={how} className="visually-hidden">
            {t('link-chart.how')}{' '}
            {names && names.shown < names.of && t('status.names', { shown: number(names.shown), of: number(names.of) })}
          </p>
          <div className="visually-hidden" role="status" aria-live="polite">
            {said}
          </div>
        </div>
        {lists && (
          <ChartLists
            view={view}
            chosen={chosen}
            focus={focus}
            onFocus={(id) => {
              canvas.current?.setFocusItem(id);
              canvas.current?.reveal(id);
            }}
            onPlace={placeUnplaced}
          />
        )}
      </div>
      {menu && (
        <Menu
          key={menu.shows ?? 'items'}
          label={t(selection.get().length === 0 ? 'link-chart.menu.canvas' : 'link-chart.menu')}
          at={menu}
          entries={menuEntries()}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}
