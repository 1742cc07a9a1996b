import { useState } from 'react';
import type { CaseState } from '#domain/change/case-state';
import { countByKind, dependentsOf } from '#domain/commands/delete-records';
import { t, tDynamic } from '#i18n/index';
import { nameOf, refusalText } from '#i18n/record-words';
import type { OpenCase, Outcome } from '#queries/open-case';
import { Button, Dialog, TextField } from '#ui/controls/index';
import { announce, confirm, showDialog } from '#ui/dialogs/index';

/** Says what became of an act when it did not come through. */
export async function said(act: Promise<Outcome>): Promise<boolean> {
  const outcome = await act;
  const text = refusalText(outcome);
  if (text) announce(text);
  return outcome.saved;
}

/** Shows what depends on the records, then deletes them with it. */
export async function deleteWithPlan(open: OpenCase, ids: readonly string[]): Promise<void> {
  const { state } = open.snapshot();
  const { removed, altered } = dependentsOf(state, ids);
  const going = await confirm({
    title: t('inspector.delete.title', { count: ids.length }),
    body: (
      <>
        <p>{t('inspector.delete.goes')}</p>
        <ul>
          {[...countByKind(removed)].map(([kind, count]) => (
            <li key={kind}>{tDynamic(`kind.${kind}`, { count })}</li>
          ))}
        </ul>
        {altered.length > 0 && <p>{t('inspector.delete.alters', { count: altered.length })}</p>}
        <p>{t('inspector.delete.undo')}</p>
      </>
    ),
    confirm: t('inspector.delete.confirm'),
    danger: true,
  });
  if (going) await said(open.run('delete-records', { ids }));
}

function LiftDialog({ close }: { close: (reason?: string) => void }) {
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={t('inspector.lift.title')}
      onClose={() => close()}
      onSubmit={() => reason.trim() && close(reason)}
      foot={
        <>
          <Button onClick={() => close()}>{t('inspector.cancel')}</Button>
          <Button submit variant="danger" {...(!reason.trim() && { disabledReason: t('refused.reason-missing') })}>
            {t('inspector.lift.confirm')}
          </Button>
        </>
      }
    >
      <p>{t('inspector.lift.body')}</p>
      <TextField data-autofocus label={t('inspector.lift.reason')} value={reason} onChange={setReason} />
    </Dialog>
  );
}

/** Asks for the reason, then shows the name of a protected person. */
export async function liftProtection(open: OpenCase, id: string): Promise<void> {
  const reason = await showDialog<string>((close) => <LiftDialog close={close} />);
  if (reason) await said(open.run('lift-protection', { id, reason }));
}

export function nameIn(state: CaseState, id: string): string {
  return nameOf(state.entity(id));
}
