import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot } from '#queries/case-context';
import type { WeakestLink } from '#queries/how-sure';
import { SmallTable } from '#ui/controls/index';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { named } from '../answer-sentence.ts';
import { changeText } from '../figure-table.ts';
import { leadSentences } from '../how-sure-note.ts';
import { entityColumn } from './entity-columns.tsx';
import { MethodLine } from './method-line.tsx';

type Row = WeakestLink['rows'][number];

function kendallText({ kendall, reason }: WeakestLink['cuts'][number]): string {
  if (kendall !== undefined) return number(kendall, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return reason ? tDynamic(`sure.reason.${reason}`) : '';
}

/** The same ranking over all links and over those that are better borne out, side by side: what changes, and who leads in which alone. */
export function CutPanel({
  state,
  figure,
  selected,
  onSelect,
}: {
  state: CaseState;
  figure: WeakestLink;
  selected: readonly Id[];
  onSelect: (ids: readonly Id[]) => void;
}) {
  const t = useT();
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const columns = useMemo(
    (): readonly GridColumn<Row>[] => [
      {
        id: 'rank',
        title: t('results.column.rank'),
        kind: 'number',
        width: 44,
        text: (r) => String(r.cells[0]?.rank ?? ''),
        sortBy: (r) => r.cells[0]?.rank,
      },
      entityColumn<Row>(state, t('results.column.entity')),
      ...figure.cuts.slice(1).map((cut, i): GridColumn<Row> => {
        const at = i + 1;
        return {
          id: cut.id,
          title: tDynamic(`sure.cut.${cut.id}`),
          about: tDynamic(`sure.cut.${cut.id}`),
          kind: 'number',
          width: 150,
          text: (r) => {
            const [before, now] = [r.cells[0]?.rank, r.cells[at]?.rank];
            if (now === undefined) return tDynamic(`measure.reason.${r.cells[at]?.reason ?? 'no-links'}`);
            return before === undefined || before === now
              ? number(now)
              : t('results.cuts.rank', { rank: number(now), change: changeText(before - now) });
          },
          sortBy: (r) => r.cells[at]?.rank,
        };
      }),
    ],
    [state, version, figure, t],
  );
  return (
    <>
      <div className="results-said" role="status">
        {leadSentences(state, figure).map((sentence, i) => (
          <p key={sentence}>{i === 0 ? <b>{sentence}</b> : sentence}</p>
        ))}
        {figure.ungraded && <p>{t('results.cuts.ungraded')}</p>}
      </div>
      <div className="results-cuts">
        <SmallTable
          caption={t('results.view.cuts')}
          hideCaption
          rows={figure.cuts}
          rowId={(cut) => cut.id}
          columns={[
            { id: 'links', title: t('results.cuts.links'), head: true, cell: (cut) => tDynamic(`sure.cut.${cut.id}`) },
            { id: 'lines', title: t('results.cuts.lines'), figure: true, cell: (cut) => number(cut.lines) },
            { id: 'leader', title: t('results.cuts.leader'), cell: (cut) => named(state, cut.leaders) },
            { id: 'kendall', title: t('results.cuts.kendall'), figure: true, cell: kendallText },
            {
              id: 'enters',
              title: t('results.cuts.enters', { top: number(figure.top) }),
              cell: (cut) => named(state, cut.enters, figure.top),
            },
          ]}
        />
      </div>
      <div className="results-grid">
        <DataGrid
          label={t('results.view.cuts')}
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
      <MethodLine method={`${t('sure.method.agreement')} ${t('sure.cut.about')}`} />
    </>
  );
}
