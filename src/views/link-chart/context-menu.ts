import type { Category } from '#domain/chart/placement';
import { categoryMarks } from '#drawing/style/categories';
import { type MessageKey, t } from '#i18n/index';
import { type ActionId, runAction, shortcut } from '#session/keys';
import type { MenuEntry } from '#ui/controls/index';
import type { ChartActs } from './chart-acts.ts';
import { foldChoice } from './fold-acts.ts';

const entry = (id: ActionId, label: MessageKey, more: { readonly danger?: boolean } = {}): MenuEntry => ({
  id,
  label: t(label),
  shortcut: shortcut(id),
  onSelect: () => runAction(id),
  ...more,
});

/** Acts on what is selected: those that fit it. */
export function itemEntries(acts: ChartActs, onAlign: () => void): readonly MenuEntry[] {
  const entities = acts.entities().length;
  // Folded groups too: what is done with one is done with who it stands for.
  const items = acts.items().length;
  const links = acts.links().length;
  const groups = acts.groups().length;
  const fold = foldChoice(acts.view(), [...acts.groups(), ...acts.entities().map((e) => e.id)]);
  const out: MenuEntry[] = [];
  if (entities + links + groups === 1)
    out.push(entry('open', 'link-chart.act.open'), entry('rename', 'link-chart.act.rename'));
  if (entities === 1 || entities === 2) out.push(entry('link', 'link-chart.act.link'));
  if (links > 0) out.push(entry('direction', 'link-chart.act.direction'));
  if (links + groups > 0) out.push(entry('strength', 'link-chart.act.strength'));
  if (fold)
    out.push({
      id: 'fold-group',
      label: t(fold.fold ? 'link-chart.act.fold' : 'link-chart.act.unfold', {
        name: fold.groups.map((g) => g.name).join(', '),
      }),
      shortcut: shortcut('fold-group'),
      onSelect: () => runAction('fold-group'),
    });
  if (items + links > 0)
    out.push(
      { separator: true },
      entry('select-neighbours', 'link-chart.act.select-neighbours'),
      ...(items > 1
        ? [entry('select-path', 'link-chart.act.select-path'), entry('find-paths', 'link-chart.act.find-paths')]
        : []),
      entry('select-component', 'link-chart.act.select-component'),
    );
  if (items > 0)
    out.push(
      entry('expand', 'link-chart.act.expand'),
      { separator: true },
      ...(entities > 0 ? [entry('group', 'link-chart.act.group')] : []),
      entry('pin', 'link-chart.act.pin'),
    );
  if (items > 1) out.push({ id: 'align', label: t('link-chart.align.menu'), onSelect: onAlign });
  if (items + links > 0) out.push(entry('hide', 'link-chart.act.hide'));
  if (items > 0) out.push(entry('remove-from-chart', 'link-chart.act.remove'));
  out.push(entry('delete', 'link-chart.act.delete', { danger: true }));
  return out;
}

/** Acts on the chart, where nothing is selected. */
export function canvasEntries(): readonly MenuEntry[] {
  return [
    entry('new-entity-1', 'link-chart.empty.type'),
    entry('select-all', 'link-chart.act.select-all'),
    entry('reveal-all', 'link-chart.reveal-all'),
    entry('fold-groups', 'link-chart.act.fold-all'),
    entry('unfold-groups', 'link-chart.act.unfold-all'),
    entry('fit', 'link-chart.fit'),
  ];
}

export function colourEntries(choose: (category: Category | undefined) => void): readonly MenuEntry[] {
  return [
    { id: 'none', label: t('link-chart.act.colour.none'), onSelect: () => choose(undefined) },
    ...categoryMarks.map((m) => ({
      id: `colour-${m.category}`,
      label: t('link-chart.act.colour.n', {
        n: m.category,
        shape: t(`link-chart.shape.${m.shape}` as MessageKey),
      }),
      onSelect: () => choose(m.category),
    })),
  ];
}
