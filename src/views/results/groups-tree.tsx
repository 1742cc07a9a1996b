import { useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import type { CommunityResult } from '#queries/groups';
import { Segmented } from '#ui/controls/index';
import { type Tree, treeOf } from './tree-layout.ts';

const SHAPES = ['none', 'drawing', 'table'] as const;
export type TreeShape = (typeof SHAPES)[number];
const ROW = 14;
const NAMES = 170;
const WIDTH = 400;
const MOST_LETTERS = 26;
/** Names of those who part off that a line of the table lists. */
const MOST_NAMES = 5;

/** How the network falls apart step by step: as a tree from the entities up, and as a table of its splits. */
export function GroupsTree({
  state,
  result,
  selected,
  shape,
  onShape,
}: {
  state: CaseState;
  result: CommunityResult;
  selected: readonly Id[];
  shape: TreeShape;
  onShape: (shape: TreeShape) => void;
}) {
  const t = useT();
  const tree = useMemo(() => treeOf(result), [result]);
  if (!tree || tree.joins.length === 0) return null;
  return (
    <div className="groups-tree">
      <Segmented
        label={t('groups.tree')}
        value={shape}
        onChange={onShape}
        options={SHAPES.map((value) => ({ value, label: t(`groups.tree.${value}`) }))}
      />
      {shape === 'drawing' && <Drawing state={state} result={result} tree={tree} selected={new Set(selected)} />}
      {shape === 'table' && <Splits state={state} result={result} tree={tree} />}
    </div>
  );
}

interface Drawn {
  readonly state: CaseState;
  readonly result: CommunityResult;
  readonly tree: Tree;
}

function Drawing({ state, result, tree, selected }: Drawn & { readonly selected: ReadonlySet<Id> }) {
  const t = useT();
  const { leaves, joins, cut } = tree;
  const x = (step: number) => NAMES + (step / joins.length) * WIDTH;
  const y = (height: number) => (height + 0.5) * ROW;
  const short = (id: Id) => {
    const letters = [...nameOf(state.entity(id))];
    return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS - 1).join('')}…` : letters.join('');
  };
  const height = leaves.length * ROW;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className="groups-tree-drawing" tabIndex={0}>
        <svg
          role="img"
          aria-label={t('groups.tree.label', { count: result.sizes.length, entities: number(leaves.length) })}
          width={NAMES + WIDTH + 12}
          height={height}
        >
          {leaves.map((row, i) => {
            const { id } = result.rows[row]!;
            return (
              <text
                key={id}
                x={NAMES - 6}
                y={y(i) + 4}
                textAnchor="end"
                className={selected.has(id) ? 'selected' : undefined}
              >
                {short(id)}
              </text>
            );
          })}
          {joins.map(({ step, ends: [a, b] }) => (
            <path
              key={step}
              className={step <= cut ? 'within' : undefined}
              d={`M${x(a.step)} ${y(a.height)}H${x(step)}V${y(b.height)}H${x(b.step)}`}
            />
          ))}
          <path className="cut" d={`M${x(cut + 0.5)} 0V${height}`} />
        </svg>
      </div>
      <p className="groups-said">{t('groups.tree.legend')}</p>
    </>
  );
}

/** The splits, from the whole down to the groups of the answer and on to single entities. */
function Splits({ state, result, tree }: Drawn) {
  const t = useT();
  const named = (rows: readonly number[]) => {
    const names = rows.slice(0, MOST_NAMES).map((row) => nameOf(state.entity(result.rows[row]!.id)));
    const more = rows.length - names.length;
    return more > 0 ? t('groups.tree.more', { names: names.join(', '), count: more }) : names.join(', ');
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <div className="groups-tree-drawing groups-overlap" tabIndex={0}>
      <table>
        <caption className="visually-hidden">{t('groups.tree.table.about')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('groups.tree.groups')}</th>
            <th scope="col">{t('groups.tree.modularity')}</th>
            <th scope="col">{t('groups.tree.sizes')}</th>
            <th scope="col" className="names">
              {t('groups.tree.parts-off')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tree.joins.toReversed().map(({ step, groups, modularity, parts: [few, many] }) => (
            <tr key={step} className={groups === result.sizes.length ? 'answer' : undefined}>
              <th scope="row">
                {groups === result.sizes.length ? t('groups.tree.this', { count: groups }) : number(groups)}
              </th>
              <td>{number(modularity, { minimumFractionDigits: 4, maximumFractionDigits: 4 })}</td>
              <td>{t('groups.tree.split', { many: number(many.length), few: number(few.length) })}</td>
              <td className="names">{named(few)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
