import { useRef, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { t } from '#i18n/index';
import { type Figure, type GraphRequest, type RunOptions, useAnalysis } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { askOfOneState } from '#queries/in-breaths';
import { type BestSetsQuestion, bestSets, type CurvesRequest, removalCurves, whatIf } from '#queries/what-if';
import { filter } from '#session/filter';
import { startAnalysis } from '../analysis-job.ts';
import { protectedIn, unconfirmedIn } from '../answer-scope.ts';
import { type AskedSetting, contentsOf, type Kept, requestOf, type Thought, thoughtOf } from '../last-what-if.ts';
import { thingText } from '../what-if-words.ts';

type Graph = ReturnType<typeof requestOf>;

/** The three questions of this room. One of a kind runs at a time; each answer is kept with the graph it came from. */
export function useWhatIf(chart: Id | undefined) {
  const open = useOpenCase();
  const desk = useAnalysis();
  const thought = thoughtOf(open);
  const [problem, setProblem] = useState<string>();
  const running = useRef(new Map<string, AbortController>());

  const run = async <R>(
    kind: 'compared' | 'curves' | 'sets',
    label: string,
    ask: (state: CaseState, graph: Graph, options: RunOptions) => Promise<Figure<R>>,
    keep: (kept: Kept<R>) => Partial<Thought>,
  ) => {
    running.current.get(kind)?.abort();
    const mine = new AbortController();
    running.current.set(kind, mine);
    setProblem(undefined);
    const job = startAnalysis(label, () => mine.abort());
    try {
      // What was pressed is shown pressed before the graph is packed.
      await new Promise((done) => setTimeout(done));
      const asked: AskedSetting = { ...thought.get().setting, chart, filter: filter.get() };
      const { state } = open.snapshot();
      const read = () => requestOf(state, asked, open.snapshot().head.seq);
      const figure = await askOfOneState(async (): Promise<Figure<Kept<R>>> => {
        const graph = { ...read(), version: state.version };
        const links = unconfirmedIn(state, graph.scope);
        const content = contentsOf(state, graph)[kind];
        const found = await ask(state, graph, { signal: mine.signal, onProgress: job.onProgress });
        return found.ok ? { ok: true, figure: { answer: found.figure, content, asked, links } } : found;
      });
      if (running.current.get(kind) !== mine) return;
      if (figure.ok) thought.set((now) => ({ ...now, ...keep(figure.figure) }));
      else setProblem(failureText(state, figure.code, read(), thought.get()));
    } finally {
      job.end();
    }
  };

  return {
    problem,
    compare: (removed: readonly Id[]) => {
      thought.set((now) => ({ ...now, removed }));
      return run(
        'compared',
        t('what-if.running'),
        (state, graph: GraphRequest, options) => {
          const links = removed.filter((id) => state.link(id));
          const entities = removed.filter((id) => state.entity(id));
          return whatIf(desk, state, { ...graph, entities, links }, options);
        },
        (kept) => ({ compared: { ...kept, without: removed } }),
      );
    },
    drawCurves: (wanted: Pick<CurvesRequest, 'orders' | 'runs' | 'seed'> = {}) =>
      run(
        'curves',
        t('what-if.running.curves'),
        (state, graph, options) => removalCurves(desk, state, { ...graph, ...wanted }, options),
        (curves) => ({ curves }),
      ),
    findSets: (wanted: Pick<BestSetsQuestion, 'size' | 'seed'>) => {
      let spared: Id[] = [];
      return run(
        'sets',
        t('what-if.running.sets'),
        (state, graph, options) => {
          spared = protectedIn(state, graph);
          return bestSets(desk, state, { ...graph, ...wanted, excluded: spared }, options);
        },
        (kept) => ({ sets: { ...kept, spared: spared.length } }),
      );
    },
  };
}

function failureText(state: CaseState, code: string, { scope }: Graph, { removed, setting }: Thought): string {
  if (code === 'cancelled') return t('what-if.cancelled');
  if (code === 'changed') return t('what-if.failed.changed');
  if (code === 'nothing-removed') return t('what-if.failed.nothing-removed');
  if (code !== 'not-in-scope') return t('what-if.failed', { code });
  const isIn = (id: Id) => {
    const e = state.entity(id);
    return e !== undefined && (scope.entities?.has(id) ?? true) && (e.type !== 'event' || (scope.events ?? false));
  };
  const outside = removed.filter((id) => {
    const link = state.link(id);
    return link ? !((scope.links?.has(id) ?? true) && isIn(link.from) && isIn(link.to)) : !isIn(id);
  });
  return t(setting.actorsOnly ? 'what-if.failed.not-in-scope.actors' : 'what-if.failed.not-in-scope', {
    who: outside.map((id) => thingText(state, id)).join(', '),
  });
}
