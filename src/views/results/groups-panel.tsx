import './groups.css';
import { useMemo, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { groupingText } from '#i18n/record-words';
import { communityCatalogue } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { type GroupingName, groupingNames } from '#queries/groupings';
import { Note, Select } from '#ui/controls/index';
import { overlapText, qualityText, stabilityText } from '../groups-words.ts';
import type { Answer } from '../last-answer.ts';
import { GroupBars } from './group-bars.tsx';
import { GroupsOverlap } from './groups-overlap.tsx';
import { ResolutionSlider } from './groups-resolution.tsx';
import { GroupsTree, type TreeShape } from './groups-tree.tsx';

const takesResolution = (method: string) =>
  communityCatalogue.some((m) => m.id === method && m.parameters.some((p) => p.name === 'resolution'));

/** What stands above the groups: how good and how sure the division is, its resolution, and what it goes together with. */
export function GroupsPanel({
  answer,
  state,
  selected,
}: {
  answer: Extract<Answer, { readonly kind: 'groups' }>;
  state: CaseState;
  selected: readonly Id[];
}) {
  const t = useT();
  const open = useOpenCase();
  const [chosen, setName] = useState<GroupingName | ''>('');
  const [tree, setTree] = useState<TreeShape>('none');
  const { result } = answer;
  const { version } = state;
  // What nobody in this answer has, or may be told of, divides nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state changes in place; its version says so.
  const names = useMemo(
    () =>
      groupingNames(
        state,
        result.rows.map((r) => r.id),
      ),
    [state, version, result],
  );
  const name = names.some((n) => n === chosen) ? chosen : '';
  const overlap = useMemo(() => overlapText(t, result), [t, result]);
  const said = [qualityText(t, result), stabilityText(t, result)].filter((s) => s !== undefined);
  return (
    <div className="groups-panel">
      {overlap !== undefined && <Note>{overlap}</Note>}
      {said.length > 0 && <p className="groups-said">{said.join(' ')}</p>}
      {result.cutOff && <Note tone="warning">{tDynamic(`communities.cut-off.${result.cutOff}`)}</Note>}
      <div className="row groups-controls">
        {takesResolution(result.method) && <ResolutionSlider answer={answer} open={open} />}
        <Select<GroupingName | ''>
          label={t('groups.compare')}
          value={name}
          onChange={setName}
          options={[
            { value: '', label: t('groups.compare.nothing') },
            ...names.map((g) => ({ value: g, label: groupingText(g) })),
          ]}
        />
      </div>
      <GroupsTree state={state} result={result} selected={selected} shape={tree} onShape={setTree} />
      {/* Bars and tree at once would leave the groups below no room. */}
      {tree === 'none' && <GroupBars state={state} result={result} name={name} />}
      {name !== '' && <GroupsOverlap state={state} result={result} name={name} />}
    </div>
  );
}
