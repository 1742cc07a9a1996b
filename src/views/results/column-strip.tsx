import { useT } from '#i18n/react';
import type { Scope } from '#queries/analysis';
import { IconButton, MenuButton } from '#ui/controls/index';
import type { FigureTable } from '../figure-table.ts';
import type { MeasureAnswer } from '../last-answer.ts';
import type { Setup } from './setup.ts';

/** The same measure over another graph, beside the answer. */
export function CompareButton({
  answer,
  unfit,
  onCompare,
}: {
  answer: MeasureAnswer;
  unfit: ReadonlySet<Scope['kind']>;
  onCompare: (over: Partial<Setup>) => void;
}) {
  const t = useT();
  const { asked } = answer;
  const scopes = (['case', 'chart', 'selection', 'filtered'] as const).filter((kind) => kind !== asked.kind);
  return (
    <MenuButton
      label={t('results.compare')}
      entries={[
        {
          id: 'strength',
          label: t(asked.confirmedOnly ? 'results.all-strengths' : 'results.confirmed-only'),
          onSelect: () => onCompare({ confirmedOnly: !asked.confirmedOnly }),
        },
        {
          id: 'kinds',
          label: t(asked.actorsOnly ? 'results.all-kinds' : 'results.actors-only'),
          onSelect: () => onCompare({ actorsOnly: !asked.actorsOnly }),
        },
        ...scopes.map((scope) => ({
          id: scope,
          label: t(`results.scope.${scope}`),
          ...(unfit.has(scope) && { disabledReason: t('results.scope.empty') }),
          onSelect: () => onCompare({ scope }),
        })),
      ]}
    >
      {t('results.compare')}
    </MenuButton>
  );
}

/** The columns beside the answer, each to be taken away. */
export function ColumnStrip({
  table,
  onRemove,
  onRemoveGroups,
}: {
  table: FigureTable;
  onRemove: (column: MeasureAnswer) => void;
  onRemoveGroups: () => void;
}) {
  const t = useT();
  const [, ...others] = table.columns;
  if (others.length === 0 && !table.groupsOf) return null;
  const chip = (key: string, title: string, remove: () => void) => (
    <span key={key} className="tag">
      {title}
      <IconButton icon="close" variant="quiet" label={t('results.column.remove', { column: title })} onClick={remove} />
    </span>
  );
  return (
    <>
      <span className="muted">{t('results.columns')}</span>
      {others.map((c, i) => chip(`${i} ${c.title}`, c.title, () => onRemove(c.answer)))}
      {table.groupsOf && chip('group', t('results.column.group'), onRemoveGroups)}
    </>
  );
}
