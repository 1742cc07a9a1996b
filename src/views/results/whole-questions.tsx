import { t, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { linkMeasureCatalogue } from '#queries/link-measures';
import { networkFigureCatalogue } from '#queries/whole-network';
import type { WholeKind } from '../last-answer.ts';

interface WholeQuestion {
  readonly kind: WholeKind;
  readonly id: string;
  readonly question: string;
  readonly name: string;
  /** By which it is found. */
  readonly words: string;
}

const kinds: readonly string[] = ['network', 'links', 'layers'] satisfies readonly WholeKind[];

export function isWhole(kind: string): kind is WholeKind {
  return kinds.includes(kind);
}

/** What is asked of the network and not of its entities one by one: its figures, its links, its kinds of links. */
export function wholeQuestions(): readonly WholeQuestion[] {
  const made = (kind: WholeKind, id: string, question: string, name: string, more: readonly string[] = []) => ({
    kind,
    id,
    question,
    name,
    words: [question, name, ...more].join(' '),
  });
  const figures = networkFigureCatalogue.map((f) => tDynamic(f.name));
  return [
    made('network', 'network', t('results.network.question'), t('results.network.name'), figures),
    ...linkMeasureCatalogue.map((m) =>
      made('links', m.id, tDynamic(m.question), tDynamic(m.name), [tDynamic(m.definition)]),
    ),
    made('layers', 'layers', t('link-figures.layers.question'), t('link-figures.layers.name')),
  ];
}

export function WholeQuestions({
  questions,
  pressed,
  onAsk,
}: {
  questions: readonly WholeQuestion[];
  pressed: { readonly kind: string; readonly id: string } | undefined;
  onAsk: (kind: WholeKind, id: string) => void;
}) {
  const tr = useT();
  if (questions.length === 0) return null;
  return (
    <>
      <h4 className="results-family">{tr('results.family.whole')}</h4>
      {questions.map(({ kind, id, question, name }) => (
        <button
          key={id}
          type="button"
          className="results-question"
          aria-pressed={pressed?.kind === kind && pressed.id === id}
          onClick={() => onAsk(kind, id)}
        >
          <b>{question}</b>
          <span>{name}</span>
        </button>
      ))}
    </>
  );
}
