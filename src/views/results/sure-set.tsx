import { useEffect } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import type { ParameterValues } from '#queries/analysis';
import type { KeyPlayersResult } from '#queries/key-players';
import type { SureSet } from '#queries/sure-sets';
import { select } from '#session/selection';
import { Button, Note } from '#ui/controls/index';
import type { MeasureAnswer } from '../last-answer.ts';
import { IntervalSettings } from './interval-settings.tsx';
import { LongWorkNote } from './long-work-note.tsx';
import { StaleNote } from './stale-note.tsx';
import { share, sureSetRows } from './sure-set-words.ts';
import { type SureSetSoFar, useSureSetOf } from './use-sure-set.ts';

/** How sure a set is, and what of the links that rests on beside their strengths. */
export type FoundSure = { readonly sure: SureSet } & Pick<SureSetSoFar, 'sources'>;

/** Who stands in the best sets where recorded links drop out by chance, and what that rests on. `onFound` is told what there is to be said of it elsewhere. */
export function SureSetSection({
  answer,
  content,
  found,
  settings,
  state,
  onSettle,
  onFound,
}: {
  answer: MeasureAnswer;
  content: string;
  found: KeyPlayersResult;
  settings: ParameterValues;
  state: CaseState;
  onSettle: (settings: ParameterValues) => void;
  onFound: (found: FoundSure | undefined) => void;
}) {
  const t = useT();
  const { sure, sources, long, problem, stale, checking, again } = useSureSetOf(answer, content, found, settings);
  useEffect(() => {
    onFound(sure && { sure, ...(sources !== undefined && { sources }) });
    return () => onFound(undefined);
  }, [sure, sources, onFound]);
  const title = t('guided.key.sure.name');
  const told = sure && sureSetRows(state, sure);
  return (
    <>
      <IntervalSettings key={JSON.stringify(settings)} settings={settings} onSettle={onSettle} />
      {stale && sure && (
        <StaleNote text={t('results.sure.stale', { revision: number(sure.revision) })} onAgain={again} />
      )}
      {checking && <p className="muted results-legend">{t('results.checking')}</p>}
      {!sure && !long && problem === undefined && <p className="muted results-legend">{t('results.sure.waiting')}</p>}
      {problem !== undefined && (
        <Note tone="warning" live>
          {problem}
        </Note>
      )}
      {long && <LongWorkNote long={long} />}
      {told && (
        <div className="results-cuts">
          <table className="grid">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{title}</th>
                <th scope="col">{t('guided.key.sure.member')}</th>
                <th scope="col" className="num">
                  {t('guided.key.sure.share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {told.rows.map((r) => (
                <tr key={r.id}>
                  <th scope="row">
                    <Button variant="link" onClick={() => select([r.id])}>
                      {r.name}
                    </Button>
                  </th>
                  <td>{t(r.member ? 'guided.key.sure.yes' : 'guided.key.sure.no')}</td>
                  <td className="num">{share(r.share)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {told.more > 0 && <p className="muted">{t('guided.key.sure.more', { count: told.more })}</p>}
        </div>
      )}
    </>
  );
}
