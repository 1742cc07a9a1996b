import { useCallback, useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import type { Group } from '#domain/chart/group';
import { placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { nameOf, refusalText } from '#i18n/record-words';
import { useCaseFigure, useCaseSnapshot, type useOpenCase } from '#queries/case-context';
import { csvOf, saveFile } from '#queries/exports';
import { newId } from '#queries/ids';
import type { Outcome } from '#queries/open-case';
import { select } from '#session/selection';
import { Button, Note } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { standingOf } from '../answer-scope.ts';
import { communityRows, measureRows } from '../figure-rows.ts';
import { type Answer, answeredAt } from '../last-answer.ts';
import { methodNote } from '../method-note.ts';
import { FigureGrid } from './figure-grid.tsx';

type Standing = ReturnType<typeof standingOf> & { readonly answer: Answer };
const sameStanding = (a: Standing, b: Standing) =>
  a.answer === b.answer && a.stale === b.stale && a.weak === b.weak && a.of === b.of;

/** Colours, and outlines, that can be told apart. */
const MOST_COLOURS = 9;

/** The answer: ranked, on the chart, in a file, with how it was derived. */
export function AnswerPanel({
  answer,
  chart,
  open,
  chosen,
}: {
  answer: Answer;
  chart: Id | undefined;
  open: ReturnType<typeof useOpenCase>;
  chosen: readonly Id[];
}) {
  const t = useT();
  const { state } = useCaseSnapshot();
  const { result } = answer;
  const measured = answer.kind === 'measure';
  const rows = useMemo(
    () => (answer.kind === 'measure' ? measureRows(answer.result) : communityRows(answer.result)),
    [answer],
  );
  const name = tDynamic(measured ? `measure.${answer.id}.name` : `communities.${answer.id}.name`);
  const question = tDynamic(measured ? `measure.${answer.id}.question` : `communities.${answer.id}.question`);
  const figure = useCaseFigure(
    useCallback((now: CaseState) => ({ answer, ...standingOf(now, answer.asked, answer.content) }), [answer]),
    sameStanding,
  );
  // Until the new answer has been looked at, nothing is said of the one before.
  const { stale, weak, of } = figure.answer === answer ? figure : { stale: false, weak: 0, of: 0 };

  const said = async (act: Promise<Outcome>) => {
    const outcome = await act;
    announce(refusalText(outcome) ?? t('results.applied', { chart: state.find('chart', chart!)?.name ?? '' }));
  };
  const onChart = (id: Id) => {
    const p = chart && state.find('placement', placementId(chart, id));
    return Boolean(p && !p.hidden);
  };
  const apply = (use: 'size' | 'colour') => {
    if (!chart) return;
    const values = rows.flatMap((r) =>
      r.value === undefined || !onChart(r.id) || (!measured && r.value >= MOST_COLOURS)
        ? []
        : [{ entity: r.id, value: String(measured ? r.value : r.value + 1) }],
    );
    void said(
      open.run('apply-measure', {
        applied: {
          chart,
          use,
          measure: answer.id,
          parameters: Object.entries(result.parameters).map(([key, value]) => ({ name: key, value: String(value) })),
          scope: result.scope,
          revision: result.revision,
          values,
        },
      }),
    );
  };
  const outline = () => {
    if (!chart || measured) return;
    const members = new Map<number, Id[]>();
    for (const r of answer.result.rows) {
      if (r.community < 0 || !onChart(r.id)) continue;
      const list = members.get(r.community);
      if (list) list.push(r.id);
      else members.set(r.community, [r.id]);
    }
    const groups = [...members]
      .filter(([, list]) => list.length > 2)
      .slice(0, MOST_COLOURS)
      .map(
        ([k, list]): Group => ({
          id: newId(),
          kind: 'group',
          chart,
          name: t('results.group-name', { number: k + 1 }),
          members: list,
          strength: 'unconfirmed',
          colour: k + 1,
        }),
      );
    void said(open.run('group-items', { groups }));
  };
  const method = methodNote(answer.kind, answer.id, result, answeredAt(answer.asked));
  const save = () => {
    const head = [
      t('results.column.rank'),
      t('results.column.entity'),
      t('results.column.type'),
      measured ? name : t('results.column.group'),
    ];
    const lines = rows.map((r) => {
      const entity = state.entity(r.id);
      const value = r.value === undefined ? '' : String(measured ? r.value : r.value + 1);
      return [
        r.rank === undefined ? '' : String(r.rank),
        nameOf(entity),
        tDynamic(`entity-type.${entity?.type ?? 'unknown'}`),
        value,
      ];
    });
    saveFile(`results-${result.revision}.csv`, csvOf([head, ...lines, [], [method]]));
  };
  const noChart = chart ? {} : { disabledReason: t('results.no-chart') };
  const shown = (['size', 'colour'] as const).filter((use) => chart && state.get(`${chart}!${use}`));

  return (
    <>
      <div className="tools">
        <b>{question}</b>
        <span className="muted">
          {measured
            ? name
            : t('results.modularity', {
                count: answer.result.sizes.length,
                modularity: number(answer.result.modularity, { maximumFractionDigits: 4 }),
              })}
        </span>
      </div>
      <div className="tools">
        {measured ? (
          <Button onClick={() => apply('size')} {...noChart}>
            {t('results.size-by')}
          </Button>
        ) : (
          <>
            <Button onClick={() => apply('colour')} {...noChart}>
              {t('results.colour-by')}
            </Button>
            <Button onClick={outline} {...noChart}>
              {t('results.outline')}
            </Button>
          </>
        )}
        {shown.map((use) => (
          <Button key={use} variant="quiet" onClick={() => chart && void open.run('clear-measure', { chart, use })}>
            {t('results.clear')}
          </Button>
        ))}
        <Button icon="download" onClick={save}>
          {t('results.export')}
        </Button>
      </div>
      {stale && <Note tone="warning">{t('results.stale', { revision: number(result.revision) })}</Note>}
      {weak > 0 && (
        <Note tone="warning">{t('results.missing', { count: of, weak: number(weak), of: number(of) })}</Note>
      )}
      <FigureGrid
        key={`${answer.kind} ${answer.id}`}
        state={state}
        rows={rows}
        title={name}
        groups={!measured}
        selected={chosen}
        onSelect={select}
      />
      <div className="results-method">
        <b>{t('results.method')}</b> {method}{' '}
        <Button
          variant="link"
          onClick={() => void navigator.clipboard?.writeText(method).then(() => announce(t('results.method.copied')))}
        >
          {t('results.method.copy')}
        </Button>
      </div>
    </>
  );
}
