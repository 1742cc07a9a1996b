import { useCallback, useEffect, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import type { Progress, Scope } from '#queries/analysis';
import { useCaseFigure, useOpenCase } from '#queries/case-context';
import { type KeyPlayersResult, keyPlayerCatalogue, useKeyPlayers } from '#queries/key-players';
import { startJob } from '#session/jobs';
import { Button, Select } from '#ui/controls/index';
import {
  graphAsked,
  othersAreSpared,
  protectedIn,
  sameStanding,
  scopeOf,
  standingOf,
  unconfirmedIn,
} from '../answer-scope.ts';
import { type Asked, limitsOf, type MeasureAnswer } from '../last-answer.ts';
import { methodNote } from '../method-note.ts';
import { showOnChart } from './chart-acts.ts';
import { type Confirmed, keyPlayersText, share } from './key-players-words.ts';
import { LONG_WAIT, type LongWork } from './long-work.ts';
import { LongWorkNote } from './long-work-note.tsx';
import { MethodLine } from './method-line.tsx';
import { USUAL_KEY_PLAYERS } from './recipe.ts';
import { refusalOf } from './refusal.ts';
import { WholeHead } from './whole-head.tsx';

const SIZES = ['1', '2', '3', '4', '5'] as const;

type Wanted = NonNullable<Asked['keyPlayers']>;

interface Shown extends Wanted {
  readonly of: MeasureAnswer;
  readonly found?: KeyPlayersResult;
  readonly confirmed?: Confirmed | 'not-asked';
  /** It would take so long that it was not begun. */
  readonly long?: LongWork;
  readonly problem?: string;
}

const isSame = (a: Shown, b: Shown) => a.of === b.of && a.criterion === b.criterion && a.parameters === b.parameters;

/** Who holds the network together: the set whose loss breaks most, or that reaches most; its members with what each adds. */
export function KeyPlayersPanel({
  answer,
  wanted = USUAL_KEY_PLAYERS,
  onWant,
  onAgain,
  state,
  chart,
}: {
  answer: MeasureAnswer;
  wanted: Wanted | undefined;
  onWant: (wanted: Wanted) => void;
  onAgain: () => void;
  state: CaseState;
  chart: Id | undefined;
}) {
  const t = useT();
  const open = useOpenCase();
  const desk = useKeyPlayers();
  const { criterion, parameters } = wanted;
  const size = String(parameters.size ?? USUAL_KEY_PLAYERS.parameters.size);
  const [shown, setShown] = useState<Shown>();
  const [patient, setPatient] = useState<Shown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk is made anew at each drawing; what is asked is listed.
  useEffect(() => {
    const stop = new AbortController();
    const asked: Shown = { of: answer, criterion, parameters };
    const name = tDynamic(`key-players.${criterion}.name`);
    const job = startJob(name, () => stop.abort());
    const show = (more: Partial<Shown>) => setShown({ ...asked, ...more });
    const work = async () => {
      const { state: now, head } = open.snapshot();
      const graph = graphAsked(answer.asked);
      const over = (scope: Scope) => ({
        scope,
        // Nobody proposes to arrest or to watch a witness.
        excluded: protectedIn(now, { scope, ...graph }),
        ...graph,
        revision: head.seq,
        criterion,
        parameters,
      });
      const run = { signal: stop.signal, onProgress: (p: Progress) => job.progress(p.done, p.of) };
      const scope = scopeOf(now, answer.asked);
      const cost = await desk.estimate(now, over(scope), { signal: stop.signal });
      const seconds = cost.ok ? cost.figure.seconds : 0;
      if (seconds > LONG_WAIT && !(patient && isSame(patient, asked)))
        return show({
          long: { measure: name, seconds, searched: cost.ok && !cost.figure.exact, exactly: () => setPatient(asked) },
        });
      const figure = await desk.keyPlayers(now, over(scope), run);
      if (!figure.ok) return show({ problem: refusalOf(figure) });
      const found = figure.figure;
      if (unconfirmedIn(now, scope).weak === 0) return show({ found });
      show({ found });
      // As long again as the answer itself: only where that was short.
      if (seconds > LONG_WAIT) return show({ found, confirmed: 'not-asked' });
      const sure = over(scopeOf(now, { ...answer.asked, confirmedOnly: true }));
      const best = await desk.keyPlayers(now, sure, run);
      // A set whose members are all given is not looked for, only rated.
      const same = await desk.keyPlayers(
        now,
        { ...sure, parameters: found.parameters, forced: found.members.map((m) => m.id) },
        run,
      );
      if (!stop.signal.aborted)
        show({ found, confirmed: best.ok && same.ok ? { best: best.figure, same: same.figure.value } : 'not-asked' });
    };
    void work().finally(() => job.end());
    return () => {
      stop.abort();
      job.end();
    };
  }, [answer, criterion, parameters, patient, open]);
  const current = shown && isSame(shown, { of: answer, criterion, parameters }) ? shown : undefined;
  const found = current?.found;
  const { stale, weak, of } = useCaseFigure(
    useCallback(
      (now: CaseState) => {
        const standing = standingOf(now, answer);
        return found && othersAreSpared(now, answer.asked, found.excluded) ? { ...standing, stale: true } : standing;
      },
      [answer, found],
    ),
    sameStanding,
  );
  const said = found && keyPlayersText(state, found, current?.confirmed);
  const method = found && methodNote('key-players', criterion, found, limitsOf(answer.asked));
  return (
    <>
      <WholeHead
        question={
          criterion === USUAL_KEY_PLAYERS.criterion
            ? t('guided.key.question')
            : tDynamic(`key-players.${criterion}.question`)
        }
        name={tDynamic(`key-players.${criterion}.name`)}
        asked={answer}
        found={{
          stale,
          weak,
          links: of,
          ...(answer.leftOut && { leftOut: answer.leftOut }),
          ...((found ?? current?.long) && { result: true }),
          ...(current?.problem !== undefined && { problem: current.problem }),
        }}
        onAgain={onAgain}
      />
      <div className="results-columns">
        <Select
          side
          label={t('guided.key.size')}
          value={size}
          onChange={(next) => onWant({ criterion, parameters: { ...parameters, size: Number(next) } })}
          options={[...new Set([...SIZES, size])].map((value) => ({ value, label: value }))}
        />
        <Select
          side
          label={t('guided.key.criterion')}
          value={criterion}
          onChange={(next) => onWant({ criterion: next, parameters: { size: Number(size) } })}
          options={keyPlayerCatalogue.map((c) => ({ value: c.id, label: tDynamic(`key-players.${c.id}.name`) }))}
        />
      </div>
      {current?.long && <LongWorkNote long={current.long} />}
      {said && (
        <div className="results-said" role="status">
          <p>
            <b>{said.answer}</b>
          </p>
          {said.caveats.map((c) => (
            <p key={c}>{c}</p>
          ))}
        </div>
      )}
      {found && (
        <div className="results-cuts">
          <table className="grid">
            <caption className="visually-hidden">{t('guided.key.members')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('guided.key.members')}</th>
                <th scope="col" className="num">
                  {t('guided.key.contribution')}
                </th>
                <th scope="col" className="num">
                  {t('guided.key.alone')}
                </th>
                <th scope="col">
                  <Button
                    variant="primary"
                    onClick={() =>
                      chart &&
                      showOnChart(
                        open,
                        chart,
                        found.members.map((m) => m.id),
                      )
                    }
                    {...(chart ? {} : { disabledReason: t('results.no-chart') })}
                  >
                    {t('guided.show')}
                  </Button>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.members.map((m) => (
                <tr key={m.id}>
                  <th scope="row">{nameOf(state.entity(m.id))}</th>
                  <td className="num">{share(m.contribution)}</td>
                  <td className="num">{share(m.alone)}</td>
                  <td />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {method !== undefined && <MethodLine method={method} />}
    </>
  );
}
