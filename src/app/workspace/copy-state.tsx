import { useEffect } from 'react';
import { useT } from '#i18n/react';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import { runAction, shortcut } from '#session/keys';
import { useSignal } from '#session/signal';
import { Button } from '#ui/controls/index';
import { allowFolder, keepSafetyCopies, safetyCopies } from '../safety-copies.ts';
import { useCases, useProgram } from '../skein-context.ts';
import { clockTime } from '../when.ts';

/** What is in no file yet, with the one key that saves a copy; or when its last safety copy was written and what came since, or why there is none. */
export function CopyState() {
  const t = useT();
  const open = useOpenCase();
  const { store } = useProgram().skein;
  const { head } = useCaseSnapshot();
  const listed = useCases()?.find((c) => c.localId === open.localId);
  const safety = useSignal(safetyCopies);
  useEffect(() => keepSafetyCopies(store, open), [store, open]);
  const since = listed ? head.seq - (listed.savedSeq ?? 0) : 0;
  if (safety.kind === 'ask')
    return (
      <Button variant="link" onClick={() => void allowFolder(store)}>
        {t('status.safety-ask')}
      </Button>
    );
  if (safety.kind === 'failed' && safety.localId === open.localId)
    return <b className="danger-text">{t('status.safety-not-whole')}</b>;
  if (safety.kind === 'gone' || safety.kind === 'full' || (safety.kind === 'failed' && !safety.localId))
    return <b className="danger-text">{t(`status.safety-${safety.kind}`)}</b>;
  const copy = safety.kind === 'ready' ? safety.copies.get(open.localId) : undefined;
  if (copy) {
    const time = clockTime(copy.at);
    const count = head.seq - copy.seq;
    return <span>{count > 0 ? t('status.safety-behind', { time, count }) : t('status.safety-copy', { time })}</span>;
  }
  if (since === 0) return null;
  return (
    <Button
      variant="link"
      title={`${t('action.save-package')} (${shortcut('save-package')})`}
      onClick={() => runAction('save-package')}
    >
      {t('status.in-no-file', { count: since })}
    </Button>
  );
}
