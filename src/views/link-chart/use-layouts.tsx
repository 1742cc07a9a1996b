import { useContext } from 'react';
import type { LayoutDefinition } from '#analysis/layouts/index';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { AnalysisContext, layoutCatalogue } from '#queries/analysis';
import { firstDates } from '#queries/layout-facts';
import { startJob } from '#session/jobs';
import { shortcut } from '#session/keys';
import type { MenuEntry } from '#ui/controls/index';
import { announce, showDialog } from '#ui/dialogs/index';
import { dayText } from '../when.ts';
import type { ChartActs } from './chart-acts.ts';
import type { ChartView } from './chart-view.ts';
import { type LayoutAnswer, LayoutDialog } from './layout-dialog.tsx';
import { changeWords } from './quality-words.ts';
import { type Arrangement, arrange, type LayoutChoice, quality } from './run-layout.ts';
import { sinceArranged } from './since-arranged.ts';

/** More than this settles in the worker, not before one's eyes. */
const SETTLE_MOST = 150;
const MOVE_MS = 240;

const breath = () => new Promise<void>((done) => window.setTimeout(done));

/** The entries of the layout menu: every layout of the catalogue for the selection or the chart, and live settling. */
export function useLayouts(acts: ChartActs): readonly MenuEntry[] {
  const t = useT();
  const desk = useContext(AnalysisContext);
  const chosen = acts.items();
  const chart = acts.view().chart.id;

  const commit = async (layout: string, { moved: items, before, after }: Arrangement, was: ChartView) => {
    const figures = before && after ? ` ${t('link-chart.quality.after', changeWords(before, after))}` : '';
    const done = await acts.run(
      'arrange-chart',
      { chart, layout, items },
      () => arrangedText(layout, items, was) + figures,
    );
    if (done) return;
    // Nothing was written, so nothing may look as if it were.
    const back = items.flatMap(({ id }) => {
      const p = was.places.get(id);
      return p ? [{ id, x: p.x, y: p.y }] : [];
    });
    await acts.canvas?.animate(back, 0);
  };

  /** What was arranged; by time, from when to when, since such a chart has no axis of its own. */
  const arrangedText = (layout: string, items: Arrangement['moved'], { standIn }: ChartView) => {
    const arranged = t('link-chart.arranged', { count: items.length });
    if (layout !== 'by-time') return arranged;
    const { state } = acts;
    const ids = items.map((i) => i.id);
    const dates = [...firstDates(state, ids, standIn)].filter((at) => !Number.isNaN(at)).sort((a, b) => a - b);
    const zone = state.properties?.zone ?? 'UTC';
    const [first, last] = [dates[0], dates.at(-1)];
    if (first === undefined || last === undefined) return `${arranged} ${t('link-chart.layout.no-dates')}`;
    return t('link-chart.arranged-in-time', {
      count: items.length,
      first: dayText(first, zone),
      last: dayText(last, zone),
    });
  };

  const run = async (choice: LayoutChoice) => {
    if (!desk) return;
    const stop = new AbortController();
    const of = choice.items?.length ?? acts.view().nodes.length;
    const job = startJob(t('link-chart.layout.running', { of }), () => stop.abort());
    const started = acts.view();
    const answer = await arrange(desk, acts.state, started, choice, {
      signal: stop.signal,
      onProgress: (p) =>
        job.progress(p.done, p.of, t('link-chart.layout.stage', { of, stage: tDynamic(`layout.stage.${p.stage}`) })),
    });
    job.end();
    if ('code' in answer) {
      announce(t(answer.code === 'cancelled' ? 'link-chart.layout.cancelled' : 'link-chart.layout.failed'));
      return;
    }
    // What was taken off, or pinned, while the layout ran is not its business any more.
    const moved = answer.moved.filter((m) => acts.view().places.has(m.id) && !acts.view().places.get(m.id)?.pinned);
    if (moved.length === 0) {
      announce(t('link-chart.layout.nothing'));
      return;
    }
    await acts.canvas?.animate(moved, MOVE_MS);
    // The drawing is one piece of work, the planning of the change another.
    await breath();
    await commit(choice.layout, { ...answer, moved }, started);
    if (!choice.items) acts.canvas?.fit();
  };

  const settle = async () => {
    const stop = new AbortController();
    const job = startJob(t('link-chart.settling', { of: chosen.length }), () => stop.abort());
    const started = acts.view();
    const items = (await acts.canvas?.settle(chosen, stop.signal)) ?? [];
    job.end();
    if (items.length > 0) await commit('cola', { moved: items }, started);
  };

  const choose = async () => {
    if (!desk) return;
    const shown = acts.view();
    const figures = quality(desk, acts.state, shown);
    const fresh = (await sinceArranged(acts.here().open, chart)).filter((id) => shown.places.has(id));
    const answer = await showDialog<LayoutAnswer>((close) => (
      <LayoutDialog
        items={shown.nodes.length}
        chosen={chosen.length}
        fresh={fresh.length}
        quality={figures}
        close={close}
      />
    ));
    if (!answer) return;
    const { layout, parameters, scope } = answer;
    await run({ layout, parameters, ...(scope !== 'all' && { items: scope === 'new' ? fresh : chosen }) });
  };

  const some = chosen.length > 1;
  const items = some ? { items: chosen } : {};
  const why = desk ? undefined : t('link-chart.layout.not-ready');
  const whyNot = (l: LayoutDefinition) =>
    l.most !== undefined && acts.view().nodes.length > l.most ? t('link-chart.layout.most', { most: l.most }) : why;
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
      onSelect: () => void choose(),
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
