import { useContext } from 'react';
import type { LayoutDefinition } from '#analysis/layouts/index';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { AnalysisContext, layoutCatalogue } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { startJob } from '#session/jobs';
import { shortcut } from '#session/keys';
import type { MenuEntry } from '#ui/controls/index';
import { announce, showDialog } from '#ui/dialogs/index';
import type { GraphCanvasHandle } from '#ui/graph-canvas/index';
import type { ChartActs } from './chart-acts.ts';
import type { ChartView } from './chart-projection.ts';
import { type LayoutAnswer, LayoutDialog } from './layout-dialog.tsx';
import { arrange, type LayoutChoice } from './run-layout.ts';

/** More than this settles in the worker, not before one's eyes. */
const SETTLE_MOST = 150;
const MOVE_MS = 240;

/** The entries of the layout menu: every layout of the catalogue for the selection or the chart, and live settling. */
export function useLayouts(
  acts: ChartActs,
  view: () => ChartView,
  canvas: () => GraphCanvasHandle | null,
): readonly MenuEntry[] {
  const t = useT();
  const open = useOpenCase();
  const desk = useContext(AnalysisContext);
  const chosen = acts.items();
  const chart = view().chart.id;

  const commit = async (layout: string, items: readonly { id: Id; x: number; y: number }[], was: ChartView) => {
    const done = await acts.run('arrange-chart', { chart, layout, items }, () =>
      t('link-chart.arranged', { count: items.length }),
    );
    if (done) return;
    // Nothing was written, so nothing may look as if it were.
    const back = items.flatMap(({ id }) => {
      const p = was.places.get(id);
      return p ? [{ id, x: p.x, y: p.y }] : [];
    });
    await canvas()?.animate(back, 0);
  };

  const run = async (choice: LayoutChoice) => {
    if (!desk) return;
    const stop = new AbortController();
    const of = choice.items?.length ?? view().nodes.length;
    const job = startJob(t('link-chart.layout.running', { of }), () => stop.abort());
    const started = view();
    const answer = await arrange(desk, open.snapshot().state, started, choice, {
      signal: stop.signal,
      onProgress: (p) => job.progress(p.done, p.of),
    });
    job.end();
    if ('code' in answer) {
      announce(t(answer.code === 'cancelled' ? 'link-chart.layout.cancelled' : 'link-chart.layout.failed'));
      return;
    }
    // What was taken off, or pinned, while the layout ran is not its business any more.
    const moved = answer.moved.filter((m) => view().places.has(m.id) && !view().places.get(m.id)?.pinned);
    if (moved.length === 0) {
      announce(t('link-chart.layout.nothing'));
      return;
    }
    await canvas()?.animate(moved, MOVE_MS);
    await commit(choice.layout, moved, started);
    if (!choice.items) canvas()?.fit();
  };

  const settle = async () => {
    const stop = new AbortController();
    const job = startJob(t('link-chart.settling', { of: chosen.length }), () => stop.abort());
    const started = view();
    const items = (await canvas()?.settle(chosen, stop.signal)) ?? [];
    job.end();
    if (items.length > 0) await commit('cola', items, started);
  };

  const some = chosen.length > 1;
  const items = some ? { items: chosen } : {};
  const why = desk ? undefined : t('link-chart.layout.not-ready');
  const whyNot = (l: LayoutDefinition) =>
    l.most !== undefined && view().nodes.length > l.most ? t('link-chart.layout.most', { most: l.most }) : why;
  return [
    { heading: some ? t('link-chart.layout.selection', { of: chosen.length }) : t('link-chart.layout.all') },
    ...layoutCatalogue.map(
      (l): MenuEntry => ({
        id: l.id,
        label: tDynamic(l.name),
        disabledReason: whyNot(l),
        onSelect: () => void run({ layout: l.id, ...items }),
      }),
    ),
    { separator: true },
    {
      id: 'settings',
      label: t('link-chart.layout.settings'),
      shortcut: shortcut('layout'),
      ...(why !== undefined && { disabledReason: why }),
      onSelect: () =>
        void showDialog<LayoutAnswer>((close) => <LayoutDialog chosen={chosen.length} close={close} />).then((a) => {
          if (a) void run({ layout: a.layout, parameters: a.parameters, ...(a.selectionOnly && { items: chosen }) });
        }),
    },
    {
      id: 'settle',
      label: t('link-chart.settle'),
      disabledReason:
        chosen.length < 2 || chosen.length > SETTLE_MOST
          ? t('link-chart.settle.limit', { most: SETTLE_MOST })
          : undefined,
      onSelect: () => void settle(),
    },
  ];
}
