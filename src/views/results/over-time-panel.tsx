import { useMemo, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import type { OverTime } from '#queries/over-time';
import { EmptyState, Note, Segmented } from '#ui/controls/index';
import type { GridColumn } from '#ui/grid/index';
import type { FigureTable } from '../figure-table.ts';
import { decimalsOf, figureWriter } from '../figure-words.ts';
import type { MeasureAnswer } from '../last-answer.ts';
import { firstOverTime, overTimeMethod, SLICE_UNITS, slicesSaid } from '../over-time-words.ts';
import { sliceText } from '../slice-words.ts';
import { FigureGrid } from './figure-grid.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { MethodLine } from './method-line.tsx';
import { flowOfTime } from './rank-flow.ts';
import { Sparkline } from './sparkline.tsx';
import { StaleNote } from './stale-note.tsx';
import { useMeasureOverTime } from './use-over-time.ts';

/** All lines of the table on one scale, so that they can be compared; or each on its own, so that small ones show their shape. */
const SCALES = ['one', 'own'] as const;
const SHAPES = ['table', 'flow'] as const;

type Cells = OverTime['rows'][number]['cells'];

/** The figure by slice of time beside that of the answer: as a line, as its ranks in words, and the best of them. */
function useColumns(
  { rows, slices, unit, zone }: OverTime,
  scale: (typeof SCALES)[number],
): readonly GridColumn<{ readonly id: Id }>[] {
  const t = useT();
  return useMemo(() => {
    const cellsOf = new Map<Id, Cells>(rows.map((r) => [r.id, r.cells]));
    const of = (r: { readonly id: Id }) => cellsOf.get(r.id) ?? [];
    const known = (r: { readonly id: Id }) => of(r).flatMap((c) => (c.value === undefined ? [] : [c.value]));
    const write = figureWriter(
      decimalsOf(
        [...cellsOf.keys()].flatMap((id) => known({ id })),
        4,
      ),
    );
    const every = [...cellsOf.keys()].flatMap((id) => known({ id }));
    // One by one: there can be more than a call takes arguments.
    const shared = every.reduce<readonly [number, number]>(
      ([low, high], v) => [Math.min(low, v), Math.max(high, v)],
      [0, 0],
    );
    const range = (r: { readonly id: Id }) => {
      const values = known(r);
      if (values.length === 0) return t('over-time.nowhere');
      const [low, high] = [Math.min(...values), Math.max(...values)];
      return t('over-time.range', { low: write(low), high: write(high), count: values.length });
    };
    const best = (r: { readonly id: Id }) => {
      const ranks = of(r).flatMap((c) => (c.rank === undefined ? [] : [c.rank]));
      return ranks.length === 0 ? undefined : Math.min(...ranks);
    };
    return [
      {
        id: 'over-time',
        title: `${t('over-time.column', { count: slices.length })}, ${t(`over-time.scale.${scale}.short`)}`,
        about: t(`over-time.column.about.${scale}`),
        width: 268,
        text: range,
        sortBy: (r) => known(r).length,
        render: (r) => (
          <span className="row">
            <Sparkline values={of(r).map((c) => c.value ?? null)} {...(scale === 'one' && { range: shared })} />
            <small className="muted">{range(r)}</small>
          </span>
        ),
      },
      {
        id: 'best',
        title: t('over-time.column.best'),
        width: 116,
        kind: 'number',
        text: (r) => {
          const rank = best(r);
          if (rank === undefined) return '';
          const at = slices[of(r).findIndex((c) => c.rank === rank)]!;
          return t('over-time.best', { rank: number(rank), slice: sliceText(at.from, unit, zone) });
        },
        sortBy: best,
      },
      {
        id: 'ranks',
        title: t('over-time.column.ranks'),
        about: t('over-time.column.ranks.about'),
        width: 190,
        text: (r) =>
          of(r)
            .map((c) => (c.rank === undefined ? '–' : number(c.rank)))
            .join(' · '),
        sortable: false,
      },
    ];
  }, [rows, slices, unit, zone, scale, t]);
}

interface Shown {
  readonly table: FigureTable;
  readonly state: CaseState;
  readonly selected: readonly Id[];
  readonly onSelect: (ids: readonly Id[]) => void;
}

/** How the ranking of an answer went over time, by week, month or year. */
export function OverTimePanel({
  answer,
  unit,
  onUnit,
  ...rest
}: Shown & {
  readonly answer: MeasureAnswer;
  readonly unit: (typeof SLICE_UNITS)[number];
  readonly onUnit: (unit: (typeof SLICE_UNITS)[number]) => void;
}) {
  const t = useT();
  const [shape, setShape] = useState<(typeof SHAPES)[number]>('table');
  const [scale, setScale] = useState<(typeof SCALES)[number]>('one');
  const { figure, problem, stale, checking, again } = useMeasureOverTime(answer, unit);
  return (
    <>
      <div className="results-columns">
        <Segmented
          label={t('over-time.unit')}
          value={unit}
          onChange={onUnit}
          options={SLICE_UNITS.map((value) => ({ value, label: t(`over-time.unit.${value}`) }))}
        />
        <Segmented
          label={t('over-time.shape')}
          value={shape}
          onChange={setShape}
          options={SHAPES.map((value) => ({ value, label: t(`over-time.shape.${value}`) }))}
        />
        {shape === 'table' && (
          <Segmented
            label={t('over-time.scale')}
            value={scale}
            onChange={setScale}
            options={SCALES.map((value) => ({ value, label: t(`over-time.scale.${value}`) }))}
          />
        )}
      </div>
      {problem && (
        <Note tone="warning" live>
          {problem}
        </Note>
      )}
      {checking && <p className="muted results-legend">{t('results.checking')}</p>}
      {figure && stale && (
        <StaleNote text={t('over-time.stale', { revision: number(figure.revision) })} onAgain={again} />
      )}
      {!figure && !problem && <EmptyState title={t('results.sure.waiting')} />}
      {figure && <Slices figure={figure} shape={shape} scale={scale} {...rest} />}
    </>
  );
}

function Slices({
  figure,
  shape,
  scale,
  table,
  ...rest
}: Shown & {
  readonly figure: OverTime;
  readonly shape: (typeof SHAPES)[number];
  readonly scale: (typeof SCALES)[number];
}) {
  const columns = useColumns(figure, scale);
  const flow = useMemo(() => flowOfTime(figure), [figure]);
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  const { state } = rest;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const said = useMemo(() => firstOverTime(state, figure), [state, version, figure]);
  return (
    <>
      <div className="results-said" role="status">
        {said.map((words) => (
          <p key={words}>{words}</p>
        ))}
      </div>
      <Note tone={figure.undated > 0 ? 'warning' : 'info'}>{slicesSaid(figure)}</Note>
      {shape === 'flow' ? (
        <FlowPanel figure={flow} {...rest} />
      ) : (
        <FigureGrid table={table} more={columns} withoutBar {...rest} />
      )}
      <MethodLine method={overTimeMethod(figure)} />
    </>
  );
}
