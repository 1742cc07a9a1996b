import { commandLine } from '#i18n/messages/en/command-line';

/** A text of the command line with its words filled in. */
export function said(key: keyof typeof commandLine, words: Readonly<Record<string, string | number>>): string {
  return commandLine[key].replace(/{{(\w+)}}/g, (_, name: string) => String(words[name] ?? ''));
}
