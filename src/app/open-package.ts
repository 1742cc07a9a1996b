import { t, tDynamic } from '#i18n/index';
import { announce } from '#ui/dialogs/index';
import { chooseFiles } from './choose-file.ts';
import { goToCase } from './route.ts';
import type { Program } from './skein-context.ts';

/** Opens a case package and goes to it; says why when it cannot be. */
export async function openPackage(program: Program, file: Blob): Promise<void> {
  const opened = await program.packages.open(file);
  if (opened.ok) {
    announce(t('package.opened'));
    goToCase(opened.localId);
  } else if ('code' in opened)
    announce(t('package.not-opened', { reason: tDynamic(`package.refused.${opened.code}`) }));
}

export async function choosePackage(program: Program): Promise<void> {
  const [file] = await chooseFiles('.skein');
  if (file) await openPackage(program, file);
}
