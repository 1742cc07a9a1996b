import { useEffect, useRef, useState } from 'react';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { Figure } from '#queries/analysis';
import { useFigures } from '#queries/figures';
import { askOfOneState, inBreaths, ofOneState } from '#queries/in-breaths';
import type { OpenCase } from '#queries/open-case';
import { startAnalysis } from '../analysis-job.ts';
import { readingGraph } from '../answer-scope.ts';
import { type Answer, lastAsked } from '../last-answer.ts';
import { keepGroups } from './kept-groups.ts';

type GroupsAnswer = Extract<Answer, { readonly kind: 'groups' }>;

/** Steps of the slider: resolution 0.1 to 10, evenly by ratio, 1 in the middle. */
const STEPS = 40;
/** Milliseconds that the slider rests before the groups are worked out: one step of an arrow key held down is not yet an answer wanted. */
const REST = 60;

const resolutionAt = (step: number) => Number((10 ** ((2 * step) / STEPS - 1)).toPrecision(3));
const stepOf = (resolution: number) => Math.round(((Math.log10(resolution) + 1) * STEPS) / 2);

/** The resolution of the answer: moved, the groups and their modularity follow; a run that is no longer wanted is given up. */
export function ResolutionSlider({ answer, open }: { answer: GroupsAnswer; open: OpenCase }) {
  const t = useT();
  const desk = useFigures();
  const last = lastAsked(open);
  const current = Number(answer.result.parameters.resolution ?? 1);
  const [wanted, setWanted] = useState<number>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  // Another question was answered: its resolution stands.
  useEffect(() => setWanted((now) => (now === current ? undefined : now)), [current]);
  const shown = wanted ?? current;

  const ask = async (resolution: number) => {
    running.current?.abort();
    const mine = new AbortController();
    running.current = mine;
    setWanted(resolution);
    await new Promise((done) => setTimeout(done, REST));
    if (mine.signal.aborted) return;
    const job = startAnalysis(
      t('results.running', {
        measure: tDynamic(`communities.${answer.id}.name`),
        scope: tDynamic(`results.scope.${answer.asked.kind}`),
      }),
      () => mine.abort(),
    );
    const run = { signal: mine.signal, onProgress: job.onProgress };
    const { state } = open.snapshot();
    const figure = await askOfOneState(async (): Promise<Figure<GroupsAnswer>> => {
      const read = await inBreaths(
        ofOneState(state, () => readingGraph(state, answer.asked, undefined)),
        run,
      );
      if ('failure' in read) return { ok: false, code: read.failure };
      const request = { ...read.result, revision: open.snapshot().head.seq };
      const parameters = { ...answer.result.parameters, resolution };
      const groups = await desk.communities(state, request, answer.id, parameters, run);
      if (!groups.ok) return groups;
      const { scope, content } = request;
      return { ok: true, figure: { ...answer, scope, content, result: groups.figure } };
    }).finally(() => job.end());
    // Moved on, or another question was asked meanwhile, be it of the same method: nobody waits for this one.
    if (mine.signal.aborted || last.get().answer !== answer) {
      if (running.current === mine) setWanted(undefined);
      return;
    }
    if (!figure.ok) return setWanted(undefined);
    // Before the answer is told: whoever hears of it finds its groups.
    keepGroups(open, figure.figure.result);
    last.set((now) => ({ ...now, answer: figure.figure }));
  };

  return (
    <label className="groups-resolution">
      <span>{t('groups.resolution')}</span>
      <input
        type="range"
        min={0}
        max={STEPS}
        step={1}
        value={Math.min(STEPS, Math.max(0, stepOf(shown)))}
        aria-valuetext={number(shown)}
        onChange={(e) => void ask(resolutionAt(Number(e.currentTarget.value)))}
      />
      <output>{number(shown)}</output>
    </label>
  );
}
