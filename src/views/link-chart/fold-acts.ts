import type { Group } from '#domain/chart/group';
import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import { select, selection } from '#session/selection';
import { announce } from '#ui/dialogs/index';
import type { ChartActs } from './chart-acts.ts';
import type { ChartView } from './chart-view.ts';

/** What folding would do to the selection, and to which groups. */
export interface FoldChoice {
  readonly fold: boolean;
  readonly groups: readonly Group[];
}

/**
 * The groups that a fold is meant for: selected ones; else, of entities, the smallest open group that holds all of them. Open ones are folded
 * first; where all are folded, they are unfolded. Undefined when the selection is in no group.
 */
export function foldChoice(view: Pick<ChartView, 'groupRecords'>, chosen: readonly Id[]): FoldChoice | undefined {
  const wanted = new Set(chosen);
  const named = view.groupRecords.filter((g) => wanted.has(g.id));
  if (named.length > 0) {
    const open = named.filter((g) => !g.folded);
    return open.length > 0 ? { fold: true, groups: open } : { fold: false, groups: named };
  }
  if (chosen.length === 0) return undefined;
  const around = view.groupRecords.filter((g) => !g.folded && chosen.every((id) => g.members.includes(id)));
  const smallest = around.reduce<Group | undefined>(
    (least, g) => (least && least.members.length <= g.members.length ? least : g),
    undefined,
  );
  return smallest && { fold: true, groups: [smallest] };
}

/** Folds or unfolds what is selected: one command and one undo. */
export async function turnFolds(acts: ChartActs): Promise<void> {
  const view = acts.view();
  if (acts.items().length + acts.groups().length === 0) return announce(t('link-chart.said.fold-select'));
  const chosen = [...acts.groups(), ...acts.entities().map((e) => e.id)];
  const choice = foldChoice(view, chosen);
  if (!choice) return announce(t('link-chart.said.no-group'));
  await setFolded(acts, choice.groups, choice.fold);
}

export async function foldAll(acts: ChartActs, fold: boolean): Promise<void> {
  const groups = acts.view().groupRecords.filter((g) => Boolean(g.folded) !== fold);
  if (groups.length === 0)
    return announce(t(fold ? 'link-chart.said.nothing-to-fold' : 'link-chart.said.nothing-folded'));
  await setFolded(acts, groups, fold);
}

async function setFolded(acts: ChartActs, groups: readonly Group[], fold: boolean): Promise<void> {
  const first = groups[0];
  if (!first) return;
  const ids = groups.map((g) => g.id);
  const done = await acts.run(fold ? 'fold-group' : 'unfold-group', { groups: ids }, () =>
    groups.length === 1
      ? t(fold ? 'link-chart.said.folded-one' : 'link-chart.said.unfolded-one', { name: first.name })
      : t(fold ? 'link-chart.said.folded' : 'link-chart.said.unfolded', { count: groups.length }),
  );
  if (!done) return;
  select(ids);
  // The keyboard stays with what it acted on: the group's item, or the first of its members that is drawn again.
  requestAnimationFrame(() => {
    const { places } = acts.view();
    const at = fold ? first.id : first.members.find((m) => places.has(m));
    if (at !== undefined && places.has(at) && selection.get().includes(first.id)) acts.canvas?.setFocusItem(at);
  });
}
