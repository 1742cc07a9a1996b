import { type ReactNode, useEffect, useMemo } from 'react';
import { useT } from '#i18n/react';
import { useOpenCase } from '#queries/case-context';
import { csvOf, saveFile } from '#queries/exports';
import { Button, EmptyState, Note } from '#ui/controls/index';
import { missingText } from '../answer-sentence.ts';
import type { Asked, MeasureAnswer, NetworkAsked } from '../last-answer.ts';
import { lastLook, type WholeLook } from '../last-look.ts';
import { wholeLines } from '../whole-words.ts';
import { AnswerHead } from './answer-head.tsx';
import { StaleNote } from './stale-note.tsx';
import type { Whole } from './use-whole.ts';

/** What was asked of a network as a whole, whether it still stands, and what it rests on. */
export function WholeHead({
  question,
  name,
  asked,
  found: { result, problem, leftOut, standing, content, strengths },
  onAgain,
  told,
  keyPlayers,
  sources,
  file,
  children,
}: {
  question: string;
  name?: string;
  asked: NetworkAsked | MeasureAnswer;
  found: Whole<unknown>;
  onAgain: () => void;
  /** For paper: the answer in words and tables, and the change it is as of. Missing while there is none. */
  told?: { readonly revision: number; readonly as: WholeLook['told'] } | undefined;
  /** The set asked for, where it is a set of key players. */
  keyPlayers?: Asked['keyPlayers'];
  /** Which sources bore the links out, where it rests on that. */
  sources?: string | undefined;
  /** What its file is called; missing where the room saves its own. */
  file?: string;
  /** What is chosen of it, before its acts. */
  children?: ReactNode;
}) {
  const t = useT();
  const open = useOpenCase();
  const { stale, weak } = standing;
  // biome-ignore lint/correctness/useExhaustiveDependencies: how it is told is made anew at each drawing; it changes with the result alone.
  const whole = useMemo((): WholeLook | undefined => {
    if (!told || content === undefined) return undefined;
    return {
      of: asked,
      ...(keyPlayers && { keyPlayers }),
      question,
      ...(name !== undefined && { name }),
      ...(leftOut && { leftOut }),
      content,
      ...(strengths !== undefined && { strengths }),
      ...(sources !== undefined && { sources }),
      revision: told.revision,
      told: told.as,
    };
  }, [asked, keyPlayers, question, name, result, content, strengths, sources, leftOut]);
  useEffect(() => {
    if (whole) lastLook(open).set((now) => ({ ...now, whole }));
  }, [open, whole]);
  const save = () => {
    if (whole) saveFile(`${file}-${whole.revision}.csv`, csvOf(wholeLines(open.snapshot().state, whole)));
  };
  return (
    <>
      <AnswerHead
        question={question}
        {...(name !== undefined && { name })}
        asked={asked.asked}
        leftOut={leftOut}
        standing={result === undefined ? undefined : standing}
      />
      {stale && <StaleNote text={t('results.network.stale')} onAgain={onAgain} />}
      {weak > 0 && <Note tone="warning">{missingText(standing, 'whole')}</Note>}
      {problem !== undefined && (
        <Note tone="warning" live>
          {problem}
        </Note>
      )}
      {(children !== undefined || (file !== undefined && whole)) && (
        <div className="tools">
          {children}
          {file !== undefined && whole && (
            <Button icon="download" onClick={save}>
              {t('results.export')}
            </Button>
          )}
        </div>
      )}
      {result === undefined && problem === undefined && <EmptyState title={t('results.sure.waiting')} />}
    </>
  );
}
