import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import type { HowSure, RankInterval } from '#queries/how-sure';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { decimalsOf, figureWriter } from '../figure-words.ts';
import { firstPlaceText, shareOfResamples } from '../first-place.ts';
import { sourceSentence, sureMethodNote, warningText } from '../how-sure-note.ts';
import type { AskedGraph } from '../last-answer.ts';
import { sourceName } from '../source-names.ts';
import { entityColumn } from './entity-columns.tsx';
import { MethodLine } from './method-line.tsx';
import { Whisker } from './whisker.tsx';

/** Ranks that the axis has room for at least, and the rows it is made for. */
const LEAST_AXIS = 10;
const MADE_FOR = 15;

/** Rank intervals as whiskers, chances of the first places, and the source that moves each most. */
export function IntervalPanel({
  state,
  figure,
  asked,
  selected,
  onSelect,
}: {
  state: CaseState;
  figure: HowSure;
  /** Which links the ranking counts. */
  asked: Pick<AskedGraph, 'confirmedOnly'>;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const columns = useMemo((): readonly GridColumn<RankInterval>[] => {
    const ranked = figure.rows.filter((r) => r.rank !== undefined);
    const axis = ranked.slice(0, MADE_FOR).reduce((most, r) => Math.max(most, Math.ceil(r.high)), LEAST_AXIS);
    const write = figureWriter(decimalsOf(figure.rows.flatMap((r) => (r.value === undefined ? [] : [r.value]))));
    const share = (id: 'lead' | 'top3' | 'top5' | 'top10'): GridColumn<RankInterval> => ({
      id,
      title: t(`results.sure.${id}`),
      about: t('results.sure.share.about'),
      kind: 'number',
      width: 56,
      text: (r) => shareOfResamples(r[id]),
      sortBy: (r) => r[id],
    });
    return [
      {
        id: 'rank',
        title: t('results.column.rank'),
        kind: 'number',
        width: 44,
        text: (r) => String(r.rank ?? ''),
        sortBy: (r) => r.rank,
      },
      entityColumn<RankInterval>(state, t('results.column.entity')),
      {
        id: 'whisker',
        title: t('results.sure.interval', { axis: number(axis) }),
        about: t('results.sure.interval.about'),
        kind: 'number',
        width: 165,
        text: (r) => t('results.sure.from-to', { low: number(r.low), high: number(r.high) }),
        sortBy: (r) => r.high - r.low,
        render: (r) =>
          r.rank === undefined ? undefined : <Whisker low={r.low} high={r.high} rank={r.rank} axis={axis} />,
      },
      {
        id: 'interval',
        title: t('results.sure.ranks'),
        kind: 'number',
        width: 66,
        text: (r) => t('results.sure.from-to', { low: number(r.low), high: number(r.high) }),
        sortBy: (r) => r.low * 10_000 + r.high,
      },
      share('lead'),
      share('top3'),
      share('top5'),
      share('top10'),
      {
        id: 'source',
        title: t('results.sure.source'),
        about: t('results.sure.source.about'),
        width: 150,
        text: (r) =>
          r.source
            ? t('results.sure.source.rank', {
                source: sourceName(state, r.source.id),
                rank: number(r.source.rank),
              })
            : '',
      },
      {
        id: 'value',
        title: tDynamic(`measure.${figure.measure}.name`),
        kind: 'number',
        width: 100,
        text: (r) =>
          r.value === undefined
            ? t('results.undefined', { reason: tDynamic(`measure.reason.${r.reason}`) })
            : write(r.value),
        sortBy: (r) => r.value,
      },
    ];
  }, [state, version, figure, t]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const words = useMemo(
    () => [firstPlaceText(state, figure, asked), sourceSentence(state, figure)].filter((w) => w !== undefined),
    [state, version, figure, asked],
  );
  const method = sureMethodNote(figure);
  return (
    <>
      <div className="results-said" role="status">
        {words.map((w) => (
          <p key={w}>{w}</p>
        ))}
      </div>
      <div className="results-grid">
        <DataGrid
          label={t('results.sure.intervals')}
          rows={figure.rows}
          rowId={(r) => r.id}
          columns={columns}
          frozen={2}
          matches={(text, query) => searchKey(text).includes(searchKey(query))}
          opensAtTop
          selected={selected}
          onSelect={onSelect}
        />
      </div>
      {figure.warnings.length > 0 && (
        <details className="results-warnings">
          <summary>{t('results.sure.warnings', { count: figure.warnings.length })}</summary>
          <ul>
            {figure.warnings.map((w) => {
              const text = warningText(state, w);
              return <li key={text}>{text}</li>;
            })}
          </ul>
        </details>
      )}
      <MethodLine method={method} />
    </>
  );
}
