import type { Parameter } from '../graph/parameters.ts';

const length = { name: 'length', kind: 'choice', options: ['links', 'inverse', 'same'], default: 'links' } as const;
const number = (name: string, min: number, max: number, usual: number) =>
  ({ name, kind: 'number', min, max, step: 1, default: usual }) as const;

/** `two`: from one to another; `one`: from one; `some`: round one or more; `several`: among two or more; `lists`: from some to others. */
export type Ends = 'two' | 'one' | 'some' | 'several' | 'lists';

/** What can be asked about ways between entities. `ends`: of whom, see there. `timed`: only of dated links. Words: `paths.<id>.question`, `.name`, `.definition`. */
export interface PathQuestion {
  readonly id: string;
  readonly ends: Ends;
  readonly timed: boolean;
  /** In hours: waits; 0 = any. */
  readonly parameters: readonly Parameter[];
}

const waits = [number('longestWait', 0, 876_000, 0), number('shortestWait', 0, 876_000, 0)] as const;

export const pathQuestions = [
  { id: 'shortest', ends: 'two', timed: false, parameters: [length] },
  { id: 'k-shortest', ends: 'two', timed: false, parameters: [number('count', 2, 100, 5), length] },
  {
    id: 'all-paths',
    ends: 'two',
    timed: false,
    parameters: [number('most', 1, 12, 4), number('count', 1, 10_000, 200)],
  },
  { id: 'time-respecting', ends: 'two', timed: true, parameters: waits },
  { id: 'time-reach', ends: 'one', timed: true, parameters: waits },
  { id: 'connecting-network', ends: 'several', timed: false, parameters: [length] },
  { id: 'two-lists', ends: 'lists', timed: false, parameters: [length] },
  { id: 'common-neighbours', ends: 'several', timed: false, parameters: [number('atLeast', 2, 100, 2)] },
  { id: 'ego-network', ends: 'some', timed: false, parameters: [number('radius', 1, 10, 1)] },
] as const satisfies readonly PathQuestion[];

export type PathQuestionId = (typeof pathQuestions)[number]['id'];

export function pathQuestionById(id: string): (PathQuestion & { readonly id: PathQuestionId }) | undefined {
  return pathQuestions.find((q) => q.id === id);
}
