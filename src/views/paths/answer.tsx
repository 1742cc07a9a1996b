import { useCallback, useMemo } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { placementId } from '#domain/chart/placement';
import type { Id } from '#domain/record';
import { number, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseFigure, useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { emphasis } from '#session/emphasis';
import { runAction } from '#session/keys';
import { openPane } from '#session/panes';
import { select, selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, Name, Note } from '#ui/controls/index';
import { announce } from '#ui/dialogs/index';
import { lastPaths, type PathsAnswer } from '../last-paths.ts';
import { foundTable, type PathsRow, type PathsTable, stepTable } from '../path-tables.ts';
import { askedText, pathsMethod, summaryOf, sureText, wayLabel, waySentence } from '../path-words.ts';
import { sourceName } from '../source-names.ts';
import { isOld, saveAnswer } from './save-answer.ts';

/** The answer in sentences, as a list, on the chart, in a file and on paper. */
export function PathsAnswerPanel({ answer, chart }: { answer: PathsAnswer; chart: Id | undefined }) {
  const t = useT();
  const open = useOpenCase();
  const last = lastPaths(open);
  const { state, version } = useCaseSnapshot();
  const shown = useSignal(emphasis);
  const { result } = answer;
  const stale = useCaseFigure(useCallback((now: CaseState) => isOld(now, answer), [answer]));
  const way = result.ways[answer.way];
  // Sentences are read from the records of now: a link graded meanwhile may no longer be the weakest.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what the state holds.
  const words = useMemo(
    () => ({
      summary: summaryOf(state, result),
      ways: result.ways.map((w) => waySentence(state, w)),
      table: way ? stepTable(state, way) : foundTable(state, result),
      asked: askedText(state, result),
      sure: sureText(result),
      method: pathsMethod(state, result),
    }),
    [state, version, result, way],
  );
  const question = tDynamic(`paths.${result.asked.question}.question`);
  const name = tDynamic(`paths.${result.asked.question}.name`);
  const items = useMemo(
    () => new Set(way ? [...way.nodes, ...way.steps.flatMap((s) => s.links)] : [...result.entities, ...result.links]),
    [way, result],
  );
  const label = (now: CaseState) => (way ? wayLabel(now, way) : name);
  const isShown = shown !== null && sameItems(shown.items, items);
  const onChart = (id: Id) => {
    const p = chart && state.find('placement', placementId(chart, id));
    return Boolean(p && !p.hidden);
  };
  const there = result.entities.some(onChart);
  const show = () => {
    if (!chart) return;
    // The name of a question names nobody of the network that answers it.
    emphasis.set({ items, label, ...(!way && { named: [] }) });
    openPane({ view: 'link-chart', chart });
    announce(t('paths.shown', { chart: state.find('chart', chart)?.name ?? '' }));
  };
  const lookAt = (i: number) => {
    last.set((now) => (now.answer ? { ...now, answer: { ...now.answer, way: i } } : now));
    // What is brought out follows the path that is looked at.
    const w = result.ways[i]!;
    if (isShown)
      emphasis.set({
        items: new Set([...w.nodes, ...w.steps.flatMap((step) => step.links)]),
        label: (now) => wayLabel(now, w),
      });
  };
  const empty = items.size === 0 || (result.ways.length === 0 && words.table.rows.length === 0);
  return (
    <>
      <div className="tools">
        <b>{question}</b>
        <span className="muted">{name}</span>
      </div>
      <div className="tools">
        {isShown ? (
          <Button onClick={() => emphasis.set(null)}>{t('paths.hide')}</Button>
        ) : (
          <Button
            {...(empty
              ? { disabledReason: words.summary[0] ?? t('paths.no-chart') }
              : chart && there
                ? { onClick: show }
                : { disabledReason: t(chart ? 'paths.not-on-chart' : 'paths.no-chart') })}
          >
            {t('paths.show')}
          </Button>
        )}
        <Button {...(empty ? { disabledReason: words.summary[0] ?? '' } : { onClick: () => select(items) })}>
          {t('paths.select')}
        </Button>
        <Button icon="print" onClick={() => runAction('print')}>
          {t('paths.print')}
        </Button>
        <Button icon="download" onClick={() => saveAnswer(state, answer)}>
          {t('paths.export')}
        </Button>
      </div>
      {stale && <Note tone="warning">{t('paths.stale', { revision: number(result.revision) })}</Note>}
      <div className="paths-answer-body">
        <p className="muted paths-asked">
          <Name text={words.asked} />
        </p>
        <div role="status" className="paths-summary">
          {words.summary.map((s) => (
            <p key={s}>
              <Name text={s} />
            </p>
          ))}
          {result.ways.length === 1 && (
            <p>
              <Name text={words.ways[0]!} />
            </p>
          )}
        </div>
        {words.sure !== '' && <p className="muted paths-sure">{words.sure}</p>}
        {result.ways.length > 1 && (
          <ol className="paths-ways">
            {words.ways.map((sentence, i) => (
              <li key={result.ways[i]!.nodes.join(' ') + (result.ways[i]!.certainty ?? '')}>
                <button
                  type="button"
                  className="paths-way"
                  aria-pressed={i === answer.way}
                  // One stop of the tab key: arrows go from path to path.
                  tabIndex={i === answer.way ? 0 : -1}
                  onKeyDown={(event) => {
                    const to = stepTo(event.key, i, words.ways.length);
                    if (to === undefined) return;
                    event.preventDefault();
                    lookAt(to);
                    event.currentTarget.closest('ol')?.querySelectorAll('button')[to]?.focus();
                  }}
                  onClick={() => lookAt(i)}
                >
                  <Name text={sentence} />
                </button>
              </li>
            ))}
          </ol>
        )}
        {words.table.rows.length > 0 && <Table table={words.table} caption={way ? t('paths.steps') : name} />}
      </div>
      <div className="paths-method">
        <b>{t('paths.method')}</b> {words.method}{' '}
        <Button
          variant="link"
          onClick={() =>
            void navigator.clipboard?.writeText(words.method).then(() => announce(t('results.method.copied')))
          }
        >
          {t('results.method.copy')}
        </Button>
      </div>
    </>
  );
}

/** Where an arrow leads from one path to another; undefined for any other key. */
function stepTo(key: string, at: number, of: number): number | undefined {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: of - 1 }[key];
  return to === undefined ? undefined : Math.min(of - 1, Math.max(0, to));
}

function sameItems(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  if (a.size !== b.size) return false;
  for (const id of a) if (!b.has(id)) return false;
  return true;
}

/** Rows drawn at once: a table of thousands is for the file. */
const ROWS = 500;

/** A list of what was found; a name selects what it names, so that the inspector says who says so. */
function Table({ table, caption }: { table: PathsTable; caption: string }) {
  const t = useT();
  const chosen = useSignal(selection);
  const { state } = useCaseSnapshot();
  const link = (id: Id, text: string) => (
    <Button key={id} variant="link" onClick={() => select([id])}>
      <Name text={text} />
    </Button>
  );
  const cell = (row: PathsRow, i: number) => {
    const about = row.about[i];
    if (about !== undefined) return link(about, row.cells[i]!);
    if (row.sources?.length && i === row.cells.length - 1)
      return row.sources.map((id) => link(id, sourceName(state, id)));
    return <Name text={row.cells[i]!} />;
  };
  return (
    <div className="paths-table" data-keys="list">
      <table className="grid">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map((c) => (
              <th key={c.title} className={c.align === 'end' ? 'num' : undefined}>
                {c.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, ROWS).map((row) => (
            <tr
              key={row.id}
              className={[chosen.includes(row.id) ? 'sel' : '', row.weakest ? 'paths-weakest' : ''].join(' ').trim()}
            >
              {table.columns.map((c, i) => (
                <td key={c.title} className={c.align === 'end' ? 'num' : undefined}>
                  {cell(row, i)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {table.rows.length > ROWS && (
        <p className="muted">{t('paths.more-rows', { shown: number(ROWS), of: number(table.rows.length) })}</p>
      )}
    </div>
  );
}
