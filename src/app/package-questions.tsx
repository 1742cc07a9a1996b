import type { Head } from '#domain/change/change-record';
import { t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import type { CaseRescued, Comparison, PackageRefused } from '#queries/packages';
import type { ListedCase } from '#queries/workspace';
import { Button, Dialog, Name, Note } from '#ui/controls/index';
import { announce, showDialog } from '#ui/dialogs/index';
import type { PackageOpened } from './packages.ts';
import { shortWhen } from './when.ts';

/** A copy that is here, and how the package stands to it; without `comparison` where its log cannot be read. */
export interface ComparedCopy {
  readonly copy: ListedCase;
  readonly comparison: Comparison | undefined;
}

/** One line on how a copy that is here stands to the package. */
export function comparisonText({ copy, comparison }: ComparedCopy): string {
  const when = shortWhen(copy.changed);
  if (!comparison) return say('package.compare-unread');
  const { relation, shared, here, there } = comparison;
  switch (relation) {
    case 'same':
      return say('package.compare-same', { count: shared, when });
    case 'behind':
      return say('package.compare-behind', { count: here, when });
    case 'ahead':
      return say('package.compare-ahead', { count: there, when });
    case 'parted':
      return say('package.compare-parted', { shared, here, there, when });
    case 'unrelated':
      return say('package.compare-unrelated', { when });
  }
}

/** The case is here already: open what is here, open the package beside it, or leave it. Resolves with `copy` or a local id. */
export function askCopy(copies: readonly ComparedCopy[], head: Head): Promise<string | undefined> {
  return showDialog<string>((close) => <CopyDialog copies={copies} head={head} close={close} />);
}

function CopyDialog({
  copies,
  head,
  close,
}: {
  copies: readonly ComparedCopy[];
  head: Head;
  close: (answer?: string) => void;
}) {
  const t = useT();
  return (
    <Dialog
      title={t('package.here')}
      onClose={() => close()}
      foot={
        <>
          <Button onClick={() => close()}>{t('controls.cancel')}</Button>
          <Button variant="primary" onClick={() => close('copy')}>
            {t('package.open-copy')}
          </Button>
        </>
      }
    >
      <p>{t('package.here-body', { count: head.seq })}</p>
      <ul className="stack">
        {copies.map((c) => (
          <li key={c.copy.localId} className="row">
            <span className="grow">
              <Name text={c.copy.title || t('start.untitled')} />
              <br />
              <span className="muted small">{comparisonText(c)}</span>
            </span>
            <Button onClick={() => close(c.copy.localId)}>{t('package.open-here')}</Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Says what is wrong with a package and, where something can still be read, offers it as a new case. */
export async function askRescue(refusal: PackageRefused, rescue: () => Promise<CaseRescued>): Promise<PackageOpened> {
  const wanted = await showDialog<boolean>((close) => <RefusedDialog refusal={refusal} close={close} />);
  if (!wanted) return { ok: false, cancelled: true };
  const result = await rescue();
  if (!result.ok) return { ok: false, code: result.code };
  announce(tDynamic('recovery.rescued', { salvaged: result.salvaged, lost: result.lost }));
  return { ok: true, localId: result.localId };
}

function RefusedDialog({ refusal, close }: { refusal: PackageRefused; close: (rescue?: boolean) => void }) {
  const t = useT();
  return (
    <Dialog
      title={t('package.refused')}
      onClose={() => close()}
      foot={
        <>
          <Button onClick={() => close()}>{t('controls.close')}</Button>
          {refusal.rescuable && (
            <Button variant="primary" onClick={() => close(true)}>
              {t('recovery.rescue')}
            </Button>
          )}
        </>
      }
    >
      <Note tone="danger">{tDynamic(`package.refused.${refusal.code}`, refusal.detail)}</Note>
      <p>{refusal.rescuable ? t('package.can-rescue') : t('package.nothing-written')}</p>
    </Dialog>
  );
}
