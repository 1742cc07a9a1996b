import { useMemo, useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Id } from '#domain/record';
import { t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf } from '#i18n/record-words';
import type { ParameterValues } from '#queries/analysis';
import { useOpenCase } from '#queries/case-context';
import { type KeyPlayersResult, keyPlayerCatalogue } from '#queries/key-players';
import type { SureSet } from '#queries/sure-sets';
import { Button, Select, SmallTable } from '#ui/controls/index';
import { type Asked, limitsOf, type MeasureAnswer, USUAL_KEY_PLAYERS } from '../last-answer.ts';
import type { Told } from '../last-look.ts';
import { methodNote } from '../method-note.ts';
import { showOnChart } from './chart-acts.ts';
import { KeyPlayersOptions } from './key-players-options.tsx';
import { type Chosen, chosenTexts, keyPlayersText, type OverConfirmed } from './key-players-words.ts';
import { LongWorkNote } from './long-work-note.tsx';
import { MethodLine } from './method-line.tsx';
import { type FoundSure, SureSetSection } from './sure-set.tsx';
import { share, sureSetMethod, sureSetRows, sureSetTable } from './sure-set-words.ts';
import { useKeySet } from './use-key-players.ts';
import { WholeHead } from './whole-head.tsx';

const SIZES = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

type Wanted = NonNullable<Asked['keyPlayers']>;

/** Parameters that a criterion takes too: what was set for another one stays where it can. */
function fitting(criterion: string, parameters: ParameterValues): ParameterValues {
  const known = new Set<string>(keyPlayerCatalogue.find((c) => c.id === criterion)?.parameters.map((p) => p.name));
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => known.has(name)));
}

const unsure = ({ sure: _, ...wanted }: Wanted): Wanted => wanted;

/** The same for paper. */
function toldOf(
  state: CaseState,
  found: KeyPlayersResult,
  confirmed: OverConfirmed | undefined,
  { sure, ...chosen }: Chosen & { readonly sure: SureSet | undefined },
  method: string,
): Told {
  const { answer, caveats } = keyPlayersText(state, found, confirmed, chosen, sure);
  return {
    said: answer,
    caveats,
    tables: [
      {
        columns: [
          { title: say('guided.key.members') },
          { title: say('guided.key.contribution'), figure: true },
          { title: say('guided.key.alone'), figure: true },
        ],
        rows: found.members.map((m) => [nameOf(state.entity(m.id)), share(m.contribution), share(m.alone)]),
        file: [
          [say('guided.key.members'), say('guided.key.contribution'), say('guided.key.alone')],
          ...found.members.map((m) => [nameOf(state.entity(m.id)), String(m.contribution), String(m.alone)]),
        ],
      },
      ...(sure ? [sureSetTable(state, sure)] : []),
    ],
    method: [method, ...(sure ? [sureSetMethod(sure)] : [])],
    named: [
      ...found.members.map((m) => m.id),
      ...(chosen.excluded ?? []),
      ...(sure ? sureSetRows(state, sure).rows.map((r) => r.id) : []),
    ],
  };
}

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
  const { criterion, parameters } = wanted;
  const size = String(parameters.size ?? USUAL_KEY_PLAYERS.parameters.size);
  const set = useKeySet(answer, wanted, state);
  const { found, confirmed, long } = set.result ?? {};
  const [foundSure, setSure] = useState<FoundSure>();
  const sure = foundSure?.sure;
  // What is told elsewhere is made anew where any of it changes.
  const result = useMemo(() => set.result && { ...set.result, sure }, [set.result, sure]);
  const whole = { ...set, ...(result && { result }) };
  const said = found && keyPlayersText(state, found, confirmed, wanted, sure);
  // Names are read anew wherever it is told: a person may be protected by then.
  const methodAs = (now: CaseState) =>
    found &&
    [methodNote('key-players', criterion, found, limitsOf(answer.asked)), ...chosenTexts(now, wanted)].join(' ');
  const method = methodAs(state);
  const { content } = whole;
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
        found={whole}
        onAgain={onAgain}
        told={
          found && {
            revision: found.revision,
            as: (now) => toldOf(now, found, confirmed, { ...wanted, sure }, methodAs(now) ?? ''),
          }
        }
        keyPlayers={wanted}
        sources={foundSure?.sources}
        file="key-players"
      />
      <div className="results-columns">
        <Select
          side
          label={t('guided.key.size')}
          value={size}
          onChange={(next) => onWant({ ...wanted, parameters: { ...parameters, size: Number(next) } })}
          options={[...new Set([...SIZES, size])].map((value) => ({ value, label: value }))}
        />
        <Select
          side
          label={t('guided.key.criterion')}
          value={criterion}
          onChange={(next) =>
            onWant({ ...wanted, criterion: next, parameters: fitting(next, { ...parameters, size: Number(size) }) })
          }
          options={keyPlayerCatalogue.map((c) => ({ value: c.id, label: tDynamic(`key-players.${c.id}.name`) }))}
        />
        <Button onClick={() => onWant(wanted.sure ? unsure(wanted) : { ...wanted, sure: {} })}>
          {t(wanted.sure ? 'guided.key.sure.fold' : 'guided.key.sure')}
        </Button>
      </div>
      <KeyPlayersOptions wanted={wanted} state={state} onWant={onWant} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard. */}
      <section className="results-network" tabIndex={0} aria-label={t('guided.key.question')}>
        {long && <LongWorkNote long={long} />}
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
            <SmallTable
              caption={t('guided.key.members')}
              hideCaption
              rows={found.members}
              rowId={(m) => m.id}
              columns={[
                { id: 'member', title: t('guided.key.members'), head: true, cell: (m) => nameOf(state.entity(m.id)) },
                {
                  id: 'contribution',
                  title: t('guided.key.contribution'),
                  figure: true,
                  cell: (m) => share(m.contribution),
                },
                { id: 'alone', title: t('guided.key.alone'), figure: true, cell: (m) => share(m.alone) },
                {
                  id: 'show',
                  title: (
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
                  ),
                  cell: () => null,
                },
              ]}
            />
          </div>
        )}
        {found && content !== undefined && wanted.sure && (
          <SureSetSection
            answer={answer}
            content={content}
            found={found}
            settings={wanted.sure}
            state={state}
            onSettle={(settings) => onWant({ ...wanted, sure: settings })}
            onFound={setSure}
          />
        )}
      </section>
      {method !== undefined && <MethodLine method={[method, ...(sure ? [sureSetMethod(sure)] : [])].join('\n')} />}
    </>
  );
}
