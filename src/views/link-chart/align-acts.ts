import { useEffect } from 'react';
import { t } from '#i18n/index';
import { type ActionId, registerAction, runAction, shortcut } from '#session/keys';
import { snapping } from '#session/snapping';
import type { MenuEntry } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { align, alignments, distribute, distributions, type Moved, type Standing, snapToGrid } from './alignment.ts';
import type { ChartActs } from './chart-acts.ts';

/** What is selected, as it stands; folded groups are items like others. */
function standing(acts: ChartActs): Standing[] {
  const chosen = new Set(acts.items());
  return acts
    .view()
    .nodes.filter((n) => chosen.has(n.id))
    .map((n) => ({ id: n.id, x: n.x, y: n.y, diameter: n.data.diameter, pinned: n.data.pinned }));
}

/** One command, and so one undo; says why nothing moved. */
async function move(acts: ChartActs, how: string, least: number, moved: (items: Standing[]) => Moved[]): Promise<void> {
  const items = standing(acts);
  if (items.length < least) return announce(t('link-chart.said.align-select', { count: least }));
  const to = moved(items);
  if (to.length === 0) return announce(t('link-chart.said.in-line'));
  await acts.run('arrange-chart', { chart: acts.view().chart.id, layout: how, items: to }, () =>
    t('link-chart.arranged', { count: to.length }),
  );
}

type Act = readonly [ActionId, (acts: ChartActs) => void];

const acts: readonly Act[] = [
  ...alignments.map((by): Act => [`align-${by}`, (a) => void move(a, `align-${by}`, 2, (items) => align(items, by))]),
  ...distributions.map(
    (by): Act => [`distribute-${by}`, (a) => void move(a, `distribute-${by}`, 3, (items) => distribute(items, by))],
  ),
  ['snap-to-grid', (a) => void move(a, 'snap-to-grid', 1, snapToGrid)],
  [
    'snap-while-moving',
    () => {
      snapping.set((on) => !on);
      announce(t(snapping.get() ? 'link-chart.said.snapping' : 'link-chart.said.not-snapping'));
    },
  ],
];

/** Registers these acts while the chart's pane has the focus. */
export function useAlignActions(chart: ChartActs, focused: boolean): void {
  useEffect(() => {
    if (!focused) return;
    const ends = acts.map(([id, act]) => registerAction(id, () => act(chart)));
    return () => {
      for (const end of ends) end();
    };
  }, [chart, focused]);
}

/** The entries of the align menu: all of them, with the reason where one cannot be used. */
export function alignEntries(chart: ChartActs): readonly MenuEntry[] {
  const chosen = chart.items().length;
  const entry = (id: ActionId, least: number): MenuEntry => ({
    id,
    label: t(`action.${id}`),
    shortcut: shortcut(id),
    disabledReason: chosen < least ? t('link-chart.align.select', { count: least }) : undefined,
    onSelect: () => runAction(id),
  });
  return [
    ...alignments.map((by) => entry(`align-${by}`, 2)),
    { separator: true },
    ...distributions.map((by) => entry(`distribute-${by}`, 3)),
    { separator: true },
    entry('snap-to-grid', 1),
    {
      id: 'snap-while-moving',
      label: t('action.snap-while-moving'),
      checked: snapping.get(),
      onSelect: () => runAction('snap-while-moving'),
    },
  ];
}
