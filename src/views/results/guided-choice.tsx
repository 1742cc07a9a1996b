import { tDynamic } from '#i18n/index';
import { type Guided, guidedQuestions } from './guided.ts';

/** Questions in plain words, for people who do not know the names of measures. */
export function GuidedChoice({ pressed, onAsk }: { pressed: string | undefined; onAsk: (guided: Guided) => void }) {
  return guidedQuestions.map((g) => (
    <button
      key={g.id}
      type="button"
      className="results-question"
      aria-pressed={pressed === g.id}
      onClick={() => onAsk(g)}
    >
      <b>{tDynamic(`guided.${g.id}.question`)}</b>
    </button>
  ));
}
