import { useCallback, useContext, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Category } from '#domain/chart/placement';
import { displayLabel } from '#domain/entity/entity';
import { isEntityTypeId } from '#domain/entity-types/index';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { AnalysisContext } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { clearFilter, filter, leaveDate } from '#session/filter';
import { hiddenByFilter } from '#session/hidden';
import { runAction } from '#session/keys';
import { openPane } from '#session/panes';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { snapping } from '#session/snapping';
import { Button, EmptyState, Menu, type MenuEntry } from '#ui/controls/index';
import { announce, showDialog } from '#ui/dialogs/index';
import { GraphCanvas, type GraphCanvasHandle } from '#ui/graph-canvas/index';
import { daysOfChange, showAtDate } from '../at-date.ts';
import { useDrawnTheme } from '../drawn-theme.ts';
import { lastPaths, withSelection } from '../last-paths.ts';
import { dayText } from '../when.ts';
import { alignEntries, useAlignActions } from './align-acts.ts';
import { snapped } from './alignment.ts';
import { ChartActs, type Editor } from './chart-acts.ts';
import { ChartBlock } from './chart-block.tsx';
import { ChartEditor } from './chart-editor.tsx';
import { ChartLegend } from './chart-legend.tsx';
import { ChartLists } from './chart-lists.tsx';
import { ChartTools, EntityPalette, TYPE_DRAG } from './chart-tools.tsx';
import type { ChartView } from './chart-view.ts';
import { canvasEntries, colourEntries, itemEntries } from './context-menu.ts';
import { DateBanner, firstDate } from './date-banner.tsx';
import { askToDelete } from './delete-plan.tsx';
import { placeOf } from './drawn-as.ts';
import { EmphasisBanner } from './emphasis-banner.tsx';
import { ExpandDialog } from './expand-dialog.tsx';
import { FoldActs } from './fold-acts.ts';
import { placesBeside } from './run-layout.ts';
import { withStrangers } from './strangers.ts';
import { useCanvasKeys, useChartActions } from './use-chart-keys.ts';
import { useCanvasLook } from './use-chart-view.ts';
import { useClipboard } from './use-clipboard.ts';
import { useLayouts } from './use-layouts.tsx';
import { useNamesInView } from './use-names-in-view.ts';
import { useShowFound } from './use-show-found.ts';
import { neighbourCount, type Reached } from './walks.ts';
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
  const isOnChart = useCallback((id: Id) => placeOf(latest.current, id) !== undefined, []);

  useEffect(() => {
    if (focused) hiddenByFilter.set({ hidden: view.filtered, of: view.total });
  }, [focused, view.filtered, view.total]);

  const { names, onNames } = useNamesInView(focused);
  useShowFound(
    () => latest.current,
    () => canvas.current,
  );

  useEffect(() => {
    // A chart just opened takes the keyboard where nothing else has it: the first number pressed makes an entity.
    if (document.activeElement === document.body) canvas.current?.focus();
  }, []);

  const expand = async () => {
    const from = acts.behind();
    if (from.length === 0) {
      announce(t('link-chart.said.select-first'));
      return;
    }
    const reached = await showDialog<readonly Reached[]>((close) => (
      <ExpandDialog state={open.snapshot().state} from={from} isOnChart={isOnChart} close={close} />
    ));
    if (!reached || reached.length === 0) return;
    const cameFrom = new Map(reached.map((r) => [r.id, r.from]));
    const near = (id: Id) => {
      let at: Id | undefined = id;
      while (at !== undefined && !isOnChart(at)) at = cameFrom.get(at);
      const p = at === undefined ? undefined : placeOf(latest.current, at);
      return p ? { x: p.x + 40, y: p.y } : acts.freePlace();
    };
    const ids = reached.map((r) => r.id);
    const beside = desk && (await placesBeside(desk, open.snapshot().state, latest.current, ids));
    // Without the worker, round where they hang on.
    if (!beside) await acts.placeNear(ids, near);
    else if (await acts.place(beside)) select(ids);
    canvas.current?.focus();
  };
  const remove = async () => {
    const groups = acts.groups();
    const ids = [...acts.entities().map((e) => e.id), ...acts.links().map((l) => l.id), ...groups];
    if (ids.length === 0) {
      announce(t('link-chart.said.select-first'));
      return;
    }
    const count = await askToDelete(open.snapshot().state, ids);
    if (count > 0) await acts.delete(ids, count);
    canvas.current?.focus();
  };
  const folds = useMemo(
    () =>
      new FoldActs(
        acts,
        () => latest.current,
        (id) => canvas.current?.setFocusItem(id),
      ),
    [acts],
  );
  const chosenItems = acts.items().length;
  const layoutEntries = useLayouts(
    acts,
    () => latest.current,
    () => canvas.current,
  );
  const openItem = () => {
    const id = canvas.current?.focusItem() ?? selection.get()[0];
    if (id !== undefined && selection.get().length === 0) select([id]);
    if (selection.get().length === 0) return;
    // What is selected opens in the inspector; the keyboard goes there with it.
    requestAnimationFrame(() =>
      document
        .querySelector<HTMLElement>('aside.side.right :is(input, textarea, select, button, a[href], [tabindex="0"])')
        ?.focus(),
    );
  };

  useChartActions(
    acts,
    () => canvas.current,
    {
      open: openItem,
      expand: () => void expand(),
      delete: () => void remove(),
      fold: () => void folds.turn(),
      date: () => {
        if (filter.get().atDate) {
          leaveDate();
          announce(t('chart-date.said.left'));
          return;
        }
        const { state: now } = open.snapshot();
        const today = dayText(Date.now(), now.properties?.zone ?? 'UTC');
        void showAtDate(open, 'happened', firstDate(daysOfChange('happened', now), today));
        // Whoever asked for a date is asked which.
        requestAnimationFrame(() =>
          root.current?.querySelector<HTMLInputElement>('.date-banner input.field')?.select(),
        );
      },
      foldAll: (fold) => void folds.all(fold),
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
  const onKeyDown = useCanvasKeys(
    view,
    () => canvas.current,
    acts,
    () => setLinking(false),
  );
  useClipboard(root, acts);
  useAlignActions(acts, focused);

  const said = useMemo(() => {
    const entity = focus === null ? undefined : view.entities.find((e) => e.id === focus);
    const group = view.folded.find((f) => f.group.id === focus);
    if (group)
      return t('link-chart.folded-item', {
        label: group.label.full,
        count: view.neighbours.get(group.group.id)?.size ?? 0,
        at: view.entities.length + view.folded.indexOf(group) + 1,
        of: view.nodes.length,
      });
    if (!entity) return '';
    return t('link-chart.item', {
      name: displayLabel(entity),
      type: t(`entity-type.${entity.type}`),
      count: neighbourCount(entity.id, view.links),
      at: view.entities.indexOf(entity) + 1,
      of: view.nodes.length,
    });
  }, [focus, view, t]);

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
      {(palette || empty) && <EntityPalette onChoose={(type) => acts.startEntity(type)} />}
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
            acts.startEntity(type, canvas.current!.toChart(e.clientX, e.clientY));
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
              else if (to === null) acts.startEntity(acts.lastType, place, from);
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
            onEmpty={(place) => acts.startEntity(acts.lastType, place)}
            onViewport={setZoom}
            onOmitted={setOmitted}
            onNames={onNames}
            onFocusItem={setFocus}
          />
          <ChartBlock view={view} filterMode={wanted.mode} omitted={omitted} />
          {!empty && <ChartLegend view={view} theme={theme} />}
          <ZoomBox zoom={zoom} canvas={() => canvas.current} />
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
            <div className="chart-empty">
              {view.filtered > 0 ? (
                <EmptyState
                  title={t('link-chart.filter-hides-all', { count: view.filtered })}
                  actions={<Button onClick={clearFilter}>{t('link-chart.clear-filter')}</Button>}
                />
              ) : (
                <EmptyState
                  title={t('link-chart.empty')}
                  actions={
                    <>
                      <Button variant="primary" onClick={() => acts.startEntity('person')}>
                        {t('link-chart.empty.type')}
                      </Button>
                      <Button onClick={() => setLists(true)}>{t('link-chart.empty.place')}</Button>
                      <Button onClick={() => runAction('import-data')}>{t('link-chart.empty.import')}</Button>
                    </>
                  }
                >
                  {t('link-chart.empty.more')}
                </EmptyState>
              )}
            </div>
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

function ZoomBox({ zoom, canvas }: { zoom: number; canvas: () => GraphCanvasHandle | null }) {
  const t = useT();
  return (
    <div className="chart-zoom" data-canvas-corner role="group" aria-label={t('link-chart.zoom')}>
      <button
        type="button"
        className="btn"
        aria-label={t('link-chart.zoom-out')}
        title={t('link-chart.zoom-out')}
        onClick={() => canvas()?.zoomBy(0.8)}
      >
        −
      </button>
      <button type="button" className="btn" title={t('link-chart.zoom-full')} onClick={() => canvas()?.zoomTo(1)}>
        {number(zoom, { style: 'percent' })}
      </button>
      <button
        type="button"
        className="btn"
        aria-label={t('link-chart.zoom-in')}
        title={t('link-chart.zoom-in')}
        onClick={() => canvas()?.zoomBy(1.25)}
      >
        +
      </button>
    </div>
  );
}
