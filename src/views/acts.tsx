import { countByKind, dependentsOf } from '#domain/commands/delete-records';
import { t, tDynamic } from '#i18n/index';
import { refusalText } from '#i18n/record-words';
import type { OpenCase, Outcome } from '#queries/open-case';
import { announce, confirm } from '#ui/dialogs/index';

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

/** What is selected opens in the inspector; the keyboard goes there with it. */
export function openInspector(): void {
  requestAnimationFrame(() =>
    document
      .querySelector<HTMLElement>('aside.side.right :is(input, textarea, select, button, a[href], [tabindex="0"])')
      ?.focus(),
  );
}
