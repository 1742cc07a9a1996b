import { useState } from 'react';
import { useT } from '#i18n/react';
import { useSignal } from '#session/signal';
import { Button, Note } from '#ui/controls/index';
import { newVersion, reloadWithNewVersion } from './keep-offline.ts';
import './offline.css';

/** Says that a newer build is here. The page keeps its own until the analyst reloads it. */
export function NewVersionNote() {
  const t = useT();
  const there = useSignal(newVersion);
  const [later, setLater] = useState(false);
  if (!there || later) return null;
  return (
    <aside className="new-version" aria-label={t('offline.new-version')}>
      <Note
        title={t('offline.new-version')}
        live
        actions={
          <>
            <Button variant="primary" onClick={() => void reloadWithNewVersion()}>
              {t('offline.reload')}
            </Button>
            <Button onClick={() => setLater(true)}>{t('offline.later')}</Button>
          </>
        }
      >
        {t('offline.new-version-body')}
      </Note>
    </aside>
  );
}
