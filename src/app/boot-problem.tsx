import { useState } from 'react';
import { useT } from '#i18n/react';
import type { StoreProblem } from '#queries/workspace';
import { Button, Note } from '#ui/controls/index';
import { saveFromDisk } from './packages.ts';
import './shell/shell.css';

/** There is no store to work with: why, and what can still be done. `onAnyway` opens it though the disk has no room. */
export function BootProblem({ problem, onAnyway }: { problem: StoreProblem; onAnyway: () => void }) {
  const t = useT();
  const [opening, setOpening] = useState(false);
  const newer = problem.problem === 'newer-database';
  if (problem.problem === 'no-room')
    return (
      <main className="boot">
        <div className="stack">
          <h1>{t('boot.no-room')}</h1>
          <Note tone="danger">{t('boot.no-room-body')}</Note>
          <div className="row">
            <Button variant="primary" onClick={() => window.location.reload()}>
              {t('banner.reload')}
            </Button>
            <Button
              {...(opening && { disabledReason: t('boot.opening') })}
              onClick={() => {
                setOpening(true);
                onAnyway();
              }}
            >
              {t('boot.no-room-anyway')}
            </Button>
          </div>
        </div>
      </main>
    );
  return (
    <main className="boot">
      <div className="stack">
        <h1>{t(newer ? 'boot.newer' : 'boot.refused')}</h1>
        <Note tone="danger">
          {newer
            ? t('boot.newer-body', { found: problem.found, known: problem.known })
            : t('boot.refused-body', { reason: problem.reason })}
        </Note>
        <div className="row">
          {newer && (
            <Button variant="primary" onClick={() => void saveFromDisk()}>
              {t('start.save-package')}
            </Button>
          )}
          <Button onClick={() => window.location.reload()}>{t('banner.reload')}</Button>
        </div>
      </div>
    </main>
  );
}

/** An older version of the program in another tab holds the store. */
export function BootBlocked() {
  const t = useT();
  return (
    <main className="boot">
      <Note tone="warning" live>
        {t('boot.blocked')}
      </Note>
    </main>
  );
}
