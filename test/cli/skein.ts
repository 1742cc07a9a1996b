import { runCli } from '#cli/index';

/** A command as it is typed: its exit status, what it printed and what it complained of. */
export async function skein(...args: string[]) {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runCli(args, { print: (t) => printed.push(t), complain: (l) => complaints.push(l) });
  return { status, printed: printed.join(''), complaints };
}
