import { useEffect, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { i18nInstance, number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import { useOpenCase } from '#queries/case-context';
import { type KeyPlayersResult, keyPlayerCatalogue, useKeyPlayers } from '#queries/key-players';
import { startJob } from '#session/jobs';
import { Button, Note, Select } from '#ui/controls/index';
import { protectedIn, scopeOf } from '../answer-scope.ts';
import type { Asked, MeasureAnswer } from '../last-answer.ts';
import { showOnChart } from './chart-acts.ts';
import { USUAL_KEY_PLAYERS } from './recipe.ts';
import { refusalOf } from './refusal.ts';

const SIZES = ['1', '2', '3', '4', '5'] as const;

type Wanted = NonNullable<Asked['keyPlayers']>;

interface Shown extends Wanted {
  readonly of: MeasureAnswer;
  readonly found?: KeyPlayersResult;
  readonly problem?: string;
}

const share = (v: number) => number(v, { style: 'percent', maximumFractionDigits: 1 });

/** What a set of key players is said to be: its figure, what it is compared with, and what limits it. */
export function keyPlayersText(state: CaseState, found: KeyPlayersResult): { answer: string; caveats: string[] } {
  const names = new Intl.ListFormat(i18nInstance.language, { type: 'conjunction' }).format(
    found.members.map((m) => nameOf(state.entity(m.id))),
  );
  const figure = { names, value: share(found.value), before: share(found.before) };
  const fragments = found.criterion === 'fragmentation';
  if (fragments && found.value <= found.before)
    return { answer: say('guided.key.nobody', { count: found.members.length }), caveats: [say('guided.key.caveat')] };
  return {
    answer: fragments
      ? say('guided.key.answer', figure)
      : say('guided.key.other', { ...figure, criterion: tDynamic(`key-players.${found.criterion}.name`) }),
    caveats: [
      say(found.proven ? 'key-players.proven' : 'key-players.found'),
      ...(found.tieCount > 0 ? [say('guided.key.ties', { count: found.tieCount })] : []),
      ...(found.excluded.length > 0 ? [say('what-if.sets.protected', { count: found.excluded.length })] : []),
      say('guided.key.caveat'),
    ],
  };
}

/** Who holds the network together: the set whose loss breaks most, or that reaches most; its members with what each adds. */
export function KeyPlayersPanel({
  answer,
  wanted = USUAL_KEY_PLAYERS,
  onWant,
  state,
  chart,
}: {
  answer: MeasureAnswer;
  wanted: Wanted | undefined;
  onWant: (wanted: Wanted) => void;
  state: CaseState;
  chart: Id | undefined;
}) {
  const t = useT();
  const open = useOpenCase();
  const desk = useKeyPlayers();
  const { criterion, parameters } = wanted;
  const size = String(parameters.size ?? USUAL_KEY_PLAYERS.parameters.size);
  const [shown, setShown] = useState<Shown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk is made anew at each drawing; what is asked is listed.
  useEffect(() => {
    const stop = new AbortController();
    const asked: Shown = { of: answer, criterion, parameters };
    const job = startJob(tDynamic(`key-players.${criterion}.name`), () => stop.abort());
    const work = async () => {
      const { state: now, head } = open.snapshot();
      const { direction, weights, currency, twoMode } = answer.asked;
      const scope = scopeOf(now, answer.asked);
      const figure = await desk.keyPlayers(
        now,
        {
          scope,
          // Nobody proposes to arrest or to watch a witness.
          excluded: protectedIn(now, { scope, ...(twoMode && { twoMode }) }),
          direction,
          weights,
          ...(currency !== undefined && { currency }),
          ...(twoMode && { twoMode }),
          revision: head.seq,
          criterion,
          parameters,
        },
        { signal: stop.signal, onProgress: (p) => job.progress(p.done, p.of) },
      );
      setShown({ ...asked, ...(figure.ok ? { found: figure.figure } : { problem: refusalOf(figure) }) });
    };
    void work().finally(() => job.end());
    return () => {
      stop.abort();
      job.end();
    };
  }, [answer, criterion, parameters, open]);
  const current =
    shown?.of === answer && shown.criterion === criterion && shown.parameters === parameters ? shown : undefined;
  const found = current?.found;
  const said = found && keyPlayersText(state, found);
  return (
    <>
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
      {current?.problem && (
        <Note tone="warning" live>
          {current.problem}
        </Note>
      )}
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
    </>
  );
}
