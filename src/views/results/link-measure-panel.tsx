import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { type LinkMeasureResult, type LinkRow, useLinkMeasures } from '#queries/link-measures';
import { select } from '#session/selection';
import { Button } from '#ui/controls/index';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { decimalsOf, figureWriter } from '../figure-words.ts';
import { limitsOf, type NetworkAsked } from '../last-answer.ts';
import type { Told } from '../last-look.ts';
import { methodNote } from '../method-note.ts';
import { showOnChart } from './chart-acts.ts';
import { headWidth } from './entity-columns.tsx';
import { MethodLine } from './method-line.tsx';
import { useWhole } from './use-whole.ts';
import { WholeHead } from './whole-head.tsx';

const rowKey = ({ from, to }: LinkRow) => `${from} ${to}`;

function valueText({ rows }: LinkMeasureResult): (row: LinkRow) => string {
  const write = figureWriter(decimalsOf(rows.flatMap((r) => r.value ?? [])));
  return ({ value, reason }) =>
    value === undefined ? say('results.undefined', { reason: tDynamic(`measure.reason.${reason}`) }) : write(value);
}

/** The same for paper and file. */
function toldOf(state: CaseState, result: LinkMeasureResult, name: string, note: string): Told {
  const text = valueText(result);
  const ends = (r: LinkRow) => [nameOf(state.entity(r.from)), nameOf(state.entity(r.to))];
  const columns: Told['tables'][number]['columns'] = [
    { title: say('link-figures.from') },
    { title: say('link-figures.to') },
    { title: name, figure: true },
    { title: say('link-figures.links'), figure: true },
  ];
  return {
    caveats: [],
    tables: [
      {
        columns,
        rows: result.rows.map((r) => [...ends(r), text(r), number(r.links.length)]),
        file: [
          columns.map((c) => c.title),
          ...result.rows.map((r) => [...ends(r), String(r.value ?? ''), String(r.links.length)]),
        ],
      },
    ],
    method: [note],
    named: result.rows.flatMap((r) => r.links),
  };
}

/** Links by a measure, the highest first: both ends and the value; whoever is chosen here is chosen on the chart. */
export function LinkMeasurePanel({
  measure,
  asked,
  chart,
  chosen,
  onAgain,
}: {
  measure: string;
  asked: NetworkAsked;
  chart: Id | undefined;
  chosen: readonly Id[];
  onAgain: () => void;
}) {
  const t = useT();
  const open = useOpenCase();
  const { state, version } = useCaseSnapshot();
  const ask = useLinkMeasures();
  const name = tDynamic(`measure.${measure}.name`);
  const found = useWhole(asked, name, (now, request, run) => ask(now, { ...request, measure }, run));
  const { result } = found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const columns = useMemo((): readonly GridColumn<LinkRow>[] => {
    if (!result) return [];
    const text = valueText(result);
    const end = (id: 'from' | 'to'): GridColumn<LinkRow> => ({
      id,
      title: t(`link-figures.${id}`),
      width: 200,
      text: (r) => nameOf(state.entity(r[id])),
    });
    return [
      end('from'),
      end('to'),
      {
        id: 'value',
        title: name,
        about: name,
        kind: 'number',
        width: headWidth(name, 120),
        text,
        sortBy: (r) => r.value,
      },
      { id: 'links', title: t('link-figures.links'), kind: 'number', width: 60, text: (r) => number(r.links.length) },
    ];
  }, [result, state, version, name, t]);
  const picked = new Set(chosen);
  const selected = result?.rows.filter((r) => r.links.some((id) => picked.has(id))) ?? [];
  const note = result && methodNote('measure', measure, result, limitsOf(asked.asked));
  const told =
    result && note !== undefined
      ? { revision: result.revision, as: (now: CaseState) => toldOf(now, result, name, note) }
      : undefined;
  return (
    <>
      <WholeHead
        question={tDynamic(`measure.${measure}.question`)}
        name={name}
        asked={asked}
        found={found}
        onAgain={onAgain}
        told={told}
        file="links"
      >
        {result && (
          <Button
            {...(!chart
              ? { disabledReason: t('results.no-chart') }
              : selected.length === 0
                ? { disabledReason: t('link-figures.choose') }
                : {
                    onClick: () =>
                      showOnChart(
                        open,
                        chart,
                        selected.flatMap((r) => r.links),
                      ),
                  })}
          >
            {t('link-figures.show')}
          </Button>
        )}
      </WholeHead>
      {result && note !== undefined && (
        <>
          <div className="results-grid">
            <DataGrid
              label={name}
              rows={result.rows}
              rowId={rowKey}
              columns={columns}
              matches={(text, query) => searchKey(text).includes(searchKey(query))}
              opensAtTop
              selected={selected.map(rowKey)}
              onSelect={(keys) => {
                const wanted = new Set(keys);
                select(result.rows.flatMap((r) => (wanted.has(rowKey(r)) ? r.links : [])));
              }}
            />
          </div>
          <MethodLine method={note} />
        </>
      )}
    </>
  );
}
