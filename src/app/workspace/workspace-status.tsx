import { useSyncExternalStore } from 'react';
import { number, t as say, tDynamic } from '#i18n/index';
import { useT } from '#i18n/react';
import { refusalText } from '#i18n/record-words';
import { useCaseSnapshot, useOpenCase } from '#queries/case-context';
import type { OpenCase } from '#queries/open-case';
import type { Skein } from '#queries/workspace';
import { clearFilter } from '#session/filter';
import { hiddenByFilter, namesInView } from '#session/hidden';
import { jobs } from '#session/jobs';
import { selection } from '#session/selection';
import { useSignal } from '#session/signal';
import { Button, JobLine } from '#ui/controls/index';
import { Announcer, announce, confirm } from '#ui/dialogs/index';
import { Icon } from '#ui/icon/index';
import { saveFromDisk } from '../packages.ts';
import { useProgram } from '../skein-context.ts';
import { clockTime } from '../when.ts';
import { CopyState } from './copy-state.tsx';
import { saveFromMemory } from './save-from-memory.ts';

/** Jobs, filter, selection, what just happened, what is saved. */
export function WorkspaceStatus() {
  const t = useT();
  const running = useSignal(jobs);
  const { hidden, of } = useSignal(hiddenByFilter);
  const chosen = useSignal(selection);
  const names = useSignal(namesInView);
  return (
    <footer className="status" role="contentinfo" data-region aria-label={t('shell.status')}>
      {running.map((job) => (
        <JobLine key={job.id} label={job.label} done={job.done} of={job.of} onCancel={job.cancel} />
      ))}
      {hidden > 0 && (
        <span>
          {t('status.filter', { hidden: number(hidden), of: number(of) })}{' '}
          <Button variant="link" onClick={clearFilter}>
            {t('status.clear-filter')}
          </Button>
        </span>
      )}
      {chosen.length > 0 && <span>{t('status.selected', { count: chosen.length })}</span>}
      {names && names.shown < names.of && (
        <span className="muted">{t('status.names', { shown: number(names.shown), of: number(names.of) })}</span>
      )}
      <Announcer />
      <span className="grow" />
      <CopyState />
      <SaveState />
    </footer>
  );
}

/** What is on the disk. While any act waits for it, nothing is called saved, however short that is. */
function SaveState() {
  const t = useT();
  const { writing } = useOpenCase();
  const { save, head } = useCaseSnapshot();
  const waiting = useSyncExternalStore(writing.subscribe, writing.get) > 0;
  return (
    <span aria-live="off">
      {save.kind === 'failed' || save.kind === 'frozen' ? (
        <b className="danger-text">{t('status.not-saved')}</b>
      ) : waiting || save.kind === 'saving' ? (
        t('status.saving')
      ) : (
        t('status.saved', { time: clockTime(save.at), seq: number(head.seq) })
      )}
    </span>
  );
}

/** Tries to save the held change again, and says what came of it: the banner alone would look as before. */
async function retry(open: OpenCase): Promise<void> {
  const outcome = await open.retry().catch((error: unknown) => {
    console.error(error);
    return { saved: false, failed: 'write-failed' };
  });
  announce(refusalText(outcome) ?? say('banner.retried'));
}

/** Saves a copy by any way that is left, and says what is in it, or that there is none: the banner alone would look as before. */
async function saveCopy(skein: Skein, open: OpenCase, last?: () => Promise<number>): Promise<void> {
  const copy = await saveFromMemory(skein, open);
  if (copy) announce(say(copy.history ? 'package.saved' : 'banner.copy-bare', { file: copy.file }));
  else announce(say((await last?.().catch(() => 0)) ? 'banner.copy-from-disk' : 'banner.copy-failed'));
}

/** What must not be overlooked: a change that is not on disk, or a page that may write no more. */
export function SaveBanner() {
  const t = useT();
  const open = useOpenCase();
  const { skein } = useProgram();
  const { save } = useCaseSnapshot();
  if (save.kind === 'failed')
    return (
      <div className="banner" role="alert">
        <Icon name="warning" />
        <span className="grow">
          <b>{t('banner.failed', { reason: tDynamic(`banner.why-${save.reason}`) })}</b> {t('banner.failed-more')}
        </span>
        <Button variant="primary" onClick={() => void retry(open)}>
          {t('banner.retry')}
        </Button>
        <Button onClick={() => void saveCopy(skein, open)}>{t('banner.save-copy')}</Button>
        <Button
          variant="danger"
          onClick={() =>
            void confirm({
              title: t('banner.abandon-title'),
              body: <p>{t('banner.abandon-body')}</p>,
              confirm: t('banner.abandon'),
              danger: true,
            }).then((sure) => sure && open.abandon())
          }
        >
          {t('banner.abandon')}
        </Button>
      </div>
    );
  if (save.kind === 'frozen')
    return (
      <div className="banner" role="alert">
        <Icon name="warning" />
        <span className="grow">{t(`banner.frozen-${save.reason}`)}</span>
        <Button onClick={() => void saveCopy(skein, open, () => saveFromDisk(open.localId))}>
          {t('banner.save-copy')}
        </Button>
        <Button onClick={() => window.location.reload()}>{t('banner.reload')}</Button>
      </div>
    );
  return null;
}
