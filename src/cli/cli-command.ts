import type { Line } from '#threads/port';

/** Where a command's result and its complaint go; tests hand in their own. */
export interface Output {
  /** The result, on stdout, ended by a line break; nothing else is printed there. */
  print(text: string): void;
  /** One line on stderr. */
  complain(line: string): void;
  /** Starts a worker thread for long work; missing = all work is done here. */
  readonly openWorker?: () => Line;
}

/** A subcommand. `run` resolves to the exit status: 0 done, 2 bad input (one clear line was written). */
export interface CliCommand {
  readonly name: string;
  /** Usage, without the program's name. */
  readonly usage: string;
  readonly summary: string;
  run(args: readonly string[], out: Output): Promise<number>;
}

/** What can be expected to go wrong with what was typed or with a file, in one line. */
export interface BadInput {
  readonly bad: string;
}

export function isBad<T extends object>(x: T | BadInput): x is BadInput {
  return 'bad' in x;
}

export const DONE = 0;
export const BAD_INPUT = 2;

/** Says what is wrong, in its one line, and gives the exit status that goes with it. */
export function refusing(out: Pick<Output, 'complain'>): (wrong: BadInput) => typeof BAD_INPUT {
  return ({ bad }) => {
    out.complain(bad);
    return BAD_INPUT;
  };
}
