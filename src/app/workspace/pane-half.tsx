import { Suspense, useId } from 'react';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useRecord } from '#queries/case-context';
import { closePane, openPane, type Pane, panes, samePane } from '#session/panes';
import { useSignal } from '#session/signal';
import { Button, EmptyState, ErrorRing, IconButton, MenuButton, type MenuEntry, Name, Tabs } from '#ui/controls/index';
import { Icon } from '#ui/icon/index';
import { sheetChoice } from '#views/paper/sheet-choice';
import { useProgram } from '../skein-context.ts';
import { savePackage } from '../start/case-acts.tsx';
import { activate, focusHalf, movePane, moveTab, turnSplit, unsplit } from './pane-acts.ts';
import { allViews, viewById, viewComponent } from './view-registry.ts';

type Half = 'main' | 'split';

/** More tabs than these may be out of sight: then a menu names them all. */
const FEW_TABS = 3;

const keyOf = (pane: Pane) => `${pane.view}:${pane.chart ?? ''}`;

function PaneLabel({ pane }: { pane: Pane }) {
  const chart = useRecord(pane.chart);
  const { subject } = useSignal(sheetChoice);
  // Beside a chart its sheet may show other things of the case: the tab says which.
  if (pane.view === 'paper' && subject !== 'chart')
    return (
      <span className="clip pane-label">
        {tDynamic(`paper.subject.${subject}`)} · {tDynamic('view.paper')}
      </span>
    );
  if (pane.chart !== undefined) {
    const name = chart?.kind === 'chart' ? chart.name : '';
    const first = allViews.find((v) => v.perChart)?.id;
    return (
      <span className="clip pane-label of-chart" {...(name && { title: name })}>
        {name ? <Name text={name} /> : tDynamic(`view.${pane.view}`)}
        {pane.view !== first && name && ` · ${tDynamic(`view.${pane.view}`)}`}
      </span>
    );
  }
  return <span className="clip pane-label">{tDynamic(`view.${pane.view}`)}</span>;
}

/** Views and charts that can be opened, for menus. */
export function useOpenEntries(open: (pane: Pane) => void = openPane): () => readonly MenuEntry[] {
  const { state } = useCaseSnapshot();
  return () => {
    const charts = [...state.allOf('chart')];
    const entries: MenuEntry[] = [];
    for (const view of allViews) {
      if (view.listed === false) continue;
      if (!view.perChart)
        entries.push({
          id: view.id,
          label: tDynamic(`view.${view.id}`),
          icon: view.icon,
          onSelect: () => open({ view: view.id }),
        });
      else
        for (const chart of charts)
          entries.push({
            id: `${view.id}:${chart.id}`,
            label: <Name text={chart.name} />,
            icon: view.icon,
            onSelect: () => open({ view: view.id, chart: chart.id }),
          });
    }
    return entries;
  };
}

export interface PaneHalfProps {
  readonly half: Half;
  readonly list: readonly Pane[];
  readonly active: number;
  readonly filled: boolean;
  readonly onFill: () => void;
}

/** Half of the middle, or all of it: a line of tabs over the view in front. */
export function PaneHalf({ half, list, active, filled, onFill }: PaneHalfProps) {
  const t = useT();
  const { focus, split } = useSignal(panes);
  const panel = useId();
  const entries = useOpenEntries((pane) => {
    focusHalf(half);
    openPane(pane);
  });
  const now = list[active];
  const focused = focus === half;
  const acts: MenuEntry[] = now
    ? [
        {
          id: 'fill',
          label: t(filled ? 'workspace.unfill' : 'workspace.fill'),
          icon: 'fit',
          ...(!split && { disabledReason: t('workspace.middle') }),
          onSelect: onFill,
        },
        { id: 'move', label: t('workspace.move'), icon: 'swap', onSelect: () => movePane(now) },
        ...(split
          ? [{ id: 'unsplit', label: t('workspace.unsplit'), icon: 'close' as const, onSelect: unsplit }]
          : ([
              { id: 'right', label: t('workspace.split-right'), icon: 'split', onSelect: () => turnSplit('right') },
              { id: 'down', label: t('workspace.split-down'), icon: 'split-down', onSelect: () => turnSplit('down') },
            ] satisfies MenuEntry[])),
        { separator: true },
        { id: 'close', label: t('workspace.close'), icon: 'close', onSelect: () => closePane(now) },
        {
          id: 'others',
          label: t('workspace.close-others'),
          onSelect: () => {
            for (const other of list) if (!samePane(other, now)) closePane(other);
          },
        },
      ]
    : [];
  return (
    <section
      className={focused ? 'pane has-focus' : 'pane'}
      aria-label={t(half === 'main' ? 'workspace.middle' : 'workspace.lower')}
      data-region
      onFocusCapture={() => focusHalf(half)}
      onPointerDownCapture={() => focusHalf(half)}
    >
      <Tabs
        label={t('workspace.tabs')}
        panel={panel}
        tabs={list.map((pane) => {
          const icon = viewById(pane.view)?.icon;
          return { id: keyOf(pane), label: <PaneLabel pane={pane} />, closable: true, ...(icon && { icon }) };
        })}
        active={now ? keyOf(now) : ''}
        onSelect={(id) =>
          activate(
            half,
            list.findIndex((p) => keyOf(p) === id),
          )
        }
        onClose={(id) => {
          const pane = list.find((p) => keyOf(p) === id);
          if (pane) closePane(pane);
        }}
        onDoubleClick={onFill}
        onMove={(id, to) =>
          moveTab(
            half,
            list.findIndex((p) => keyOf(p) === id),
            to,
          )
        }
        end={
          <>
            {list.length > FEW_TABS && (
              <MenuButton
                label={t('workspace.all-tabs')}
                iconOnly
                entries={() =>
                  list.map((pane, i) => {
                    const icon = viewById(pane.view)?.icon;
                    return {
                      id: keyOf(pane),
                      label: <PaneLabel pane={pane} />,
                      ...(icon && { icon }),
                      checked: i === active,
                      onSelect: () => activate(half, i),
                    };
                  })
                }
              >
                <Icon name="down" size={14} />
              </MenuButton>
            )}
            <MenuButton label={t('workspace.open-view')} iconOnly entries={entries}>
              <Icon name="plus" size={14} />
            </MenuButton>
            {half === 'main' && list.length > 1 && !split && (
              <IconButton
                icon="split"
                iconSize={14}
                label={t('workspace.split-right')}
                onClick={() => turnSplit('right')}
              />
            )}
            {acts.length > 0 && (
              <MenuButton label={t('workspace.pane-acts')} iconOnly entries={acts}>
                <Icon name="more" size={14} />
              </MenuButton>
            )}
          </>
        }
      />
      <div
        className="pane-body"
        id={panel}
        role="tabpanel"
        tabIndex={-1}
        {...(now && { 'aria-label': tDynamic(`view.${now.view}`) })}
      >
        {now ? <PaneView key={keyOf(now)} pane={now} focused={focused} /> : <NothingOpen entries={entries()} />}
      </div>
    </section>
  );
}

function NothingOpen({ entries }: { entries: readonly MenuEntry[] }) {
  const t = useT();
  return (
    <EmptyState
      title={t('workspace.nothing-open')}
      actions={entries.slice(0, 6).map((e) =>
        'id' in e ? (
          <Button key={e.id} onClick={e.onSelect} {...(e.icon && { icon: e.icon })}>
            {e.label}
          </Button>
        ) : null,
      )}
    >
      {t('workspace.nothing-open-more')}
    </EmptyState>
  );
}

function PaneView({ pane, focused }: { pane: Pane; focused: boolean }) {
  const t = useT();
  const program = useProgram();
  const { head } = useCaseSnapshot();
  const chart = useRecord(pane.chart as Id | undefined);
  const definition = viewById(pane.view);
  if (!definition) return <EmptyState title={t('workspace.view-missing')} />;
  if (pane.chart !== undefined && chart?.kind !== 'chart')
    return (
      <EmptyState
        title={t('workspace.chart-gone')}
        actions={<Button onClick={() => closePane(pane)}>{t('workspace.close')}</Button>}
      />
    );
  const View = viewComponent(definition);
  return (
    <ErrorRing
      resetKey={keyOf(pane)}
      onError={(error) => console.error(error)}
      fallback={(error, again) => (
        <EmptyState
          error
          title={t('ring.pane', { view: tDynamic(`view.${pane.view}`) })}
          actions={
            <>
              <Button onClick={again}>{t('ring.again')}</Button>
              <SaveButton program={program} />
              <FaultDetails error={error} />
            </>
          }
        >
          {t('ring.pane-more', { seq: head.seq })}
        </EmptyState>
      )}
    >
      <Suspense fallback={null}>
        <View focused={focused} {...(pane.chart !== undefined && { chart: pane.chart })} />
      </Suspense>
    </ErrorRing>
  );
}

function SaveButton({ program }: { program: ReturnType<typeof useProgram> }) {
  const t = useT();
  const { state } = useCaseSnapshot();
  return (
    <Button
      onClick={() => {
        const id = window.location.hash.split('/').at(-1) ?? '';
        if (state.properties) void savePackage(program, id);
      }}
    >
      {t('start.save-package')}
    </Button>
  );
}

/** The name of the fault and where in the program it arose: no words of the case are in a stack. */
export function FaultDetails({ error }: { error: unknown }) {
  const t = useT();
  const stack = error instanceof Error ? (error.stack ?? error.name).split('\n').slice(1, 8).join('\n') : '';
  return (
    <details className="fault">
      <summary>{t('ring.details')}</summary>
      <pre className="mono">{`${error instanceof Error ? error.name : typeof error}\n${stack}`}</pre>
    </details>
  );
}
