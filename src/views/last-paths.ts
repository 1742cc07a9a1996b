import type { Strength } from '#domain/link/link';
import type { Id } from '#domain/record';
import type { ParameterValues, Scope } from '#queries/analysis';
import type { OpenCase } from '#queries/open-case';
import type { PathsGround, PathsResult } from '#queries/paths';
import { pathCatalogue } from '#queries/paths';
import { type Signal, signal } from '#session/signal';
import type { AskedScope } from './last-answer.ts';

export type PathQuestionId = (typeof pathCatalogue)[number]['id'];

/** What the analyst has set in the room of paths. */
export interface PathsForm {
  readonly question: PathQuestionId;
  readonly from: readonly Id[];
  readonly to: readonly Id[];
  readonly scope: Scope['kind'];
  readonly parameters: ParameterValues;
  readonly weights: 'count' | 'strength';
  readonly arrows: boolean;
  readonly events: boolean;
  readonly strength: Strength;
  readonly after: string;
  readonly before: string;
  readonly undated: boolean;
  readonly linkTypes: readonly string[];
}

export interface PathsAnswer {
  readonly result: PathsResult;
  /** The scope as it was asked for, so that it can be read anew. */
  readonly asked: AskedScope;
  /** What it rests on. */
  readonly ground: PathsGround;
  /** Which of the ways is looked at. */
  readonly way: number;
}

export interface LastPaths {
  readonly form: PathsForm;
  readonly answer?: PathsAnswer;
}

const kept = new WeakMap<OpenCase, Signal<LastPaths>>();

/** The form and the last answer about paths of a case, while it is open: the chart may be looked at meanwhile, and a sheet follows. */
export function lastPaths(open: OpenCase): Signal<LastPaths> {
  let found = kept.get(open);
  if (!found) {
    found = signal<LastPaths>({
      form: {
        question: 'shortest',
        from: [],
        to: [],
        scope: 'case',
        parameters: {},
        weights: 'count',
        arrows: false,
        events: true,
        strength: 'tentative',
        after: '',
        before: '',
        undated: true,
        linkTypes: [],
      },
    });
    kept.set(open, found);
  }
  return found;
}

export function endsOf(question: PathQuestionId): (typeof pathCatalogue)[number]['ends'] {
  return pathCatalogue.find((q) => q.id === question)!.ends;
}

/** The form with another question: whoever was chosen stays so, in the fields that the question has. */
export function withQuestion(form: PathsForm, question: PathQuestionId): PathsForm {
  const same = question === form.question;
  const parameters = same ? form.parameters : {};
  const all = [...new Set([...form.from, ...form.to])];
  switch (endsOf(question)) {
    case 'two': {
      const from = form.from.slice(0, 1);
      const to = form.to.length > 0 ? form.to.slice(0, 1) : all.filter((id) => id !== from[0]).slice(0, 1);
      return { ...form, question, parameters, from, to };
    }
    case 'one':
      return { ...form, question, parameters, from: all.slice(0, 1), to: [] };
    case 'lists':
      return { ...form, question, parameters };
    default:
      return { ...form, question, parameters, from: all, to: [] };
  }
}

/** Whom the selection means: two are start and end, more are the chosen ones. */
export function withSelection(form: PathsForm, chosen: readonly Id[]): PathsForm {
  if (chosen.length === 0) return form;
  const ends = endsOf(form.question);
  if (ends === 'lists') return { ...form, from: chosen, to: [] };
  if (chosen.length > 2 && ends === 'two') return withQuestion({ ...form, from: chosen, to: [] }, 'connecting-network');
  if (ends === 'two') return { ...form, from: chosen.slice(0, 1), to: chosen.slice(1, 2) };
  return { ...form, from: ends === 'one' ? chosen.slice(0, 1) : chosen, to: [] };
}
