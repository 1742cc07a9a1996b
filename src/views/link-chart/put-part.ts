import type { Group } from '#domain/chart/group';
import { type Placement, placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import { refusalText } from '#i18n/record-words';
import type { AnalysisDesk } from '#queries/analysis';
import { newId } from '#queries/ids';
import type { OpenCase } from '#queries/open-case';
import { startJob } from '#session/jobs';
import { openPane } from '#session/panes';
import { announce } from '#ui/dialogs/index';
import { FreePlaces } from './free-place.ts';

/** Room round an icon with its label, for the layout. */
const RADIUS = 45;
const FOLDED_RADIUS = 60;
/** Between members round the middle of their group, chart units. */
const MEMBER_ROOM = 60;
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/** What becomes a chart of its own. */
export interface Part {
  readonly name: string;
  readonly ids: readonly Id[];
  /** Members of the groups in which they are folded; who is in none is drawn himself. */
  readonly groups?: readonly (readonly Id[])[];
}

/** A new chart of these on the same records, laid out in the worker: one change, one undo. */
export async function putOnChart(open: OpenCase, desk: AnalysisDesk | null, part: Part): Promise<void> {
  const { state } = open.snapshot();
  const chart = newId();
  const groups = (part.groups ?? []).map(
    (members, i): Group => ({
      id: newId(),
      kind: 'group',
      chart,
      name: t('link-chart.found-group', { name: i + 1 }),
      members,
      // Figured, not stated by anybody.
      strength: 'tentative',
      folded: true,
    }),
  );
  const standIn = new Map(groups.flatMap((g) => g.members.map((m) => [m, g.id] as const)));
  const free = new FreePlaces([]);
  const spread = [
    ...groups.map((g) => ({ id: g.id, radius: FOLDED_RADIUS })),
    ...part.ids.filter((id) => !standIn.has(id)).map((id) => ({ id, radius: RADIUS })),
  ].map((item) => ({ ...item, ...free.near({ x: 0, y: 0 }), pinned: false }));
  const places = new Map(spread.map(({ id, x, y }) => [id, { x, y }]));
  if (desk) {
    const stop = new AbortController();
    const job = startJob(t('link-chart.layout.running', { of: spread.length }), () => stop.abort());
    const run = { signal: stop.signal, onProgress: (p: { done: number; of: number }) => job.progress(p.done, p.of) };
    const laid = await desk.layout(state, { layout: 'stress', items: spread, standIn }, run);
    job.end();
    // Cancelled: the chart is not made. Any other fault leaves the items where there is room.
    if (!laid.ok && laid.code === 'cancelled') return;
    if (laid.ok) for (const { id, x, y } of laid.figure) places.set(id, { x, y });
  }
  for (const g of groups) for (const [id, at] of roundabout(g.members, places.get(g.id)!)) places.set(id, at);
  const placements = part.ids.map(
    (item): Placement => ({ id: placementId(chart, item), kind: 'placement', chart, item, ...places.get(item)! }),
  );
  const made = { id: chart, kind: 'chart', name: part.name, multiplicity: 'single', skin: 'icons' } as const;
  const outcome = await open.run('create-chart', { chart: made, placements, ...(groups.length > 0 && { groups }) });
  announce(
    refusalText(outcome) ??
      (groups.length > 0
        ? t('link-chart.too-many.made-folded', { name: part.name, count: groups.length })
        : t('link-chart.too-many.made', { count: part.ids.length, name: part.name })),
  );
  if (outcome.saved) openPane({ view: 'link-chart', chart });
}

/** Places round the middle of a group, as seeds sit in a sunflower: unfolded, its members stand there. */
function roundabout(members: readonly Id[], middle: { x: number; y: number }): [Id, { x: number; y: number }][] {
  return members.map((id, i) => {
    const radius = MEMBER_ROOM * Math.sqrt(i);
    const angle = i * GOLDEN;
    return [
      id,
      { x: Math.round(middle.x + radius * Math.cos(angle)), y: Math.round(middle.y + radius * Math.sin(angle)) },
    ];
  });
}

/** Groups found among these by who is linked with whom (Louvain); one alone is no group. Undefined when it was broken off. */
export async function findGroups(open: OpenCase, desk: AnalysisDesk, ids: readonly Id[]): Promise<Id[][] | undefined> {
  const { state, head } = open.snapshot();
  const stop = new AbortController();
  const job = startJob(t('link-chart.too-many.finding'), () => stop.abort());
  const scope = { kind: 'chart', entities: new Set(ids), events: true } as const;
  const request = { scope, direction: 'ignore', weights: 'count', revision: head.seq } as const;
  const found = await desk.communities(
    state,
    request,
    'louvain',
    { runs: 10 },
    {
      signal: stop.signal,
      onProgress: (p) => job.progress(p.done, p.of),
    },
  );
  job.end();
  if (!found.ok) return undefined;
  const groups = new Map<number, Id[]>();
  for (const { id, community } of found.figure.rows) {
    const list = groups.get(community);
    if (list) list.push(id);
    else groups.set(community, [id]);
  }
  return [...groups.values()].filter((g) => g.length > 1).sort((a, b) => b.length - a.length);
}
