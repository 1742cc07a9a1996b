import cytoscape, { type Core } from 'cytoscape';
import type { Id } from '#domain/record';
import type { PlacedItem } from './canvas-types.ts';
import type { PlainScene } from './plain-scene.ts';

let registered: Promise<void> | null = null;

/** Loads cola when it is first asked for. */
function register(): Promise<void> {
  registered ??= import('cytoscape-cola').then(({ default: cola }) => {
    cytoscape.use(cola);
  });
  return registered;
}

/** Longest settling, ms: longer runs belong to a layout in the worker. */
const AT_MOST = 3000;

/**
 * Lets some items settle while one watches; all others, and the fixed, do not move. Ends by itself, or when `signal` says so.
 * Positions in whole chart units; empty when nothing could move.
 */
export async function settleWithCola(
  cy: Core,
  ids: readonly Id[],
  fixed: ReadonlySet<Id>,
  signal: AbortSignal,
): Promise<readonly PlacedItem[]> {
  await register();
  const chosen = new Set(ids);
  const loose = cy.nodes().filter((n) => chosen.has(n.id()) && !fixed.has(n.id()));
  if (loose.empty() || signal.aborted) return [];
  // Neighbours take part, locked, so that the selection settles among what it hangs on.
  const held = loose
    .neighborhood('node')
    .difference(loose)
    .union(cy.nodes().filter((n) => chosen.has(n.id()) && fixed.has(n.id())));
  const part = loose.union(held);
  const unlocked = held.nodes().filter((n) => n.isNode() && !n.locked());
  unlocked.lock();
  const options = {
    name: 'cola',
    animate: !window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    fit: false,
    randomize: false,
    avoidOverlap: true,
    handleDisconnected: false,
    centerGraph: false,
    maxSimulationTime: AT_MOST,
    edgeLength: 110,
    nodeSpacing: 24,
    ungrabifyWhileSimulating: false,
  };
  const layout = part.union(part.edgesWith(part)).layout(options);
  await new Promise<void>((done) => {
    layout.one('layoutstop', () => done());
    signal.addEventListener('abort', () => layout.stop(), { once: true });
    layout.run();
  });
  unlocked.unlock();
  return loose.nodes().map((n) => ({ id: n.id(), x: Math.round(n.position().x), y: Math.round(n.position().y) }));
}

/** Settles a part of a chart that Cytoscape does not draw, unseen, and says where its loose items came to rest. */
export async function settleApart(
  scene: PlainScene,
  ids: readonly Id[],
  signal: AbortSignal,
): Promise<readonly PlacedItem[]> {
  const { nodes, from, to } = scene;
  const chosen = new Set(ids.flatMap((id) => scene.indexOf.get(id) ?? []));
  const lines = scene.linesOf(chosen);
  const part = [...new Set([...chosen, ...lines.flatMap((e) => [from[e]!, to[e]!])])];
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    layout: { name: 'preset' },
    style: [{ selector: 'node', style: { width: 'data(diameter)', height: 'data(diameter)' } }],
    elements: {
      nodes: part.map((i) => ({
        data: { id: nodes[i]!.id, diameter: nodes[i]!.data.diameter },
        position: { x: scene.x[i]!, y: scene.y[i]! },
      })),
      edges: lines.map((e) => ({ data: { source: nodes[from[e]!]!.id, target: nodes[to[e]!]!.id } })),
    },
  });
  try {
    const loose = part.filter((i) => chosen.has(i) && !nodes[i]!.data.pinned).map((i) => nodes[i]!.id);
    return await settleWithCola(cy, loose, new Set(), signal);
  } finally {
    cy.destroy();
  }
}
