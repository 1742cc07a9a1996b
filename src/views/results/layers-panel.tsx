import { startTransition, useMemo, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { searchKey } from '#domain/identifiers/matching';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { ByLayerResult } from '#queries/by-layer';
import { useCaseSnapshot } from '#queries/case-context';
import type { LayersResult } from '#queries/whole-network';
import { select } from '#session/selection';
import { Segmented, Select } from '#ui/controls/index';
import { DataGrid, type GridColumn } from '#ui/grid/index';
import { type LayeredMeasure, type NetworkAsked, USUAL_LAYERED } from '../last-answer.ts';
import { entityColumn, headWidth, typeColumn } from './entity-columns.tsx';
import { LayersOptions, layerChoices } from './layers-options.tsx';
import {
  kindName,
  type LayerColumn,
  layerColumns,
  layersMethod,
  layersSaid,
  layersTold,
  shareText,
} from './layers-words.ts';
import { LongWorkNote } from './long-work-note.tsx';
import { MethodLine } from './method-line.tsx';
import { useLayers } from './use-layers.ts';
import { WholeHead } from './whole-head.tsx';

/** Both on one screen would leave neither the room it needs. */
const SHAPES = ['kinds', 'entities'] as const;

/** How large each kind of link is, and how far it joins the same pairs as others. */
function KindsTable({ layers: { layers, all, overlap } }: { layers: LayersResult }) {
  const t = useT();
  const sizes = ({ nodes, links, lines }: typeof all) =>
    Object.entries({ nodes, links, lines }).map(([size, n]) => (
      <td key={size} className="num">
        {number(n)}
      </td>
    ));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard.
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
            {layers.map(({ linkType }) => (
              <th key={linkType} scope="col" className="num">
                {kindName(linkType)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {layers.map((layer, a) => (
            <tr key={layer.linkType}>
              <th scope="row">{kindName(layer.linkType)}</th>
              {sizes(layer)}
              {overlap[a]!.map((v, b) => (
                <td key={layers[b]!.linkType} className="num">
                  {a === b ? '' : shareText(v)}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('link-figures.layers.all')}</th>
            {sizes(all)}
            <td colSpan={layers.length} />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

interface Row {
  readonly id: Id;
}

/** Everybody's value and rank over all kinds of links together and in each alone. */
function ValuesGrid({
  state,
  layers,
  measured,
  chosen,
}: {
  state: CaseState;
  layers: LayersResult;
  measured: ByLayerResult;
  chosen: readonly Id[];
}) {
  const t = useT();
  // Names change while an answer stands: somebody is protected, renamed or merged.
  const { version } = useCaseSnapshot();
  const found = useMemo(() => layerColumns(layers, measured), [layers, measured]);
  const measure = tDynamic(`measure.${measured.measure}.name`);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const columns = useMemo((): readonly GridColumn<Row>[] => {
    const pair = ({ linkType, title, cells, text }: LayerColumn): GridColumn<Row>[] => [
      {
        id: `value ${linkType ?? ''}`,
        title,
        about: linkType
          ? t('link-figures.layers.value', { measure, kind: title })
          : t('link-figures.layers.value-all', { measure }),
        kind: 'number',
        width: headWidth(title, 84),
        text: (r) => text(r.id),
        sortBy: (r) => cells.get(r.id)?.value,
      },
      {
        id: `rank ${linkType ?? ''}`,
        title: t('results.column.rank'),
        about: linkType ? t('link-figures.layers.rank', { kind: title }) : t('link-figures.layers.rank-all'),
        kind: 'number',
        width: 44,
        text: (r) => String(cells.get(r.id)?.rank ?? ''),
        sortBy: (r) => cells.get(r.id)?.rank,
      },
    ];
    return [
      entityColumn<Row>(state, t('results.column.entity')),
      ...found.flatMap(pair),
      typeColumn(state, t('results.column.type')),
    ];
  }, [found, measure, state, version, t]);
  return (
    <div className="results-grid">
      <DataGrid
        label={t('link-figures.layers.by-kind', { measure })}
        rows={found[0].rows}
        rowId={(r) => r.id}
        columns={columns}
        frozen={1}
        matches={(text, query) => searchKey(text).includes(searchKey(query))}
        opensAtTop
        selected={chosen}
        onSelect={select}
      />
    </div>
  );
}

/** Each kind of link as a network of its own: how large it is, how far it joins the same pairs as others, and who stands where in it by any measure. */
export function LayersPanel({
  asked,
  groupings,
  chosen,
  onMeasure,
  onAgain,
}: {
  asked: NetworkAsked;
  /** What entities can be sorted by. */
  groupings: readonly string[];
  chosen: readonly Id[];
  onMeasure: (layered: LayeredMeasure) => void;
  onAgain: () => void;
}) {
  const t = useT();
  const { state, version } = useCaseSnapshot();
  const question = t('link-figures.layers.question');
  const layered = asked.layered ?? USUAL_LAYERED;
  const [chosenShape, setShape] = useState<(typeof SHAPES)[number]>();
  // Where a measure was asked for, it is what is looked for.
  const shape = chosenShape ?? (asked.layered ? 'entities' : 'kinds');
  const found = useLayers(asked, onMeasure);
  const { result } = found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const said = useMemo(() => result && layersSaid(state, result, asked.asked), [state, version, result, asked]);
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
          result && (result.measured || result.long)
            ? { revision: result.layers.revision, as: (now) => layersTold(now, result, asked.asked) }
            : undefined
        }
      >
        <Segmented
          label={t('link-figures.layers.shape')}
          value={shape}
          // A table of thousands is drawn in breaths.
          onChange={(next) => startTransition(() => setShape(next))}
          options={SHAPES.map((value) => ({ value, label: t(`link-figures.layers.shape.${value}`) }))}
        />
        {shape === 'entities' && (
          <Select
            side
            label={t('link-figures.layers.measure')}
            value={layered.id}
            onChange={(id) => onMeasure({ id, parameters: {} })}
            options={layerChoices()}
          />
        )}
      </WholeHead>
      {shape === 'entities' && (
        <LayersOptions key={JSON.stringify(layered)} layered={layered} groupings={groupings} onMeasure={onMeasure} />
      )}
      {shape === 'entities' && result?.long && <LongWorkNote long={result.long} />}
      {shape === 'entities' && said?.said !== undefined && (
        <div className="results-said" role="status">
          <p>
            <b>{said.said}</b>
          </p>
          {said.caveats.map((c) => (
            <p key={c}>{c}</p>
          ))}
        </div>
      )}
      {result && shape === 'kinds' && <KindsTable layers={result.layers} />}
      {result?.measured && shape === 'entities' && (
        <ValuesGrid state={state} layers={result.layers} measured={result.measured} chosen={chosen} />
      )}
      {result && <MethodLine method={layersMethod(result, asked.asked).join('\n')} />}
    </>
  );
}
