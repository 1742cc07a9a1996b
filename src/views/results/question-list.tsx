import { Fragment, type ReactNode, useState } from 'react';
import type { Parameter } from '#analysis/measures/index';
import { searchKey } from '#domain/identifiers/matching';
import { tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { communityCatalogue, measureCatalogue } from '#queries/analysis';
import { IconButton, TextField } from '#ui/controls/index';
import type { Answer, WholeKind } from '../last-answer.ts';
import { WholeQuestions, wholeQuestions } from './whole-questions.tsx';

type Family = 'position' | 'brokers' | 'groups';

export interface Question {
  readonly kind: Answer['kind'];
  readonly id: string;
  readonly family: Family;
  /** Computed keys of its words. */
  readonly name: string;
  readonly question: string;
  readonly definition: string;
  readonly parameters: readonly Parameter[];
}

/** Measures about brokers; of the others, those that number parts are about groups. */
const BROKERS = new Set([
  'betweenness',
  'betweenness-sampled',
  'flow-betweenness',
  'current-flow-betweenness',
  'link-betweenness',
  'constraint',
  'effective-size',
  'efficiency',
  'hierarchy',
  'participation',
  'participation-coefficient',
  'cut-point',
  'cut-points',
  'bridges',
]);

export const questions: readonly Question[] = [
  ...measureCatalogue.map((about): Question => {
    const family = BROKERS.has(about.id) || /broker|gould/.test(about.id);
    return {
      ...about,
      kind: 'measure',
      family: about.range === 'label' ? 'groups' : family ? 'brokers' : 'position',
    };
  }),
  ...communityCatalogue.map((about): Question => ({ ...about, kind: 'groups', family: 'groups' })),
];

const families: readonly Family[] = ['position', 'brokers', 'groups'];

/** Every measure and method, by the question it answers: found by any of its words, asked by a click, put beside the answer by another. */
export function QuestionList({
  pressed,
  onAsk,
  onAdd,
  onAskWhole,
  form,
}: {
  pressed: { readonly kind: string; readonly id: string } | undefined;
  onAsk: (q: Question) => void;
  /** Missing: there is no answer yet to stand beside. */
  onAdd: ((q: Question) => void) | undefined;
  onAskWhole: (kind: WholeKind, id: string) => void;
  form: (q: Question) => ReactNode;
}) {
  const t = useT();
  const [wanted, setWanted] = useState('');
  const key = searchKey(wanted);
  const whole = wholeQuestions().filter((q) => searchKey(q.words).includes(key));
  const found = questions.filter((q) =>
    searchKey([q.name, q.question, q.definition].map((k) => tDynamic(k)).join(' ')).includes(key),
  );
  return (
    <>
      <div className="results-find">
        <TextField
          hideLabel
          label={t('results.find')}
          placeholder={t('results.find')}
          value={wanted}
          onChange={setWanted}
        />
      </div>
      {found.length === 0 && whole.length === 0 && <p className="muted results-find">{t('results.find.none')}</p>}
      {families.map((family) => {
        const list = found.filter((q) => q.family === family);
        return (
          list.length > 0 && (
            <Fragment key={family}>
              <h4 className="results-family">{t(`results.family.${family}`)}</h4>
              {list.map((q) => (
                <Fragment key={`${q.kind} ${q.id}`}>
                  <div className="results-entry">
                    <button
                      type="button"
                      className="results-question"
                      aria-pressed={pressed?.kind === q.kind && pressed.id === q.id}
                      onClick={() => onAsk(q)}
                    >
                      <b>{tDynamic(q.question)}</b>
                      <span>{tDynamic(q.name)}</span>
                    </button>
                    {q.kind === 'measure' && onAdd && (
                      <IconButton
                        icon="plus"
                        variant="quiet"
                        label={t('results.column.add', { measure: tDynamic(q.name) })}
                        onClick={() => onAdd(q)}
                      />
                    )}
                  </div>
                  {form(q)}
                </Fragment>
              ))}
            </Fragment>
          )
        );
      })}
      <WholeQuestions questions={whole} pressed={pressed} onAsk={onAskWhole} />
    </>
  );
}
