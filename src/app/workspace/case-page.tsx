import { useEffect, useState } from 'react';
import { useT } from '#i18n/react';
import { CaseContext } from '#queries/case-context';
import type { OpenResult } from '#queries/workspace';
import { Button, EmptyState, ErrorRing } from '#ui/controls/index';
import { fetchUsualFace } from '#ui/fonts/index';
import { Desks } from '../desks.tsx';
import { saveFromDisk } from '../packages.ts';
import { goToStart } from '../route.ts';
import { useProgram } from '../skein-context.ts';
import { FaultDetails } from './pane-half.tsx';
import { Recovery } from './recovery.tsx';
import { allSides, fetchSide, fetchView } from './view-registry.ts';
import { clearSession, Workspace } from './workspace.tsx';

/** Fetches what a case opens with, the chart and both sides, ahead of its first use. */
export async function fetchFirstViews(): Promise<void> {
  fetchUsualFace();
  await Promise.all([fetchView('link-chart'), ...allSides.map((side) => fetchSide(side.id))]);
}

/** Opens the case of the address, closes it when left. */
export default function CasePage({ localId }: { localId: string }) {
  const t = useT();
  const { skein } = useProgram();
  const [result, setResult] = useState<OpenResult>();
  useEffect(() => {
    let current = true;
    let close: (() => void) | undefined;
    clearSession();
    setResult(undefined);
    // While the log is read.
    void fetchFirstViews();
    void skein.openCase(localId).then((opened) => {
      if (opened.ok) close = () => opened.case.close();
      if (current) setResult(opened);
      else close?.();
    });
    return () => {
      current = false;
      close?.();
    };
  }, [skein, localId]);
  if (!result) return <Opening label={t('shell.loading')} />;
  if (!result.ok) return <Recovery localId={localId} problem={result} onAccepted={setResult} />;
  return (
    <ErrorRing
      resetKey={localId}
      onError={(error) => console.error(error)}
      fallback={(error, again) => (
        <main className="boot">
          <EmptyState
            error
            title={t('ring.case')}
            actions={
              <>
                <Button variant="primary" onClick={() => void saveFromDisk(localId)}>
                  {t('start.save-package')}
                </Button>
                <Button onClick={again}>{t('ring.again')}</Button>
                <Button onClick={goToStart}>{t('ring.to-start')}</Button>
                <FaultDetails error={error} />
              </>
            }
          >
            {t('ring.case-more')}
          </EmptyState>
        </main>
      )}
    >
      <CaseContext.Provider value={result.case}>
        <Desks>
          <Workspace key={localId} />
        </Desks>
      </CaseContext.Provider>
    </ErrorRing>
  );
}

/** Said only when opening takes long enough to be noticed. */
function Opening({ label }: { label: string }) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="boot" aria-busy="true">
      {shown && <p role="status">{label}</p>}
    </main>
  );
}
