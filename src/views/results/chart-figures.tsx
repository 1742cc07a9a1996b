import type { CaseState } from '#domain/change/case-state';
import type { MeasureUse } from '#domain/chart/applied-measure';
import type { Id } from '#domain/record';
import { LAST_RANK } from '#drawing/style/rank-badge';
import { useT } from '#i18n/react';
import type { OpenCase } from '#queries/open-case';
import { Button, MenuButton } from '#ui/controls/index';
import type { FigureRow } from '../figure-rows.ts';
import type { Answer } from '../last-answer.ts';
import { applyAnswer, outlineGroups } from './chart-acts.ts';

const USES: readonly MeasureUse[] = ['size', 'colour', 'outline', 'label', 'badge'];

/** The acts that show an answer on the chart in front, each taken back with one undo, and that take figures off it again. */
export function ChartFigures({
  open,
  state,
  chart,
  answer,
  rows,
}: {
  open: OpenCase;
  state: CaseState;
  chart: Id | undefined;
  answer: Answer;
  rows: readonly FigureRow[];
}) {
  const t = useT();
  const measured = answer.kind === 'measure';
  // What is not yet exact is not put where it stays; and values within groups are not on one scale, which a chart could not say of each.
  const noChart =
    answer.kind === 'measure' && answer.refining
      ? { disabledReason: t('figure-facts.refining.no-chart') }
      : measured && 'within' in answer.result
        ? { disabledReason: t('figure-facts.within.no-chart') }
        : chart
          ? {}
          : { disabledReason: t('results.no-chart') };
  const apply = (use: MeasureUse) => chart && void applyAnswer(open, chart, use, answer, rows);
  const shown = USES.filter((use) => chart && state.get(`${chart}!${use}`));
  const clear = (use: readonly MeasureUse[]) => chart && void open.run('clear-measure', { chart, use });
  return (
    <>
      {measured ? (
        <Button onClick={() => apply('size')} {...noChart}>
          {t('results.size-by')}
        </Button>
      ) : (
        <>
          <Button onClick={() => apply('colour')} {...noChart}>
            {t('results.colour-by')}
          </Button>
          <Button onClick={() => chart && void outlineGroups(open, chart, answer)} {...noChart}>
            {t('results.outline')}
          </Button>
        </>
      )}
      <MenuButton
        label={t('applied.write')}
        {...noChart}
        entries={[
          {
            id: 'label',
            label: t(measured ? 'applied.write.label' : 'applied.write.groups'),
            onSelect: () => apply('label'),
          },
          ...(measured
            ? [
                {
                  id: 'badge',
                  label: t('applied.write.badge', { last: LAST_RANK }),
                  onSelect: () => apply('badge'),
                },
              ]
            : []),
        ]}
      >
        {t('applied.write')}
      </MenuButton>
      {shown.length === 1 && (
        <Button variant="quiet" onClick={() => clear(shown)}>
          {t('results.clear')}
        </Button>
      )}
      {shown.length > 1 && (
        <MenuButton
          variant="quiet"
          label={t('results.clear')}
          entries={[
            ...shown.map((use) => ({ id: use, label: t(`applied.clear.${use}`), onSelect: () => clear([use]) })),
            { id: 'all', label: t('applied.clear.all'), onSelect: () => clear(shown) },
          ]}
        >
          {t('results.clear')}
        </MenuButton>
      )}
    </>
  );
}
