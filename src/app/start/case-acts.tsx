import { useState } from 'react';
import { t, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { ListedCase } from '#queries/workspace';
import { Button, Dialog, type MenuEntry, TextField } from '#ui/controls/index';
import { announce, confirm, showDialog } from '#ui/dialogs/index';
import { goToCase } from '../route.ts';
import { type Program, renewCases } from '../skein-context.ts';
import { shortWhen } from '../when.ts';

function RenameDialog({ title: before, close }: { title: string; close: (title?: string) => void }) {
  const t = useT();
  const [title, setTitle] = useState(before);
  return (
    <Dialog
      title={t('rename-case.title')}
      onClose={() => close()}
      onSubmit={() => title.trim() && close(title.trim())}
      foot={
        <>
          <Button onClick={() => close()}>{t('controls.cancel')}</Button>
          <Button variant="primary" submit {...(title.trim() === '' && { disabledReason: t('new-case.needs-title') })}>
            {t('rename-case.do')}
          </Button>
        </>
      }
    >
      <TextField label={t('new-case.name')} value={title} onChange={setTitle} data-autofocus />
    </Dialog>
  );
}

async function rename(program: Program, listed: ListedCase): Promise<void> {
  const title = await showDialog<string>((close) => <RenameDialog title={listed.title} close={close} />);
  if (title === undefined || title === listed.title) return;
  const done = await program.skein.renameCase(listed.localId, title).catch(() => false);
  if (done) renewCases();
  else announce(t('rename-case.failed'));
}

async function duplicate(program: Program, listed: ListedCase): Promise<void> {
  const done = await program.skein.duplicateCase(listed.localId).catch(() => false);
  announce(t(done ? 'duplicate-case.done' : 'duplicate-case.failed'));
}

/** Saves a case to a file and says where it went. */
export async function savePackage(program: Program, localId: string): Promise<boolean> {
  const saved = await program.packages.save(localId);
  announce(
    saved.ok ? t('package.saved', { file: saved.file }) : t('package.failed', { reason: packageReason(saved.code) }),
  );
  return saved.ok;
}

function packageReason(code: string): string {
  return tDynamic(`package.refused.${code}`);
}

/** Says what is lost before a case is deleted, and offers to save it first. True when it is gone. */
export async function deleteCase(program: Program, listed: ListedCase): Promise<boolean> {
  const when = shortWhen(listed.savedWall);
  const since = listed.count - (listed.savedSeq ?? 0);
  const saved =
    listed.savedWall === undefined
      ? t(listed.savedSeq === listed.count ? 'delete-case.sample' : 'delete-case.never-saved')
      : since > 0
        ? t('delete-case.saved-older', { when, count: since })
        : t('delete-case.saved', { when });
  const sure = await confirm({
    title: t('delete-case.title', { title: listed.title || t('start.untitled') }),
    danger: true,
    confirm: t('delete-case.do'),
    body: (
      <>
        <p>{t('delete-case.body', { count: listed.count })}</p>
        <p>
          {saved}{' '}
          {since > 0 && (
            <Button variant="link" onClick={() => void savePackage(program, listed.localId)}>
              {t('delete-case.save-first')}
            </Button>
          )}
        </p>
      </>
    ),
  });
  if (!sure) return false;
  await program.skein.deleteCase(listed.localId);
  announce(t('delete-case.done'));
  return true;
}

/** What can be done with a case in the list. */
export function caseMenu(program: Program, listed: ListedCase): readonly MenuEntry[] {
  return [
    { id: 'open', label: t('start.open'), icon: 'folder', onSelect: () => goToCase(listed.localId) },
    { separator: true },
    { id: 'rename', label: t('start.rename'), icon: 'edit', onSelect: () => void rename(program, listed) },
    { id: 'duplicate', label: t('start.duplicate'), icon: 'copy', onSelect: () => void duplicate(program, listed) },
    {
      id: 'save',
      label: t('start.save-package'),
      icon: 'download',
      onSelect: () => void savePackage(program, listed.localId),
    },
    { separator: true },
    {
      id: 'delete',
      label: t('start.delete'),
      icon: 'trash',
      danger: true,
      onSelect: () => void deleteCase(program, listed),
    },
  ];
}
