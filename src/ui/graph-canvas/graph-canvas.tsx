import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import type { Id } from '#domain/record';
import type {
  CanvasEdge,
  CanvasEvents,
  CanvasGroup,
  CanvasLook,
  CanvasNode,
  ChartController,
  GraphCanvasHandle,
  Point,
  View,
} from './canvas-types.ts';
import { CytoscapeController } from './cytoscape-controller.ts';
import { PlainController } from './plain-controller.ts';
import './graph-canvas.css';

/**
 * Above this many items and lines the chart is drawn from flat arrays: Cytoscape redraws all at every edit, and needs longer for
 * that than a hand may wait. Back below the lower figure, so that an edit at the border does not go to and fro.
 */
const MANY = { from: 1500, downTo: 1200 } as const;

export interface GraphCanvasProps extends Partial<CanvasEvents> {
  readonly nodes: readonly CanvasNode[];
  readonly edges: readonly CanvasEdge[];
  readonly groups?: readonly CanvasGroup[];
  /** Ids of entities, links and groups; others are passed over. */
  readonly selection: readonly Id[];
  readonly look: CanvasLook;
  /** A press on an item draws a link instead of moving it. */
  readonly linking?: boolean;
  /** Where what is dragged would come to rest: shown while it is dragged. Missing: where it is let go. */
  readonly rest?: ((at: Point) => Point) | undefined;
  /** What a screen reader says of the canvas: what it is and how much is on it. */
  readonly label: string;
  /** Id of the element that says how it is worked. */
  readonly describedBy?: string;
  readonly onKeyDown?: (e: KeyboardEvent<HTMLElement>) => void;
  readonly handle?: Ref<GraphCanvasHandle>;
}

const nothing = (): void => undefined;

/** A chart to look at and work on; what it shows is handed in, what is done on it is handed out. */
export function GraphCanvas(props: GraphCanvasProps) {
  const { nodes, edges, groups, selection, look, linking, rest, label, describedBy, onKeyDown, handle } = props;
  const frame = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const behind = useRef<HTMLCanvasElement>(null);
  const over = useRef<HTMLCanvasElement>(null);
  const grip = useRef<HTMLDivElement>(null);
  const controller = useRef<ChartController | null>(null);
  const kept = useRef<View | null>(null);
  const many = useRef(false);
  many.current = nodes.length + edges.length > (many.current ? MANY.downTo : MANY.from);
  const isPlain = many.current;
  const latest = useRef(props);
  latest.current = props;

  useLayoutEffect(() => {
    const parts = {
      frame: frame.current!,
      stage: stage.current!,
      behind: behind.current!,
      over: over.current!,
      handle: grip.current!,
    };
    const events = (): CanvasEvents => ({ ...silent, ...defined(latest.current) });
    const now = latest.current;
    const made: ChartController = isPlain
      ? new PlainController(parts, now.look, events)
      : new CytoscapeController(parts, now.look, events);
    controller.current = made;
    made.sync(now.nodes, now.edges);
    made.setGroups(now.groups ?? []);
    made.setSelection(now.selection);
    made.setLinkMode(now.linking === true);
    // A chart that grows past what the one canvas draws goes on where it was seen.
    if (kept.current) made.setView(kept.current);
    else made.fit();
    return () => {
      kept.current = made.view();
      controller.current = null;
      made.destroy();
    };
  }, [isPlain]);

  useImperativeHandle(handle, () => delegate(() => controller.current!), []);
  useLayoutEffect(() => controller.current?.setLook(look), [look]);
  useLayoutEffect(() => controller.current?.sync(nodes, edges), [nodes, edges]);
  useLayoutEffect(() => controller.current?.setGroups(groups ?? []), [groups]);
  useLayoutEffect(() => controller.current?.setSelection(selection), [selection]);
  useEffect(() => controller.current?.setLinkMode(linking === true), [linking]);
  useEffect(() => controller.current?.setRest?.(rest ?? null), [rest]);

  return (
    <div
      ref={frame}
      className={linking ? 'graph-canvas linking' : 'graph-canvas'}
      role="application"
      aria-label={label}
      aria-describedby={describedBy}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: role="application" takes the keyboard; the rule does not know it
      tabIndex={0}
      onKeyDown={onKeyDown}
      onContextMenu={(e) => e.preventDefault()}
    >
      <canvas ref={behind} />
      <div ref={stage} className="graph-canvas-stage" />
      <canvas ref={over} />
      <div ref={grip} className="graph-canvas-handle" aria-hidden="true">
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M4 12 12 4M6.5 4H12v5.5" />
        </svg>
      </div>
    </div>
  );
}

const silent: CanvasEvents = {
  onSelect: nothing,
  onMove: nothing,
  onLink: nothing,
  onOpen: nothing,
  onContext: nothing,
  onEmpty: nothing,
  onViewport: nothing,
  onOmitted: nothing,
  onNames: nothing,
  onFocusItem: nothing,
};

function defined(props: Partial<CanvasEvents>): Partial<CanvasEvents> {
  const out: Record<string, unknown> = {};
  for (const key of Object.keys(silent) as (keyof CanvasEvents)[]) if (props[key]) out[key] = props[key];
  return out as Partial<CanvasEvents>;
}

/** The controller is made after React asks for the handle, so the handle looks it up at each call. */
function delegate(c: () => ChartController): GraphCanvasHandle {
  return {
    focus: () => c().focus(),
    fit: (ids) => c().fit(ids),
    zoomBy: (f) => c().zoomBy(f),
    zoomTo: (z) => c().zoomTo(z),
    zoom: () => c().zoom(),
    extent: () => c().extent(),
    toCanvas: (p) => c().toCanvas(p),
    toChart: (x, y) => c().toChart(x, y),
    focusItem: () => c().focusItem(),
    setFocusItem: (id) => c().setFocusItem(id),
    next: (from, direction) => c().next(from, direction),
    reveal: (id) => c().reveal(id),
    animate: (to, ms) => c().animate(to, ms),
    settle: (ids, signal) => c().settle(ids, signal),
  };
}
