import { useRef, useState } from 'react';
import { number } from '#i18n/index';
import { useT } from '#i18n/react';
import type { OpenCase } from '#queries/open-case';
import { type Verified, verifyCase } from '#queries/verify-case';
import { Button, JobLine, Note } from '#ui/controls/index';

export interface VerifyState {
  readonly running: { readonly done: number; readonly of: number } | undefined;
  readonly result: Verified | undefined;
  start(): void;
  cancel(): void;
  hide(): void;
}

/** Reading the whole log from the disk, with what is done of what. */
export function useVerify(open: OpenCase): VerifyState {
  const [running, setRunning] = useState<VerifyState['running']>();
  const [result, setResult] = useState<Verified>();
  const stop = useRef(false);
  return {
    running,
    result,
    async start() {
      stop.current = false;
      setResult(undefined);
      setRunning({ done: 0, of: open.snapshot().head.seq });
      const told = await verifyCase(
        open,
        (done, of) => setRunning({ done, of }),
        () => stop.current,
      );
      setRunning(undefined);
      setResult(told);
    },
    cancel() {
      stop.current = true;
    },
    hide: () => setResult(undefined),
  };
}

function VerifyButton({ state }: { state: VerifyState }) {
  const t = useT();
  if (state.running)
    return (
      <JobLine
        label={t('history.verify.running')}
        done={state.running.done}
        of={state.running.of}
        onCancel={state.cancel}
      />
    );
  return (
    <Button variant="quiet" icon="check" onClick={state.start}>
      {t('history.verify')}
    </Button>
  );
}

/** What is proved, and what is not. */
function VerifyResult({ state }: { state: VerifyState }) {
  const t = useT();
  const { result } = state;
  if (!result) return null;
  const hide = (
    <Button variant="link" onClick={state.hide}>
      {t('history.verify.hide')}
    </Button>
  );
  if (!result.ok)
    return (
      <Note tone="danger" live actions={hide}>
        {t('history.verify.bad', {
          seq: number(result.fault.seq),
          code: result.fault.code,
          intact: number(result.intact.seq),
        })}
      </Note>
    );
  return (
    <Note live actions={hide} title={t('history.verify.ok', { count: result.head.seq })}>
      {result.purged > 0 && <p>{t('history.verify.purged', { count: result.purged })}</p>}
      <p>{t('history.verify.proved')}</p>
      <p>{t('history.verify.not-proved')}</p>
    </Note>
  );
}

export const VerifyBar = { Button: VerifyButton, Result: VerifyResult } as const;
