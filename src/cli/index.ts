import { checkCommand } from './check.ts';
import { BAD_INPUT, type CliCommand, DONE, type Output } from './cli-command.ts';
import { communitiesCommand } from './communities.ts';
import { keyPlayersCommand } from './key-players.ts';
import { measureCommand } from './measure.ts';
import { measuresCommand } from './measures.ts';
import { networkCommand } from './network.ts';
import { NETWORK_HELP, NETWORK_USAGE } from './network-options.ts';
import { pathsCommand } from './paths.ts';
import { recipeCommand } from './recipe.ts';
import { stabilityCommand } from './stability.ts';
import { whatIfCommand } from './what-if.ts';

/** Every subcommand. */
export const commands: readonly CliCommand[] = [
  measureCommand,
  communitiesCommand,
  keyPlayersCommand,
  stabilityCommand,
  whatIfCommand,
  networkCommand,
  pathsCommand,
  recipeCommand,
  measuresCommand,
  checkCommand,
];

function usage(): string {
  return [
    'usage: skein COMMAND [options]',
    '',
    ...commands.flatMap((c) => [`  ${c.summary}:`, `    skein ${c.usage}`]),
    '',
    NETWORK_HELP,
  ].join('\n');
}

/** Runs what was typed after the program's name; resolves to the exit status. */
export async function runCli(args: readonly string[], out: Output): Promise<number> {
  const [name, ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    out.print(usage());
    return DONE;
  }
  const command = commands.find((c) => c.name === name);
  if (command && (rest.includes('--help') || rest.includes('-h'))) {
    const more = command.usage.includes(` ${NETWORK_USAGE} `) ? `\n\n${NETWORK_HELP}` : '';
    out.print(`usage: skein ${command.usage}${more}`);
    return DONE;
  }
  if (command) return command.run(rest, out);
  const known = commands.map((c) => c.name).join(', ');
  out.complain(
    name === undefined ? `a command is missing; known are ${known}` : `unknown command "${name}"; known are ${known}`,
  );
  return BAD_INPUT;
}
