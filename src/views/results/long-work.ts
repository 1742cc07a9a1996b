import { i18nInstance, tDynamic } from '#i18n/index';
import { measureCatalogue, type ParameterValues } from '#queries/analysis';

/** Whoever would wait longer than this many seconds is asked first. */
export const LONG_WAIT = 10;

/** Seconds that an answer would take, and the measure that estimates it in less. */
export interface Cost {
  readonly seconds: number;
  readonly estimatedBy?: string;
}

/** A question that was not begun, because its answer would take long; either way on answers it all the same. */
export interface LongWork {
  readonly measure: string;
  readonly seconds: number;
  exactly(): void;
  /** It would be a search, whose answer need not be the best. */
  readonly searched?: boolean;
  /** By another measure, and what of the question that one does not know, in words. */
  readonly estimate?: { readonly measure: string; readonly without: string; ask(): void };
}

interface Question {
  readonly id: string;
  readonly parameters?: ParameterValues;
}

const nameOf = (id: string) => tDynamic(`measure.${id}.name`);

/** What to say of a question that would take long, and what to do about it. */
export function longWork(
  { id, parameters = {} }: Question,
  { seconds, estimatedBy: by }: Cost,
  ways: { exactly(): void; instead(estimate: <Q extends Question>(question: Q) => Q): void },
): LongWork {
  const found = { measure: nameOf(id), seconds, exactly: ways.exactly };
  if (!by) return found;
  const known = new Set<string>(measureCatalogue.find((m) => m.id === by)?.parameters.map((p) => p.name));
  const usual = measureCatalogue.find((m) => m.id === id)?.parameters ?? [];
  const lost = usual.filter((p) => !known.has(p.name) && (parameters[p.name] ?? p.default) !== p.default);
  const without = new Intl.ListFormat(i18nInstance.language, { type: 'conjunction' }).format(
    lost.map((p) => tDynamic(`measure.parameter.${p.name}`)),
  );
  return {
    ...found,
    estimate: {
      measure: nameOf(by),
      without,
      ask: () =>
        ways.instead((question) => {
          const kept = Object.entries(question.parameters ?? {}).filter(([name]) => known.has(name));
          return { ...question, id: by, parameters: Object.fromEntries(kept) };
        }),
    },
  };
}
