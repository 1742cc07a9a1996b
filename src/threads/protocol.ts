/**
 * What a worker offers: what it is given to hold (`load`), and its tasks by name with what each takes and gives. A contract is
 * a type alone; page and worker name the same one.
 */
export interface Contract {
  readonly load: unknown;
  readonly tasks: Readonly<Record<string, Task>>;
}

export interface Task {
  readonly params: unknown;
  readonly result: unknown;
  /** What the task hands over before its end, piece by piece; missing = nothing. */
  readonly part?: unknown;
}

export type TaskName<C extends Contract> = keyof C['tasks'] & string;
export type ParamsOf<C extends Contract, T extends TaskName<C>> = C['tasks'][T]['params'];
export type ResultOf<C extends Contract, T extends TaskName<C>> = C['tasks'][T]['result'];
export type PartOf<C extends Contract, T extends TaskName<C>> = C['tasks'][T]['part'];

/** Real work done: `done` of `of` units of a stage. */
export interface Progress {
  readonly done: number;
  readonly of: number;
  readonly stage: string;
}

/** Page to worker. */
export type Request =
  | { readonly kind: 'load'; readonly revision: string; readonly data: unknown }
  | { readonly kind: 'forget'; readonly revision: string }
  | {
      readonly kind: 'run';
      readonly job: number;
      readonly task: string;
      readonly params: unknown;
      readonly revision: string | null;
    }
  | { readonly kind: 'cancel'; readonly job: number }
  | { readonly kind: 'ping' };

/**
 * Why a job gave no result. `task-threw` is a bug, told with the error's name and message; `worker-died` came from the worker
 * ending or falling silent; `worker-unavailable` = it could not be started. A task may end with codes of its own.
 */
export type FailureCode =
  | 'cancelled'
  | 'worker-died'
  | 'worker-unavailable'
  | 'task-threw'
  | 'no-such-task'
  | 'not-loaded'
  | (string & {});

/** Worker to page. */
export type Reply =
  | ({ readonly kind: 'progress'; readonly job: number } & Progress)
  | { readonly kind: 'part'; readonly job: number; readonly body: unknown }
  | { readonly kind: 'result'; readonly job: number; readonly revision: string | null; readonly body: unknown }
  | { readonly kind: 'failure'; readonly job: number; readonly code: FailureCode; readonly detail?: string }
  | { readonly kind: 'pong' };

/** What a job came to. Failures are values: nothing here rejects. */
export type Outcome<R> =
  | { readonly result: R; readonly revision: string | null }
  | { readonly failure: FailureCode; readonly detail?: string };

export function failed<R>(outcome: Outcome<R>): outcome is Extract<Outcome<R>, { failure: FailureCode }> {
  return 'failure' in outcome;
}
