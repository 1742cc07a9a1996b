import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { type Figure, useAnalysis } from '#queries/analysis';
import { useCaseSnapshot } from '#queries/case-context';
import { degreesByLayer, type LayerDegreesResult } from '#queries/layer-degrees';
import { type LayersResult, networkLayers } from '#queries/whole-network';
import { select } from '#session/selection';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { type AskedScope, limitsOf, type NetworkAsked } from '../last-answer.ts';
import type { Told } from '../last-look.ts';
import { graphNote, whenNote } from '../method-note.ts';
import { entityColumn, headWidth, typeColumn } from './entity-columns.tsx';
import { MethodLine } from './method-line.tsx';
import { useWhole } from './use-whole.ts';
import { WholeHead } from './whole-head.tsx';

interface Both {
  readonly layers: LayersResult;
  readonly degrees: LayerDegreesResult;
}
type Row = LayerDegreesResult['rows'][number];

const share = (v: number) => (Number.isNaN(v) ? '–' : number(v, { maximumFractionDigits: 3 }));

/** What each column is, and of what graph. */
function methodOf({ layers }: Both, asked: AskedScope): string[] {
  return [
    say('link-figures.layers.counted'),
    say('link-figures.layers.overlap'),
    [...graphNote(layers, limitsOf(asked)), whenNote(layers)].join(' '),
  ];
}

/** The same for paper. */
function toldOf(
  state: CaseState,
  { layers: { layers, all, overlap }, degrees }: Both,
  method: readonly string[],
): Told {
  const kind = (linkType: string) => tDynamic(`link-type.${linkType}`);
  type Size = Pick<typeof all, 'nodes' | 'links' | 'lines'>;
  const sizes = (l: Size, write: (n: number) => string) => [write(l.nodes), write(l.links), write(l.lines)];
  const figure = true as const;
  const kinds = [
    { title: say('link-figures.layers.kind') },
    ...(['entities', 'pairs', 'lines'] as const).map((head) => ({ title: say(`link-figures.layers.${head}`), figure })),
    ...layers.map((l) => ({ title: kind(l.linkType), figure })),
  ];
  const people = [
    { title: say('results.column.entity') },
    { title: say('results.column.type') },
    ...degrees.layers.map((layer) => ({ title: kind(layer), figure })),
  ];
  const kindRows = (write: (n: number) => string, part: (v: number) => string) => [
    ...layers.map((l, a) => [
      kind(l.linkType),
      ...sizes(l, write),
      ...overlap[a]!.map((v, b) => (a === b ? '' : part(v))),
    ]),
    [say('link-figures.layers.all'), ...sizes(all, write), ...layers.map(() => '')],
  ];
  const peopleRows = (write: (n: number) => string) =>
    degrees.rows.map((r) => [
      nameOf(state.entity(r.id)),
      tDynamic(`entity-type.${state.entity(r.id)?.type ?? 'unknown'}`),
      ...degrees.layers.map((_, at) => (r.degrees[at] ? write(r.degrees[at]!) : '')),
    ]);
  const titles = (columns: readonly { readonly title: string }[]) => columns.map((c) => c.title);
  const plain = (v: number) => (Number.isNaN(v) ? '' : String(v));
  return {
    caveats: [],
    tables: [
      { columns: kinds, rows: kindRows(number, share), file: [titles(kinds), ...kindRows(String, plain)] },
      { columns: people, rows: peopleRows(number), file: [titles(people), ...peopleRows(String)] },
    ],
    method,
    named: degrees.rows.map((r) => r.id),
  };
}

/** Each kind of link as a network of its own: how large it is, how far it joins the same pairs as others, and who has how many contacts in it. */
export function LayersPanel({
  asked,
  chosen,
  onAgain,
}: {
  asked: NetworkAsked;
  chosen: readonly Id[];
  onAgain: () => void;
}) {
  const t = useT();
  const desk = useAnalysis();
  const { state, version } = useCaseSnapshot();
  const question = t('link-figures.layers.question');
  const found = useWhole(asked, question, async (now, request, run): Promise<Figure<Both>> => {
    const layers = await networkLayers(desk, now, request, run);
    if (!layers.ok) return layers;
    const degrees = await degreesByLayer(desk, now, request, run);
    return degrees.ok ? { ok: true, figure: { layers: layers.figure, degrees: degrees.figure } } : degrees;
  });
  const { result } = found;
  const method = result && methodOf(result, asked.asked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const columns = useMemo((): readonly GridColumn<Row>[] => {
    if (!result) return [];
    return [
      entityColumn<Row>(state, t('results.column.entity')),
      ...result.degrees.layers.map((layer, at): GridColumn<Row> => {
        const title = tDynamic(`link-type.${layer}`);
        const degree = (r: Row) => r.degrees[at] ?? 0;
        const text = (r: Row) => (degree(r) === 0 ? '' : number(degree(r)));
        return { id: layer, title, about: title, kind: 'number', width: headWidth(title, 90), text, sortBy: degree };
      }),
      typeColumn(state, t('results.column.type')),
    ];
  }, [result, state, version, t]);
  return (
    <>
      <WholeHead
        question={question}
        name={t('link-figures.layers.name')}
        asked={asked}
        found={found}
        onAgain={onAgain}
        file="layers"
        told={
          result && method && { revision: result.layers.revision, as: (now: CaseState) => toldOf(now, result, method) }
        }
      />
      {result && method && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
          <section className="results-network" tabIndex={0} aria-label={t('link-figures.layers.name')}>
            <p className="results-overlap muted">{t('link-figures.layers.overlap')}</p>
            <table className="grid">
              <caption className="visually-hidden">{t('link-figures.layers.name')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('link-figures.layers.kind')}</th>
                  {(['entities', 'pairs', 'lines'] as const).map((head) => (
                    <th key={head} scope="col" className="num">
                      {t(`link-figures.layers.${head}`)}
                    </th>
                  ))}
                  {result.layers.layers.map(({ linkType }) => (
                    <th key={linkType} scope="col" className="num">
                      {tDynamic(`link-type.${linkType}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {result.layers.layers.map((layer, a) => (
                  <tr key={layer.linkType}>
                    <th scope="row">{tDynamic(`link-type.${layer.linkType}`)}</th>
                    <td className="num">{number(layer.nodes)}</td>
                    <td className="num">{number(layer.links)}</td>
                    <td className="num">{number(layer.lines)}</td>
                    {result.layers.overlap[a]!.map((v, b) => (
                      <td key={result.layers.layers[b]!.linkType} className="num">
                        {a === b ? '' : share(v)}
                      </td>
                    ))}
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t('link-figures.layers.all')}</th>
                  <td className="num">{number(result.layers.all.nodes)}</td>
                  <td className="num">{number(result.layers.all.links)}</td>
                  <td className="num">{number(result.layers.all.lines)}</td>
                  <td colSpan={result.layers.layers.length} />
                </tr>
              </tbody>
            </table>
          </section>
          <div className="results-grid">
            <DataGrid
              label={t('link-figures.layers.degrees')}
              rows={result.degrees.rows}
              rowId={(r) => r.id}
              columns={columns}
              frozen={1}
              matches={(text, query) => searchKey(text).includes(searchKey(query))}
              opensAtTop
              selected={chosen}
              onSelect={select}
            />
          </div>
          <MethodLine method={method.join('\n')} />
        </>
      )}
    </>
  );
}
