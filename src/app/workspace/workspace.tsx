import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react';
import { t, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { newId } from '#queries/ids';
import type { OpenCase, Outcome } from '#queries/open-case';
import { emphasis } from '#session/emphasis';
import { clearFilter } from '#session/filter';
import { incoming } from '#session/incoming';
import { useAction } from '#session/keys';
import { chartLastSeen, openPane, panes } from '#session/panes';
import { select, selection, stepBack, trail } from '#session/selection';
import { useSignal } from '#session/signal';
import { announce } from '#ui/dialogs/index';
import { sheetChoice, subjectOf } from '#views/paper/sheet-choice';
import { chooseFiles } from '../choose-file.ts';
import { Bar } from '../shell/bar.tsx';
import { showPalette } from '../shell/command-palette.tsx';
import { DropZone } from '../shell/drop-zone.tsx';
import { MarkingStrip } from '../shell/marking-strip.tsx';
import { useMessageOfTheAct } from '../shell/message-of-the-act.ts';
import { skipToMain } from '../shell/regions.ts';
import { useProgram } from '../skein-context.ts';
import { savePackage } from '../start/case-acts.tsx';
import { CaseName, UndoButtons } from './case-bar.tsx';
import { findInCase } from './find-in-case.tsx';
import { useQuestionsOnLeaving } from './leaving.tsx';
import { closeInFront, paneInFront, stepTab, turnSplit } from './pane-acts.ts';
import { PaneHalf } from './pane-half.tsx';
import { usePaneMemory } from './pane-memory.ts';
import { Side } from './side.tsx';
import { SIDE_MAX, SIDE_MIN, useSides } from './side-widths.ts';
import { Splitter } from './splitter.tsx';
import { useTimelineMemory } from './timeline-memory.ts';
import { allViews, sideById } from './view-registry.ts';
import { SaveBanner, WorkspaceStatus } from './workspace-status.tsx';
import './workspace.css';

/** What became of an undo or redo, said where it did not simply happen. */
function sayOutcome(outcome: Outcome): void {
  if (outcome.saved) return;
  if ('refused' in outcome)
    announce(t('banner.refused', { reason: tDynamic(`refused.${outcome.refused}`, outcome.detail) }));
}

/** Undoes or redoes, and says which act that was: it may lie outside the view in front. */
async function takeBack(open: OpenCase, act: 'undo' | 'redo'): Promise<void> {
  const seq = open.snapshot().undo[act].at(-1);
  const [header] = seq === undefined ? [] : await open.headers(seq, seq);
  const outcome = await (act === 'undo' ? open.undo() : open.redo());
  sayOutcome(outcome);
  if (outcome.saved && header)
    announce(t(act === 'undo' ? 'shell.undone' : 'shell.redone', { what: tDynamic(`command.${header.command}`) }));
}

/** One case: explorer, panes, inspector, between the strips of its marking. */
export function Workspace() {
  const t = useT();
  const program = useProgram();
  const open = useOpenCase();
  const { state, version, from } = useCaseSnapshot();
  const layout = useSignal(panes);
  const [{ left, right, foldedLeft, foldedRight }, setSides] = useSides();
  const foldLeft = (folded: boolean) => setSides({ foldedLeft: folded });
  const foldRight = (folded: boolean) => setSides({ foldedRight: folded });
  const [filled, setFilled] = useState(false);
  usePaneMemory();
  useTimelineMemory();
  useMessageOfTheAct(open);
  useQuestionsOnLeaving();

  const explorer = sideById('explorer');
  const inspector = sideById('inspector');
  const properties = state.properties;
  const waiting = useSignal(incoming);
  useEffect(() => {
    if (!waiting) return;
    if (allViews.some((v) => v.id === 'import')) openPane({ view: 'import' });
  }, [waiting]);

  // What was deleted here, in another tab or by an undo is not selected any more.
  const chosen = useSignal(selection);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is one object; its version tells that it moved.
  useEffect(() => {
    const left = chosen.filter((id) => state.get(id));
    if (left.length === chosen.length) return;
    select(left);
    // What was done here says so itself.
    if (from === 'elsewhere') announce(t('workspace.deleted-elsewhere', { count: chosen.length - left.length }));
  }, [state, version, from, chosen]);

  // What was said last may name records of this case: it does not stay on the page after it.
  useEffect(() => () => announce(''), []);

  useAction('undo', () => void takeBack(open, 'undo'));
  useAction('redo', () => void takeBack(open, 'redo'));
  useAction('save-package', () => void savePackage(program, open.localId));
  useAction(
    'case-properties',
    () => void import('./case-properties-dialog.tsx').then((m) => m.showCaseProperties(open)),
  );
  useAction(
    'import-data',
    () =>
      void chooseFiles('', true).then((files) => {
        if (files.length > 0) incoming.set({ files });
      }),
  );
  useAction('new-chart', () => {
    const id = newId();
    const name = t('workspace.new-chart-name', { n: state.countOf('chart') + 1 });
    void open
      .run('create-chart', { chart: { id, kind: 'chart', name, multiplicity: 'single', skin: 'icons' } })
      .then((outcome) => {
        sayOutcome(outcome);
        const charted = allViews.find((v) => v.perChart);
        if (outcome.saved && charted) openPane({ view: charted.id, chart: id });
      });
  });
  useAction('palette', () => void showPalette((text) => findInCase(open.snapshot().state, text)));
  useAction('fold-left', () => foldLeft(!foldedLeft), explorer !== undefined);
  useAction('fold-right', () => foldRight(!foldedRight), inspector !== undefined);
  useAction('split-right', () => turnSplit('right'));
  useAction('split-down', () => turnSplit('down'));
  useAction('fill-middle', () => setFilled((f) => !f), layout.split !== null);
  const front = paneInFront();
  const lastSeen = useSignal(chartLastSeen);
  const printed = front && subjectOf(front.view);
  const ofChart = [front?.chart, lastSeen, ...state.idsOf('chart')].find((id) => id && state.find('chart', id));
  // A sheet in front prints itself; what has no chart of its own is printed beside the one last seen.
  useAction(
    'print',
    () => {
      if (!printed || ofChart === undefined) return;
      sheetChoice.set((c) => ({ ...c, subject: printed }));
      openPane({ view: 'paper', chart: ofChart });
    },
    printed !== undefined && ofChart !== undefined,
  );
  useAction('close-pane', closeInFront, front !== undefined);
  useAction('next-tab', () => stepTab(1));
  useAction('previous-tab', () => stepTab(-1));
  useAction('clear-filter', clearFilter);
  // Always taken: the browser's own way back would lead out of the case.
  useAction('step-back', () => {
    if (trail.get().length > 0) stepBack();
    else announce(t('workspace.no-way-back'));
  });

  const split = layout.split;
  const fill = filled && split !== null;
  const showMain = !fill || layout.focus === 'main';
  const showSplit = split !== null && (!fill || layout.focus === 'split');
  const marking = properties?.marking
    ? { text: properties.marking, ...(properties.training && { more: properties.training }) }
    : null;
  const columns = {
    '--left': explorer ? (foldedLeft ? '40px' : `${left}px`) : '0px',
    '--right': inspector ? (foldedRight ? '40px' : `${right}px`) : '0px',
  } as CSSProperties;
  return (
    <div className="app">
      <button type="button" className="skip" onClick={skipToMain}>
        {t('shell.skip')}
      </button>
      <MarkingStrip marking={marking} />
      <Bar left={<CaseName />} acts={<UndoButtons />} find={t('shell.find-case')} />
      <div className="desk">
        <div className="work" style={columns}>
          {explorer ? <Side definition={explorer} place="left" folded={foldedLeft} onFold={foldLeft} /> : <span />}
          <main className="middle" id="main" tabIndex={-1}>
            {explorer && !foldedLeft && (
              <div className="edge left">
                <Splitter
                  label={t('workspace.resize', { side: t('workspace.explorer') })}
                  orientation="vertical"
                  value={left}
                  min={SIDE_MIN}
                  max={SIDE_MAX}
                  onChange={(width) => setSides({ left: width })}
                  onReset={() => foldLeft(true)}
                />
              </div>
            )}
            <Middle
              main={
                showMain && (
                  <PaneHalf
                    half="main"
                    list={layout.main}
                    active={layout.active}
                    filled={fill}
                    onFill={() => setFilled(!filled)}
                  />
                )
              }
              second={
                showSplit && (
                  <PaneHalf
                    half="split"
                    list={split.panes}
                    active={split.active}
                    filled={fill}
                    onFill={() => setFilled(!filled)}
                  />
                )
              }
              direction={split?.direction ?? 'right'}
            />
            {inspector && !foldedRight && (
              <div className="edge right">
                <Splitter
                  label={t('workspace.resize', { side: t('workspace.inspector') })}
                  orientation="vertical"
                  after
                  value={right}
                  min={SIDE_MIN}
                  max={SIDE_MAX}
                  onChange={(width) => setSides({ right: width })}
                  onReset={() => foldRight(true)}
                />
              </div>
            )}
          </main>
          {inspector ? <Side definition={inspector} place="right" folded={foldedRight} onFold={foldRight} /> : <span />}
        </div>
        <SaveBanner />
      </div>
      <WorkspaceStatus />
      <MarkingStrip marking={marking} lower />
      <DropZone
        onFiles={(files) => {
          const packaged = files.find((f) => f.name.toLowerCase().endsWith('.skein'));
          if (packaged) void import('../open-package.ts').then((m) => m.openPackage(program, packaged));
          else incoming.set({ files });
        }}
      />
    </div>
  );
}

/** One half, or two with a line between that can be moved. The share is kept in percent, so that it follows the window. */
function Middle({ main, second, direction }: { main: ReactNode; second: ReactNode; direction: 'right' | 'down' }) {
  const t = useT();
  const [share, setShare] = useState(direction === 'down' ? 68 : 50);
  const box = useRef<HTMLDivElement>(null);
  const both = Boolean(main) && Boolean(second);
  const size = `minmax(0, ${share}fr)`;
  const rest = `minmax(0, ${100 - share}fr)`;
  const style: CSSProperties = both
    ? direction === 'right'
      ? { gridTemplateColumns: `${size} ${rest}` }
      : { gridTemplateRows: `${size} ${rest}` }
    : {};
  return (
    <div ref={box} className={`panes ${direction}`} style={style}>
      {main}
      {both && (
        <div className={`between ${direction}`} style={{ '--share': `${share}%` } as CSSProperties}>
          <Splitter
            label={t('workspace.resize-split')}
            orientation={direction === 'right' ? 'vertical' : 'horizontal'}
            value={share * 10}
            min={200}
            max={800}
            unitsPerPixel={() =>
              1000 / Math.max(1, (direction === 'right' ? box.current?.clientWidth : box.current?.clientHeight) ?? 1)
            }
            onChange={(v) => setShare(v / 10)}
            onReset={() => setShare(50)}
          />
        </div>
      )}
      {second}
    </div>
  );
}

/** A workspace begins with nothing selected and nothing filtered: both belong to the case that was open before. */
export function clearSession(): void {
  selection.set([]);
  clearFilter();
  emphasis.set(null);
  panes.set({ main: [], active: 0, split: null, focus: 'main' });
}
